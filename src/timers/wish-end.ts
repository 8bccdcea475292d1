// Nobody of the staff decided about a wish to move: its person hears that the booking stands as it is, and staff why that person calls.
import type { Tx } from '../db/client.ts';
import { bookingView } from '../messages/views.ts';
import { createWayOut, leaveForStaff, notifyPerson, type WayOut } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { answersWish } from '../outbox/tell-decision.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { findBookingOfPerson } from '../records/bookings.ts';
import { dropWish, findWish, noteUnanswered } from '../records/move-wishes.ts';
import { findUndo } from '../records/undo.ts';

type Services = Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** What has to go out. Nothing where a newer wish has another end, or where staff have decided: then that is told. */
export async function endWish(
  tx: Tx,
  bookingId: string,
  { now, ...services }: { now: Date } & Services,
): Promise<Outgoing[]> {
  const way = createWayOut(tx, now);
  await endWishOn(way, bookingId, services);
  return way.outgoing;
}

/** The same where somebody looks after its end: staff have taken their decision back. Whether its person is told. */
export async function endWishOn(
  way: WayOut,
  bookingId: string,
  { office, sealer, words }: Services,
): Promise<boolean> {
  const { tx, now } = way;
  const wish = await findWish(tx, bookingId);
  if (wish === null || wish.until > now) return false;
  const undo = await findUndo(tx, bookingId);
  if (undo !== null && answersWish.has(undo.event)) return false;
  await dropWish(tx, bookingId);
  const booking = await findBookingOfPerson(tx, bookingId);
  if (booking?.state !== 'confirmed') return false;
  await noteUnanswered(tx, booking, now);
  const messages = words.wishLapsed(bookingView(booking, sealer), office);
  await notifyPerson(way, booking, { about: 'wishLapsed', messages, dropAfter: booking.startsAt });
  await leaveForStaff(way, { about: 'wishUnanswered', booking: booking.id });
  return true;
}
