// The contact window of a consultation, from a quarter of an hour before its start until its end: whatever she sends in
// it counts as contact, by the time it happened, whenever it is handled.

import { contactWindowBegins, minutesBefore } from '../booking/consultation-phase.ts';
import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, BookingState } from '../db/generated/client.ts';
import { withLastStep } from './bookings.ts';

/** Where a consultation stands that is to take place or took place, or that nobody came to. */
export const agreed = [
  'confirmed',
  'inProgress',
  'done',
  'noShow',
  'byPhone',
  'unrecorded',
  'absent',
] as const satisfies readonly BookingState[];
/** Until its end somebody may speak against any record of it, and after it against those by which nobody spoke with that person. */
const mayBeSpokenOf: ReadonlySet<string> = new Set(agreed.filter((state) => state !== 'done'));
const isUnsettled: ReadonlySet<string> = new Set(
  agreed.filter((state) => state !== 'done' && state !== 'byPhone'),
);

/** What staff may have recorded too early or of the wrong one: until its end its person may be there all the same. */
const recordedAs: ReadonlySet<string> = new Set<BookingState>(['noShow', 'absent', 'byPhone', 'unrecorded']);
export const isRecorded = ({ state, endsAt }: Pick<Booking, 'state' | 'endsAt'>, now: Date): boolean =>
  recordedAs.has(state) && now < endsAt;

/** Somebody's event: when it happened, and when it is handled. */
export type Happening = { personId: string; happenedAt: Date; now: Date };

/** So long before the window a message may have been written that was delivered only within it or later. */
const heldMinutes = 24 * 60;

type WithLastStep = Booking & { steps: { at: Date }[] };

/** Consultations in whose contact window something may have happened `from` then until `now`. */
const candidates = (from: Date, now: Date) => ({
  state: { in: [...agreed] },
  startsAt: { lte: addMinutes(now, minutesBefore) },
  endsAt: { gt: from },
});

/** By person: the consultation in whose contact window the event happened. */
export async function consultationsAt(tx: Tx, events: readonly Happening[]): Promise<Map<string, Booking>> {
  if (events.length === 0) return new Map();
  const [first, last] = [Math.min(...events.map(at)), Math.max(...events.map(({ now }) => now.getTime()))];
  const bookings = await tx.booking.findMany({
    where: {
      personId: { in: events.map(({ personId }) => personId) },
      ...candidates(new Date(first), new Date(last)),
    },
    include: withLastStep,
    orderBy: { startsAt: 'asc' },
  });
  return new Map(
    events.flatMap((event) => {
      const found = bookings.find((one) => one.personId === event.personId && isInWindow(one, event));
      return found ? [[event.personId, found] as const] : [];
    }),
  );
}

const at = ({ happenedAt }: Happening): number => happenedAt.getTime();

function isInWindow(booking: WithLastStep, { happenedAt, now }: Happening): boolean {
  const begins = contactWindowBegins(booking);
  const earliest = now >= begins ? addMinutes(begins, -heldMinutes) : begins;
  return happenedAt >= earliest && happenedAt < booking.endsAt && stoodAt(booking, happenedAt);
}

/** What was recorded or closed later does not matter to what happened before. */
const stoodAt = ({ state, steps: [last] }: WithLastStep, happenedAt: Date): boolean =>
  mayBeSpokenOf.has(state) || (last !== undefined && last.at > happenedAt);

/** Hers of that id, if it was not over when she spoke of it; null: there is none. */
export async function consultationNamed(tx: Tx, id: string, event: Happening): Promise<Booking | null> {
  const { personId, happenedAt } = event;
  const booking = await tx.booking.findFirst({
    where: { id, personId, state: { in: [...agreed] }, endsAt: { gt: happenedAt } },
    include: withLastStep,
  });
  return booking !== null && stoodAt(booking, happenedAt) ? booking : null;
}

/** Whose time was over at `at`, but not for so many minutes, unless staff recorded that it took place; null: none. */
export async function consultationJustOver(
  tx: Tx,
  personId: string,
  at: Date,
  minutes: number,
): Promise<Booking | null> {
  const booking = await tx.booking.findFirst({
    where: { personId, state: { in: [...agreed] }, endsAt: { lte: at, gt: addMinutes(at, -minutes) } },
    orderBy: { startsAt: 'desc' },
  });
  return booking !== null && isUnsettled.has(booking.state) ? booking : null;
}

/** Whether staff have recorded that one took place, or takes place, that ended at most so many hours before `at`. */
export async function attendedJustNow(tx: Tx, personId: string, at: Date, hours: number): Promise<boolean> {
  const state: { in: BookingState[] } = { in: ['inProgress', 'done', 'byPhone'] };
  const where = { personId, state, startsAt: { lte: at }, endsAt: { gt: addMinutes(at, -hours * 60) } };
  return (await tx.booking.findFirst({ where, select: { id: true } })) !== null;
}
