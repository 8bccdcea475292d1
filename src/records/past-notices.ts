// What she has let us know about a booking so far, and what follows from it.
import { v5, v7 } from 'uuid';
import { z } from 'zod';
import type { BookingEvent } from '../../flows/booking.ts';
import { isPersonNotice, type PersonNotice, personNotices } from '../booking/person-notices.ts';
import type { Tx } from '../db/client.ts';
import { newestFirst } from './bookings.ts';
import { nobody } from './forget.ts';
import { quiet } from './told.ts';

/**
 * `told`: a message to staff was put on its way with it. `isQuiet`: none is to be. `isSettled`: staff have recorded since how the
 * consultation goes, so that it says nothing of what comes after. `isElsewhere`: it was said about another booking of the same person,
 * and holds for this one as well.
 */
export type PastNotice = {
  event: string;
  at: Date;
  told: boolean;
  isQuiet: boolean;
  isSettled: boolean;
  isElsewhere: boolean;
};

/** Steps by which staff settle what they have heard. Other numbers are meant to help, too. */
const settling: ReadonlySet<string> = new Set<BookingEvent['type']>([
  'start',
  'phone',
  'miss',
  'absent',
  'resume',
  'reopen',
  'renumber',
  'cancel',
  'decline',
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

/** What she has let us know about a booking so far, the newest first, with what she said last of calls about another one. */
export const pastNotices = async ({ tx }: { tx: Tx }, bookingId: string): Promise<PastNotice[]> =>
  (await pastNoticesOf(tx, [bookingId])).get(bookingId) ?? [];

/** Without what was said about another booking. */
export const ofItself = <P extends PastNotice>(past: readonly P[]): P[] =>
  past.filter(({ isElsewhere }) => !isElsewhere);

const stepRows = z.array(
  z.object({
    of: z.string(),
    bookingId: z.string(),
    event: z.string(),
    from: z.string().nullable(),
    at: z.date(),
    reason: z.string().nullable(),
  }),
);
type Step = z.infer<typeof stepRows>[number];

/**
 * The same of several, by booking; one without any is missing. Who must not be called is not called about any booking: what is said of
 * calls is read of all of that person's, and in the same statement, for it stands on the way of many messages.
 */
export async function pastNoticesOf(
  tx: Tx,
  bookingIds: readonly string[],
): Promise<Map<string, PastNotice[]>> {
  if (bookingIds.length === 0) return new Map();
  const found = await tx.$queryRaw`
    SELECT "of".id::text AS "of", s."bookingId"::text AS "bookingId", s.event, s."from"::text AS "from", s.at, s.reason
    FROM "Booking" "of"
    JOIN "Booking" b ON b."personId" = "of"."personId"
    JOIN "BookingStep" s ON s."bookingId" = b.id
    WHERE "of".id = ANY(${[...bookingIds]}::uuid[])
      AND ((b.id = "of".id AND s.event = ANY(${[...personNotices, ...settling, ...moving]}::text[]))
        OR (s.event = ANY(${[...ofCalls]}::text[]) AND b."personId" <> ${nobody.id}::uuid))
    ORDER BY s.at DESC, s.id DESC`;
  const rows = stepRows.parse(found);
  const own = rows.filter((row) => row.bookingId === row.of);
  const settled = newestOf(own.filter(({ event }) => settling.has(event)));
  const moves = own.filter(({ event, from }) => moving.has(event) && from === 'confirmed');
  const moved = newestOf(moves, 'reschedule');
  // Of what was said elsewhere only the last counts.
  const elsewhere = new Set(
    new Map(
      rows
        .filter((row) => row.bookingId !== row.of)
        .map((row) => [row.of, row] as const)
        .toReversed(),
    ).values(),
  );
  const isTold = (row: Step): boolean =>
    row.bookingId === row.of
      ? isPersonNotice(row.event) && (ofThePerson.has(row.event) || row.at > (moved.get(row.of) ?? longAgo))
      : elsewhere.has(row);
  const told = rows.filter(isTold).map((row) => asPast(row, settled));
  return Map.groupBy(told, ({ of }) => of);
}

function asPast({ of, bookingId, event, at, reason }: Step, settled: ReadonlyMap<string, Date>) {
  const isElsewhere = bookingId !== of;
  return {
    of,
    // A call that was asked for then is none that is waited for here: it is only allowed.
    event: isElsewhere && event === 'callMe' ? 'mayCall' : event,
    at,
    told: reason === null,
    isQuiet: reason === quiet,
    isSettled: !isElsewhere && at <= (settled.get(of) ?? longAgo),
    isElsewhere,
  };
}
const longAgo = new Date(0);

/** By booking: when its newest step was, if it is `only` that. */
function newestOf<S extends Pick<Step, 'bookingId' | 'event' | 'at'>>(
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

/** The same for what is told of a person and not of one of the bookings. */
export async function personMustNotBeCalled(tx: Tx, personId: string): Promise<boolean> {
  if (personId === nobody.id) return false;
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

/** She asked for a call about this booking, or allowed it, and has said nothing against it since. */
export const waitsForCall = (past: readonly PastNotice[]): boolean =>
  lastOfCalls(ofItself(past)) !== undefined && !mustNotBeCalled(past);

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
