// She wants what is on record of her to be deleted (D6): staff get a card, once a day, and she hears what happens next.
import { subDays } from 'date-fns/subDays';
import { bookingToShow, holding } from '../../booking/bookings.ts';
import { ja } from '../../messages/ja/index.ts';
import { adminChats } from '../../staff/admin-chats.ts';
import { readDetails } from '../personal-data.ts';
import { personOf, type Turn } from '../turn.ts';
import { receiptOf, slotOf } from '../views.ts';
import { opensAt } from './booking.ts';
import type { Handler } from './handler.ts';
import { personMustNotBeCalled } from './past-news.ts';

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
