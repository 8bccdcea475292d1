// When a confirmed booking is brought to mind.
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, dayOf, instant } from '../core/jst.ts';

export const reminderKinds = ['dayBefore', 'soon'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export const isReminderKind = (kind: string): kind is ReminderKind =>
  reminderKinds.some((known) => known === kind);

export type ReminderTime = { readonly kind: ReminderKind; readonly at: Date };

const momentOf: Readonly<Record<ReminderKind, (startsAt: Date, office: Office) => Date>> = {
  // The calendar day before, not the business day: she reads it at home.
  dayBefore: (startsAt, { reminders }) => instant(addDays(dayOf(startsAt), -1), reminders.dayBeforeAt),
  soon: (startsAt, { reminders }) => addMinutes(startsAt, -reminders.minutesBefore),
};

export const reminderAt = (kind: ReminderKind, startsAt: Date, office: Office): Date =>
  momentOf[kind](startsAt, office);

/** The reminders that still lie ahead at `now`, in order. */
export const reminderTimes = (startsAt: Date, now: Date, office: Office): ReminderTime[] =>
  reminderKinds
    .map((kind) => ({ kind, at: momentOf[kind](startsAt, office) }))
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
