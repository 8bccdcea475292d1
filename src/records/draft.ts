// What was typed in the form and not handed in yet: sealed, for the hours of the office's profile. With each value stands the
// message it was typed with, so that it can be taken back with it.
import { addHours } from 'date-fns/addHours';
import { z } from 'zod';
import type { Office } from '../config/office.ts';
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import type { Details } from './personal-data.ts';

/** Beside the values of a draft, inside its seal. Missing in drafts of earlier versions. */
const originsShape = {
  /** By value: LINE's id of the message it came with. */
  from: z.record(z.string(), z.string()).exactOptional(),
  /** Values that were taken back and not typed again since. */
  gone: z.array(z.string()).exactOptional(),
  /** She has not been told that something was taken back. */
  untold: z.literal('unsent').exactOptional(),
  /** She was led back to what is gone: what she had answered after it is not asked again. */
  ledBack: z.literal(true).exactOptional(),
};

type Origins = z.infer<z.ZodObject<typeof originsShape>>;

/** These values have been typed, with `message` where LINE told its id. */
function typedWith(
  { from = {}, gone = [], untold }: Origins,
  values: readonly string[],
  message: string | undefined,
): Origins {
  const others = Object.entries(from).filter(([value]) => !values.includes(value));
  const ours = message === undefined ? [] : values.map((value): [string, string] => [value, message]);
  return {
    ...(untold && { untold }),
    from: Object.fromEntries([...others, ...ours]),
    gone: gone.filter((value) => !values.includes(value)),
  };
}

/** The draft without what came with `message`; undefined when nothing did. */
function withoutMessage(draft: Draft, message: string): Draft | undefined {
  const taken = Object.entries(draft.from ?? {}).flatMap(([value, id]) => (id === message ? [value] : []));
  if (taken.length === 0) return undefined;
  const kept = Object.entries(draft).filter(([value]) => !taken.includes(value));
  const { from, gone } = typedWith(draft, taken, undefined);
  return draftSchema.parse({
    ...Object.fromEntries(kept),
    from,
    gone: [...(gone ?? []), ...taken],
    untold: 'unsent',
  });
}

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
    const sealed = await findDraft(tx, chatId, now);
    draft.known = sealed && draftSchema.parse(JSON.parse(sealer.open(draftOf(chatId), sealed)));
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
  await putDraft(tx, chatId, sealed, { now, office });
  if (place.draft) place.draft.known = draft;
}

/** Takes out what was typed with this message. The rest grows no younger. */
export async function takeBackDetails(message: string, place: DraftPlace): Promise<void> {
  const draft = await openDraft(place);
  const rest = draft && withoutMessage(draft, message);
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
  await replaceDraft(tx, chatId, sealed);
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

/** Null: there is none, or its hours are over. */
async function findDraft(tx: Tx, chatId: string, now: Date): Promise<Uint8Array | null> {
  const row = await tx.draft.findUnique({ where: { chatId } });
  return row !== null && row.expiresAt > now ? row.sealed : null;
}

type Sealed = Uint8Array<ArrayBuffer>;

/** Its hours begin anew. */
async function putDraft(
  tx: Tx,
  chatId: string,
  sealed: Sealed,
  { now, office }: Pick<DraftWriting, 'now' | 'office'>,
): Promise<void> {
  const expiresAt = addHours(now, office.retention.draftHours);
  await tx.draft.upsert({
    where: { chatId },
    create: { chatId, sealed, expiresAt },
    update: { sealed, expiresAt },
  });
}

/** It grows no younger. */
async function replaceDraft(tx: Tx, chatId: string, sealed: Sealed): Promise<void> {
  await tx.draft.update({ where: { chatId }, data: { sealed } });
}

/** D6: what was typed and never submitted in time is deleted. */
export const sweepDrafts = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'Draft', '"chatId"', '"expiresAt" <= $1', [now]);
