// Confirmed bookings of people without LINE to whom nobody has told the meeting's numbers yet.
import type { Tx } from '../db/client.ts';

/** Of these bookings. */
export async function untoldNumbers(tx: Tx, bookings: readonly string[]): Promise<Set<string>> {
  if (bookings.length === 0) return new Set();
  const calls = await tx.call.findMany({
    where: {
      bookingId: { in: [...bookings] },
      state: 'open',
      reason: 'noLine',
      about: { in: ['confirmed', 'numbersChanged'] },
      booking: { state: 'confirmed' },
    },
    select: { bookingId: true },
  });
  return new Set(calls.flatMap(({ bookingId }) => bookingId ?? []));
}
