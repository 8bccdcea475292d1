// What could not be pushed to an admin chat and waits for the next word or tap there.
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { enrolledChats } from './admin-chats.ts';
import { quotaNote } from './quota-note.ts';

/** The kind of message that tells the other admin chats of a new one. */
export const newChat = 'chatEnrolled';

const waiting = { state: 'waiting', shownAt: null } as const;

const withReceipt = {
  booking: {
    select: {
      ...{ id: true, number: true, createdAt: true, startsAt: true, endsAt: true },
      person: { select: { id: true, name: true } },
    },
  },
} as const;
export type WaitingNews = Prisma.UndeliveredGetPayload<{ include: typeof withReceipt }>;

/** LINE has taken what staff decided in that chat. */
export const told = 'told';

/** All that waits for this chat, the oldest first; `told` only beside an answer. It counts as shown from now on. */
export async function takeWaitingFor(
  tx: Tx,
  chatId: string,
  { now, isAnswer }: { now: Date; isAnswer: boolean },
): Promise<WaitingNews[]> {
  const rows = await tx.undelivered.findMany({
    where: {
      ...waiting,
      OR: [{ chatId: { in: [chatId, quotaNote.chatId] } }, await leftBehind(tx)],
      ...(!isAnswer && { about: { not: told } }),
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: withReceipt,
  });
  await noteShown(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  return rows;
}

/** News of other admin chats that wait for this one: the moments at which those were enrolled. */
export async function newChatsWaiting(tx: Tx, chatId: string): Promise<{ id: string; at: Date }[]> {
  return tx.undelivered.findMany({
    where: { ...waiting, about: newChat, chatId },
    select: { id: true, at: true },
  });
}

export async function noteShown(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.undelivered.updateMany({ where: { id: { in: [...ids] } }, data: { shownAt: now } });
}

/**
 * What waited for a chat that is no admin chat any more is anybody's to hear, where nobody else has: a chat that was one
 * when it was told has heard it, or it waits there too.
 */
async function leftBehind(tx: Tx): Promise<Prisma.UndeliveredWhereInput> {
  const chats = await enrolledChats(tx);
  const [oldest] = chats;
  return {
    chatId: { notIn: [quotaNote.chatId, ...chats.map((one) => one.chatId)] },
    about: { not: newChat },
    ...(oldest && { at: { lt: oldest.enrolledAt } }),
  };
}
