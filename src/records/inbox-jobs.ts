// What came in, as jobs of the inbox.
import { v5 } from 'uuid';
import type { NewJob } from '../db/queue.ts';
import type { Incoming } from './incoming.ts';

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
