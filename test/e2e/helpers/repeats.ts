// Nothing is seen twice: no message stands twice between two acts of the people in a chat.
import type { ChatView } from '../../../src/simulator/handles/view.ts';

/** The texts of the bot's messages that are there once more, with nobody having done anything in between. */
export function repeatsIn(chat: Pick<ChatView, 'entries' | 'messages'>): string[] {
  const texts = new Map(chat.messages().map(({ id, text }) => [id, text]));
  const repeated: string[] = [];
  let seen = new Set<string>();
  for (const entry of chat.entries()) {
    if (entry.from !== 'bot') {
      seen = new Set();
      continue;
    }
    const text = texts.get(entry.id) ?? '';
    if (seen.has(text)) repeated.push(text);
    seen.add(text);
  }
  return repeated;
}
