// Messages that LINE refused or that were given up, for the office to follow up.
import type { PrismaClient } from '../db/client.ts';

type Undelivered = { id: string; chatId: string; about: string; reason: string };

/** The same id may come twice. */
export async function recordUndelivered(
  prisma: PrismaClient,
  undelivered: Undelivered,
  at: Date,
): Promise<void> {
  const { id, chatId, about, reason } = undelivered;
  await prisma.undelivered.createMany({ data: [{ id, chatId, about, reason, at }], skipDuplicates: true });
}
