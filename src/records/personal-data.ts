// The one way in and out for name, jobseeker number and phone: with the request they go from the draft to the person's record,
// sealed, with hashes to search by.
import type { Tx } from '../db/client.ts';
import type { Purpose, Sealer } from '../db/seal.ts';
import { nameKey } from './name-key.ts';

/** `jobNumber: null`: she does not know it. A missing field was not typed. */
export type Details = { name?: string; jobNumber?: string | null; phone?: string };
export type CompleteDetails = { name: string; jobNumber: string | null; phone: string };

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

/** Of a row that was read with its name; null: none is on record. */
export const openName = (
  sealer: Sealer,
  { id, name }: { id: string; name: Uint8Array | null },
): string | null => (name === null ? null : sealer.open(factOf('name', id), name));

/** The same of the phone. */
export const openPhone = (
  sealer: Sealer,
  { id, phone }: { id: string; phone: Uint8Array | null },
): string | null => (phone === null ? null : sealer.open(factOf('phone', id), phone));

/** And of the jobseeker number. */
export const openJobNumber = (
  sealer: Sealer,
  { id, jobNumber }: { id: string; jobNumber: Uint8Array | null },
): string | null => (jobNumber === null ? null : sealer.open(factOf('jobNumber', id), jobNumber));

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
