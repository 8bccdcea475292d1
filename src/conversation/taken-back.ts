// A message that was taken back (unsend) or given other words (edit): what was typed with it counts no more. An
// unsend brings no reply token, and a push would count: it is told with the next answer (restore.ts).
import { v5 } from 'uuid';
import type { NewJob } from '../db/queue.ts';
import { takeBackNumbers } from '../zoom/draft.ts';
import type { SavedConversation } from './conversations.ts';
import type { Incoming } from './incoming.ts';
import { takeBackDetails } from './personal-data.ts';
import type { Turn } from './turn.ts';

/** Any fixed UUID: it keeps these ids apart from other uses of hashes. */
const namespace = '0b7d7c52-6a0e-4a5d-9d5e-1d0f7b1c9a34';

const markOf = (chatId: string, message: string): string => v5(`${chatId}/${message}`, namespace);

/**
 * Jobs of the inbox. An unsend is put in twice: under its own id, which keeps its place among the others, and under
 * one that is made of the message's. By that one a message that is read later is found to have been taken back.
 */
export const inboxJobs = (incoming: readonly Incoming[]): NewJob[] =>
  incoming.flatMap((one) => {
    const own = { id: one.id, key: one.chat.id, data: one };
    if (one.what.type !== 'unsent') return [own];
    const id = markOf(one.chat.id, one.what.message);
    return [own, { ...own, id, data: { ...one, id } }];
  });

/** The id under which it is known that this text has been taken back; null for what is no text. */
export const unsendMarkOf = ({ chat, message, what }: Incoming): string | null =>
  what.type === 'text' && message !== undefined ? markOf(chat.id, message) : null;

/** A text that had been taken back before it was read becomes what nobody can read. */
export const unread = (incoming: Incoming): Incoming => ({
  ...incoming,
  what: { type: 'media', kind: 'unsent' },
});

/** Takes out of the chat's draft what came with the message; whether staff have to be told now. */
export async function takeBack(
  what: Extract<Incoming['what'], { type: 'unsent' | 'edited' }>,
  saved: SavedConversation | undefined,
  turn: Turn,
): Promise<boolean> {
  if (saved?.conversation.flow === 'request' && what.type === 'unsent')
    await takeBackDetails(what.message, turn);
  if (saved?.conversation.flow !== 'admin' || !isTyping(saved)) return false;
  return (await takeBackNumbers(what.message, what.type, turn)) && what.type === 'edited';
}

/** Only then is what lies in the draft a meeting's numbers. */
const isTyping = ({ conversation: { context } }: SavedConversation): boolean =>
  typeof context === 'object' && context !== null && 'about' in context && context.about !== null;
