// A chat as text, for assertions and error messages.
import { type Chat, type Entry, nameOf, type World } from '../world/chats.ts';
import { visibleQuickReplies } from './find-button.ts';
import { personText, plainText } from './plain-text.ts';

/** `botName: …` a message, then the quick replies that can be tapped now. */
export function drawChat(world: World, chat: Chat, botName: string, from = 0, viewer?: string): string {
  const draw = (entry: Entry): string => {
    if (entry.from === 'bot') return `${botName}: ${plainText(entry.message)}`;
    if (entry.from === 'person') return `${nameOf(world, entry.userId)}: ${personText(entry.message)}`;
    return `(${entry.what})`;
  };
  const choices = visibleQuickReplies(chat, viewer).map(({ label }) => `[${label}]`);
  return [...chat.entries.slice(from).map(draw), ...(choices.length > 0 ? [choices.join(' ')] : [])].join(
    '\n',
  );
}

/** The last few entries of a chat, for errors. */
export function drawTail(world: World, chat: Chat, botName: string): string {
  const from = Math.max(0, chat.entries.length - 8);
  return `--- ${nameOf(world, chat.id)} ---\n${drawChat(world, chat, botName, from) || '(nothing was said)'}`;
}
