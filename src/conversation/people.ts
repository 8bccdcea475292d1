// Who writes to us. Rows are made on first contact.
import type { Tx } from '../db/client.ts';

export type Person = { id: string; chatId: string; blockedAt: Date | null; eligibleAt: Date | null };

const columns = { id: true, chatId: true, blockedAt: true, eligibleAt: true } as const;

/** The people behind these one-to-one chats, known ones and new ones, by chat. */
export async function meetPeople(
  tx: Tx,
  chatIds: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  if (chatIds.length === 0) return new Map();
  const known = await tx.person.findMany({ where: { chatId: { in: [...chatIds] } }, select: columns });
  const strangers = chatIds.filter((chatId) => !known.some((person) => person.chatId === chatId));
  const met =
    strangers.length === 0
      ? []
      : await tx.person.createManyAndReturn({
          data: strangers.map((chatId) => ({ chatId, createdAt: now })),
          select: columns,
        });
  return new Map([...known, ...met].map((person) => [person.chatId, person]));
}

/** She blocked the account (pushes arrive nowhere) or came back (`null`). */
export async function markBlocked(tx: Tx, personId: string, blockedAt: Date | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { blockedAt } });
}
