// When a confirmed booking is brought to mind.
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, dayOf, instant } from '../core/jst.ts';

export const reminderKinds = ['daysBefore', 'dayBefore', 'soon'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export const isReminderKind = (kind: string): kind is ReminderKind =>
  reminderKinds.some((known) => known === kind);

export type ReminderTime = { readonly kind: ReminderKind; readonly at: Date };

/** Calendar days, not business days: people read it at home. */
const daysAhead = (startsAt: Date, days: number, time: string): Date =>
  instant(addDays(dayOf(startsAt), -days), time);

const momentOf: Readonly<Record<ReminderKind, (startsAt: Date, office: Office) => Date | null>> = {
  daysBefore: (startsAt, { reminders: { daysBefore } }) =>
    daysBefore === undefined ? null : daysAhead(startsAt, daysBefore.days, daysBefore.at),
  dayBefore: (startsAt, { reminders }) => daysAhead(startsAt, 1, reminders.dayBeforeAt),
  soon: (startsAt, { reminders }) => addMinutes(startsAt, -reminders.minutesBefore),
};

/** Null: this office sends none of that kind. */
export const reminderAt = (kind: ReminderKind, startsAt: Date, office: Office): Date | null =>
  momentOf[kind](startsAt, office);

/** The reminders that still lie ahead at `now`, in order. */
export const reminderTimes = (startsAt: Date, now: Date, office: Office): ReminderTime[] =>
  reminderKinds
    .flatMap((kind) => {
      const at = reminderAt(kind, startsAt, office);
      return at !== null && at > now ? [{ kind, at }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());

/**
 * Whether one that has not gone out is right at `now`. A timer of an earlier start of a moved booking fires too early for the
 * new one. After a long stop 「3日後」 is wrong on another day, and the reminder of the day before says what the one before the
 * start says.
 */
export function isReminderDue(kind: ReminderKind, startsAt: Date, now: Date, office: Office): boolean {
  const at = reminderAt(kind, startsAt, office);
  if (at === null || at > now) return false;
  if (kind === 'daysBefore') return dayOf(at) === dayOf(now);
  return kind === 'soon' || reminderTimes(startsAt, now, office).some((ahead) => ahead.kind === 'soon');
}
