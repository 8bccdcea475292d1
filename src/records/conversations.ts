// The saved conversations, and what else a batch of events rests on. Several are locked, read and written at once, always in
// the order of their chats, so that two processes never wait for each other.

import type { StateValue } from 'xstate';
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import { minutesBefore } from '../booking/consultation-phase.ts';
import { addMinutes } from '../core/jst.ts';
import { askStraight } from '../db/ask-straight.ts';
import { Prisma, type Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Queue } from '../db/queue.ts';
import { agreed, consultationsAt } from './contact-window.ts';
import type { Incoming } from './incoming.ts';
import { meetPeople, type Person } from './people.ts';

/** What is saved of a conversation: JSON, without personal data. */
export type Conversation = { flow: FlowName; version: string; value: StateValue; context: unknown };

export type SavedConversation = {
  /** In every tap of this chat. */
  id: string;
  chatId: string;
  conversation: Conversation;
  /** Grows whenever another question stands. */
  step: number;
  /** How often in a row the open question was not understood. */
  misses: number;
  /** When the newest event that was handled happened, by LINE's clock. */
  heardAt: Date;
  updatedAt: Date;
};

const row = z.object({
  id: z.string(),
  chatId: z.string(),
  // A flow that is gone is found out when the conversation is restored.
  flow: z.string().transform((name) => name as FlowName),
  version: z.string(),
  value: z.union([z.string(), z.record(z.string(), z.json())]),
  context: z.json(),
  step: z.number(),
  misses: z.number(),
  heardAt: z.date(),
  updatedAt: z.date(),
});

/** Locks the conversations of these chats until the transaction ends. A chat without one is missing in the answer. */
export async function lockConversations(
  tx: Tx,
  chatIds: readonly string[],
): Promise<Map<string, SavedConversation>> {
  // Column by column: PostgreSQL refuses a prepared `SELECT *` once a column is added.
  const rows = await askStraight(
    tx,
    Prisma.sql`
    SELECT "id", "chatId", "flow", "version", "value", "context", "step", "misses", "heardAt", "updatedAt"
    FROM "Conversation" WHERE "chatId" = ANY(${chatIds}) ORDER BY "chatId" FOR UPDATE`,
  );
  const conversations = z.array(row).parse(rows).map(toConversation);
  return new Map(conversations.map((conversation) => [conversation.chatId, conversation]));
}

/** One conversation as it stands, to be looked at: it is not locked. */
export async function findConversation(tx: Tx, chatId: string): Promise<SavedConversation | undefined> {
  const found = await tx.conversation.findUnique({ where: { chatId } });
  return found === null ? undefined : toConversation(row.parse(found));
}

const toConversation = ({
  flow,
  version,
  value,
  context,
  ...rest
}: z.infer<typeof row>): SavedConversation => ({
  ...rest,
  conversation: { flow, version, value: value as Conversation['value'], context },
});

/** Writes all of them in one statement. */
export async function saveConversations(tx: Tx, conversations: readonly SavedConversation[]): Promise<void> {
  if (conversations.length === 0) return;
  const rows = conversations.map(({ conversation, ...rest }) => ({ ...rest, ...conversation }));
  // As JSON, so that the statement is the same one for any number of them, and is planned once.
  await askStraight(
    tx,
    Prisma.sql`
    INSERT INTO "Conversation" ("id", "chatId", "flow", "version", "value", "context", "step", "misses", "heardAt", "updatedAt")
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "chatId" text, "flow" text, "version" text,
      "value" jsonb, "context" jsonb, "step" int, "misses" int, "heardAt" timestamptz, "updatedAt" timestamptz)
    ON CONFLICT ("chatId") DO UPDATE SET
      "flow" = EXCLUDED."flow", "version" = EXCLUDED."version", "value" = EXCLUDED."value",
      "context" = EXCLUDED."context", "step" = EXCLUDED."step", "misses" = EXCLUDED."misses", "heardAt" = EXCLUDED."heardAt",
      "updatedAt" = EXCLUDED."updatedAt"`,
  );
}

export type LoadedBatch = {
  conversations: Map<string, SavedConversation>;
  people: Map<string, Person>;
  /** By person: those in whose contact window something was done. */
  consultations: Map<string, Booking>;
  /** Admin chats. */
  enrolled: Set<string>;
  /** Chats that were admin chats, and have yet to hear that they are none any more. */
  farewells: Set<string>;
  /** Chats whose text in this batch has been taken back. */
  unsent: Set<string>;
  /** Chats of people who have not been told of a decision of staff. */
  untold: Set<string>;
};

