// What did not arrive and is no call (calls.ts), as rows: kept, or waiting for the next word of staff (waiting-news.ts).
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Keeps it once; false: it was on record before. */
export async function keepUndelivered(tx: Tx, row: Prisma.UndeliveredCreateManyInput): Promise<boolean> {
  const { count } = await tx.undelivered.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}

/** Whether the message with this id is on record already, as a call or as another that did not arrive. */
export async function isRecorded(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.undelivered.findUnique({ where: { id }, select: { id: true } });
  return (found ?? (await tx.call.findUnique({ where: { id }, select: { id: true } }))) !== null;
}

/** The message that showed them, made at that moment, was lost: they are shown with the next one. */
export async function showAgain(tx: Tx, shownAt: Date): Promise<void> {
  await tx.undelivered.updateMany({ where: { shownAt, state: 'waiting' }, data: { shownAt: null } });
  await tx.call.updateMany({ where: { shownAt, state: 'open' }, data: { shownAt: null } });
}
