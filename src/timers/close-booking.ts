// The end of a consultation's time: one that nobody recorded stays so until staff do, and the person can ask again.

import type { Tx } from '../db/client.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { takeStep } from '../records/booking-steps.ts';
import { findBooking } from '../records/bookings.ts';

/** Does nothing to a booking that has ended otherwise, or that was moved; nobody is told. */
export async function closeBooking(tx: Tx, bookingId: string, { now }: { now: Date }): Promise<Outgoing[]> {
  const booking = await findBooking(tx, bookingId);
  if (booking === null || now < booking.endsAt) return [];
  await takeStep(tx, booking, 'close', { actor: 'system', at: now });
  return [];
}
