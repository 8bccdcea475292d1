// Whether what a person was not told can be sent now, and how it reads as its booking is by now.
import { phaseOf } from '../booking/consultation-phase.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { CannotSend } from '../messages/facts-staff.ts';
import { bookingView } from '../messages/views.ts';
import { lastStep } from '../records/bookings.ts';
import type { Call } from '../records/calls.ts';
import type { Notification } from './notify.ts';
import type { TurnServices } from './turn-services.ts';

type About = Pick<Call, 'about' | 'booking' | 'person'>;

/** Null: it may be sent. `hasQuota`: the month has a message left for that chat, as far as anybody knows. */
export function whyNotAgain(
  { about, booking, person: { chatId, blockedAt } }: About,
  { now, hasQuota }: { now: Date; hasQuota(chatId: string): boolean },
): CannotSend | null {
  // Becomes nullable with people who are not on LINE.
  const chat: string | null = chatId;
  if (chat === null) return 'noLine';
  if (booking === null) return 'noBooking';
  if (blockedAt !== null) return 'blocked';
  if (isOutdated(about, booking, now)) return 'outdated';
  return hasQuota(chat) ? null : 'quota';
}

/** It is not so any more, such as the confirmation of a booking that was cancelled. */
export function isOutdated(
  about: string,
  { state, startsAt, endsAt }: Pick<Booking, 'state' | 'startsAt' | 'endsAt'>,
  now: Date,
): boolean {
  if (about === 'confirmed') return state !== 'confirmed' || endsAt <= now;
  if (about === 'reminder') return state !== 'confirmed' || startsAt <= now;
  return (about === 'declined' || about === 'expired') && state !== about;
}

/** For one that may be sent. */
export async function newlyWorded(
  about: string,
  booking: Booking,
  {
    tx,
    sealer,
    office,
    words,
    now,
  }: { tx: Tx; now: Date } & Pick<TurnServices, 'sealer' | 'office' | 'words'>,
): Promise<Pick<Notification, 'messages' | 'dropAfter'>> {
  const view = bookingView(booking, sealer);
  const { state, startsAt, endsAt } = booking;
  const reason = state === 'declined' ? ((await lastStep(tx, booking.id))?.reason ?? null) : null;
  switch (about) {
    case 'confirmed':
      return { messages: words.confirmed(view, office), dropAfter: endsAt };
    case 'reminder': {
      const today = dayOf(now);
      const isToday = dayOf(startsAt) === today;
      const messages = isToday
        ? words.reminderSoon(view, office)
        : words.reminderDayBefore(view, office, today);
      return { messages, dropAfter: startsAt };
    }
    case 'declined':
      return { messages: words.declined(view, reason, office) };
    case 'expired':
      return { messages: words.expired(view, office) };
    default:
      return { messages: words.bookingShown(view, office, { hour: phaseOf(booking, now), reason }) };
  }
}
