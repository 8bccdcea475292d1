// Ten minutes after the start nobody has recorded anything and the person has given no sign of life: staff are asked, once.
import { contactWindowBegins, overdueFrom } from '../booking/consultation-phase.ts';
import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { createWayOut, notifyStaff } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { namedBooking } from '../records/booking-lists.ts';
import {
  mustNotBeCalled,
  ofItself,
  type PastNotice,
  pastNotices,
  situationOf,
} from '../records/past-notices.ts';
import { openName } from '../records/personal-data.ts';

type At = { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** Empty when it was recorded, moved or cancelled, is over, or the person was in touch. */
export async function askForSign(
  tx: Tx,
  bookingId: string,
  { now, office, sealer, words }: At,
): Promise<Outgoing[]> {
  const booking = await namedBooking(tx, bookingId);
  if (booking?.state !== 'confirmed' || now < overdueFrom(booking) || now >= booking.endsAt) return [];
  const past = await pastNotices({ tx }, bookingId);
  if (wasInTouch(ofItself(past), booking)) return [];
  const messages = words.noSign({
    id: booking.id,
    version: booking.version,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: openName(sealer, booking.person),
    noCall: mustNotBeCalled(past),
  });
  const way = createWayOut(tx, now);
  // Nobody has caused it: it is never one too many.
  await notifyStaff({ ...way, office }, { about: 'noSign', booking: booking.id, important: true, messages });
  return way.outgoing;
}

/** Around the hour, whatever it was; or earlier, that the person cannot come or will be late. */
function wasInTouch(past: readonly PastNotice[], booking: Booking): boolean {
  return (
    situationOf(past) === 'absent' ||
    past.some((one) => one.at >= contactWindowBegins(booking) || one.event === 'late')
  );
}
