// Who else has the same phone or jobseeker number: perhaps the same person with another LINE account. Found by hashes, so
// nothing is opened for it.

import { receiptOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { type CompleteDetails, hashesOf } from './personal-data.ts';

/** The newest booking of somebody else on record with the same phone or jobseeker number. */
export type SameNumber = { receipt: string; sameName: boolean };

/** As many as a card has room for. A family may share a phone. */
const shown = 2;

/** The newest booking of each. */
export async function sameNumbers(
  tx: Tx,
  sealer: Sealer,
  personId: string,
  details: CompleteDetails,
): Promise<SameNumber[]> {
  const { name, phone, jobNumber } = hashesOf(sealer, details);
  const others = await tx.person.findMany({
    where: {
      id: { not: personId },
      bookings: { some: {} },
      OR: [
        { phoneHash: { in: phone } },
        ...(jobNumber === null ? [] : [{ jobNumberHash: { in: jobNumber } }]),
      ],
    },
    select: { nameHash: true, bookings: { orderBy: { createdAt: 'desc' }, take: 1 } },
    orderBy: { createdAt: 'desc' },
    take: shown,
  });
  return others.flatMap(({ nameHash, bookings: [booking] }) =>
    booking === undefined
      ? []
      : [{ receipt: receiptOf(booking), sameName: nameHash !== null && name.includes(nameHash) }],
  );
}
