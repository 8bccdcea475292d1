// A one-time code makes a chat an admin chat. One is open at a time, for 24 hours, and works once. Ten wrong tries of
// one chat stop that chat for an hour, and no other.
import { addHours } from 'date-fns/addHours';
import { subHours } from 'date-fns/subHours';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { Sealer } from '../db/seal.ts';
import { anyAdminChat, dropOpenCodes, enrol, lockAdminChats } from './admin-chats.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';

const codeHours = 24;
const missesAllowed = 10;
const stopHours = 1;
/** So many misses within an hour, over all chats, are somebody who guesses: each hundred is a line in the log. */
const alarmAt = 100;
const codePurpose = 'enrolment.code';

export type Tried = 'enrolled' | 'wrong' | 'stopped';

/**
 * The code of before works no longer. `randomInt(max)`: a number from 0 to max - 1, unguessable. `invitedById`: who of
 * the staff asked for it. The code reads `1234-5678`.
 */
export async function makeCode(
  tx: Tx,
  sealer: Sealer,
  now: Date,
  randomInt: (max: number) => number,
  invitedById: string | null = null,
): Promise<{ code: string; expiresAt: Date }> {
  await lockAdminChats(tx);
  await dropOpenCodes(tx);
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = addHours(now, codeHours);
  await tx.enrolmentCode.create({
    data: { codeHash: sealer.hash(codePurpose, digits), createdAt: now, expiresAt, invitedById },
  });
  return { code: `${digits.slice(0, 4)}-${digits.slice(4)}`, expiresAt };
}

const open = (now: Date) => ({ usedAt: null, expiresAt: { gt: now } });

/** Whether these digits are the open code. Counts nothing. */
export const isOpenCode = async (tx: Tx, sealer: Sealer, digits: string, now: Date): Promise<boolean> =>
  (await tx.enrolmentCode.findFirst({
    where: { codeHash: { in: sealer.hashes(codePurpose, digits) }, ...open(now) },
    select: { codeHash: true },
  })) !== null;

/** While no code is open a number is just a number: nothing is counted. */
export async function tryCode(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  digits: string,
  now: Date,
  log?: Log,
): Promise<Tried> {
  if ((await tx.enrolmentCode.count({ where: open(now) })) === 0) return 'wrong';
  if (await isStopped(tx, chatId, now)) return 'stopped';
  const [used] = await tx.enrolmentCode.updateManyAndReturn({
    where: { codeHash: { in: sealer.hashes(codePurpose, digits) }, ...open(now) },
    data: { usedAt: now },
    select: { invitedById: true },
  });
  if (used === undefined) {
    await noteMiss(tx, chatId, now, log);
    return (await isStopped(tx, chatId, now)) ? 'stopped' : 'wrong';
  }
  await enrol(tx, chatId, now, used.invitedById);
  return 'enrolled';
}

/** Of whichever kind of code. */
export async function noteMiss(tx: Tx, chatId: string, now: Date, log: Log | undefined): Promise<void> {
  await tx.enrolmentMiss.create({ data: { chatId, at: now } });
  await alarm(tx, now, log);
}

/** For an hour from the tenth miss within an hour. What is tried meanwhile is not counted, so it gets no longer. */
export async function isStopped(tx: Tx, chatId: string, now: Date): Promise<boolean> {
  const newest = await tx.enrolmentMiss.findMany({
    where: { chatId, at: { gt: subHours(now, 2 * stopHours) } },
    orderBy: { at: 'desc' },
    take: missesAllowed,
    select: { at: true },
  });
  const [last, tenth] = [newest.at(0)?.at, newest.at(missesAllowed - 1)?.at];
  if (last === undefined || tenth === undefined) return false;
  return last > subHours(now, stopHours) && tenth > subHours(last, stopHours);
}

async function alarm(tx: Tx, now: Date, log: Log | undefined): Promise<void> {
  const misses = await tx.enrolmentMiss.count({ where: { at: { gt: subHours(now, 1) } } });
  if (misses % alarmAt !== 0) return;
  log?.warn({ misses }, 'Wrong codes within an hour, over all chats: somebody may be guessing');
}

/** D6: codes that work no longer. */
export const sweepCodes = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'EnrolmentCode', '"codeHash"', '"usedAt" IS NOT NULL OR "expiresAt" <= $1', [now]);

/** D6: misses that stop nobody any more. */
export const sweepMisses = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'EnrolmentMiss', 'id', 'at <= $1', [subHours(now, 2 * stopHours)]);

type Chance = { randomInt(max: number): number };

/** A code to log at start while no chat is enrolled; every such start makes a new one. */
export const codeForFirstStart = (
  { prisma, sealer, clock }: Database,
  { randomInt }: Chance,
): Promise<string | undefined> =>
  prisma.$transaction(async (tx) => {
    await lockAdminChats(tx);
    if (await anyAdminChat(tx)) return undefined;
    return (await makeCode(tx, sealer, clock.now(), randomInt)).code;
  });
