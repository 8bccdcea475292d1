// Timers on the queue. A timer carries a booking's id and its kind, nothing else: when it fires it reads
// the booking, so cancelling and moving need no bookkeeping. Its job's id is made of booking, kind and moment: putting it
// again does no harm, and a moment that has changed since is a timer of its own.
import { v5 } from 'uuid';
import { z } from 'zod';
import { decisionTime } from '../booking/booking-window.ts';
import { businessDayBefore, type Closure } from '../booking/calendar.ts';
import { overdueFrom } from '../booking/consultation-phase.ts';
import { reminderAt, reminderKinds, reminderTimes } from '../booking/reminder-times.ts';
import type { Office } from '../config/office.ts';
import { addMinutes, dayOf, startOfDay } from '../core/jst.ts';
import type { Booking } from '../db/generated/client.ts';
import type { NewJob } from '../db/queue.ts';

export const timerSchema = z.object({
  booking: z.uuid(),
  /**
   * `nudge`: the time she was promised an answer by is near · `promise`: it has come · `expiry`: staff can no longer decide on a
   * request · `dayMenu`: another menu may be right on her phone · `end`: the time of a consultation is over ·
   * `tell`: a decision of staff has to be told · `wishEnd`: a wish to move was not decided on in time · `wishNudge`: that is near ·
   * `offerEnd`: none of the times that staff proposed was taken in time ·
   * `noSign`: it has begun ten minutes ago · `hold`: a slot
   * that was held for a caller is free again; `booking` is the hold.
   */
  kind: z.enum([
    ...reminderKinds,
    ...([
      'nudge',
      'promise',
      'expiry',
      'dayMenu',
      'end',
      'tell',
      'wishEnd',
      'wishNudge',
      'offerEnd',
      'noSign',
      'hold',
    ] as const),
  ]),
});
export type Timer = z.infer<typeof timerSchema>;

type Wake = { now: Date; newId(now: Date): string };

/** Any fixed UUID: it keeps these ids apart from other uses of hashes. */
const namespace = '5b0f4c1e-7a57-4a0e-9c1d-2f2a3c5e8b61';

const timerId = (booking: string, kind: Timer['kind'], moment: Date): string =>
  v5(`${booking} ${kind} ${moment.toISOString()}`, namespace);

const timer = (booking: string, kind: Timer['kind'], startAfter: Date): NewJob => ({
  id: timerId(booking, kind, startAfter),
  key: booking,
  data: { booking, kind } satisfies Timer,
  startAfter,
});

type Timed = Pick<Booking, 'startsAt' | 'endsAt' | 'promisedBy'>;

/** When a timer of this kind is due, by the booking, the profile and the closures as they are now; null: never, by this profile. */
export function dueAt(
  { startsAt, endsAt, promisedBy }: Timed,
  kind: Exclude<Timer['kind'], 'tell' | 'wishEnd' | 'wishNudge' | 'offerEnd' | 'hold'>,
  office: Office,
  closures: readonly Closure[],
): Date | null {
  switch (kind) {
    case 'nudge':
      return addMinutes(promisedBy, -nudgeMinutes);
    case 'promise':
      return promisedBy;
    case 'expiry':
      return expiresAt({ startsAt, promisedBy }, office, closures);
    case 'dayMenu':
      return startOfDay(dayOf(startsAt));
    case 'end':
      return endsAt;
    case 'noSign':
      return overdueFrom({ startsAt });
    default:
      return reminderAt(kind, startsAt, office);
  }
}

/**
 * For a timer that has fired before it is due: the same for the moment at which it is, undefined for one that is due. A nudge
 * is set anew whenever its moment changes, so one of an earlier promise is not put again; nor is one that tells a decision.
 */
export function putAgain(
  { kind, booking: id }: Timer,
  booking: Timed,
  { now, office, closures }: { now: Date; office: Office; closures: readonly Closure[] },
): NewJob | undefined {
  // Each has a row of its own that says when.
  if (kind === 'tell' || kind === 'wishEnd' || kind === 'wishNudge' || kind === 'offerEnd' || kind === 'hold')
    return undefined;
  const due = dueAt(booking, kind, office, closures);
  return due !== null && kind !== 'nudge' && now < due ? timer(id, kind, due) : undefined;
}

/** Whether this job is the nudge of the promise that stands now: each promise is brought to mind once. */
export const isNudgeOf = (jobId: string, id: string, { promisedBy }: Pick<Booking, 'promisedBy'>): boolean =>
  [addMinutes(promisedBy, -nudgeMinutes), promisedBy].some((at) => timerId(id, 'nudge', at) === jobId);

