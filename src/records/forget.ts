// Takes people out of the records. Their bookings stay, with state and day, as nobody's; nothing else of them does.
import { z } from 'zod';
import type { Tx } from '../db/client.ts';

/** One statement. Both the commands' connection and the product's own can be asked. */
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<unknown[]>;

/** A transaction, or the client itself, as an `Ask`. */
export const askOf =
  (tx: Pick<Tx, '$queryRawUnsafe'>): Ask =>
  (sql, values = []) =>
    tx.$queryRawUnsafe(sql, ...values);

/** To whom bookings belong whose person was forgotten. No chat of LINE is called like this. */
export const nobody = { id: '00000000-0000-7000-8000-000000000000', chatId: 'forgotten' } as const;

const ids = z.array(z.object({ id: z.string() }));
const chats = z.array(z.object({ chatId: z.string() }));
const people = z.array(z.object({ id: z.string(), chatId: z.string().nullable() }));

/** The states that hold a slot: such a booking is somebody's still. */
export const isOver = `state NOT IN ('requested', 'proposed', 'confirmed', 'inProgress')`;

const numbered = z.array(z.object({ personId: z.string(), createdAt: z.coerce.date() }));

/** Whose booking has this number; undefined: there is none. */
export async function bookingNumbered(
  ask: Ask,
  number: number,
): Promise<z.infer<typeof numbered>[number] | undefined> {
  const rows = await ask(
    `SELECT "personId"::text AS "personId", "createdAt"::text AS "createdAt" FROM "Booking" WHERE number = $1`,
    [number],
  );
  return numbered.parse(rows)[0];
}

const bookingRows = z.array(
  z.object({ id: z.string(), isOver: z.boolean(), number: z.number(), createdAt: z.coerce.date() }),
);

/** All of one person. */
export const bookingsToForget = async (ask: Ask, personId: string): Promise<z.infer<typeof bookingRows>> =>
  bookingRows.parse(
    await ask(
      `SELECT id::text AS id, number, ${isOver} AS "isOver", "createdAt"::text AS "createdAt"
       FROM "Booking" WHERE "personId" = $1::uuid ORDER BY number`,
      [personId],
    ),
  );

/** Undefined without LINE. */
export async function chatOf(ask: Ask, personId: string): Promise<string | undefined> {
  const found = await ask(`SELECT id::text AS id, "chatId" FROM "Person" WHERE id = $1::uuid`, [personId]);
  return people.parse(found)[0]?.chatId ?? undefined;
}

/**
 * Gives these bookings to nobody. In a transaction, after `lockPeople` for whose they are. Meeting numbers and addresses of
 * pages with a contact go with it.
 */
export async function detachBookings(ask: Ask, bookings: readonly string[]): Promise<void> {
  if (bookings.length === 0) return;
  await ask(
    `INSERT INTO "Person" (id, "chatId", "createdAt") VALUES ($1::uuid, $2, now()) ON CONFLICT DO NOTHING`,
    [nobody.id, nobody.chatId],
  );
  for (const table of ['ContactLink', 'LinkCode', 'NumbersDraft', 'SlotUse', 'Undo', 'MoveWish', 'Offer'])
    await ask(`DELETE FROM "${table}" WHERE "bookingId" = ANY($1::uuid[])`, [bookings]);
  await ask(`DELETE FROM "PageLink" WHERE subject = ANY($1::uuid[])`, [bookings]);
  await forgetCalls(ask, '"bookingId" = ANY($1::uuid[])', bookings);
  await ask(
    `UPDATE "Booking" SET "personId" = $1::uuid, "zoomMeetingId" = NULL, "zoomPasscode" = NULL,
       "zoomHash" = NULL
     WHERE id = ANY($2::uuid[])`,
    [nobody.id, bookings],
  );
}

