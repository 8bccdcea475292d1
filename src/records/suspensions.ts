// 利用見合わせ on record: the person's columns say that it stands, a row of history who decided it, and why.
import type { SuspensionReason } from '../../flows/vocabulary.ts';
import { isSuspended, type SuspensionColumns } from '../booking/suspension.ts';
import type { Tx } from '../db/client.ts';
import type { PersonStep, StaffMember } from '../db/generated/client.ts';
import type { CallAuthor } from './call-steps.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';

export type PersonStepName = 'suspended' | 'lifted' | 'corrected';

export async function writePersonStep(
  tx: Tx,
  personId: string,
  {
    event,
    reason = null,
    until = null,
  }: { event: PersonStepName; reason?: string | null; until?: Date | null },
  { chatId, staffId, at }: CallAuthor,
): Promise<void> {
  await tx.personStep.create({ data: { personId, event, reason, until, chatId, staffId, at } });
}

/** The row of history that began the suspension that stands. Null where that is not known any more. */
export type SuspensionStep = PersonStep & { staff: StaffMember | null };
export const lastSuspensionStep = (tx: Tx, personId: string): Promise<SuspensionStep | null> =>
  tx.personStep.findFirst({
    where: { personId, event: { in: ['suspended', 'lifted'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { staff: true },
  });

export const suspensionOf = (tx: Tx, personId: string): Promise<SuspensionColumns | null> =>
  tx.person.findUnique({ where: { id: personId }, select: columns });
const columns = { suspendedReason: true, suspendedUntil: true } as const;

export const personIsSuspended = async (tx: Tx, personId: string, now: Date): Promise<boolean> => {
  const person = await suspensionOf(tx, personId);
  return person !== null && isSuspended(person, now);
};

/** Until the transaction ends nobody else decides about this person: of two who press the second sees what the first did. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
}

/** After `lockPerson`, where none stands. */
export async function putSuspension(
  tx: Tx,
  personId: string,
  { reason, until }: { reason: SuspensionReason; until: Date | null },
  author: CallAuthor,
): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { suspendedReason: reason, suspendedUntil: until },
  });
  await writePersonStep(tx, personId, { event: 'suspended', reason, until }, author);
}

/** After `lockPerson`. */
export async function endSuspension(tx: Tx, personId: string, author: CallAuthor): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { suspendedReason: null, suspendedUntil: null } });
  await writePersonStep(tx, personId, { event: 'lifted' }, author);
}

/** The history of one that stands stays: who lifts it must see who decided it. */
export const sweepPersonSteps = (ask: Ask, until: Date): Promise<number> =>
  deleteUnlocked(
    ask,
    'PersonStep',
    'id',
    `at <= $1 AND NOT EXISTS (
       SELECT 1 FROM "Person" p WHERE p.id = "PersonStep"."personId" AND p."suspendedReason" IS NOT NULL
         AND (p."suspendedUntil" IS NULL OR p."suspendedUntil" > $1))`,
    [until],
  );
