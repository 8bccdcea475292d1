// Who agreed to which text, and when. Rows are only ever added.
import type { Tx } from '../db/client.ts';
import type { Consent } from '../db/generated/client.ts';

/** `phone`: staff explained the texts by telephone. */
type Channel = 'line' | 'phone';

export async function recordConsent(
  tx: Tx,
  consent: Omit<Consent, 'id' | 'channel'> & { channel: Channel },
): Promise<void> {
  await tx.consent.create({ data: consent });
}

export const newestConsent = (tx: Tx, personId: string): Promise<Consent | null> =>
  tx.consent.findFirst({ where: { personId }, orderBy: [{ agreedAt: 'desc' }, { id: 'desc' }] });
