// What can be done with a confirmed booking until its hour: cancelled, moved, or left as it is.
import { contactWindowBegins } from '../../booking/consultation-phase.ts';
import type { Booking } from '../../db/generated/client.ts';
import { findBooking } from '../../records/bookings.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { saySettled } from './staff.ts';

/** The booking as the card showed it; otherwise says what is true now and answers undefined. */
export async function confirmedAhead(
  { booking: id, version }: { booking: string; version: number },
  turn: Turn,
): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking?.version !== version || booking.state !== 'confirmed') {
    await saySettled(turn, booking);
    return undefined;
  }
  if (turn.happenedAt < contactWindowBegins(booking)) return booking;
  // From here on staff record how it went.
  await showCardOf(id, turn, { lead: 'atTheHour' });
  return undefined;
}
