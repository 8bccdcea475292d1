// Who writes to us, or books by telephone. Rows are made on first contact.
import { subDays } from 'date-fns/subDays';
import type { Tx } from '../db/client.ts';

/** `askAbout`: the booking of a consultation that took place and of which that person was not asked yet (opinions.ts). */
export type Person = {
  id: string;
  chatId: string;
  blockedAt: Date | null;
  eligibleAt: Date | null;
  askAbout: string | null;
};

const columns = { id: true, chatId: true, blockedAt: true, eligibleAt: true, askAbout: true } as const;

/** Who is behind this one-to-one chat; null: nobody who ever wrote. */
export async function findPerson(tx: Tx, chatId: string): Promise<Person | null> {
  const found = await tx.person.findUnique({ where: { chatId }, select: columns });
  return found && { ...found, chatId };
}

export const isBlocked = async (tx: Tx, chatId: string): Promise<boolean> =>
  ((await findPerson(tx, chatId))?.blockedAt ?? null) !== null;

/** The chats of the people whose bookings these are; who has no LINE has none. */
export async function chatsOfBookings(tx: Tx, bookings: readonly string[]): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { bookings: { some: { id: { in: [...bookings] } } } },
    select: { chatId: true },
  });
  return people.flatMap(({ chatId }) => chatId ?? []);
}

/** Puts the people behind these one-to-one chats on record, who write for the first time. */
export async function meetPeople(tx: Tx, chatIds: readonly string[], now: Date): Promise<Person[]> {
  if (chatIds.length === 0) return [];
  const met = await tx.person.createManyAndReturn({
    data: chatIds.map((chatId) => ({ chatId, createdAt: now })),
    select: columns,
  });
  return met.flatMap(({ chatId, ...person }) => (chatId === null ? [] : [{ ...person, chatId }]));
}

/** She blocked the account (pushes arrive nowhere) or came back (`null`). */
export async function markBlocked(tx: Tx, personId: string, blockedAt: Date | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { blockedAt } });
}

/** All conditions of 第2条 apply to the person, who said so just now. */
export async function recordEligibility(tx: Tx, personId: string, eligibleAt: Date): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { eligibleAt } });
}

/** Whether to be reminded days before a consultation too. */
export async function setEarlyReminder(tx: Tx, personId: string, wantsEarlyReminder: boolean): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { wantsEarlyReminder } });
}

/** The person asks for deletion. Whether that is the first time within a day. */
export async function noteDeletionAsked(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, OR: [{ deletionAskedAt: null }, { deletionAskedAt: { lte: subDays(now, 1) } }] },
    data: { deletionAskedAt: now },
  });
  return count > 0;
}
