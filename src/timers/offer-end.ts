// None of the times that staff proposed was taken in time: a request is over, what is agreed on stands. Its person and staff hear so.
import type { Tx } from '../db/client.ts';
import { hitsAmong } from '../outbox/closure-facts.ts';
import { lapseOf } from '../outbox/lapse-of-offer.ts';
import { createWayOut, leaveForStaff, notifyPerson, type WayOut } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { endsOffer } from '../outbox/tell-decision.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { viewForPerson } from '../outbox/view-for-person.ts';
import { takeStep, writeHistory } from '../records/booking-steps.ts';
import type { BookingOfPerson } from '../records/bookings.ts';
import { findBookingOfPerson, getBookingOfPerson, lockBooking } from '../records/bookings.ts';
import { openCall } from '../records/calls.ts';
import { dropOffer, findOffer } from '../records/offers.ts';
import { findUndo, takeUndo } from '../records/undo.ts';

type Services = Pick<TurnServices, 'office' | 'sealer' | 'words'>;
const about = 'offerLapsed' as const;

/** What has to go out. Nothing where a newer offer has another end, or where staff have decided: then that is told. */
export async function endOffer(
  tx: Tx,
  bookingId: string,
  { now, ...services }: { now: Date } & Services,
): Promise<Outgoing[]> {
  const way = createWayOut(tx, now);
  await endOfferOn(way, bookingId, services);
  return way.outgoing;
}

/** The same where somebody looks after its end, such as staff who have taken a decision back. */
export async function endOfferOn(way: WayOut, bookingId: string, services: Services): Promise<void> {
  const { tx, now } = way;
  const offer = await findOffer(tx, bookingId);
  if (offer === null || offer.until > now) return;
  await lockBooking(tx, bookingId);
  const undo = await findUndo(tx, bookingId);
  if (undo !== null && endsOffer.has(undo.event)) return;
  // After an outage: it is over before anybody was told of it.
  if (undo?.event === 'propose') await takeUndo(tx, bookingId);
  if (!(await dropOffer(tx, bookingId))) return;
  const booking = await findBookingOfPerson(tx, bookingId);
  if (booking?.state === 'proposed') {
    const outcome = await takeStep(tx, booking, 'expire', { actor: 'system', at: now });
    if (outcome === 'alreadyDecided') throw new Error('Who ends an offer holds its booking');
  } else if (booking?.state === 'confirmed')
    await writeHistory(tx, bookingId, about, 'confirmed', 'confirmed', { actor: 'system', at: now });
  else return;
  await tellLapse(way, await getBookingOfPerson(tx, bookingId), services);
}

/** Where the office cannot at the time that stands, somebody has to be called: nobody is left with it. */
async function tellLapse(way: WayOut, booking: BookingOfPerson, services: Services): Promise<void> {
  const { tx, now } = way;
  const view = await viewForPerson(booking, { tx, now, sealer: services.sealer });
  const messages = await lapseOf(booking, view, { tx, now, ...services });
  await notifyPerson(way, booking, { about, important: true, messages });
  await callIfHit(way, booking, services);
  await leaveForStaff(way, { about, booking: booking.id });
}

/** A call where a closure hits what is agreed on. Whether it does. */
export async function callIfHit(
  { tx, now }: Pick<WayOut, 'tx' | 'now'>,
  booking: Pick<BookingOfPerson, 'personId'> & Parameters<typeof hitsAmong>[0][number],
  { office }: Pick<Services, 'office'>,
): Promise<boolean> {
  const isHit =
    booking.state === 'confirmed' && (await hitsAmong([booking], { tx, office, now })).has(booking.id);
  if (isHit)
    await openCall(tx, { personId: booking.personId, bookingId: booking.id, about, reason: 'closure' }, now);
  return isHit;
}
