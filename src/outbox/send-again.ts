// Whether what a person was not told can be sent now, and how it reads as its booking is by now.
import { phaseOf } from '../booking/consultation-phase.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { CannotSend } from '../messages/facts-calls.ts';
import type { CalledKind } from '../messages/kinds.ts';
import { lastStep } from '../records/bookings.ts';
import type { Call } from '../records/calls.ts';
import { freeNear } from '../records/free-near.ts';
import { lapseOf } from './lapse-of-offer.ts';
import type { Notification } from './notify.ts';
import { decisionMessages } from './tell-decision.ts';
import type { TurnServices } from './turn-services.ts';
import { viewForPerson } from './view-for-person.ts';

type About = Pick<Call, 'about' | 'booking' | 'person'>;

/** Null: it may be sent. `hasQuota`: the month has a message left for that chat, as far as anybody knows. */
export function whyNotAgain(
  { about, booking, person: { chatId: chat, blockedAt } }: About,
  { now, hasQuota }: { now: Date; hasQuota(chatId: string): boolean },
): CannotSend | null {
  if (chat === null) return 'noLine';
  if (booking === null) return 'noBooking';
  if (blockedAt !== null) return 'blocked';
  if (isOutdated(about, booking, now)) return 'outdated';
  return hasQuota(chat) ? null : 'quota';
}

type Timed = Pick<Booking, 'state' | 'startsAt' | 'endsAt'>;
const isConfirmed = ({ state, endsAt }: Timed, now: Date): boolean => state === 'confirmed' && endsAt > now;
const isStill =
  (expected: string) =>
  ({ state }: Timed): boolean =>
    state === expected;

/** Whether it is so still, by the kind of message. */
const stillTrue: Readonly<Record<CalledKind, (booking: Timed, now: Date) => boolean>> = {
  confirmed: isConfirmed,
  moved: isConfirmed,
  wishRefused: isConfirmed,
  wishLapsed: isConfirmed,
  numbersChanged: isConfirmed,
  reminder: ({ state, startsAt }, now) => state === 'confirmed' && startsAt > now,
  declined: isStill('declined'),
  cancelled: isStill('cancelled'),
  expired: isStill('expired'),
  readmitted: isStill('requested'),
  // Which times they are is told by the booking as it stands.
  offered: ({ state, startsAt }, now) =>
    state === 'proposed' || ((state === 'confirmed' || state === 'requested') && startsAt > now),
  offerRecalled: ({ state, startsAt }, now) =>
    (state === 'requested' || state === 'confirmed') && startsAt > now,
  offerLapsed: ({ state, startsAt }, now) => state === 'expired' || (state === 'confirmed' && startsAt > now),
  receipt: () => true,
};

/** It is not so any more, such as the confirmation of a booking that was cancelled. */
export const isOutdated = (about: string, booking: Timed, now: Date): boolean =>
  Object.hasOwn(stillTrue, about) && !stillTrue[about as CalledKind](booking, now);

/** The step that such a message tells of. */
const stepOf: Readonly<Record<string, string>> = {
  confirmed: 'confirm',
  numbersChanged: 'renumber',
  declined: 'decline',
  cancelled: 'cancel',
  moved: 'reschedule',
  wishRefused: 'keep',
  readmitted: 'readmit',
  offered: 'propose',
  offerRecalled: 'recall',
};

/** For one that may be sent. */
export async function newlyWorded(
  about: string,
  booking: Booking,
  services: { tx: Tx; now: Date } & Pick<TurnServices, 'sealer' | 'office' | 'words'>,
): Promise<Pick<Notification, 'messages' | 'dropAfter'>> {
  const { tx, office, words, now } = services;
  const view = await viewForPerson(booking, services);
  const reason = (await lastStep(tx, booking.id))?.reason ?? null;
  const event = stepOf[about];
  if (event !== undefined) {
    const { messages, dropAfter } = await decisionMessages({ event, reason }, booking, services);
    return { messages, ...(dropAfter && { dropAfter }) };
  }
  if (about === 'offerLapsed') {
    const messages = await lapseOf(booking, view, services);
    return { messages };
  }
  if (about === 'wishLapsed') return { messages: words.wishLapsed(view, office) };
  if (about === 'expired')
    return { messages: words.expired(view, office, await freeNear(tx, booking, now, office)) };
  if (about !== 'reminder')
    return { messages: words.bookingShown(view, office, { hour: phaseOf(booking, now), reason }) };
  const today = dayOf(now);
  const isToday = dayOf(booking.startsAt) === today;
  const messages = isToday ? words.reminderSoon(view, office) : words.reminderDayBefore(view, office, today);
  return { messages, dropAfter: booking.startsAt };
}
