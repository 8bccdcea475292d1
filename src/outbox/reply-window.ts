// A reply token is LINE's free way to answer; it lives for a minute from the moment the event reached us.
import type { Incoming } from '../records/incoming.ts';

/** Leaves the call itself some of the minute. */
const windowMs = 50_000;

/** For `Outgoing.reply`: nothing where the event brought no token. */
export const replyVia = ({ replyToken, receivedAt }: Incoming) =>
  replyToken === undefined ? {} : { reply: { token: replyToken, until: receivedAt + windowMs } };

/** Whether what is said now goes out as a reply, which costs nothing. */
export const isAnsweredFree = ({ replyToken, receivedAt }: Incoming, now: Date): boolean =>
  replyToken !== undefined && now.getTime() < receivedAt + windowMs;
