// A request that nobody answered: its slot is free again, she gets an apology and other ways.

import { addDays, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { createWayOut, leaveForStaff, notifyPerson } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { viewForPerson } from '../outbox/view-for-person.ts';
import { takeStep } from '../records/booking-steps.ts';
import { findBookingOfPerson } from '../records/bookings.ts';
import { closuresBetween } from '../records/calendar.ts';
import { freeNear } from '../records/free-near.ts';
import { expiresAt } from './timers.ts';

type At = { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** Empty when the request was answered, moved or withdrawn meanwhile. */
export async function expire(
  tx: Tx,
  bookingId: string,
  { now, office, sealer, words }: At,
): Promise<Outgoing[]> {
  const booking = await findBookingOfPerson(tx, bookingId);
  // While other times are proposed their end is its end (offer-end.ts).
  if (booking?.state !== 'requested') return [];
  const day = dayOf(booking.startsAt);
  const closures = await closuresBetween(tx, addDays(day, -14), day);
  if (now < expiresAt(booking, office, closures)) return [];
  const outcome = await takeStep(tx, booking, 'expire', { actor: 'system', at: now });
  if (outcome === 'alreadyDecided') return [];
  const way = createWayOut(tx, now);
  const about = 'expired' as const;
  const free = await freeNear(tx, booking, now, office);
  const messages = words.expired(await viewForPerson(booking, { tx, now, sealer }), office, free);
  await notifyPerson(way, booking, { about, important: true, messages });
  await leaveForStaff(way, { about, booking: booking.id });
  return way.outgoing;
}
