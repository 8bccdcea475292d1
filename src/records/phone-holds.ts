// Slots that are held while somebody is on the telephone (SlotUse of kind `call`): for a quarter of an hour, or until the booking
// is entered, which gets the id of its hold.
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, type Day, dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { SlotUse } from '../db/generated/client.ts';
import { readCalendar } from './calendar.ts';
import { forgetTaken } from './known-calendar.ts';
import { freeCounsellor } from './slots.ts';

export const holdMinutes = 15;
const kind = 'call' as const;

export type Hold = Pick<SlotUse, 'id' | 'counsellor' | 'startsAt' | 'endsAt'> & { until: Date };

/**
 * Undefined: nobody is free then. Of two who hold the last one at the same moment the second breaks the exclusion constraint and with it
 * the transaction: run again, it sees the first.
 */
export async function holdForCall(
  tx: Tx,
  { id, startsAt, now }: { id: string; startsAt: Date; now: Date },
  office: Office,
): Promise<Hold | undefined> {
  const { count } = await tx.slotUse.deleteMany({ where: { kind, until: { lte: now } } });
  if (count > 0) forgetTaken(tx);
  const day = dayOf(startsAt);
  const { taken, closures } = await readCalendar(tx, day, day);
  const counsellor = freeCounsellor(startsAt, office, closures, taken);
  if (counsellor === undefined) return undefined;
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  const hold = { id, counsellor, startsAt, endsAt, until: addMinutes(now, holdMinutes) };
  await tx.slotUse.create({ data: { kind, ...hold } });
  forgetTaken(tx);
  return hold;
}

/** Locked until the transaction ends. Null: it is over, or its booking is entered. */
export async function lockHold(tx: Tx, id: string, now: Date): Promise<Hold | null> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "SlotUse" WHERE id = ${id}::uuid FOR UPDATE`;
  return findHold(tx, id, now);
}

export async function findHold(tx: Tx, id: string, now: Date): Promise<Hold | null> {
  const hold = await tx.slotUse.findFirst({ where: { id, kind, until: { gt: now } } });
  return hold?.until ? { ...hold, until: hold.until } : null;
}

/** Whether it was there. */
export async function freeHold(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.slotUse.deleteMany({ where: { id, kind } });
  forgetTaken(tx);
  return count > 0;
}

/** By its own timer. */
export async function freeIfOver(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.slotUse.deleteMany({ where: { id, kind, until: { lte: now } } });
  forgetTaken(tx);
}

/** Of JST days, both inclusive, in their order. */
export const holdsOn = (
  tx: Tx,
  { from, until }: { from: Day; until: Day },
  now: Date,
): Promise<Pick<SlotUse, 'startsAt' | 'endsAt'>[]> =>
  tx.slotUse.findMany({
    where: {
      ...{ kind, until: { gt: now } },
      startsAt: { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) },
    },
    orderBy: { startsAt: 'asc' },
    take: 20,
  });
