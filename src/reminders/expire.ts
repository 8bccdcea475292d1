// A request that nobody answered: its slot is free again, she gets an apology and other ways.
import { readCalendar } from '../booking/bookings.ts';
import { addDays, dayOf } from '../booking/jst.ts';
import { takeStep } from '../booking/life.ts';
import type { Office } from '../config/office.ts';
import { personMustNotBeCalled } from '../conversation/effects/past-news.ts';
import type { Outgoing } from '../conversation/outgoing.ts';
import { bookingView, receiptOf, slotOf } from '../conversation/views.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { ja } from '../messages/ja/index.ts';
import { adminChats } from '../staff/admin-chats.ts';
import { expiresAt } from './timers.ts';

/** Empty when the request was answered, moved or withdrawn meanwhile. */
export async function expire(
  tx: Tx,
  bookingId: string,
  { now, office, sealer }: { now: Date; office: Office; sealer: Sealer },
): Promise<Outgoing[]> {
  const booking = await tx.booking.findUnique({
    where: { id: bookingId },
    include: { person: { select: { chatId: true } } },
  });
  if (booking === null) return [];
  const day = dayOf(booking.startsAt);
  const { closures } = await readCalendar(tx, addDays(day, -14), day);
  if (now < expiresAt(booking, office, closures)) return [];
  const outcome = await takeStep(tx, booking, 'expire', { actor: 'system', at: now });
  if (outcome === 'settledBefore') return [];
  const about = 'expired' as const;
  const madeAt = now.getTime();
  const hers = {
    to: booking.person.chatId,
    about,
    booking: booking.id,
    important: true as const,
    madeAt,
    messages: ja.expired(bookingView(booking, sealer), office),
  };
  const noCall = await personMustNotBeCalled(tx, booking.personId);
  const notice = { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) };
  const forStaff = ja.expiredForStaff({ ...notice, noCall });
  const news = {
    about,
    booking: booking.id,
    cause: booking.person.chatId,
    event: `${booking.id} ${about}`,
    madeAt,
    messages: forStaff,
  };
  return [hers, ...(await adminChats(tx)).map((to) => ({ to, ...news }))];
}
