// What people must hear and LINE did not bring, until somebody has told them or it was sent again: one call each.
import { dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { withPerson } from './bookings.ts';

const open = { state: 'open' } as const;

const idsOf = async (tx: Tx, where: Prisma.UndeliveredWhereInput, most: number): Promise<string[]> => {
  const oldestFirst = [{ at: 'asc' as const }, { id: 'asc' as const }];
  const rows = await tx.undelivered.findMany({
    where,
    orderBy: oldestFirst,
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** The ids of the next ones, the oldest first, and how many there are. */
export async function openCalls(tx: Tx, most: number): Promise<{ ids: string[]; count: number }> {
  return { ids: await idsOf(tx, open, most), count: await tx.undelivered.count({ where: open }) };
}

export const countOpenCalls = (tx: Tx): Promise<number> => tx.undelivered.count({ where: open });

/** Those that staff were not shown today, at most so many: each day begins with all that are open. */
export const callsToShow = (tx: Tx, now: Date, most: number): Promise<string[]> =>
  idsOf(tx, { ...open, OR: [{ shownAt: null }, { shownAt: { lt: startOfDay(dayOf(now)) } }] }, most);

export async function noteCallsShown(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.undelivered.updateMany({ where: { id: { in: [...ids] }, ...open }, data: { shownAt: now } });
}

const withBooking = { booking: { include: withPerson } } as const;

export type Call = Prisma.UndeliveredGetPayload<{ include: typeof withBooking }>;

/** Null: there is none, such as for a forged button. */
export const findCall = (tx: Tx, id: string): Promise<Call | null> =>
  tx.undelivered.findUnique({ where: { id }, include: withBooking });

export type Closing = 'told' | 'resent';

/** How it was closed, or undefined: it is open, or there is none. */
export const closingOf = (call: { state: string } | null): Closing | undefined =>
  call?.state === 'told' || call?.state === 'resent' ? call.state : undefined;

/** Of several who press at once one wins; the others learn how it was closed, or undefined: there is none. */
export async function closeCall(tx: Tx, id: string, how: Closing): Promise<'closed' | Closing | undefined> {
  const { count } = await tx.undelivered.updateMany({ where: { id, ...open }, data: { state: how } });
  return count > 0 ? 'closed' : closingOf(await findCall(tx, id));
}
