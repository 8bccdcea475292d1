// The days to which staff can move a booking: those of the form in LINE, and with a reason those that are too late for it.
import { businessDayAfter } from '../../booking/calendar.ts';
import { slotOf } from '../../booking/shown.ts';
import { judgeForStaff } from '../../booking/staff-times.ts';
import { startsOn } from '../../booking/starts.ts';
import { addMinutes, asTime, type Day, dayOf, instant, type Time } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { freeTimes, type OpenDay, openDays } from '../../records/slots.ts';
import type { Turn } from '../turn.ts';
import { bookableCalendar, closuresAhead } from './slot.ts';

/** As in the form in LINE. Its own slot takes none of them, but is none to move to. */
export async function openDaysFor(booking: Booking, turn: Turn): Promise<OpenDay[]> {
  const { closures, taken } = await bookableCalendar(turn, booking.id);
  const own = slotOf(booking);
  return openDays(turn.now, turn.office, closures, taken)
    .map((open) => (open.day === own.day ? without(open, asTime(own.time)) : open))
    .filter(({ times, otherTimes }) => times.length + otherTimes.length > 0);
}

const without = (open: OpenDay, own: Time): OpenDay => ({
  ...open,
  times: open.times.filter((time) => time !== own),
  otherTimes: open.otherTimes.filter((time) => time !== own),
});

/** Its person must be able to read it before the start. */
const minutesAhead = 15;

/** Undefined: the form has it, or nothing is free then. */
export async function lateDayFor(booking: Booking, day: Day, turn: Turn): Promise<OpenDay | undefined> {
  const { now, office } = turn;
  const { closures, taken } = await bookableCalendar(turn, booking.id);
  const verdict = judgeForStaff({ day }, now, office, closures);
  if (!verdict.ok || !verdict.isLate) return undefined;
  const own = slotOf(booking);
  const from = addMinutes(now, minutesAhead);
  const free = freeTimes(day, office, closures, taken, { fine: true }).filter(
    (time) => instant(day, time) >= from && !(day === own.day && time === own.time),
  );
  const usual = startsOn(day, office, closures, { fine: false });
  const isUsual = (time: Time) => usual.includes(time);
  const times = { times: free.filter(isUsual), otherTimes: free.filter((time) => !isUsual(time)) };
  return free.length === 0 ? undefined : { day, ...times };
}

/** Today, and the next day on which the office works. */
export async function lateDaysFor(booking: Booking, turn: Turn): Promise<Day[]> {
  const today = dayOf(turn.now);
  const next = businessDayAfter(today, turn.office, await closuresAhead(turn));
  const late = await Promise.all([today, next].map((day) => lateDayFor(booking, day, turn)));
  return late.flatMap((one) => one?.day ?? []);
}
