// A meeting's numbers between the line in which staff typed them and the press that confirms them: sealed, kept with
// their booking, and gone after the hours of the office's profile. The button on the card that shows them carries a mark of
// theirs, so that a colleague's later line cannot slip in.
import { addHours } from 'date-fns/addHours';
import { z } from 'zod';
import type { Office } from '../config/office.ts';
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import type { ZoomNumbers } from './zoom-numbers.ts';

const purpose = (bookingId: string): Purpose => ({ of: 'draft.zoom', row: bookingId });

const schema = z.object({ meetingId: z.string(), passcode: z.string() });

/** In which admin chat, and with which message where LINE told its id. */
type Place = {
  tx: Tx;
  sealer: Sealer;
  now: Date;
  office: Pick<Office, 'retention'>;
  chatId: string;
  message: string | undefined;
};

/** In place of what was typed for this booking before, by whomever. */
export async function keepNumbersDraft(
  { tx, sealer, now, office, chatId, message }: Place,
  bookingId: string,
  numbers: ZoomNumbers,
): Promise<void> {
  const sealed = sealer.seal(purpose(bookingId), JSON.stringify(numbers));
  const expiresAt = addHours(now, office.retention.draftHours);
  const row = { sealed, chatId, message: message ?? null, expiresAt };
  await tx.numbersDraft.upsert({ where: { bookingId }, create: { bookingId, ...row }, update: row });
}

/** Undefined: none were typed, they were taken back, or their hours are over. */
export async function readNumbersDraft(
  { tx, sealer, now }: Pick<Place, 'tx' | 'sealer' | 'now'>,
  bookingId: string,
): Promise<ZoomNumbers | undefined> {
  const row = await tx.numbersDraft.findUnique({ where: { bookingId } });
  if (row === null || row.expiresAt <= now) return undefined;
  return schema.parse(JSON.parse(sealer.open(purpose(bookingId), row.sealed)));
}

/** The booking has its numbers now, or needs none. */
export async function dropNumbersDraft(tx: Tx, bookingId: string): Promise<void> {
  await tx.numbersDraft.deleteMany({ where: { bookingId } });
}

/** What was typed with this message counts no more; whether anything was. */
export async function takeBackNumbers(tx: Tx, chatId: string, message: string): Promise<boolean> {
  const { count } = await tx.numbersDraft.deleteMany({ where: { chatId, message } });
  return count > 0;
}

/** An edit was read before the line itself arrived: what counts is the edit. */
export async function holdsEdited(tx: Tx, chatId: string, message: string): Promise<boolean> {
  return (await tx.numbersDraft.count({ where: { chatId, message } })) > 0;
}

const markPurpose = 'numbers.mark';
const asText = ({ meetingId, passcode }: ZoomNumbers): string => `${meetingId} ${passcode}`;
/** Of a hash: enough that nobody meets another one's by chance. */
const markLength = 16;

/** Stands for these numbers on a button, and tells nothing of them. */
export const markOf = (sealer: Sealer, numbers: ZoomNumbers): string =>
  sealer.hash(markPurpose, asText(numbers)).slice(0, markLength);

/** Whether the button was made for these numbers, before a change of keys too. */
export const isMarkOf = (sealer: Sealer, numbers: ZoomNumbers, mark: string): boolean =>
  sealer.hashes(markPurpose, asText(numbers)).some((hash) => hash.slice(0, markLength) === mark);

/** D6: what was typed and never confirmed in time is deleted. */
export const sweepNumbersDrafts = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'NumbersDraft', '"bookingId"', '"expiresAt" <= $1', [now]);
