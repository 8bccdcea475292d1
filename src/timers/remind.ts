// Reminders that are due: each reads its booking now, and says nothing when it no longer matters.

import { hitOf } from '../booking/closures.ts';
import { isReminderDue, isReminderKind, type ReminderKind } from '../booking/reminder-times.ts';
import { isSuspended } from '../booking/suspension.ts';
import { dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { bookingView } from '../messages/views.ts';
import type { Words } from '../messages/words.ts';
import { createWayOut, notifyPerson } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { tellDecision } from '../outbox/tell-decision.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import type { BookingOfPerson } from '../records/bookings.ts';
import { closuresOfBookings } from '../records/calendar.ts';
import { mustNotBeCalled, type PastNotice, pastNoticesOf, situationOf } from '../records/past-notices.ts';
import { recordReminders, withoutEarlyReminder } from '../records/reminders-sent.ts';
import type { Timer } from './timers.ts';

type Reminder = Timer & { kind: ReminderKind };

export const isReminder = (timer: Timer): timer is Reminder => isReminderKind(timer.kind);

const nameOf = {
  daysBefore: 'reminderDaysBefore',
  dayBefore: 'reminderDayBefore',
  soon: 'reminderSoon',
} as const satisfies Record<ReminderKind, keyof Words>;

type At = { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** What has to go out for these timers `of` these bookings, at most once for each booking, kind and start. */
export async function remind(
  tx: Tx,
  reminders: readonly Reminder[],
  of: readonly BookingOfPerson[],
  at: At,
): Promise<Outgoing[]> {
  const { now, office } = at;
  const ahead = of.filter(({ state, startsAt }) => state === 'confirmed' && startsAt > now);
  // Staff have closed that time: whoever is reminded of it would come to a closed door. What they do about it is told.
  const closures = await closuresOfBookings(tx, ahead);
  const bookings = ahead.filter((booking) => hitOf(booking, office, closures) === null);
  const past = await pastOf(tx, bookings);
  // The same twice in a batch would pass the key below together.
  const once = new Map(reminders.map((one) => [`${one.booking} ${one.kind}`, one])).values();
  const ready = [...once].flatMap(({ booking: id, kind }) => {
    const booking = bookings.find((one) => one.id === id);
    // Whoever said that she cannot come, and not otherwise since, is not asked to enter.
    return booking && situationOf(past(id)) !== 'absent' && isReminderDue(kind, booking.startsAt, now, office)
      ? [{ booking, kind }]
      : [];
  });
  const due = await withoutNeedlessEarly(tx, ready, now);
  const fresh = await recordReminders(tx, due, now);
  const way = createWayOut(tx, now);
  // Nobody is reminded of what has not been told: that goes out first.
  for (const { bookingId } of fresh) await tellDecision(way, bookingId, at);
  for (const { booking, kind } of due)
    if (fresh.some((row) => row.bookingId === booking.id && row.kind === kind))
      await notifyPerson(
        way,
        booking,
        reminder(booking, kind, { ...at, noCall: mustNotBeCalled(past(booking.id)) }),
      );
  return way.outgoing;
}

/** What was told of each of them. */
async function pastOf(tx: Tx, bookings: readonly Booking[]): Promise<(id: string) => PastNotice[]> {
  const ids = bookings.map(({ id }) => id);
  const past = ids.length === 0 ? new Map<string, PastNotice[]>() : await pastNoticesOf(tx, ids);
  return (id) => past.get(id) ?? [];
}

type Ready = { booking: BookingOfPerson; kind: ReminderKind };

/** Whoever was told of that date on the same day needs no early one. */
async function withoutNeedlessEarly(tx: Tx, ready: readonly Ready[], now: Date): Promise<Ready[]> {
  const early = ready.filter(({ kind }) => kind === 'daysBefore').map(({ booking }) => booking.id);
  const needless = await withoutEarlyReminder(tx, early, startOfDay(dayOf(now)));
  return ready.filter(({ booking: { id }, kind }) => kind !== 'daysBefore' || !needless.has(id));
}

const reminder = (
  booking: BookingOfPerson,
  kind: ReminderKind,
  { now, office, sealer, words, noCall }: At & { noCall: boolean },
) => ({
  about: kind === 'daysBefore' ? ('reminderEarly' as const) : ('reminder' as const),
  ...(kind === 'dayBefore' && { important: true as const }),
  messages: words[nameOf[kind]](
    { ...bookingView(booking, sealer), noCall, isSuspended: isSuspended(booking.person, now) },
    office,
    dayOf(now),
  ),
  dropAfter: booking.startsAt,
});
