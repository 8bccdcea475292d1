// Takes former admin chats, and who of the staff somebody was, out of the records. In histories the fact stays: that the
// staff did it, and when. Chats that are admin chats now are never touched.
import { z } from 'zod';
import { type Ask, nobody } from './forget.ts';

const ids = z.array(z.object({ id: z.string() }));

/** Who of the staff did what, and in which admin chat. */
const histories = ['BookingStep', 'CallStep', 'PersonStep', 'RegisterLook', 'Offer'];

/** Ended admin chats, with the addresses they asked for, the numbers typed there and the conversation of a group. In a transaction. */
export async function forgetChats(ask: Ask, chatIds: readonly string[]): Promise<void> {
  if (chatIds.length === 0) return;
  for (const table of histories)
    await ask(`UPDATE "${table}" SET "chatId" = $2 WHERE "chatId" = ANY($1::text[])`, [
      chatIds,
      nobody.chatId,
    ]);
  for (const table of ['ContactLink', 'PageLink', 'NumbersDraft', 'PeopleFound'])
    await ask(`DELETE FROM "${table}" WHERE "chatId" = ANY($1::text[])`, [chatIds]);
  // The conversation of a one-to-one chat goes with its person.
  await ask(
    `DELETE FROM "Conversation" c WHERE "chatId" = ANY($1::text[])
       AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE p."chatId" = c."chatId")`,
    [chatIds],
  );
  await ask(`DELETE FROM "AdminChat" WHERE "chatId" = ANY($1::text[]) AND "leftAt" IS NOT NULL`, [chatIds]);
}

/**
 * The person of this one-to-one chat as somebody of the staff, and the chat as a former admin chat. In a transaction.
 * `stays`: she has decided in a chat that is an admin chat now, and stays on record as somebody of the staff.
 */
export async function forgetAsStaff(ask: Ask, chatId: string): Promise<'gone' | 'stays'> {
  await forgetChats(ask, [chatId]);
  const theirs = `"staffId" IN (SELECT id FROM "StaffMember" WHERE "lineUserId" = $1)`;
  const inOffice = await ask(
    `SELECT 1 AS one FROM (
       ${histories.map((table) => `SELECT "chatId" FROM "${table}" WHERE ${theirs}`).join(' UNION ALL ')}) AS step
     WHERE "chatId" IN (SELECT "chatId" FROM "AdminChat" WHERE "leftAt" IS NULL) LIMIT 1`,
    [chatId],
  );
  if (inOffice.length > 0) return 'stays';
  const found = await ask(`SELECT id::text AS id FROM "StaffMember" WHERE "lineUserId" = $1`, [chatId]);
  const [member] = ids.parse(found);
  if (member === undefined) return 'gone';
  for (const table of histories)
    await ask(`UPDATE "${table}" SET "staffId" = NULL WHERE "staffId" = $1::uuid`, [member.id]);
  await ask(`UPDATE "ZoomRoom" SET "changedById" = NULL WHERE "changedById" = $1::uuid`, [member.id]);
  for (const table of ['ContactLink', 'PageLink'])
    await ask(`DELETE FROM "${table}" WHERE "staffId" = $1::uuid`, [member.id]);
  for (const table of ['AdminChat', 'EnrolmentCode'])
    await ask(`UPDATE "${table}" SET "invitedById" = NULL WHERE "invitedById" = $1::uuid`, [member.id]);
  for (const column of ['madeById', 'liftedById'])
    await ask(`UPDATE "Closure" SET "${column}" = NULL WHERE "${column}" = $1::uuid`, [member.id]);
  await ask(`DELETE FROM "StaffMember" WHERE id = $1::uuid`, [member.id]);
  return 'gone';
}
