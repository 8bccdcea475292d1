// Orders to look at the menu on somebody's phone. An order names the chat and nothing else: which menu is
// right is read when the order is carried out, so that one too many does no harm and none comes too late.
import type { Tx } from '../db/client.ts';
import type { NewJob } from '../db/queue.ts';
import { chatsOfBookings } from '../records/people.ts';
import type { Timer } from './timers.ts';

/** `soon` looks once more: the menus may have been put up since the morning. */
const looksAtMenu: ReadonlySet<Timer['kind']> = new Set(['dayMenu', 'soon', 'end']);

/** For the queue `menus`: one for each person of whose bookings such a timer has fired. */
export async function menuJobs(
  tx: Tx,
  timers: readonly Timer[],
  { newId }: { newId(now: Date): string },
  now: Date,
): Promise<NewJob[]> {
  const ids = timers.filter(({ kind }) => looksAtMenu.has(kind)).map(({ booking }) => booking);
  if (ids.length === 0) return [];
  const chats = await chatsOfBookings(tx, ids);
  return chats.map((chatId) => ({ id: newId(now), key: chatId, data: {} }));
}
