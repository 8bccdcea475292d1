// What she may be promised: when staff see her request, and by when she hears from them.
import type { Office } from '../config/office.ts';
import type { Day } from '../core/jst.ts';
import { addMinutes, dayOf, startOfDay } from '../core/jst.ts';
import { decisionTime } from './booking-window.ts';
import { addBusinessDays, businessDayAfter, businessDayBefore, type Closure, openHours } from './calendar.ts';

/** when staff first see what is sent at `now`: at once while the office is open, else when it next opens. */
export function staffSeeIt(now: Date, office: Office, closures: readonly Closure[]): Date {
  for (let day = dayOf(now); ; day = businessDayAfter(day, office, closures)) {
    const seen = seenOn(day, now, office, closures);
    if (seen !== undefined) return seen;
  }
}

/** Whether the office is open at that moment. */
export const isOpen = (now: Date, office: Office, closures: readonly Closure[]): boolean =>
  seenOn(dayOf(now), now, office, closures)?.getTime() === now.getTime();

/** The first moment from `now` on at which the office is open on `day`. */
function seenOn(day: Day, now: Date, office: Office, closures: readonly Closure[]): Date | undefined {
  const midnight = startOfDay(day);
  for (const { from, until } of openHours(day, office, closures)) {
    if (now < addMinutes(midnight, until)) return latest(now, addMinutes(midnight, from));
  }
  return undefined;
}

/**
 * by when she hears about a consultation on `day` that she asks for at `now`:
 * `answerWithinBusinessDays` after staff first see it, at the latest on the last business day before.
 * Never before staff can have seen it, even where the profile's cut-off leaves them no time.
 */
export function answerBy(now: Date, day: Day, office: Office, closures: readonly Closure[]): Date {
  const seen = staffSeeIt(now, office, closures);
  const decideOn = addBusinessDays(dayOf(seen), office.requests.answerWithinBusinessDays, office, closures);
  const usual = decisionTime(decideOn, office, closures);
  const lastChance = decisionTime(businessDayBefore(day, office, closures), office, closures);
  return latest(seen, earliest(usual, lastChance));
}

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);
const latest = (a: Date, b: Date): Date => (a < b ? b : a);
