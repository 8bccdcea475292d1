// Finding people. Names are sealed, so that a part of one is found only by opening them: those of the newest people alone. A whole
// name is found by its hash, whoever it is.
import { z } from 'zod';
import { readReceiptWanted } from '../booking/receipt.ts';
import { compatible } from '../core/compatible.ts';
import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { findBookingByReceipt } from './bookings.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import { type Ask, nobody } from './forget.ts';
import { nameKey } from './name-key.ts';
import { openName, openPhone } from './personal-data.ts';

/** Names that one search opens: some ten milliseconds. */
export const openedAtMost = 2_000;

const rows = z.array(z.object({ id: z.string() }));

/** Ids, who had the newest booking first. `isCut`: there are more people than were looked at. */
export async function searchPeople(
  tx: Tx,
  sealer: Sealer,
  wanted: string,
  most = openedAtMost,
): Promise<{ people: string[]; isCut: boolean }> {
  const newest = await newestPeople(tx, most + 1);
  const looked = newest.slice(0, most);
  const digits = /^\d{4}$/.exec(compatible(wanted).trim())?.[0];
  const opened = await tx.person.findMany({
    where: { id: { in: looked } },
    select: { id: true, name: true, phone: digits !== undefined },
  });
  const key = nameKey(wanted);
  const isFound = new Set(
    opened
      .filter((person) =>
        digits === undefined
          ? nameKey(openName(sealer, person) ?? '').includes(key)
          : openPhone(sealer, person)?.endsWith(digits),
      )
      .map(({ id }) => id),
  );
  const others = [
    ...(await byWholeName(tx, sealer, wanted)),
    ...(await byPhone(tx, sealer, wanted)),
    ...(await byReceipt(tx, wanted)),
  ];
  const older = others.filter((id) => !looked.includes(id));
  for (const id of others) isFound.add(id);
  const people = [...new Set([...looked.filter((id) => isFound.has(id)), ...older])];
  return { people, isCut: newest.length > most };
}

async function newestPeople(tx: Tx, most: number): Promise<string[]> {
  const found = await tx.$queryRaw`
    SELECT "personId"::text AS id FROM "Booking" WHERE "personId" <> ${nobody.id}::uuid
    GROUP BY "personId" ORDER BY max("createdAt") DESC, "personId" LIMIT ${most}`;
  return rows.parse(found).map(({ id }) => id);
}

async function byWholeName(tx: Tx, sealer: Sealer, wanted: string): Promise<string[]> {
  const found = await tx.person.findMany({
    where: { nameHash: { in: sealer.hashes('person.name', nameKey(wanted)) }, bookings: { some: {} } },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
    take: foundAtMost,
  });
  return found.map(({ id }) => id);
}

/** The whole number, however it is parted. */
async function byPhone(tx: Tx, sealer: Sealer, wanted: string): Promise<string[]> {
  const digits = compatible(wanted).replace(/[\s\p{Pd}ー−()]/gu, '');
  if (!/^0\d{9,10}$/.test(digits)) return [];
  const found = await tx.person.findMany({
    where: { phoneHash: { in: sealer.hashes('person.phone', digits) }, bookings: { some: {} } },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
    take: foundAtMost,
  });
  return found.map(({ id }) => id);
}

/** 2611-0004, or 0004. */
async function byReceipt(tx: Tx, wanted: string): Promise<string[]> {
  const receipt = readReceiptWanted(wanted.trim());
  const booking = receipt && (await findBookingByReceipt(tx, receipt));
  return booking && booking.personId !== nobody.id ? [booking.personId] : [];
}

/** What a search keeps of whom it found: ten cards of a dozen. */
export const foundAtMost = 120;
const minutesKept = 10;

/** For the further pages: a button that carried the words would send them through the chat once more. */
export async function keepFound(
  tx: Tx,
  found: { id: string; chatId: string; people: readonly string[]; now: Date },
): Promise<void> {
  const { id, chatId, people, now } = found;
  await tx.peopleFound.create({
    data: { id, chatId, people: people.slice(0, foundAtMost), expiresAt: addMinutes(now, minutesKept) },
  });
}

/** Null: it was found too long ago, or in another chat. */
export async function readFound(
  tx: Tx,
  { id, chatId, now }: { id: string; chatId: string; now: Date },
): Promise<string[] | null> {
  const found = await tx.peopleFound.findFirst({ where: { id, chatId, expiresAt: { gt: now } } });
  return found?.people ?? null;
}

export const sweepFound = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'PeopleFound', 'id', '"expiresAt" <= $1', [now]);
