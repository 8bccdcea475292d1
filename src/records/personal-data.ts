// The one way in and out for name, jobseeker number and phone. Typed answers lie in a sealed draft for
// the hours of the office's profile; with the request they go to the person's record, sealed, with hashes to search by.
import { addHours } from 'date-fns/addHours';
import { z } from 'zod';
import type { Office } from '../config/office.ts';
import type { PrismaClient, Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { nameKey } from './name-key.ts';
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

type Draft = z.infer<typeof draftSchema>;

/** What a turn has read or written of the draft: within it nobody else does. */
export type DraftCell = { known?: Draft | null };

/** Whose draft it is. */
export type DraftPlace = { tx: Tx; sealer: Sealer; chatId: string; now: Date; draft?: DraftCell };

/** What was typed and not yet submitted; null when there is nothing, or when it is too old. */
export const readDraft = async (place: DraftPlace): Promise<Details | null> =>
  (await readTyped(place))?.details ?? null;

/** The same, with what of it has been taken back. */
export async function readTyped(place: DraftPlace): Promise<Typed | null> {
  const draft = await openDraft(place);
  if (draft === null) return null;
  const { from: _from, gone = [], untold, ledBack, ...details } = draft;
  return {
    details,
    gone: fieldsInOrder.filter((field) => gone.includes(field)),
    untold: untold !== undefined,
    ledBack: ledBack === true,
  };
}

async function openDraft({ tx, sealer, chatId, now, draft = {} }: DraftPlace): Promise<Draft | null> {
  if (draft.known === undefined) {
    const row = await tx.draft.findUnique({ where: { chatId } });
    const isKept = row !== null && row.expiresAt > now;
    draft.known = isKept ? draftSchema.parse(JSON.parse(sealer.open(draftOf(chatId), row.sealed))) : null;
  }
  return draft.known;
}

/** Until when it is kept: `office.retention.draftHours`. `message`: LINE's id of the one with which it was typed. */
export type DraftWriting = DraftPlace & { office: Pick<Office, 'retention'>; message?: string | undefined };

/** Adds to the draft; its hours begin anew. */
export async function keepInDraft(place: DraftWriting, details: Details): Promise<void> {
  const { tx, sealer, chatId, now, office, message } = place;
  const soFar = (await openDraft(place)) ?? {};
  const draft = { ...soFar, ...details, ...typedWith(soFar, Object.keys(details), message) };
  const sealed = sealer.seal(draftOf(chatId), JSON.stringify(draft));
  const expiresAt = addHours(now, office.retention.draftHours);
  await tx.draft.upsert({
    where: { chatId },
    create: { chatId, sealed, expiresAt },
    update: { sealed, expiresAt },
  });
  if (place.draft) place.draft.known = draft;
}

/** Takes out what was typed with this message. The rest grows no younger. */
export async function takeBackDetails(message: string, place: DraftPlace): Promise<void> {
  const draft = await openDraft(place);
  const rest = draft && withoutMessage(draft, message, 'unsent');
  if (rest) await sealAgain(place, rest);
}

/** It has been told what was taken back, and the person is led back to it or not. */
export async function noteTold(place: DraftPlace, isLedBack: boolean): Promise<void> {
  const { untold: _untold, ...draft } = (await openDraft(place)) ?? {};
  await sealAgain(place, { ...draft, ...(isLedBack && { ledBack: true }) });
}

/** The conversation is where it was before. */
export async function noteBackAgain(place: DraftPlace): Promise<void> {
  const { ledBack: _ledBack, ...draft } = (await openDraft(place)) ?? {};
  await sealAgain(place, draft);
}

async function sealAgain(place: DraftPlace, draft: Draft): Promise<void> {
  const { tx, sealer, chatId } = place;
  const sealed = sealer.seal(draftOf(chatId), JSON.stringify(draft));
  await tx.draft.update({ where: { chatId }, data: { sealed } });
  if (place.draft) place.draft.known = draft;
}

export async function dropDraft({
  tx,
  chatId,
  draft,
}: Pick<DraftPlace, 'tx' | 'chatId' | 'draft'>): Promise<void> {
  await tx.draft.deleteMany({ where: { chatId } });
  if (draft) draft.known = null;
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
