// Whether staff have closed the time of a booking since they agreed on it. What they agree on afterwards they know to be closed, and
// it takes place all the same.
import { type Hit, hitOf } from '../../booking/closures.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { agreedAt } from '../../records/bookings.ts';
import { closuresMadeSince } from '../../records/calendar.ts';
import type { Turn } from '../turn.ts';

/** Null: it takes place, or is over, or runs. */
export async function closedSince(booking: Booking, { tx, office, now }: Turn): Promise<Hit | null> {
  if (booking.state !== 'confirmed' || booking.endsAt <= now) return null;
  const closures = await closuresMadeSince(tx, dayOf(booking.startsAt), await agreedAt(tx, booking));
  return hitOf(booking, office, closures);
}