const whoRow = z.object({
  chatId: z.string(),
  isEnrolled: z.boolean(),
  isFarewellDue: z.boolean(),
  isUnsent: z.boolean(),
  person: z
    .object({
      id: z.string(),
      blockedAt: z.coerce.date().nullable(),
      eligibleAt: z.coerce.date().nullable(),
      askAbout: z.string().nullable(),
    })
    .nullable(),
  hasConsultation: z.boolean(),
  isUntold: z.boolean(),
});

/** In two statements: the saved conversations, locked, and who is behind each chat. One event of a chat at most. */
export async function loadBatch(
  tx: Tx,
  events: readonly Incoming[],
  queue: Queue,
  now: Date,
): Promise<LoadedBatch> {
  const chatIds = events.map(({ chat }) => chat.id);
  // Both are sent at once: the transaction's one connection runs them in this order, so the second reads after the locks.
  const [conversations, rows] = await Promise.all([
    lockConversations(tx, chatIds),
    whoIsThere(tx, events, queue, now),
  ]);
  const chatsWhere = (is: (one: z.infer<typeof whoRow>) => boolean) =>
    new Set(rows.filter(is).map(({ chatId }) => chatId));
  const enrolled = chatsWhere(({ isEnrolled }) => isEnrolled);
  const persons = events.filter(({ chat }) => chat.kind === 'person' && !enrolled.has(chat.id));
  const known = rows.flatMap(({ chatId, person }) => (person === null ? [] : [{ chatId, ...person }]));
  const people = new Map(known.map((person) => [person.chatId, person]));
  const strangers = persons.map(({ chat }) => chat.id).filter((id) => !people.has(id));
  if (strangers.length > 0)
    for (const person of await meetPeople(tx, strangers, now)) people.set(person.chatId, person);
  const mayBeAtOne = chatsWhere(({ hasConsultation }) => hasConsultation);
  const happenings = persons.flatMap((event) => {
    const person = mayBeAtOne.has(event.chat.id) ? people.get(event.chat.id) : undefined;
    return person ? [{ personId: person.id, happenedAt: happenedAt(event, now), now }] : [];
  });
  return {
    conversations,
    people: new Map([...people].filter(([chatId]) => !enrolled.has(chatId))),
    consultations: happenings.length > 0 ? await consultationsAt(tx, happenings) : new Map(),
    enrolled,
    farewells: chatsWhere(({ isFarewellDue }) => isFarewellDue),
    unsent: chatsWhere(({ isUnsent }) => isUnsent),
    untold: chatsWhere(({ isUntold }) => isUntold),
  };
}

async function whoIsThere(tx: Tx, events: readonly Incoming[], queue: Queue, now: Date) {
  const chatIds = events.map(({ chat }) => chat.id);
  const marks = events.map(({ unsendMark = null }) => unsendMark);
  const from = new Date(Math.min(...events.map((event) => happenedAt(event, now).getTime())));
  const rows = await askStraight(
    tx,
    Prisma.sql`
    SELECT c.id AS "chatId", a."chatId" IS NOT NULL AND a."leftAt" IS NULL AS "isEnrolled",
      coalesce(a."leftAt" IS NOT NULL AND a."farewellDue", false) AS "isFarewellDue",
      c.mark IS NOT NULL AND ${queue.knows('inbox', Prisma.sql`c.mark`)} AS "isUnsent",
      CASE WHEN p.id IS NOT NULL
        THEN json_build_object('id', p.id, 'blockedAt', p."blockedAt", 'eligibleAt', p."eligibleAt",
          'askAbout', p."askAbout") END AS person,
      EXISTS (SELECT 1 FROM "Booking" b WHERE b."personId" = p.id AND b.state::text = ANY(${[...agreed]})
        AND b."startsAt" <= ${addMinutes(now, minutesBefore)} AND b."endsAt" > ${from}) AS "hasConsultation",
      EXISTS (SELECT 1 FROM "Undo" u JOIN "Booking" b ON b.id = u."bookingId" WHERE b."personId" = p.id) AS "isUntold"
    FROM unnest(${chatIds}::text[], ${marks}::text[]) AS c(id, mark)
    LEFT JOIN "AdminChat" a ON a."chatId" = c.id LEFT JOIN "Person" p ON p."chatId" = c.id`,
  );
  return z.array(whoRow).parse(rows);
}

/** Whatever an earlier version put into the inbox: nothing happened after now. */
export const happenedAt = (incoming: Incoming, now: Date): Date =>
  new Date(Math.min(Math.max(incoming.happenedAt, 0), now.getTime()));
