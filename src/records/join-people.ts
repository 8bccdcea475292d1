// Two persons on record turn out to be one: the chat that typed a link code becomes that of the person whose code it is.
import { max as latest } from 'date-fns/max';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { openBookingOf } from './bookings.ts';
import { complete, readDetails, recordDetails } from './personal-data.ts';

/** `old`: the chat that the person had before, where LINE still reaches it; from now on it gets nothing. */
export type Joined = { ok: true; old: string | null } | { ok: false; open: readonly [Booking, Booking] };

/** `own`: who was behind this chat until now; `target`: whose code it is, and who stays. */
export async function joinPeople(
  tx: Tx,
  sealer: Sealer,
  { chatId, own, target }: { chatId: string; own: string; target: string },
): Promise<Joined> {
  // Whoever writes something of one of them waits, or is seen from here on.
  await tx.$queryRaw`SELECT 1 AS locked FROM "Person" WHERE id IN (${own}::uuid, ${target}::uuid) ORDER BY id FOR UPDATE`;
  if (own === target) return { ok: true, old: null };
  const open = [await openBookingOf(tx, own), await openBookingOf(tx, target)] as const;
  if (open[0] !== null && open[1] !== null) return { ok: false, open: [open[0], open[1]] };
  await keepDetails(tx, sealer, own, target);
  const of = { where: { personId: own }, data: { personId: target } };
  await tx.booking.updateMany(of);
  await tx.consent.updateMany(of);
  await tx.call.updateMany(of);
  await tx.personStep.updateMany(of);
  const [before, after] = await Promise.all(
    [own, target].map((id) => tx.person.findUniqueOrThrow({ where: { id } })),
  );
  await tx.person.delete({ where: { id: own } });
  await tx.person.update({
    where: { id: target },
    data: {
      chatId,
      blockedAt: null,
      eligibleAt: newest(before?.eligibleAt, after?.eligibleAt),
      deletionAskedAt: newest(before?.deletionAskedAt, after?.deletionAskedAt),
      askAbout: after?.askAbout ?? before?.askAbout ?? null,
      // Who has turned the early reminder off in one chat gets none in the other.
      wantsEarlyReminder: before?.wantsEarlyReminder !== false && after?.wantsEarlyReminder !== false,
      // Whoever staff have put off stays so, with whichever account.
      ...(after?.suspendedReason === null && {
        suspendedReason: before?.suspendedReason ?? null,
        suspendedUntil: before?.suspendedUntil ?? null,
      }),
    },
  });
  return { ok: true, old: after?.blockedAt === null ? after.chatId : null };
}

/** Those of the person whose code it is; where there are none, those of the chat. */
async function keepDetails(tx: Tx, sealer: Sealer, own: string, target: string): Promise<void> {
  if (complete(await readDetails(tx, sealer, target)) !== undefined) return;
  const details = complete(await readDetails(tx, sealer, own));
  if (details !== undefined) await recordDetails(tx, sealer, target, details);
}

function newest(one: Date | null = null, other: Date | null = null): Date | null {
  if (one === null || other === null) return one ?? other;
  return latest([one, other]);
}
