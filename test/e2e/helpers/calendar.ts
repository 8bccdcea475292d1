// Days for these tests, found in the office's own calendar ahead of the real now, so that no test grows old.
import holidayJp from '@holiday-jp/holiday_jp';
import { addBusinessDays, isBusinessDay } from '../../../src/booking/calendar.ts';
import { addDays, type Day, dayOf, numbersOf, weekday } from '../../../src/core/jst.ts';
import { office } from './profile.ts';

const isWorkday = (day: Day): boolean => isBusinessDay(day, office, []);

/** From here on a test's time runs well ahead of the real one, however long the run takes. */
const earliest = (): Day => addDays(dayOf(new Date()), 14);

function firstFrom(start: Day, fits: (day: Day) => boolean): Day {
  for (let day = start, tried = 0; tried < 1000; day = addDays(day, 1), tried += 1) {
    if (fits(day)) return day;
  }
  throw new Error(`No such day in the three years after ${start}: is the calendar of holidays too old?`);
}

/** The `count`th business day after the real today: for tests that cannot move the clock far. */
export const workdayAhead = (count: number): Day => addBusinessDays(dayOf(new Date()), count, office, []);

const twoWeeks = Array.from({ length: 14 }, (_, index) => index);

/** The first Monday from `from` on with which two weeks begin whose Mondays to Fridays are all business days. */
export function quietMonday(from: Day): Day {
  const days = twoWeeks.filter((index) => index % 7 < 5);
  return firstFrom(
    [from, earliest()].sort().at(-1) ?? from,
    (day) => weekday(day) === 1 && days.every((index) => isWorkday(addDays(day, index))),
  );
}

/** The first holiday from `from` on that is a weekday and has a business day right after it. */
export function weekdayHoliday(from: Day): { day: Day; name: string } {
  const holidays: Readonly<Record<string, { readonly name: string } | undefined>> = holidayJp.holidays;
  const day = firstFrom(from, (one) => {
    const monthDay = one.slice(5);
    const isYearEnd = monthDay >= '12-29' || monthDay <= '01-03';
    return !isYearEnd && holidays[one] !== undefined && weekday(one) % 6 !== 0 && isWorkday(addDays(one, 1));
  });
  return { day, name: holidays[day]?.name ?? '' };
}

/** `12月1日` */
export function dateText(day: Day): string {
  const { month, dayOfMonth } = numbersOf(day);
  return `${month}月${dayOfMonth}日`;
}

/** `12月1日(火)`, as on the buttons. */
export const dayLabel = (day: Day): string => `${dateText(day)}(${'日月火水木金土'[weekday(day)]})`;

export { addDays, type Day };
