// What came in, as jobs of the inbox, with what can be told of it before anything is loaded.
import { v5 } from 'uuid';
import type { NewJob } from '../db/queue.ts';
import type { Incoming } from '../records/incoming.ts';
import { whatToAsk } from './ask-line.ts';
import { toldApart } from './long-text.ts';

/** Any fixed UUID: it keeps these ids apart from other uses of hashes. */
const namespace = '0b7d7c52-6a0e-4a5d-9d5e-1d0f7b1c9a34';

const markOf = (chatId: string, message: string): string => v5(`${chatId}/${message}`, namespace);

/**
 * Jobs of the inbox. An unsend is put in twice: under its own id, which keeps its place among the others, and under
 * one that is made of the message's. By that one a message that is read later is found to have been taken back.
 */
export const inboxJobs = (incoming: readonly Incoming[]): NewJob[] => incoming.flatMap(jobsOf);

function jobsOf(one: Incoming): NewJob[] {
  const own = { id: one.id, key: one.chat.id, data: prepared(one) };
  if (one.what.type !== 'unsent') return [own];
  const id = markOf(one.chat.id, one.what.message);
  return [own, { ...own, id, data: { ...one, id } }];
}

function prepared(one: Incoming): Incoming {
  const { chat, what } = one;
  const message = writtenIn(one);
  const asks = whatToAsk(one);
  return {
    ...one,
    what: toldApart(what),
    ...(message !== undefined && { unsendMark: markOf(chat.id, message) }),
    ...(asks && { asks }),
  };
}

/** LINE's id of the message whose words these are: it may be taken back before they are read, also in other words. */
function writtenIn({ message, what }: Incoming): string | undefined {
  if (what.type === 'edited') return what.message;
  return what.type === 'text' ? message : undefined;
}
