// A meeting's numbers while staff are typing them: sealed, and gone after the hours of the office's profile.
import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import {
  type DraftWriting,
  findDraft,
  type HowTaken,
  originsShape,
  putDraft,
  replaceDraft,
  typedWith,
  withoutMessage,
} from './draft.ts';
import type { ZoomNumbers } from './zoom-numbers.ts';

const purpose = (chatId: string): Purpose => ({ of: 'draft.zoom', row: chatId });

const schema = z.object({
  meetingId: z.string().exactOptional(),
  passcode: z.string().exactOptional(),
  ...originsShape,
});
type Draft = z.infer<typeof schema>;

async function openDraft(tx: Tx, sealer: Sealer, chatId: string, now: Date): Promise<Draft> {
  const sealed = await findDraft(tx, chatId, now);
  return sealed === null ? {} : schema.parse(JSON.parse(sealer.open(purpose(chatId), sealed)));
}

export async function readNumbersDraft(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  now: Date,
): Promise<Partial<ZoomNumbers>> {
  const { meetingId, passcode } = await openDraft(tx, sealer, chatId, now);
  return { ...(meetingId !== undefined && { meetingId }), ...(passcode !== undefined && { passcode }) };
}

/** Replaces what was typed so far, or `adds` to it. Answers with the numbers as they stand then. */
export async function keepNumbersDraft(
  { tx, sealer, chatId, now, office, message }: DraftWriting,
  numbers: Partial<ZoomNumbers>,
  adds = false,
): Promise<Partial<ZoomNumbers>> {
  const soFar = adds ? await openDraft(tx, sealer, chatId, now) : {};
  const draft = { ...soFar, ...numbers, ...typedWith(soFar, Object.keys(numbers), message) };
  const sealed = sealer.seal(purpose(chatId), JSON.stringify(draft));
  await putDraft(tx, chatId, sealed, { now, office });
  return draft;
}

type InChat = { tx: Tx; sealer: Sealer; chatId: string; now: Date };

/** Takes out what was typed with this message; whether there was anything. */
export async function takeBackNumbers(message: string, how: HowTaken, at: InChat): Promise<boolean> {
  const rest = withoutMessage(await openDraft(at.tx, at.sealer, at.chatId, at.now), message, how);
  if (rest) await sealAgain(rest, at);
  return rest !== undefined;
}

/** How numbers were taken back that staff have not been told of; from now on they have been. */
export async function takeUntold(at: InChat): Promise<HowTaken | undefined> {
  const { untold, ...draft } = await openDraft(at.tx, at.sealer, at.chatId, at.now);
  if (untold !== undefined) await sealAgain(draft, at);
  return untold;
}

async function sealAgain(draft: Draft, { tx, sealer, chatId }: InChat): Promise<void> {
  const sealed = sealer.seal(purpose(chatId), JSON.stringify(draft));
  await replaceDraft(tx, chatId, sealed);
}
