// What of the calendar has been read in a transaction already: once for all turns of a batch.
import type { Closure } from '../booking/calendar.ts';
import { type Day, isAfter } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Taken } from './slots.ts';

/** Days, both inclusive. */
export type Range = { from: Day; until: Day };

type Read<T> = Range & { rows: Promise<T[]> };
export type KnownCalendar = { taken?: Read<Taken & { bookingId: string | null }>; closures?: Read<Closure> };

const known = new WeakMap<Tx, KnownCalendar>();

export function knownCalendar(tx: Tx): KnownCalendar {
  const found = known.get(tx) ?? {};
  known.set(tx, found);
  return found;
}

/** Whoever writes a booking, or holds a slot, says so: what is held has to be read again. */
export const forgetTaken = (tx: Tx): void => void delete known.get(tx)?.taken;

/** Whoever writes a closure says so. Nothing is known beyond its transaction, so that no other process has to hear of it. */
export const forgetClosures = (tx: Tx): void => void delete known.get(tx)?.closures;

export const covers = <T>(read: Read<T> | undefined, { from, until }: Range): read is Read<T> =>
  read !== undefined && !isAfter(read.from, from) && !isAfter(until, read.until);
