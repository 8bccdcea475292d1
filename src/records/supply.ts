// Whether there are times enough for those who ask: what is free, who saw that nothing is, and what nobody decided on.
import { lastOpenDay } from '../booking/booking-window.ts';
import type { Office } from '../config/office.ts';
import { addDays, asDateColumn, type Day, dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { readCalendar } from './calendar.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { openDays } from './slots.ts';

/** Counted back from today, which is one of them. */
export const supplyDays = 7;

/** `free`: starts of the usual grid that can be asked for now, until the day `until`. `full`: people; `expired`: requests. */
export type Supply = {
  readonly free: number;
  readonly until: Day;
  readonly full: number;
  readonly expired: number;
};

/** That person was shown that no day is open. */
export async function noteFull(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.fullSeen.createMany({ data: { personId, day: asDateColumn(dayOf(now)) }, skipDuplicates: true });
}

export async function readSupply(tx: Tx, now: Date, office: Office): Promise<Supply> {
  const today = dayOf(now);
  const until = lastOpenDay(today, office);
  // Some days back too: cut-offs are counted back over business days.
  const { closures, taken } = await readCalendar(tx, addDays(today, -14), addDays(until, 14));
  const since = addDays(today, 1 - supplyDays);
  const seen = await tx.fullSeen.groupBy({ by: ['personId'], where: { day: { gte: asDateColumn(since) } } });
  const expired = await tx.bookingStep.groupBy({
    by: ['bookingId'],
    where: { event: 'expire', at: { gte: startOfDay(since) } },
  });
  return {
    free: openDays(now, office, closures, taken).reduce((sum, { times }) => sum + times.length, 0),
    ...{ until, full: seen.length, expired: expired.length },
  };
}

export const sweepFullSeen = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'FullSeen', 'ctid', 'day < $1::date', [addDays(dayOf(now), -31)]);
