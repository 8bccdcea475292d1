// The one way in and out for name, jobseeker number and phone. Typed answers lie in a sealed draft for
// the hours of the office's profile; with the request they go to the person's record, sealed, with hashes to search by.
import { addHours } from 'date-fns/addHours';
import { z } from 'zod';
import type { Office } from '../config/office.ts';
import type { PrismaClient, Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { nameKey } from './reading/name.ts';
import { originsShape, typedWith, withoutMessage } from './typed-with.ts';

/** `jobNumber: null`: she does not know it. A missing field was not typed. */
export type Details = { name?: string; jobNumber?: string | null; phone?: string };
export type CompleteDetails = { name: string; jobNumber: string | null; phone: string };

const draftSchema = z.object({
  name: z.string().exactOptional(),
  jobNumber: z.string().nullable().exactOptional(),
  phone: z.string().exactOptional(),
  ...originsShape,
});

/**
 * `gone`: taken back with the message they came in, and not typed again since; `untold`: she has not heard of it; `ledBack`:
 * she was led back to type it again.
 */
export type Typed = {
  details: Details;
  gone: readonly (keyof Details)[];
  untold: boolean;
  ledBack: boolean;
};

const draftOf = (chatId: string): Purpose => ({ of: 'draft.details', row: chatId });
const fieldsInOrder = ['name', 'jobNumber', 'phone'] as const satisfies (keyof Details)[];

/** What she has typed and not yet submitted; null when there is nothing, or when it is too old. */
export const readDraft = async (tx: Tx, sealer: Sealer, chatId: string, now: Date): Promise<Details | null> =>
  (await readTyped(tx, sealer, chatId, now))?.details ?? null;

/** The same, with what of it she has taken back. */
export async function readTyped(tx: Tx, sealer: Sealer, chatId: string, now: Date): Promise<Typed | null> {
  const draft = await openDraft(tx, sealer, chatId, now);
  if (draft === null) return null;
  const { from: _from, gone = [], untold, ledBack, ...details } = draft;
  return {
    details,
    gone: fieldsInOrder.filter((field) => gone.includes(field)),
    untold: untold !== undefined,
    ledBack: ledBack === true,
  };
}

type Draft = z.infer<typeof draftSchema>;

async function openDraft(tx: Tx, sealer: Sealer, chatId: string, now: Date): Promise<Draft | null> {
  const row = await tx.draft.findUnique({ where: { chatId } });
  if (row === null || row.expiresAt <= now) return null;
  return draftSchema.parse(JSON.parse(sealer.open(draftOf(chatId), row.sealed)));
}

/** Whose draft it is, and until when it is kept: `office.retention.draftHours`. */
export type DraftPlace = {
  tx: Tx;
  sealer: Sealer;
  chatId: string;
  now: Date;
  office: Pick<Office, 'retention'>;
  /** LINE's id of the message with which it was typed. */
  message?: string | undefined;
};

/** Adds to the draft; its hours begin anew. */
export async function keepInDraft(
  { tx, sealer, chatId, now, office, message }: DraftPlace,
  details: Details,
): Promise<void> {
  const soFar = (await openDraft(tx, sealer, chatId, now)) ?? {};
  const draft = { ...soFar, ...details, ...typedWith(soFar, Object.keys(details), message) };
  const sealed = sealer.seal(draftOf(chatId), JSON.stringify(draft));
  const expiresAt = addHours(now, office.retention.draftHours);
  await tx.draft.upsert({
    where: { chatId },
    create: { chatId, sealed, expiresAt },
    update: { sealed, expiresAt },
  });
}

/** Takes out what was typed with this message. The rest grows no younger. */
export async function takeBackDetails(message: string, { tx, sealer, chatId, now }: InChat): Promise<void> {
  const draft = await openDraft(tx, sealer, chatId, now);
  const rest = draft && withoutMessage(draft, message, 'unsent');
  if (rest) await sealAgain(tx, sealer, chatId, rest);
}

/** She has been told what was taken back, and is led back to it or not. */
export async function noteTold({ tx, sealer, chatId, now }: InChat, isLedBack: boolean): Promise<void> {
  const { untold: _untold, ...draft } = (await openDraft(tx, sealer, chatId, now)) ?? {};
  await sealAgain(tx, sealer, chatId, { ...draft, ...(isLedBack && { ledBack: true }) });
}

/** She is where she was before. */
export async function noteBackAgain({ tx, sealer, chatId, now }: InChat): Promise<void> {
  const { ledBack: _ledBack, ...draft } = (await openDraft(tx, sealer, chatId, now)) ?? {};
  await sealAgain(tx, sealer, chatId, draft);
}

type InChat = { tx: Tx; sealer: Sealer; chatId: string; now: Date };

async function sealAgain(tx: Tx, sealer: Sealer, chatId: string, draft: Draft): Promise<void> {
  const sealed = sealer.seal(draftOf(chatId), JSON.stringify(draft));
  await tx.draft.update({ where: { chatId }, data: { sealed } });
}

export async function dropDraft(tx: Tx, chatId: string): Promise<void> {
  await tx.draft.deleteMany({ where: { chatId } });
}

/** Where a fact of hers is sealed. */
const factOf = (field: keyof Details, personId: string): Purpose => ({
  of: `person.${field}`,
  row: personId,
});

/** Her details on record; fields that were never given are missing. */
export async function readDetails(tx: Tx, sealer: Sealer, personId: string): Promise<Details> {
  const row = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, jobNumber: true, phone: true },
  });
  const open = (field: keyof Details, bytes: Uint8Array) => sealer.open(factOf(field, personId), bytes);
  return {
    ...(row.name && { name: open('name', row.name) }),
    ...(row.phone && { phone: open('phone', row.phone) }),
    ...(row.phone && { jobNumber: row.jobNumber ? open('jobNumber', row.jobNumber) : null }),
  };
}

/** Puts the details on record. */
export async function recordDetails(
  tx: Tx,
  sealer: Sealer,
  personId: string,
  { name, jobNumber, phone }: CompleteDetails,
): Promise<void> {
  const seal = (field: keyof Details, text: string) => sealer.seal(factOf(field, personId), text);
  await tx.person.update({
    where: { id: personId },
    data: {
      name: seal('name', name),
      nameHash: sealer.hash('person.name', nameKey(name)),
      phone: seal('phone', phone),
      phoneHash: sealer.hash('person.phone', phone),
      jobNumber: jobNumber === null ? null : seal('jobNumber', jobNumber),
      jobNumberHash: jobNumber === null ? null : sealer.hash('person.jobNumber', jobNumber),
    },
  });
}

/** What to look for to find others with the same facts, under each key that is in use. */
export const hashesOf = (sealer: Sealer, { name, phone, jobNumber }: CompleteDetails) => ({
  name: sealer.hashes('person.name', nameKey(name)),
  phone: sealer.hashes('person.phone', phone),
  jobNumber: jobNumber === null ? null : sealer.hashes('person.jobNumber', jobNumber),
});

/** All three facts of 第6条(2), or undefined while one is missing. */
export function complete({ name, jobNumber, phone }: Details): CompleteDetails | undefined {
  if (name === undefined || phone === undefined || jobNumber === undefined) return undefined;
  return { name, jobNumber, phone };
}

/** D6: what was typed and never submitted in time is deleted. */
export async function sweepDrafts(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.draft.deleteMany({ where: { expiresAt: { lte: now } } });
}
