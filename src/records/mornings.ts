// Once on each business day a chat of the staff gets the day's overview: with its first word, or by a push when nobody wrote.
import { addMinutes, type Day, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Minutes of the day: from 8:30 on a word is the first of the day. */
export const morningFrom = 8 * 60 + 30;

/** Chats in which it is still to be given today. Whoever has been enrolled since 8:30 was shown all of it. */
function due(chatId: string, today: Day): Prisma.AdminChatWhereInput {
  const since = addMinutes(startOfDay(today), morningFrom);
  return {
    ...{ chatId, leftAt: null, enrolledAt: { lt: since } },
    OR: [{ morningAt: null }, { morningAt: { lt: since } }],
  };
}

export const isMorningDue = async (tx: Tx, chatId: string, today: Day): Promise<boolean> =>
  (await tx.adminChat.count({ where: due(chatId, today) })) > 0;

/** Whether it is due in this chat, and counts as given then. Of a word and the push at the same moment one is first. */
export async function takeMorning(tx: Tx, chatId: string, today: Day, now: Date): Promise<boolean> {
  const { count } = await tx.adminChat.updateMany({ where: due(chatId, today), data: { morningAt: now } });
  return count > 0;
}

/** It was given at that moment and did not arrive: the next word brings it. */
export async function giveMorningAgain(tx: Tx, chatId: string, at: Date): Promise<void> {
  await tx.adminChat.updateMany({ where: { chatId, morningAt: at }, data: { morningAt: null } });
}
