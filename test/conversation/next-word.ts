// What waits for staff, as they read it: their next word in the group brings it, and a pressed line the card of its booking.
import { receiptOf, slotOf } from '../../src/booking/shown.ts';
import { dayOf, timeOf } from '../../src/core/jst.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { momentSince, momentText } from '../../src/messages/ja/dates.ts';
import { type Counter, textOf } from './counter.ts';

const clerkOf = (counter: Counter, chatId: string) => counter.visitor(chatId, 'group', 'U-clerk');

/** All that comes with it, on a day whose overview was read before. A word of talk is answered by nothing else. */
export async function nextWord(counter: Counter, chatId = 'C1'): Promise<string> {
  const overview = { morningAt: counter.clock.now() };
  await counter.prisma.adminChat.updateMany({ where: { chatId }, data: overview });
  return clerkOf(counter, chatId).says('了解です');
}

/** The card of its booking, from the newest line with that title. */
export const openLine = (counter: Counter, title: string, chatId = 'C1'): Promise<string> =>
  clerkOf(counter, chatId).presses(title);

/** All that was put on its way to the group while this was done. */
export async function pushedWhile(
  counter: Counter,
  act: () => Promise<unknown>,
  chatId = 'C1',
): Promise<string> {
  const before = (await counter.sentTo(chatId)).length;
  await act();
  return textOf(await counter.sentTo(chatId, before));
}

/** The card with nothing but these lines, word for word. */
export const waitingCard = (...lines: string[]): string =>
  ['まだお伝えしていなかったお知らせです。', ...lines].join('\n');

type Line = { title: string; name?: string; at: Date };

/** One line of it, word for word. */
export function waitingLine(counter: Counter, booking: Booking, { title, name = '浜名 花子', at }: Line) {
  return [
    `[${title}] ${name}`,
    `受付番号 ${receiptOf(booking)}`,
    momentText(slotOf(booking)),
    `連絡の時刻 ${timeSince(counter, at)}`,
  ].join('\n');
}

/** As it stands on a card of today. */
export const timeSince = (counter: Counter, at: Date): string =>
  momentSince({ day: dayOf(at), time: timeOf(at) }, dayOf(counter.clock.now()));
