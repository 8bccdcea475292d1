// When the office works: business days and, on these, its open hours. All JST.
// 行政機関の休日に関する法律 第1条: 土日, 祝日法の休日, 12月29日〜1月3日; and the office's own closures.
import holidayJp from '@holiday-jp/holiday_jp';
import type { Office } from '../config/office.ts';
import type { Day, Time } from '../core/jst.ts';
import { addDays, minuteOfDay, weekday } from '../core/jst.ts';
import { type Span, without } from './spans.ts';

/** A day on which the office is closed beyond the calendar, or the part of it `from`–`until`; or one with fewer counsellors. */
export type Closure = {
  readonly day: Day;
  /** Missing: from the start of the day. */
  readonly from?: Time;
  /** Missing: until its end. Exclusive. */
  readonly until?: Time;
  /** There: the office is open that day, with so many counsellors. */
  readonly counsellors?: number;
};

export type ClosedBecause =
  | { readonly why: 'weekend' }
  /** `name` as the 内閣府 calendar has it, such as 春分の日 振替休日. */
  | { readonly why: 'holiday'; readonly name: string }
  | { readonly why: 'yearEnd' }
  | { readonly why: 'closure' };

// Looked up by the JST day itself: the library's own isHoliday() asks for the process's zone.
const holidays: Readonly<Record<string, { readonly name: string } | undefined>> = holidayJp.holidays;

/** The last year whose holidays are known: a day after it would pass for a business day. */
export const holidaysKnownUntilYear: number = Math.max(
  ...Object.keys(holidays).map((day) => Number(day.slice(0, 4))),
);

/** Why the office is closed for all of `day`; undefined on a business day. */
export function closedBecause(
  day: Day,
  office: Office,
  closures: readonly Closure[],
): ClosedBecause | undefined {
  // The reason that tells people most comes first: 1月2日 may also be a Saturday.
  if (isYearEnd(day)) return { why: 'yearEnd' };
  const holiday = holidays[day];
  if (holiday) return { why: 'holiday', name: holiday.name };
  const dayOfWeek = weekday(day);
  if (dayOfWeek === 0 || dayOfWeek === 6) return { why: 'weekend' };
  return hoursLeft(day, office, closures).length === 0 ? { why: 'closure' } : undefined;
}

/** A business day is one on which the office works, if only for a part of it. */
export const isBusinessDay = (day: Day, office: Office, closures: readonly Closure[]): boolean =>
  closedBecause(day, office, closures) === undefined;

/** The parts of `day` in which the office is open, in order; none on a day that is no business day. */
export const openHours = (day: Day, office: Office, closures: readonly Closure[]): Span[] =>
  isBusinessDay(day, office, closures) ? hoursLeft(day, office, closures) : [];

/** The closed parts of `day` that the office's own closures make. */
export const closedSpans = (day: Day, closures: readonly Closure[]): Span[] =>
  closures
    .filter((closure) => closure.day === day && closure.counsellors === undefined)
    .map(({ from, until }) => ({
      from: from === undefined ? 0 : minuteOfDay(from),
      until: until === undefined ? 24 * 60 : minuteOfDay(until),
    }));

/** The last business day before `day`. */
export const businessDayBefore = (day: Day, office: Office, closures: readonly Closure[]): Day =>
  addBusinessDays(day, -1, office, closures);

/** The first business day after `day`. */
export const businessDayAfter = (day: Day, office: Office, closures: readonly Closure[]): Day =>
  addBusinessDays(day, 1, office, closures);

/** The `count`th business day after `day`, before it when negative; `day` itself for 0. */
export function addBusinessDays(day: Day, count: number, office: Office, closures: readonly Closure[]): Day {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do found = addDays(found, step);
    while (!isBusinessDay(found, office, closures));
  }
  return found;
}

const isYearEnd = (day: Day): boolean => {
  const monthDay = day.slice(5);
  return monthDay >= '12-29' || monthDay <= '01-03';
};

const hoursLeft = (day: Day, office: Office, closures: readonly Closure[]): Span[] =>
  without(
    { from: minuteOfDay(office.hours.from), until: minuteOfDay(office.hours.until) },
    closedSpans(day, closures),
  );
