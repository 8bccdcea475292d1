// The calendar on record: what holds slots, and on which days the office is closed beyond its hours.

import type { Closure } from '../booking/calendar.ts';
import { addDays, asDateColumn, asTime, type Day, fromDateColumn, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { holding } from './bookings.ts';
import type { Taken } from './slots.ts';

export type Calendar = { taken: Taken[]; closures: Closure[] };

/** What holds slots and what is closed from `from` to `until` (JST days, both inclusive). `except`: a booking that is about to move. */
export async function readCalendar(
  tx: Tx,
  from: Day,
  until: Day,
  except: string | null = null,
): Promise<Calendar> {
  const range = { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) };
  const taken = await tx.booking.findMany({
    where: { state: { in: [...holding] }, startsAt: range, ...(except && { id: { not: except } }) },
    select: { startsAt: true, endsAt: true, counsellor: true },
  });
  return { taken, closures: await closuresBetween(tx, from, until) };
}

/** JST days, both inclusive. */
export async function closuresBetween(tx: Tx, from: Day, until: Day): Promise<Closure[]> {
  const closures = await tx.closure.findMany({
    where: { day: { gte: asDateColumn(from), lte: asDateColumn(until) } },
  });
  return closures.map(({ day, from: start, until: end }) => ({
    day: fromDateColumn(day),
    ...(start !== null && { from: asTime(start) }),
    ...(end !== null && { until: asTime(end) }),
  }));
}
