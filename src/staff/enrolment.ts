// A one-time code makes a chat the admin chat. It works once, for 24 hours; ten wrong tries stop
// enrolment for an hour.
import { addHours } from 'date-fns/addHours';
import { subHours } from 'date-fns/subHours';
import { compatible } from '../conversation/reading/compatible.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { Sealer } from '../db/seal.ts';
import { adminChats, enrol } from './admin-chats.ts';

const codeHours = 24;
const missesAllowed = 10;
const codePurpose = 'enrolment.code';

export type Tried = 'enrolled' | 'wrong' | 'stopped';

/** `randomInt(max)`: a number from 0 to max - 1, unguessable. The code reads `1234-5678`. */
export async function makeCode(
  tx: Tx,
  sealer: Sealer,
  now: Date,
  randomInt: (max: number) => number,
): Promise<{ code: string; expiresAt: Date }> {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = addHours(now, codeHours);
  await tx.enrolmentCode.create({
    data: { codeHash: sealer.hash(codePurpose, digits), createdAt: now, expiresAt },
  });
  return { code: `${digits.slice(0, 4)}-${digits.slice(4)}`, expiresAt };
}

/** The eight digits of a code, as people type it: full width, with or without a hyphen. Undefined: no code at all. */
export function readCode(text: string): string | undefined {
  const match = /^(\d{4})[\p{Pd}ー−─\s]*(\d{4})$/u.exec(compatible(text).trim());
  return match ? `${match[1]}${match[2]}` : undefined;
}

export async function tryCode(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  digits: string,
  now: Date,
): Promise<Tried> {
  const recentMisses = await tx.enrolmentMiss.count({ where: { at: { gt: subHours(now, 1) } } });
  if (recentMisses >= missesAllowed) return 'stopped';
  const { count } = await tx.enrolmentCode.updateMany({
    where: { codeHash: { in: sealer.hashes(codePurpose, digits) }, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) {
    await tx.enrolmentMiss.create({ data: { chatId, at: now } });
    return recentMisses + 1 >= missesAllowed ? 'stopped' : 'wrong';
  }
  await enrol(tx, chatId, now);
  return 'enrolled';
}

type Chance = { randomInt(max: number): number };

/** A code to log at start while no chat is enrolled; every such start makes a new one. */
export const codeForFirstStart = (
  { prisma, sealer, clock }: Database,
  { randomInt }: Chance,
): Promise<string | undefined> =>
  prisma.$transaction(async (tx) => {
    if ((await adminChats(tx)).length > 0) return undefined;
    return (await makeCode(tx, sealer, clock.now(), randomInt)).code;
  });
