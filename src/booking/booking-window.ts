// Between which moments a day can be asked for: it opens a month before and closes the day before.
import type { Office } from '../config/office.ts';
import type { Day } from '../core/jst.ts';
import {
  addDays,
  addMinutes,
  asDay,
  dayFromNumbers,
  instant,
  isAfter,
  minuteOfDay,
  monthAfter,
  numbersOf,
  startOfDay,
} from '../core/jst.ts';
import { businessDayBefore, type Closure, openHours } from './calendar.ts';

/**
 * R-12 1か月前から: the day on which `day` opens. A month without the same day of the month counts to
 * its end (民法143条2項ただし書), or, the railways' way, opens on the first of the next.
 */
export function opensOn(day: Day, office: Office): Day {
  const { dayOfMonth } = numbersOf(day);
  const { year, month } = monthAfter(day, -1);
  const same = dayFromNumbers(year, month, dayOfMonth);
  if (same !== undefined) return same;
  const firstOfMonth = asDay(`${day.slice(0, 7)}-01`);
  return office.requests.opens === 'sameDayMonthBefore' ? addDays(firstOfMonth, -1) : firstOfMonth;
}

/** the moment from which `day` can be asked for, 00:00 JST. */
export const opensAt = (day: Day, office: Office): Date => startOfDay(opensOn(day, office));

/**
 * the last day that is open on `today`, whether the office works then or not. Asked of each
 * day, because `today` plus a month hides 29–31 March on 28 February.
 */
export function lastOpenDay(today: Day, office: Office): Day {
  let last = today;
  while (!isAfter(opensOn(addDays(last, 1), office), today)) last = addDays(last, 1);
  return last;
}

/** R-10 前日まで: the moment from which `day` can no longer be asked for (exclusive). */
export function closesAt(day: Day, office: Office, closures: readonly Closure[]): Date {
  if (office.requests.closes === 'dayBefore') return instant(addDays(day, -1), office.requests.closesAt);
  const lastDay = businessDayBefore(day, office, closures);
  const early = minutesClosedEarly(lastDay, office, closures);
  return addMinutes(instant(lastDay, office.requests.closesAt), -early);
}

/** The moment by which staff decide what is due on a business day, `decideBy` or when they leave early. */
export const decisionTime = (day: Day, office: Office, closures: readonly Closure[]): Date =>
  addMinutes(instant(day, office.requests.decideBy), -minutesClosedEarly(day, office, closures));

/** By how much a closure ends the work of that business day before `decideBy`: all that is due moves along. */
function minutesClosedEarly(day: Day, office: Office, closures: readonly Closure[]): number {
  const usualEnd = Math.min(minuteOfDay(office.requests.decideBy), minuteOfDay(office.hours.until));
  const end = openHours(day, office, closures).at(-1)?.until ?? usualEnd;
  return Math.max(0, usualEnd - end);
}

/**
 * The moment by which a request for `day` is judged: when she pressed the button, even where LINE delivered it after the
 * cut-off, as long as staff can still decide; later than that: now.
 */
export function judgedAt(
  day: Day,
  { happenedAt, now }: { happenedAt: Date; now: Date },
  office: Office,
  closures: readonly Closure[],
): Date {
  const lastChance = decisionTime(businessDayBefore(day, office, closures), office, closures);
  return happenedAt < now && now < lastChance ? happenedAt : now;
}
