// When a confirmed booking is brought to mind.
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, dayOf, instant } from './jst.ts';

export type ReminderKind = 'dayBefore' | 'soon';
export type ReminderTime = { readonly kind: ReminderKind; readonly at: Date };

/** The reminders that still lie ahead at `now`, in order. */
export function reminderTimes(startsAt: Date, now: Date, office: Office): ReminderTime[] {
  const all: ReminderTime[] = [
    // The calendar day before, not the business day: she reads it at home.
    { kind: 'dayBefore', at: instant(addDays(dayOf(startsAt), -1), office.reminders.dayBeforeAt) },
    { kind: 'soon', at: addMinutes(startsAt, -office.reminders.minutesBefore) },
  ];
  return all.filter(({ at }) => at > now).sort((a, b) => a.at.getTime() - b.at.getTime());
}
