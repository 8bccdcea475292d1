// The calendar on record: what holds slots, and on which days the office is closed beyond its hours. From `from` to `until`
// (JST days, both inclusive), perhaps more. Only within a transaction, for what was read in one is not read again.

import type { Closure } from '../booking/calendar.ts';
import { addDays, asDateColumn, asTime, type Day, dayOf, fromDateColumn, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { covers, knownCalendar } from './known-calendar.ts';
import type { Taken } from './slots.ts';

export type Calendar = { taken: Taken[]; closures: Closure[] };

/** `except`: a booking that is about to move. */
export async function readCalendar(
  tx: Tx,
  from: Day,
  until: Day,
  except: string | null = null,
): Promise<Calendar> {
  const taken = await takenBetween(tx, from, until, except);
  return { taken, closures: await closuresBetween(tx, from, until) };
}

/** The list is the caller's own. */
export async function takenBetween(
  tx: Tx,
  from: Day,
  until: Day,
  except: string | null = null,
): Promise<Taken[]> {
  const known = knownCalendar(tx);
  if (!covers(known.taken, { from, until })) known.taken = { from, until, rows: askTaken(tx, from, until) };
  return (await known.taken.rows).filter(({ bookingId }) => except === null || bookingId !== except);
}

export function closuresBetween(tx: Tx, from: Day, until: Day): Promise<Closure[]> {
  const known = knownCalendar(tx);
  if (!covers(known.closures, { from, until }))
    known.closures = { from, until, rows: askClosures(tx, from, until) };
  return known.closures.rows;
}

/** Those that stand from the first of their days to the last. */
export async function closuresOfBookings(
  tx: Tx,
  bookings: readonly { startsAt: Date }[],
): Promise<Closure[]> {
  const days = bookings.map(({ startsAt }) => dayOf(startsAt)).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  return first === undefined || last === undefined ? [] : closuresBetween(tx, first, last);
}

async function askTaken(tx: Tx, from: Day, until: Day) {
  const range = { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) };
  return tx.slotUse.findMany({
    where: { startsAt: range },
    select: { bookingId: true, startsAt: true, endsAt: true, counsellor: true },
  });
}

/** Of those of one day that stand the ones that were made from that moment on. */
export const closuresMadeSince = (tx: Tx, day: Day, since: Date): Promise<Closure[]> =>
  askClosures(tx, day, day, since);

async function askClosures(tx: Tx, from: Day, until: Day, since?: Date): Promise<Closure[]> {
  const day = { gte: asDateColumn(from), lte: asDateColumn(until) };
  const closures = await tx.closure.findMany({
    where: { day, liftedAt: null, ...(since !== undefined && { createdAt: { gte: since } }) },
  });
  return closures.map(({ day, from: start, until: end, counsellors }) => ({
    day: fromDateColumn(day),
    ...(start !== null && { from: asTime(start) }),
    ...(end !== null && { until: asTime(end) }),
    ...(counsellors !== null && { counsellors }),
  }));
}
