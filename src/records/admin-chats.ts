// The chats in which staff decide, and who of the staff is who.
import { addSeconds } from 'date-fns/addSeconds';
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';

/** What LINE tells of a chat. `members`: without the account. */
export type ChatFacts = { name?: string; members?: number };

/** When it was enrolled last, and when it left; null: it never was an admin chat. */
export const enrolmentOf = (
  tx: Tx,
  chatId: string,
): Promise<{ enrolledAt: Date; leftAt: Date | null } | null> =>
  tx.adminChat.findUnique({ where: { chatId }, select: { enrolledAt: true, leftAt: true } });

/** `since`: and has been all the time since then; ended and enrolled again it is another one. */
export async function isAdminChat(tx: Tx, chatId: string, since?: Date): Promise<boolean> {
  const enrolment = await enrolmentOf(tx, chatId);
  if (enrolment === null || enrolment.leftAt !== null) return false;
  return since === undefined || enrolment.enrolledAt <= since;
}

/** All that are or were admin chats. */
export async function everyAdminChat(tx: Tx): Promise<string[]> {
  const rows = await tx.adminChat.findMany({ select: { chatId: true } });
  return rows.map(({ chatId }) => chatId);
}

/** Whether anybody decides at all. */
export const anyAdminChat = async (tx: Tx): Promise<boolean> => (await enrolledChats(tx)).length > 0;

/** Every enrolled chat, in the order in which they were enrolled. */
export const enrolledChats = (tx: Tx): Promise<EnrolledChat[]> =>
  tx.adminChat.findMany({
    where: { leftAt: null },
    orderBy: { enrolledAt: 'asc' },
    select: { chatId: true, enrolledAt: true, pushes: true },
  });

/** `pushes`: whether anything is pushed there. */
type EnrolledChat = { chatId: string; enrolledAt: Date; pushes: boolean };

export async function setPushes(tx: Tx, chatId: string, pushes: boolean): Promise<void> {
  readBefore.delete(tx);
  await tx.adminChat.update({ where: { chatId }, data: { pushes } });
}

export const adminChats = async (tx: Tx): Promise<string[]> =>
  (await enrolledChats(tx)).map(({ chatId }) => chatId);

const readBefore = new WeakMap<Tx, Promise<EnrolledChat[]>>();

/** The same, read once in a transaction: what is told to staff goes to all of them. Only within one, for it stays. */
export function staffChats(tx: Tx): Promise<EnrolledChat[]> {
  const chats = readBefore.get(tx) ?? enrolledChats(tx);
  readBefore.set(tx, chats);
  return chats;
}

/**
 * Until the transaction ends nobody else enrols a chat, ends one or makes a code: of two chats that go at the same
 * moment, one is the last. Taken again within a transaction it is nothing.
 */
export const lockAdminChats = async (tx: Tx): Promise<void> => {
  readBefore.delete(tx);
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('admin chats'))`;
};

/** `invitedById`: who of the staff asked for the code. */
export async function enrol(
  tx: Tx,
  chatId: string,
  now: Date,
  invitedById: string | null = null,
): Promise<void> {
  await lockAdminChats(tx);
  const fresh = { enrolledAt: now, invitedById, pushes: true, morningAt: null };
  await tx.adminChat.upsert({
    where: { chatId },
    create: { chatId, ...fresh },
    update: { ...fresh, leftAt: null, farewellDue: false },
  });
}

/** Two clocks, LINE's and ours, tell of one moment. */
const clocksApart = 60;

/**
 * The account is out of the chat: it decides nothing any more. Whether it did until now. `happenedAt`: by LINE's clock;
 * when it is told long after, the chat may have been enrolled again since, and stays.
 */
export async function leaveAdminChat(
  tx: Tx,
  chatId: string,
  now: Date,
  happenedAt: Date = now,
): Promise<boolean> {
  await lockAdminChats(tx);
  const enrolledAt = { lte: addSeconds(happenedAt, clocksApart) };
  const { count } = await tx.adminChat.updateMany({
    where: { chatId, leftAt: null, enrolledAt },
    data: { leftAt: now },
  });
  return count > 0;
}

/**
 * Staff ended it in another admin chat; it hears so when somebody next writes there. A code that is open may have been
 * asked for in it: nobody comes back with that. What LINE has not taken yet, such as cards with names, goes there no more.
 */
export async function endAdminChat(tx: Tx, chatId: string, now: Date): Promise<void> {
  await lockAdminChats(tx);
  await dropOpenCodes(tx);
  await tx.$executeRaw`
    DELETE FROM pgboss.job WHERE name = 'outbox' AND singleton_key = ${chatId} AND state < 'active'`;
  await tx.adminChat.update({ where: { chatId }, data: { leftAt: now, farewellDue: true } });
}

/** Nobody becomes an admin chat by a code that was made before. */
export async function dropOpenCodes(tx: Tx): Promise<void> {
  await tx.enrolmentCode.deleteMany({ where: { usedAt: null } });
}

export async function noteFarewell(tx: Tx, chatId: string): Promise<void> {
  await tx.adminChat.update({ where: { chatId }, data: { farewellDue: false } });
}

/** A member of the staff as LINE names them. */
export type Member = { id: string; name: string };

/** Where a member's name is sealed: her user id at LINE never changes. */
const nameOf = (lineUserId: string): Purpose => ({ of: 'staff.name', row: lineUserId });

/** The name of somebody of the staff as it is on record. */
export const openMemberName = (
  sealer: Sealer,
  { lineUserId, name }: { lineUserId: string; name: Uint8Array },
): string => sealer.open(nameOf(lineUserId), name);

const rowOfMember = (tx: Tx, lineUserId: string) => tx.staffMember.findUnique({ where: { lineUserId } });

/** Whether a name is on record for this user of LINE. */
export const isMemberKnown = async (tx: Tx, lineUserId: string): Promise<boolean> =>
  (await rowOfMember(tx, lineUserId)) !== null;

export async function findMember(tx: Tx, sealer: Sealer, lineUserId: string): Promise<Member | null> {
  const row = await rowOfMember(tx, lineUserId);
  return row === null ? null : { id: row.id, name: openMemberName(sealer, row) };
}

export async function putMember(
  tx: Tx,
  sealer: Sealer,
  lineUserId: string,
  name: string,
  now: Date,
): Promise<Member> {
  const sealed = sealer.seal(nameOf(lineUserId), name);
  const row = await tx.staffMember.upsert({
    where: { lineUserId },
    create: { lineUserId, name: sealed, seenAt: now },
    update: { name: sealed, seenAt: now },
  });
  return { id: row.id, name };
}

/** Who acts; `name`: as LINE told it just now. LINE may leave `lineUserId` out in groups: then nobody is known. */
export async function memberOf(
  tx: Tx,
  sealer: Sealer,
  lineUserId: string | undefined,
  name: string | undefined,
  now: Date,
): Promise<Member | null> {
  if (lineUserId === undefined) return null;
  if (name !== undefined) return putMember(tx, sealer, lineUserId, name, now);
  return findMember(tx, sealer, lineUserId);
}
