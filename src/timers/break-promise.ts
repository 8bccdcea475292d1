// The time by which somebody was to hear has come, and staff have not decided: that person hears so, once, before asking. Staff see
// the request marked until they decide.
import { addDays, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { bookingView } from '../messages/views.ts';
import { createWayOut, notifyPerson } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { findBookingOfPerson } from '../records/bookings.ts';
import { closuresBetween } from '../records/calendar.ts';
import { expiresAt } from './timers.ts';

type At = { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** Empty when the request was answered or withdrawn meanwhile, or moved: then it has a promise of its own. */
export async function breakPromise(
  tx: Tx,
  bookingId: string,
  { now, office, sealer, words }: At,
): Promise<Outgoing[]> {
  const booking = await findBookingOfPerson(tx, bookingId);
  if (booking?.state !== 'requested' || booking.promisedBy > now) return [];
  // Found late, as after an outage: the end that has come too says it all.
  const day = dayOf(booking.startsAt);
  if (now >= expiresAt(booking, office, await closuresBetween(tx, addDays(day, -14), day))) return [];
  const way = createWayOut(tx, now);
  const messages = words.answerLate(bookingView(booking, sealer), office);
  await notifyPerson(way, booking, { about: 'answerLate', messages, dropAfter: booking.startsAt });
  return way.outgoing;
}
