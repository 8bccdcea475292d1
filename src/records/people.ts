// Who writes to us. Rows are made on first contact.
import type { Tx } from '../db/client.ts';

export type Person = { id: string; chatId: string; blockedAt: Date | null; eligibleAt: Date | null };

/** Puts the people behind these one-to-one chats on record, who write for the first time. */
export async function meetPeople(tx: Tx, chatIds: readonly string[], now: Date): Promise<Person[]> {
  if (chatIds.length === 0) return [];
  return tx.person.createManyAndReturn({
    data: chatIds.map((chatId) => ({ chatId, createdAt: now })),
    select: { id: true, chatId: true, blockedAt: true, eligibleAt: true },
  });
}

/** She blocked the account (pushes arrive nowhere) or came back (`null`). */
export async function markBlocked(tx: Tx, personId: string, blockedAt: Date | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { blockedAt } });
}