/** Minutes before the promised answer time at which staff are reminded of a request. */
const nudgeMinutes = 60;

/** For a request: staff are reminded before the promise is broken, its person hears where it is, and without an answer it expires. */
export function requestTimers(
  booking: Pick<Booking, 'id' | 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
  { now }: { now: Date },
): NewJob[] {
  const { id, promisedBy } = booking;
  const early = addMinutes(promisedBy, -nudgeMinutes);
  const end = expiresAt(booking, office, closures);
  return [
    timer(id, 'nudge', early > now ? early : promisedBy),
    // Where both fall together the end says it all.
    ...(promisedBy < end ? [timer(id, 'promise', promisedBy)] : []),
    timer(id, 'expiry', end),
  ];
}

/** Of requests whose end has moved, because a day was closed; one whose new end has passed already keeps the one it had. */
export const expiryTimers = (
  requests: readonly Pick<Booking, 'id' | 'startsAt' | 'promisedBy'>[],
  office: Office,
  closures: readonly Closure[],
  { now }: { now: Date },
): NewJob[] =>
  requests
    .map((request) => ({ id: request.id, at: expiresAt(request, office, closures) }))
    .filter(({ at }) => at > now)
    .map(({ id, at }) => timer(id, 'expiry', at));

/** `decideBy` of the last business day before the consultation, but never before she is to hear from us. */
export function expiresAt(
  { startsAt, promisedBy }: Pick<Booking, 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
): Date {
  const lastChance = decisionTime(businessDayBefore(dayOf(startsAt), office, closures), office, closures);
  return promisedBy > lastChance ? promisedBy : lastChance;
}

/** For a decision of staff that is told then. */
export const tellTimer = (booking: string, at: Date): NewJob => timer(booking, 'tell', at);

/** For a wish to move: staff are reminded before its end, where that is far enough away, and at its end its person hears where it is. */
export function wishTimers(booking: string, until: Date, { now }: { now: Date }): NewJob[] {
  const early = addMinutes(until, -nudgeMinutes);
  return [...(early > now ? [timer(booking, 'wishNudge', early)] : []), timer(booking, 'wishEnd', until)];
}

export const offerTimer = (booking: string, until: Date): NewJob => timer(booking, 'offerEnd', until);

/** For a slot that is held until then (records/phone-holds.ts). */
export const holdTimer = (hold: string, until: Date): NewJob => timer(hold, 'hold', until);

/** The confirmation itself says all that a reminder within the hour would say again. */
const freshMinutes = 60;

/**
 * When the day of a confirmed booking begins, or at once where it has. Set again when a booking is
 * taken off its day: the usual menu is right from then on.
 */
export const menuTimer = ({ id, startsAt }: Pick<Booking, 'id' | 'startsAt'>, wake: Wake): NewJob => {
  const morning = startOfDay(dayOf(startsAt));
  if (morning > wake.now) return timer(id, 'dayMenu', morning);
  // It may be looked at any number of times.
  return { ...timer(id, 'dayMenu', wake.now), id: wake.newId(wake.now) };
};

/** For a confirmed booking: every reminder that still lies ahead, the menu of its day, whether somebody came, and its end. */
export const bookingTimers = (
  booking: Pick<Booking, 'id' | 'startsAt' | 'endsAt'>,
  office: Office,
  wake: Wake,
): NewJob[] => [
  ...reminderTimes(booking.startsAt, wake.now, office)
    .filter(({ kind, at }) => kind === 'soon' || at > addMinutes(wake.now, freshMinutes))
    .map(({ kind, at }) => timer(booking.id, kind, at)),
  menuTimer(booking, wake),
  ...(overdueFrom(booking) > wake.now ? [timer(booking.id, 'noSign', overdueFrom(booking))] : []),
  timer(booking.id, 'end', booking.endsAt),
];

/**
 * After a decision of that time was taken back: what fell due meanwhile found the booking in another state and did nothing, and its
 * job is done. Again, now, under ids of their own.
 */
export function missedTimers(
  booking: Pick<Booking, 'id' | 'state' | 'startsAt' | 'promisedBy'>,
  office: Office,
  closures: readonly Closure[],
  { since, now, newId }: Wake & { since: Date },
): NewJob[] {
  const { id, state, startsAt, promisedBy } = booking;
  const moments =
    state === 'confirmed'
      ? reminderTimes(startsAt, since, office)
      : [
          { kind: 'promise' as const, at: promisedBy },
          { kind: 'expiry' as const, at: expiresAt({ startsAt, promisedBy }, office, closures) },
        ];
  return moments
    .filter(({ at }) => at > since && at <= now)
    .map(({ kind }) => ({ ...timer(id, kind, now), id: newId(now) }));
}
