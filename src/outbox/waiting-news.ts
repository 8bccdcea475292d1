// PersonNotice for staff that was not pushed: the month's messages are used up, or one person has caused too many. It
// waits for the next word or tap in the admin chat and goes out with the answer to that, which is free.

import { moment, receiptOf } from '../booking/shown.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Message } from '../messages/message.ts';
import type { Words } from '../messages/words.ts';
import { quotaNote } from '../records/quota-note.ts';
import { takeWaitingFor } from '../records/waiting-news.ts';

/** Lines of one message; the rest is only counted. */
const linesAtOnce = 12;

/** By this name a booking's news are one thing to know, however often they wait. */
export const nameOfNotice = (about: string, bookingId: string | null): string => `${about} ${bookingId}`;

/**
 * What waits for this chat, gathered into one message, or none. It counts as shown from now on. `said`: what is told
 * beside it, by `nameOfNotice`.
 */
export async function takeWaitingNews(
  { tx, words, chatId, now }: { tx: Tx; words: Words; chatId: string; now: Date },
  said: ReadonlySet<string> = new Set(),
): Promise<Message[]> {
  const rows = await takeWaitingFor(tx, chatId, now);
  // The same of one booking again and again is one thing to know.
  const newest = new Map(rows.map((row) => [nameOfNotice(row.about, row.bookingId), row]));
  const items = [...newest.values()]
    .filter(({ about, bookingId }) => about !== quotaNote.about && !said.has(nameOfNotice(about, bookingId)))
    .map(({ about, at, booking }) => ({ about, at: moment(at), receipt: booking && receiptOf(booking) }));
  const isQuotaUsedUp = rows.some(({ about }) => about === quotaNote.about);
  if (items.length === 0 && !isQuotaUsedUp) return [];
  return words.waitingNews(
    {
      isQuotaUsedUp,
      items: items.slice(0, linesAtOnce),
      more: Math.max(0, items.length - linesAtOnce),
    },
    dayOf(now),
  );
}
