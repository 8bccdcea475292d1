// Nothing is seen twice: no message stands more often between two acts of the people in a chat than they did things.
import type { ChatView } from 'line-simulator';

/**
 * The texts of the bot's messages that are there too often, with nobody having done anything in between. Two messages
 * in a row may have the same answer each.
 */
export function repeatsIn(chat: Pick<ChatView, 'entries' | 'messages'>): string[] {
  const texts = new Map(chat.messages().map(({ id, text }) => [id, text]));
  const repeated: string[] = [];
  const seen = new Map<string, number>();
  let acts = 0;
  for (const entry of chat.entries()) {
    if (entry.from !== 'bot') {
      // A new round begins with the first act after an answer.
      if (seen.size > 0) acts = 0;
      seen.clear();
      acts += 1;
      continue;
    }
    const text = texts.get(entry.id) ?? '';
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times > Math.max(acts, 1)) repeated.push(text);
  }
  return repeated;
}
