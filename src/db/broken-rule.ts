// Which rule of the database a write ran into, whichever engine it is and however the client says it.

import { z } from 'zod';

export type BrokenRule =
  /** Somebody else holds the counsellor's time (the exclusion constraints). */
  | 'counsellorTaken'
  /** Another booking has the room, or the meeting ID, at that time. */
  | 'meetingTaken'
  /** She has an open booking already. */
  | 'openBooking'
  /** A row with this key is there already. */
  | 'duplicate';

// Names out of prisma/migrations; a server may say the rest of the sentence in its own language.
const named: readonly [string, BrokenRule][] = [
  ['Booking_counsellor_free', 'counsellorTaken'],
  ['SlotUse_counsellor_free', 'counsellorTaken'],
  ['Booking_room_free', 'meetingTaken'],
  ['Booking_meeting_free', 'meetingTaken'],
  ['Booking_one_open', 'openBooking'],
];

const uniqueViolation = '23505';

const prismaError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string(), originalMessage: z.string() }),
    }),
  }),
});

/**
 * The rule behind what a query rejected with, or null when it was anything else. The transaction is lost
 * by then (PostgreSQL refuses every further statement in it): roll back and answer outside.
 */
export function brokenRule(error: unknown): BrokenRule | null {
  const known = prismaError.safeParse(error);
  if (!known.success) return null;
  const { originalCode, originalMessage } = known.data.meta.driverAdapterError.cause;
  const rule = named.find(([name]) => originalMessage.includes(name));
  if (rule) return rule[1];
  return originalCode === uniqueViolation ? 'duplicate' : null;
}