/** Nobody is to be called about them any more. Pages about them go too. */
async function forgetCalls(ask: Ask, where: string, values: readonly string[]): Promise<void> {
  await ask(`DELETE FROM "PageLink" WHERE subject IN (SELECT id FROM "Call" WHERE ${where})`, [values]);
  await ask(`DELETE FROM "Call" WHERE ${where}`, [values]);
}

/**
 * Locks these people for the transaction. It waits for a turn under way, in the order in which turns lock, and leaves out
 * people whose row is locked.
 */
export async function lockPeople(ask: Ask, people: readonly string[]): Promise<string[]> {
  await ask(
    `SELECT 1 AS locked FROM "Conversation" WHERE "chatId" IN
       (SELECT "chatId" FROM "Person" WHERE id = ANY($1::uuid[])) ORDER BY "chatId" FOR UPDATE`,
    [people],
  );
  const locked = await ask(
    `SELECT id::text AS id FROM "Person" WHERE id = ANY($1::uuid[]) AND id <> $2::uuid FOR UPDATE SKIP LOCKED`,
    [people, nobody.id],
  );
  return ids.parse(locked).map(({ id }) => id);
}

/**
 * Deletes people without bookings, with all that hangs on them and on their chats. In a transaction, after `lockPeople`.
 * Resolves with how many there were.
 */
export async function deletePeople(ask: Ask, wanted: readonly string[]): Promise<number> {
  const found = await ask(
    `SELECT id::text AS id, "chatId" FROM "Person" p WHERE id = ANY($1::uuid[]) AND id <> $2::uuid
       AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p.id)`,
    [wanted, nobody.id],
  );
  const theirs = people.parse(found);
  if (theirs.length === 0) return 0;
  const chatIds = theirs.flatMap(({ chatId }) => chatId ?? []);
  // Where staff decide now, the conversation and what waits there are the office's.
  const now = await adminChatsNow(ask, chatIds);
  await deleteConversations(
    ask,
    chatIds.filter((chatId) => !now.has(chatId)),
  );
  const gone = theirs.map(({ id }) => id);
  await forgetCalls(ask, '"personId" = ANY($1::uuid[])', gone);
  await ask(`DELETE FROM "Consent" WHERE "personId" = ANY($1::uuid[])`, [gone]);
  await ask(`DELETE FROM "Person" WHERE id = ANY($1::uuid[])`, [gone]);
  return theirs.length;
}

/** Which of these chats decide now. */
export async function adminChatsNow(ask: Ask, chatIds: readonly string[]): Promise<Set<string>> {
  const found = await ask(
    `SELECT "chatId" FROM "AdminChat" WHERE "chatId" = ANY($1::text[]) AND "leftAt" IS NULL`,
    [chatIds],
  );
  return new Set(chats.parse(found).map(({ chatId }) => chatId));
}

async function deleteConversations(ask: Ask, chatIds: readonly string[]): Promise<void> {
  for (const table of ['Conversation', 'Draft', 'Undelivered', 'EnrolmentMiss'])
    await ask(`DELETE FROM "${table}" WHERE "chatId" = ANY($1::text[])`, [chatIds]);
  // A chat has two counters: see records/push-counts.ts.
  await ask(`DELETE FROM "PushCount" WHERE split_part("chatId", ' ', 1) = ANY($1::text[])`, [chatIds]);
  await deleteJobs(ask, chatIds);
}

/** What waits to be sent to them goes. What is done has nothing in it, and keeps its id against repeats. */
async function deleteJobs(ask: Ask, chatIds: readonly string[]): Promise<void> {
  await ask(
    `DELETE FROM pgboss.job WHERE singleton_key = ANY($1::text[]) AND state < 'active' AND name IN ('outbox', 'menus')`,
    [chatIds],
  );
  await ask(
    `UPDATE pgboss.job SET singleton_key = $2 WHERE singleton_key = ANY($1::text[]) AND state = 'completed'`,
    [chatIds, nobody.chatId],
  );
}
