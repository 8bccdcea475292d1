// A one-time code that staff tell somebody by telephone: the chat that types it becomes the person's. One is open for each person,
// for 24 hours. Wrong ones count with those of enrolments: ten stop that chat for an hour.
import { addHours } from 'date-fns/addHours';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { LinkCode } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import { isStopped, noteMiss } from './enrolment.ts';
import type { Ask } from './forget.ts';

export const linkHours = 24;
const purpose = 'link.code';

/** The code of before works no longer. It reads `1234-5678`; `randomInt(max)`: from 0 to max - 1, unguessable. */
export async function makeLinkCode(
  tx: Tx,
  sealer: Sealer,
  of: { personId: string; bookingId: string },
  { now, randomInt }: { now: Date; randomInt(max: number): number },
): Promise<{ code: string; expiresAt: Date }> {
  await tx.linkCode.deleteMany({ where: { personId: of.personId, usedAt: null } });
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = addHours(now, linkHours);
  await tx.linkCode.create({
    data: { codeHash: sealer.hash(purpose, digits), ...of, createdAt: now, expiresAt },
  });
  return { code: `${digits.slice(0, 4)}-${digits.slice(4)}`, expiresAt };
}

/** `again`: whose chat has used that very code before. */
export type LinkTried = Pick<LinkCode, 'personId' | 'bookingId'> | 'again' | 'wrong' | 'stopped';

/** Of several who type it at once one gets it, and nobody after that. */
export async function tryLinkCode(
  tx: Tx,
  sealer: Sealer,
  { chatId, personId }: { chatId: string; personId: string },
  digits: string,
  { now, log }: { now: Date; log?: Log },
): Promise<LinkTried> {
  if (await isStopped(tx, chatId, now)) return 'stopped';
  const codeHash = { in: sealer.hashes(purpose, digits) };
  const [used] = await tx.linkCode.updateManyAndReturn({
    where: { codeHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { personId: true, bookingId: true },
  });
  if (used !== undefined) return used;
  if ((await tx.linkCode.count({ where: { codeHash, personId, usedAt: { not: null } } })) > 0) return 'again';
  await noteMiss(tx, chatId, now, log);
  return (await isStopped(tx, chatId, now)) ? 'stopped' : 'wrong';
}

/** D6: codes that work no longer. */
export const sweepLinkCodes = (ask: Ask, until: Date): Promise<number> =>
  deleteUnlocked(ask, 'LinkCode', '"codeHash"', '"expiresAt" <= $1', [until]);
