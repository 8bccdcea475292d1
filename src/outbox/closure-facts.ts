// A closure for the words that show it, and whether a booking is hit by one.
import { type DayPart, type Hit, hitOf, nameOfPart } from '../booking/closures.ts';
import { moment } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { ClosedPart, ClosureFacts } from '../messages/facts-closures.ts';
import { open } from '../records/bookings.ts';
import { closuresOfBookings } from '../records/calendar.ts';
import type { ClosureRow } from '../records/closures.ts';
import type { TurnServices } from './turn-services.ts';

type Of = Pick<TurnServices, 'office'>;

/** `counsellors`: how many stay; null: it is closed. */
export type Wanted = { day: Day; part: DayPart; counsellors: number | null; reason: string | null };

export const asShown = ({ day, part, counsellors, reason }: Wanted, { office }: Of): ClosedPart => ({
  day,
  name: nameOfPart(part, office),
  from: part === 'all' ? null : part.from,
  until: part === 'all' ? null : part.until,
  counsellors,
  reason,
});

export const factsOf = (row: ClosureRow, of: Of): ClosureFacts => ({
  ...asShown(row, of),
  id: row.id,
  by: row.by,
  at: moment(row.at),
});

/** By booking: how a closure that stands hits it. What is over, or settled otherwise, is hit by none. */
export async function hitsAmong(
  bookings: readonly Booking[],
  { tx, office, now }: Of & { tx: Tx; now: Date },
): Promise<ReadonlyMap<string, Hit>> {
  const ahead = bookings.filter(({ state, endsAt }) => open.some((one) => one === state) && endsAt > now);
  const closures = await closuresOfBookings(tx, ahead);
  return new Map(
    ahead.flatMap((booking) => {
      const hit = hitOf(booking, office, closures);
      return hit === null ? [] : [[booking.id, hit] as const];
    }),
  );
}
