// She wants what is on record of her to be deleted (D6): staff get a card, once a day, and she hears what happens next.
import { subDays } from 'date-fns/subDays';
import { receiptOf, slotOf } from '../../booking/shown.ts';
import { ja } from '../../messages/ja/index.ts';
import { adminChats } from '../../records/admin-chats.ts';
import { bookingToShow, holding } from '../../records/bookings.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { readDetails } from '../../records/personal-data.ts';
import { personOf, type Turn } from '../turn.ts';
import { opensAt } from './booking.ts';
import type { Handler } from './handler.ts';

export const askDeletion: Handler<'askDeletion'> = async (_, turn) => {
  const { tx, office, sealer } = turn;
  const chats = await adminChats(tx);
  if (chats.length === 0) {
    turn.reply(...ja.deletionByPhone(office));
    return undefined;
  }
  if (!(await isFirstToday(turn))) {
    turn.reply(...ja.deletionAskedAlready(office));
    return undefined;
  }
  const { id } = personOf(turn);
  const booking = await bookingToShow(tx, id);
  const { name = null } = await readDetails(tx, sealer, id);
  const isOpen = booking !== null && holding.some((state) => state === booking.state);
  const onRecord = booking === null ? 'nothing' : isOpen ? 'open' : 'over';
  const noCall = await personMustNotBeCalled(tx, id);
  turn.reply(...ja.deletionAsked(office, onRecord, await opensAt(turn), noCall));
  const shown = booking && { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) };
  const messages = ja.deletionForStaff({ onRecord, name, booking: shown, noCall }, office);
  const about = { about: 'deletion', ...(booking && { booking: booking.id }) } as const;
  for (const to of chats) turn.notify({ to, ...about, messages });
  return undefined;
};

/** Remembers that she asked. */
async function isFirstToday({ tx, now, ...turn }: Turn): Promise<boolean> {
  const { id } = personOf({ tx, now, ...turn });
  const { count } = await tx.person.updateMany({
    where: { id, OR: [{ deletionAskedAt: null }, { deletionAskedAt: { lte: subDays(now, 1) } }] },
    data: { deletionAskedAt: now },
  });
  return count > 0;
}
