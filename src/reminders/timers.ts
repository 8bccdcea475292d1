// Timers on the queue. A timer carries a booking's id and its kind, nothing else: when it fires it reads
// the booking, so cancelling and moving need no bookkeeping.
import { z } from 'zod';
import { decisionTime } from '../booking/booking-window.ts';
import { businessDayBefore, type Closure } from '../booking/calendar.ts';
import { addMinutes, dayOf, startOfDay } from '../booking/jst.ts';
import { reminderKinds, reminderTimes } from '../booking/reminder-times.ts';
import type { Office } from '../config/office.ts';
import type { Booking } from '../db/generated/client.ts';
import type { NewJob } from '../db/queue.ts';

export const timerSchema = z.object({
  booking: z.uuid(),
  /**
   * `nudge`: the time she was promised an answer by is near · `expiry`: staff can no longer decide on a
   * request · `dayMenu`: another menu may be right on her phone · `end`: the time of a consultation is over.
   */
  kind: z.enum([...reminderKinds, 'nudge', 'expiry', 'dayMenu', 'end']),
});
export type Timer = z.infer<typeof timerSchema>;

type Wake = { now: Date; newId(now: Date): string };

const timer = (booking: string, kind: Timer['kind'], startAfter: Date, { now, newId }: Wake): NewJob => ({
  id: newId(now),
  key: booking,
  data: { booking, kind } satisfies Timer,
  startAfter,
});

/** Minutes before the promised answer time at which staff are reminded of a request. */
const nudgeMinutes = 60;

/** For a request: staff are reminded before the promise is broken, and without an answer it expires. */
export function requestTimers(
  booking: Pick<Booking, 'id' | 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
  wake: Wake,
): NewJob[] {
  const early = addMinutes(booking.promisedBy, -nudgeMinutes);
  return [
    timer(booking.id, 'nudge', early > wake.now ? early : booking.promisedBy, wake),
    timer(booking.id, 'expiry', expiresAt(booking, office, closures), wake),
  ];
}

/** `decideBy` of the last business day before the consultation, but never before she is to hear from us. */
export function expiresAt(
  { startsAt, promisedBy }: Pick<Booking, 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
): Date {
  const lastChance = decisionTime(businessDayBefore(dayOf(startsAt), office, closures), office, closures);
  return promisedBy > lastChance ? promisedBy : lastChance;
}

/** The confirmation itself says all that a reminder within the hour would say again. */
const freshMinutes = 60;

/**
 * When the day of a confirmed booking begins, or at once where it has. Nothing takes such a booking off its day yet;
 * a command that cancels one has to set this again, for the usual menu is right from then on.
 */
export const menuTimer = ({ id, startsAt }: Pick<Booking, 'id' | 'startsAt'>, wake: Wake): NewJob => {
  const morning = startOfDay(dayOf(startsAt));
  return timer(id, 'dayMenu', morning > wake.now ? morning : wake.now, wake);
};

/** For a confirmed booking: every reminder that still lies ahead, the menu of its day, and its end. */
export const bookingTimers = (
  booking: Pick<Booking, 'id' | 'startsAt' | 'endsAt'>,
  office: Office,
  wake: Wake,
): NewJob[] => [
  ...reminderTimes(booking.startsAt, wake.now, office)
    .filter(({ kind, at }) => kind === 'soon' || at > addMinutes(wake.now, freshMinutes))
    .map(({ kind, at }) => timer(booking.id, kind, at, wake)),
  menuTimer(booking, wake),
  timer(booking.id, 'end', booking.endsAt, wake),
];
