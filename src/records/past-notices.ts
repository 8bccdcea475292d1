// What she has let us know about a booking so far, and what follows from it.
import { v5, v7 } from 'uuid';
import type { BookingEvent } from '../../flows/booking.ts';
import { isPersonNotice, type PersonNotice, personNotices } from '../booking/person-notices.ts';
import type { Tx } from '../db/client.ts';
import { newestFirst } from './bookings.ts';
import { quiet } from './told.ts';

/**
 * `told`: a message to staff was put on its way with it. `isQuiet`: none is to be. `isSettled`: staff have recorded since how the
 * consultation goes, so that it says nothing of what comes after.
 */
export type PastNotice = { event: string; at: Date; told: boolean; isQuiet: boolean; isSettled: boolean };

/** Steps by which staff settle what they have heard at its hour. Other numbers are meant to help, too. */
const settling: ReadonlySet<string> = new Set<BookingEvent['type']>([
  'start',
  'phone',
  'miss',
  'absent',
  'resume',
  'reopen',
  'renumber',
]);

/** Staff moved it: what was said of coming to the old time says nothing of the new one, unless that is taken back. */
const moving: ReadonlySet<string> = new Set<BookingEvent['type']>(['reschedule', 'undo']);
/** These are said whatever the time. */
const ofThePerson: ReadonlySet<string> = new Set<PersonNotice>([
  'noPhone',
  'mayCall',
  'callMe',
  'aboutCalls',
  'newPhone',
  'inNeed',
]);

/** What she has let us know about a booking so far, the newest first. */
export const pastNotices = async ({ tx }: { tx: Tx }, bookingId: string): Promise<PastNotice[]> =>
  (await pastNoticesOf(tx, [bookingId])).get(bookingId) ?? [];

/** The same of several, by booking; one without any is missing. */
export async function pastNoticesOf(
  tx: Tx,
  bookingIds: readonly string[],
): Promise<Map<string, PastNotice[]>> {
  const steps = await tx.bookingStep.findMany({
    where: {
      bookingId: { in: [...bookingIds] },
      event: { in: [...personNotices, ...settling, ...moving] },
    },
    orderBy: newestFirst,
    select: { bookingId: true, event: true, from: true, at: true, reason: true },
  });
  const settled = newestOf(steps.filter(({ event }) => settling.has(event)));
  const moves = steps.filter(({ event, from }) => moving.has(event) && from === 'confirmed');
  const moved = newestOf(moves, 'reschedule');
  const told = steps
    .filter(({ event }) => isPersonNotice(event))
    .filter(({ bookingId, event, at }) => ofThePerson.has(event) || at > (moved.get(bookingId) ?? longAgo))
    .map(({ reason, from: _, ...step }) => ({
      ...step,
      told: reason === null,
      isQuiet: reason === quiet,
      isSettled: step.at <= (settled.get(step.bookingId) ?? longAgo),
    }));
  return Map.groupBy(told, ({ bookingId }) => bookingId);
}
const longAgo = new Date(0);

/** By booking: when its newest step was, if it is `only` that. */
function newestOf<S extends { bookingId: string; event: string; at: Date }>(
  steps: readonly S[],
  only?: BookingEvent['type'],
): Map<string, Date> {
  const newest = new Map(steps.toReversed().map((step) => [step.bookingId, step]));
  return new Map(
    [...newest].flatMap(([id, { event, at }]) =>
      only === undefined || event === only ? [[id, at] as const] : [],
    ),
  );
}

/** Of two that take each other back, the newer one counts. */
export const takenBackBy: Partial<Record<PersonNotice, readonly PersonNotice[]>> = {
  absence: ['coming', 'late', 'entered'],
  // The button says more than words do.
  absenceWritten: ['coming', 'late', 'entered'],
  coming: ['absence', 'absenceWritten'],
  late: ['absence', 'absenceWritten'],
  trouble: ['entered'],
  waiting: ['entered'],
  inside: ['entered'],
  callMe: ['entered', 'noPhone'],
  noPhone: ['callMe', 'mayCall'],
  mayCall: ['noPhone'],
  entered: ['trouble', 'waiting', 'inside', 'callMe', 'numbers', 'absence', 'absenceWritten'],
};

/** Staff would call her, let her in or wait for her: that she got in is news to them. */
export function wouldHelp(past: readonly PastNotice[]): boolean {
  const about: readonly string[] = [...(takenBackBy.entered ?? []), 'entered'];
  const newest = past.find(({ event, told, isSettled }) => told && !isSettled && about.includes(event));
  return newest !== undefined && newest.event !== 'entered';
}

const situations: ReadonlyMap<string, 'absent' | 'in' | 'out'> = new Map([
  ['absence', 'absent'],
  ['absenceWritten', 'absent'],
  ['entered', 'in'],
  ['waiting', 'in'],
  ['inside', 'in'],
  ['coming', 'out'],
  ['late', 'out'],
  ['trouble', 'out'],
]);

/**
 * By the newest that says so: 'absent', she said that she cannot come; 'in', she is in the meeting or at its door. `isIn`: staff
 * recorded that she is in, so that only what was said since counts against it.
 */
export function situationOf(past: readonly PastNotice[], isIn = false): 'absent' | 'in' | null {
  const newest = past.find(({ event, isSettled }) => situations.has(event) && !(isIn && isSettled));
  if (newest === undefined) return isIn ? 'in' : null;
  const situation = situations.get(newest.event);
  return situation === 'out' || situation === undefined ? null : situation;
}

/** The same of all her bookings, for what is told of her and not of one of them. */
export async function personMustNotBeCalled(tx: Tx, personId: string): Promise<boolean> {
  const newest = await tx.bookingStep.findFirst({
    where: { booking: { personId }, event: { in: [...ofCalls] } },
    orderBy: newestFirst,
    select: { event: true },
  });
  return newest !== null && mustNotBeCalled([newest]);
}

/** She asked not to be called, or cannot take a call, and has not asked for one since. */
export const mustNotBeCalled = (past: readonly Pick<PastNotice, 'event'>[]): boolean =>
  lastOfCalls(past) === 'noPhone';

/** She asked for a call, or allowed it, and has said nothing against it since. */
export const waitsForCall = (past: readonly Pick<PastNotice, 'event'>[]): boolean =>
  lastOfCalls(past) !== undefined && !mustNotBeCalled(past);

const ofCalls: ReadonlySet<string> = new Set<PersonNotice>(['noPhone', 'callMe', 'mayCall']);

const lastOfCalls = (past: readonly Pick<PastNotice, 'event'>[]): string | undefined =>
  past.find(({ event }) => ofCalls.has(event))?.event;

/** Any fixed UUID: it keeps these ids apart from other uses of hashes. */
const namespace = '5f1d4a53-3a3b-4c0e-8a6e-7c1d2b9e6f10';
const beforeMark = 24;
const markOf = (bookingId: string, message: string): string =>
  v5(`${bookingId}/${message}`, namespace).slice(beforeMark);

/** An id for the history that sorts by time, as all of them do, and ends with a mark of the message that she wrote. */
export const markedStepId = (bookingId: string, message: string): string =>
  `${v7().slice(0, beforeMark)}${markOf(bookingId, message)}`;

/** Whether she asked for a call with that message. */
export async function askedForCallWith(tx: Tx, bookingId: string, message: string): Promise<boolean> {
  const calls = await tx.bookingStep.findMany({
    where: { bookingId, event: 'callMe' satisfies PersonNotice },
    select: { id: true },
  });
  return calls.some(({ id }) => id.endsWith(markOf(bookingId, message)));
}
