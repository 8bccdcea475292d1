// Days for tests that go by the calendar of whichever day they run on.
import { businessDayAfter } from '../../src/booking/calendar.ts';
import type { Office } from '../../src/config/office.ts';
import { addDays, type Day, dayOf } from '../../src/core/jst.ts';

/** The first Thursday at least three days ahead from whose Wednesday to its Friday, and a week later too, the office is open. */
export function ordinaryThursday(now: Date, office: Office): Day {
  const isOpen = (day: Day): boolean => businessDayAfter(addDays(day, -1), office, []) === day;
  let day = addDays(dayOf(now), 3);
  while (new Date(day).getUTCDay() !== 4 || ![-1, 0, 1, 6, 7, 8].every((days) => isOpen(addDays(day, days))))
    day = addDays(day, 1);
  return day;
}

/** `12/3`, as staff type it. */
export const typedDay = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
