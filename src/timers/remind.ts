// Reminders that are due: each reads its booking now, and says nothing when it no longer matters.

import { isReminderKind, type ReminderKind, reminderTimes } from '../booking/reminder-times.ts';
import type { Office } from '../config/office.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { BookingView } from '../messages/facts.ts';
import { ja } from '../messages/ja/index.ts';
import type { Message } from '../messages/message.ts';
import { bookingView } from '../messages/views.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { pastNoticesOf, situationOf } from '../records/past-notices.ts';
import type { Timer } from './timers.ts';

type Reminder = Timer & { kind: ReminderKind };

export const isReminder = (timer: Timer): timer is Reminder => isReminderKind(timer.kind);

/** `today`: the day on which it is sent, as YYYY-MM-DD. */
const words: Readonly<Record<ReminderKind, (view: BookingView, office: Office, today: string) => Message[]>> =
  {
    dayBefore: ja.reminderDayBefore,
    soon: ja.reminderSoon,
  };

type Owned = Booking & { person: { chatId: string } };

/** What has to go out for these timers, at most once for each booking, kind and start. */
export async function remind(
  tx: Tx,
  reminders: readonly Reminder[],
  { now, office, sealer }: { now: Date; office: Office; sealer: Sealer },
): Promise<Outgoing[]> {
  const bookings = await tx.booking.findMany({
    where: { id: { in: reminders.map(({ booking }) => booking) }, state: 'confirmed', startsAt: { gt: now } },
    include: { person: { select: { chatId: true } } },
  });
  const absent = await saidAbsent(tx, bookings);
  // The same twice in a batch would pass the key below together.
  const once = new Map(reminders.map((one) => [`${one.booking} ${one.kind}`, one])).values();
  const due = [...once].flatMap(({ booking: id, kind }) => {
    const booking = bookings.find((one) => one.id === id);
    return booking && !absent.has(id) && isDue(booking, kind, now, office) ? [{ booking, kind }] : [];
  });
  const fresh = await tx.reminderSent.createManyAndReturn({
    data: due.map(({ booking, kind }) => ({
      bookingId: booking.id,
      kind,
      startsAt: booking.startsAt,
      sentAt: now,
    })),
    skipDuplicates: true,
  });
  return due
    .filter(({ booking, kind }) => fresh.some((row) => row.bookingId === booking.id && row.kind === kind))
    .map(({ booking, kind }) => reminder(booking, kind, now, office, sealer));
}

/** Whoever said that she cannot come, and not otherwise since, is not asked to enter. */
async function saidAbsent(tx: Tx, bookings: readonly Owned[]): Promise<Set<string>> {
  if (bookings.length === 0) return new Set();
  const past = await pastNoticesOf(
    tx,
    bookings.map(({ id }) => id),
  );
  return new Set(bookings.map(({ id }) => id).filter((id) => situationOf(past.get(id) ?? []) === 'absent'));
}

/**
 * A timer of an earlier start of a moved booking fires too early for the new one. After a long stop the
 * reminder of the day before comes too late: the one before the start says the same.
 */
function isDue(booking: Booking, kind: ReminderKind, now: Date, office: Office): boolean {
  const ahead = reminderTimes(booking.startsAt, now, office);
  if (ahead.some((reminder) => reminder.kind === kind)) return false;
  return kind === 'soon' || ahead.some((reminder) => reminder.kind === 'soon');
}

function reminder(booking: Owned, kind: ReminderKind, now: Date, office: Office, sealer: Sealer): Outgoing {
  return {
    to: booking.person.chatId,
    about: 'reminder',
    booking: booking.id,
    ...(kind === 'dayBefore' && { important: true as const }),
    messages: words[kind](bookingView(booking, sealer), office, dayOf(now)),
    madeAt: now.getTime(),
    dropAfter: booking.startsAt.getTime(),
  };
}
