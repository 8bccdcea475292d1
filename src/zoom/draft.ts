// A meeting's numbers while staff are typing them: sealed, and gone after the hours of the office's profile.
import { addHours } from 'date-fns/addHours';
import { z } from 'zod';
import type { DraftPlace } from '../conversation/personal-data.ts';
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import type { ZoomNumbers } from './numbers.ts';

const purpose = (chatId: string): Purpose => ({ of: 'draft.zoom', row: chatId });

const schema = z.object({ meetingId: z.string().exactOptional(), passcode: z.string().exactOptional() });

export async function readNumbersDraft(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  now: Date,
): Promise<Partial<ZoomNumbers>> {
  const row = await tx.draft.findUnique({ where: { chatId } });
  if (row === null || row.expiresAt <= now) return {};
  return schema.parse(JSON.parse(sealer.open(purpose(chatId), row.sealed)));
}

/** Replaces what was typed so far. */
export async function keepNumbersDraft(
  { tx, sealer, chatId, now, office }: DraftPlace,
  numbers: Partial<ZoomNumbers>,
): Promise<void> {
  const sealed = sealer.seal(purpose(chatId), JSON.stringify(numbers));
  const expiresAt = addHours(now, office.retention.draftHours);
  await tx.draft.upsert({
    where: { chatId },
    create: { chatId, sealed, expiresAt },
    update: { sealed, expiresAt },
  });
}
