// What day people mean: a month without its year, a day without its month, a weekday of some week.
import {
  addDays,
  type Day,
  dayFromNumbers,
  daysBetween,
  isBefore,
  monthAfter,
  numbersOf,
  type Weekday,
  weekday,
} from '../core/jst.ts';

/** The day of that month that lies nearest: in December 1月4日 is next year's, and yesterday's date is yesterday. */
export function nearestYear(month: number, dayOfMonth: number, today: Day): Day | undefined {
  const { year } = numbersOf(today);
  // The year is chosen by the month's first day: 2月30日 must not become a day of some other year.
  const years = [year - 1, year, year + 1].flatMap((candidate) => {
    const first = dayFromNumbers(candidate, month, 1);
    return first === undefined
      ? []
      : [{ candidate, away: daysBetween(today, addDays(first, dayOfMonth - 1)) }];
  });
  // Two months back at most: who says 6月1日 in November means the next one.
  const found = years.find(({ away }) => away >= -60);
  return found === undefined ? undefined : dayFromNumbers(found.candidate, month, dayOfMonth);
}

/** The first such day of a month from `since` on; months that lack it are passed over. */
export function nextDayOfMonth(dayOfMonth: number, since: Day): Day | undefined {
  for (const count of [0, 1, 2]) {
    const { year, month } = monthAfter(since, count);
    const day = dayFromNumbers(year, month, dayOfMonth);
    if (day !== undefined && !isBefore(day, since)) return day;
  }
  return undefined;
}

/** Strictly after today: the same weekday means a week from now. */
export const nextWeekday = (wanted: Weekday, today: Day): Day =>
  addDays(today, ((wanted - weekday(today) + 6) % 7) + 1);

/** That weekday of the week `count` weeks after this one. On a Sunday people disagree which week is this one. */
export function inWeek(wanted: Weekday, count: number, today: Day): Day[] {
  // Weeks begin on Monday (ISO); Sunday is their seventh day.
  const isoWeekday = (day: Weekday) => (day === 0 ? 7 : day);
  const iso = addDays(today, count * 7 + isoWeekday(wanted) - isoWeekday(weekday(today)));
  if (weekday(today) !== 0 || wanted === 0) return [iso];
  const fromSunday = addDays(today, count * 7 + wanted);
  return isBefore(iso, today) ? [fromSunday] : [iso, fromSunday];
}
