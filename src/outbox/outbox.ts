// Messages on their way out: one job for a chat and a call, in the order in which they were said.
import type { NewJob } from '../db/queue.ts';
import type { Message } from '../messages/message.ts';
import type { Incoming } from '../records/incoming.ts';
import { type Outgoing, ratherTwice } from './outgoing.ts';

/** LINE takes five messages in one call. What may be sent twice needs room for the words that say so. */
const roomFor = (about: string): number => (ratherTwice.has(about) ? 4 : 5);

/** The job's id is the retry key of the call; ids made later sort later, which keeps the order. */
export const outboxJobs = (
  outgoing: readonly Outgoing[],
  { newId }: { newId(now: Date): string },
  now: Date,
): NewJob[] => outgoing.flatMap(split).map((one) => ({ id: newId(now), key: one.to, data: one }));

/** More than one call's worth goes on without the reply token, which counts once. */
function split({ reply, ...outgoing }: Outgoing): Outgoing[] {
  const calls: Message[][] = [];
  const perCall = roomFor(outgoing.about);
  for (let from = 0; from < outgoing.messages.length; from += perCall) {
    calls.push(outgoing.messages.slice(from, from + perCall));
  }
  return calls.map((messages, index) => ({ ...outgoing, messages, ...(index === 0 && reply && { reply }) }));
}

// A reply token is LINE's free way to answer; it lives for a minute from the moment the event reached us.

/** Leaves the call itself some of the minute. */
const windowMs = 50_000;

/** For `Outgoing.reply`: nothing where the event brought no token. */
export const replyVia = ({ replyToken, receivedAt }: Incoming) =>
  replyToken === undefined ? {} : { reply: { token: replyToken, until: receivedAt + windowMs } };

/** Whether what is said now goes out as a reply, which costs nothing. */
export const isAnsweredFree = ({ replyToken, receivedAt }: Incoming, now: Date): boolean =>
  replyToken !== undefined && now.getTime() < receivedAt + windowMs;
