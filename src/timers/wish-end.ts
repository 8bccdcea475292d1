// Nobody of the staff decided about a wish to move: its person hears that the booking stands as it is.
import type { Tx } from '../db/client.ts';
import { bookingView } from '../messages/views.ts';
import { createWayOut, notifyPerson } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { findBookingOfPerson } from '../records/bookings.ts';
import { dropWish, findWish } from '../records/move-wishes.ts';
import { findUndo } from '../records/undo.ts';

/** What has to go out. Nothing where a newer wish has another end, or where staff have decided: then that is told. */
export async function endWish(
  tx: Tx,
  bookingId: string,
  { now, office, sealer, words }: { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>,
): Promise<Outgoing[]> {
  const wish = await findWish(tx, bookingId);
  if (wish === null || wish.until > now || (await findUndo(tx, bookingId)) !== null) return [];
  await dropWish(tx, bookingId);
  const booking = await findBookingOfPerson(tx, bookingId);
  if (booking?.state !== 'confirmed') return [];
  const way = createWayOut(tx, now);
  const messages = words.wishLapsed(bookingView(booking, sealer), office);
  await notifyPerson(way, booking, { about: 'wishLapsed', messages, dropAfter: booking.startsAt });
  return way.outgoing;
}
