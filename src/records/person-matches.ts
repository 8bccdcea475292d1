// People on record with the telephone or jobseeker number that somebody names on the telephone. Found by hashes.
import { isSuspended } from '../booking/suspension.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { open } from './bookings.ts';
import { lockConversations } from './conversations.ts';
import { openName } from './personal-data.ts';

/** `startsAt`: of the newest booking; `isOpen`: it is one that was not withdrawn, declined or held. */
export type PersonMatch = {
  id: string;
  name: string | null;
  chatId: string | null;
  startsAt: Date | null;
  isOpen: boolean;
  isSuspended: boolean;
};

/** A family may share a telephone; more than these nobody could choose from. */
const shown = 6;

export async function personMatches(
  tx: Tx,
  sealer: Sealer,
  { phone, jobNumber }: { phone: string | null; jobNumber: string | null },
  now: Date,
): Promise<PersonMatch[]> {
  const same = [
    ...(phone === null ? [] : [{ phoneHash: { in: sealer.hashes('person.phone', phone) } }]),
    ...(jobNumber === null ? [] : [{ jobNumberHash: { in: sealer.hashes('person.jobNumber', jobNumber) } }]),
  ];
  if (same.length === 0) return [];
  const people = await tx.person.findMany({
    where: { OR: same },
    select: {
      ...{ id: true, name: true, chatId: true, suspendedReason: true, suspendedUntil: true },
      bookings: { orderBy: { startsAt: 'desc' }, take: 1, select: { startsAt: true, state: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
  });
  return people.map(({ id, name, chatId, bookings: [newest], ...suspension }) => ({
    ...{ id, chatId, name: openName(sealer, { id, name }) },
    startsAt: newest?.startsAt ?? null,
    isOpen: open.some((state) => state === newest?.state),
    isSuspended: isSuspended(suspension, now),
  }));
}

/** Until the transaction ends no booking is made for this person, neither in the chat nor on another page. */
export async function lockPerson(
  tx: Tx,
  { id, chatId }: { id: string; chatId: string | null },
): Promise<void> {
  if (chatId !== null) await lockConversations(tx, [chatId]);
  await tx.$queryRaw`SELECT 1 AS locked FROM "Person" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Somebody without LINE. */
export async function meetByPhone(tx: Tx, now: Date): Promise<string> {
  const { id } = await tx.person.create({ data: { createdAt: now }, select: { id: true } });
  return id;
}
