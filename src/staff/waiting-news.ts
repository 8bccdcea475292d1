// News for staff that was not pushed: the month's messages are used up, or one person has caused too many. It
// waits for the next word or tap in the admin chat and goes out with the answer to that, which is free.
import { dayOf } from '../booking/jst.ts';
import { moment, receiptOf } from '../conversation/views.ts';
import type { Tx } from '../db/client.ts';
import { ja } from '../messages/ja/index.ts';
import type { Message } from '../messages/message.ts';
import { quotaNote } from './quota-note.ts';

/** Lines of one message; the rest is only counted. */
const linesAtOnce = 12;

/** What waits for this chat, gathered into one message, or none. It counts as shown from now on. */
export async function takeWaitingNews(tx: Tx, chatId: string, now: Date): Promise<Message[]> {
  const rows = await tx.undelivered.findMany({
    where: { state: 'waiting', shownAt: null, chatId: { in: [chatId, quotaNote.chatId] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { booking: { select: { number: true, createdAt: true } } },
  });
  if (rows.length === 0) return [];
  await tx.undelivered.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { shownAt: now },
  });
  // The same of one booking again and again is one thing to know.
  const newest = new Map(rows.map((row) => [`${row.bookingId} ${row.about}`, row]));
  const items = [...newest.values()]
    .filter(({ about }) => about !== quotaNote.about)
    .map(({ about, at, booking }) => ({ about, at: moment(at), receipt: booking && receiptOf(booking) }));
  return ja.waitingNews(
    {
      isQuotaUsedUp: rows.some(({ about }) => about === quotaNote.about),
      items: items.slice(0, linesAtOnce),
      more: Math.max(0, items.length - linesAtOnce),
    },
    dayOf(now),
  );
}
