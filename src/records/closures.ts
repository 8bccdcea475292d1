// The closures that staff make and lift. A row stays when it is lifted: who did what and when is its own history.
import type { DayPart } from '../booking/closures.ts';
import { asDateColumn, asTime, type Day, fromDateColumn } from '../core/jst.ts';
import type { Prisma, Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { openMemberName } from './admin-chats.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { forgetClosures } from './known-calendar.ts';

/** `counsellors`: null where it is closed. `by`: null where LINE told no name, or nobody of the staff made it. */
export type ClosureRow = {
  id: string;
  day: Day;
  part: DayPart;
  counsellors: number | null;
  reason: string | null;
  by: string | null;
  at: Date;
  lifted: { by: string | null; at: Date } | null;
};

const purpose = (row: string): Purpose => ({ of: 'closure.reason', row });
const withNames = { madeBy: true, liftedBy: true } as const;
type Row = Prisma.ClosureGetPayload<{ include: typeof withNames }>;

const read = (sealer: Sealer, row: Row): ClosureRow => ({
  id: row.id,
  day: fromDateColumn(row.day),
  part:
    row.from === null || row.until === null ? 'all' : { from: asTime(row.from), until: asTime(row.until) },
  counsellors: row.counsellors,
  reason: row.reason && sealer.open(purpose(row.id), row.reason),
  by: row.madeBy && openMemberName(sealer, row.madeBy),
  at: row.createdAt,
  lifted: row.liftedAt && { by: row.liftedBy && openMemberName(sealer, row.liftedBy), at: row.liftedAt },
});

/**
 * Until the transaction ends nobody else makes a closure or lifts one: of two staff who press at the same moment the second sees what
 * the first did. Taken again within a transaction it is nothing.
 */
export async function lockClosures(tx: Tx): Promise<void> {
  forgetClosures(tx);
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('closures'))`;
}

type Made = Pick<ClosureRow, 'id' | 'day' | 'part' | 'counsellors' | 'reason'> & { madeById: string | null };

export async function putClosure(
  tx: Tx,
  sealer: Sealer,
  { id, day, part, counsellors, reason, madeById }: Made,
  createdAt: Date,
): Promise<void> {
  await tx.closure.create({
    data: {
      ...{ id, day: asDateColumn(day), counsellors, madeById, createdAt },
      ...(part !== 'all' && { from: part.from, until: part.until }),
      reason: reason === null ? null : sealer.seal(purpose(id), reason),
    },
  });
  forgetClosures(tx);
}

/** Whether it stood until now. */
export async function markLifted(
  tx: Tx,
  id: string,
  { at, by }: { at: Date; by: string | null },
): Promise<boolean> {
  const where = { id, liftedAt: null };
  const { count } = await tx.closure.updateMany({ where, data: { liftedAt: at, liftedById: by } });
  forgetClosures(tx);
  return count > 0;
}

export async function findClosure(tx: Tx, sealer: Sealer, id: string): Promise<ClosureRow | null> {
  const row = await tx.closure.findUnique({ where: { id }, include: withNames });
  return row && read(sealer, row);
}

const inOrder = [{ day: 'asc' as const }, { from: { sort: 'asc' as const, nulls: 'first' as const } }];
const byAge = [...inOrder, { createdAt: 'asc' as const }, { id: 'asc' as const }];

/** Those that stand, of JST days, both inclusive, in their order. */
export async function standingClosures(
  tx: Tx,
  sealer: Sealer,
  { from, until }: { from: Day; until: Day },
): Promise<ClosureRow[]> {
  const where = { day: { gte: asDateColumn(from), lte: asDateColumn(until) }, liftedAt: null };
  const rows = await tx.closure.findMany({ where, orderBy: byAge, include: withNames });
  return rows.map((row) => read(sealer, row));
}

/** Those that stand from that day on. `take` of them after `skip`, and how many there are. */
export async function comingClosures(
  tx: Tx,
  sealer: Sealer,
  from: Day,
  { skip, take }: { skip: number; take: number },
): Promise<{ closures: ClosureRow[]; count: number }> {
  const where = { day: { gte: asDateColumn(from) }, liftedAt: null };
  const rows = await tx.closure.findMany({ where, orderBy: byAge, skip, take, include: withNames });
  return { closures: rows.map((row) => read(sealer, row)), count: await tx.closure.count({ where }) };
}

/** Those of days that are as old as a history that goes. */
export const sweepClosures = (ask: Ask, until: Date): Promise<number> =>
  deleteUnlocked(ask, 'Closure', 'id', '"day" <= $1', [until]);
