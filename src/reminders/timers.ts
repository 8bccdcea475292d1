// Timers on the queue. A timer carries a booking's id and its kind, nothing else: when it fires it reads
// the booking, so cancelling and moving need no bookkeeping.
import { z } from 'zod';
import { decisionTime } from '../booking/booking-window.ts';
import { businessDayBefore, type Closure } from '../booking/calendar.ts';
import { dayOf } from '../booking/jst.ts';
import { reminderTimes } from '../booking/reminder-times.ts';
import type { Office } from '../config/office.ts';
import type { Booking } from '../db/generated/client.ts';
import type { NewJob } from '../db/queue.ts';

export const timerSchema = z.object({
  booking: z.uuid(),
  /** `expiry`: staff can no longer decide on a request. */
  kind: z.enum(['dayBefore', 'soon', 'expiry']),
});
export type Timer = z.infer<typeof timerSchema>;

/**
 * Minutes. The queue fires by the database's clock, and ours may be behind it: a timer judged to be a
 * moment too early would be gone for good.
 */
export const clocksMayDiffer = 1;

type Wake = { now: Date; newId(now: Date): string };

const timer = (booking: string, kind: Timer['kind'], startAfter: Date, { now, newId }: Wake): NewJob => ({
  id: newId(now),
  key: booking,
  data: { booking, kind } satisfies Timer,
  startAfter,
});

/** For a request: when nobody has answered by then, it expires. */
export const expiryTimer = (
  booking: Pick<Booking, 'id' | 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
  wake: Wake,
): NewJob => timer(booking.id, 'expiry', expiresAt(booking, office, closures), wake);

/** `decideBy` of the last business day before the consultation, but never before she is to hear from us. */
export function expiresAt(
  { startsAt, promisedBy }: Pick<Booking, 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
): Date {
  const lastChance = decisionTime(businessDayBefore(dayOf(startsAt), office, closures), office, closures);
  return promisedBy > lastChance ? promisedBy : lastChance;
}

/** For a confirmed booking: every reminder that still lies ahead. */
export const reminderTimers = (
  booking: Pick<Booking, 'id' | 'startsAt'>,
  office: Office,
  wake: Wake,
): NewJob[] =>
  reminderTimes(booking.startsAt, wake.now, office).map(({ kind, at }) => timer(booking.id, kind, at, wake));
