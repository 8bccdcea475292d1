// What did not arrive, as rows: kept, or open as a call (calls.ts), or waiting for the next word of staff (waiting-news.ts).
import type { Tx } from '../db/client.ts';
import type { Prisma, Undelivered } from '../db/generated/client.ts';

/** Keeps it once; false: it was on record before. */
export async function keepUndelivered(tx: Tx, row: Prisma.UndeliveredCreateManyInput): Promise<boolean> {
  const { count } = await tx.undelivered.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}

/** Whether staff have one like this to follow up, or (`told`) have followed it up. */
export async function isFollowedUp(
  tx: Tx,
  like: Pick<Undelivered, 'chatId' | 'bookingId'> & ({ about: string } | { reason: string }),
  states: readonly ('open' | 'told')[],
): Promise<boolean> {
  const same = await tx.undelivered.findFirst({ where: { ...like, state: { in: [...states] } } });
  return same !== null;
}

/** The message that showed them, made at that moment, was lost: they are shown with the next one. */
export async function showAgain(tx: Tx, shownAt: Date): Promise<void> {
  await tx.undelivered.updateMany({
    where: { shownAt, state: { in: ['open', 'waiting'] } },
    data: { shownAt: null },
  });
}
