// What a batch of events rests on, in two statements: the saved conversations, locked, and who is behind each chat.
import { z } from 'zod';
import { Prisma, type Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Queue } from '../db/queue.ts';
import { consultationsAt, hasCandidate } from './contact-window.ts';
import { lockConversations, type SavedConversation } from './conversations.ts';
import { unsendMarkOf } from './inbox-jobs.ts';
import type { Incoming } from './incoming.ts';
import { meetPeople, type Person } from './people.ts';

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
};

const row = z.object({
  chatId: z.string(),
  isEnrolled: z.boolean(),
  isFarewellDue: z.boolean(),
  isUnsent: z.boolean(),
  person: z
    .object({ id: z.string(), blockedAt: z.coerce.date().nullable(), eligibleAt: z.coerce.date().nullable() })
    .nullable(),
  hasConsultation: z.boolean(),
});

/** One event of a chat at most. */
export async function loadBatch(
  tx: Tx,
  events: readonly Incoming[],
  queue: Queue,
  now: Date,
): Promise<LoadedBatch> {
  const conversations = await lockConversations(
    tx,
    events.map(({ chat }) => chat.id),
  );
  const rows = await whoIsThere(tx, events, queue, now);
  const chatsWhere = (is: (one: z.infer<typeof row>) => boolean) =>
    new Set(rows.filter(is).map(({ chatId }) => chatId));
  const enrolled = chatsWhere(({ isEnrolled }) => isEnrolled);
  const persons = events.filter(({ chat }) => chat.kind === 'person' && !enrolled.has(chat.id));
  const known = rows.flatMap(({ chatId, person }) => (person === null ? [] : [{ chatId, ...person }]));
  const people = new Map(known.map((person) => [person.chatId, person]));
  const strangers = persons.map(({ chat }) => chat.id).filter((id) => !people.has(id));
  for (const person of await meetPeople(tx, strangers, now)) people.set(person.chatId, person);
  const mayBeAtOne = chatsWhere(({ hasConsultation }) => hasConsultation);
  const happenings = persons.flatMap((event) => {
    const person = mayBeAtOne.has(event.chat.id) ? people.get(event.chat.id) : undefined;
    return person ? [{ personId: person.id, happenedAt: happenedAt(event, now), now }] : [];
  });
  return {
    conversations,
    people: new Map([...people].filter(([chatId]) => !enrolled.has(chatId))),
    consultations: await consultationsAt(tx, happenings),
    enrolled,
    farewells: chatsWhere(({ isFarewellDue }) => isFarewellDue),
    unsent: chatsWhere(({ isUnsent }) => isUnsent),
  };
}

async function whoIsThere(tx: Tx, events: readonly Incoming[], queue: Queue, now: Date) {
  const chatIds = events.map(({ chat }) => chat.id);
  const marks = events.map(unsendMarkOf);
  const from = new Date(Math.min(...events.map((event) => happenedAt(event, now).getTime())));
  const rows = await tx.$queryRaw`
    SELECT c.id AS "chatId", a."chatId" IS NOT NULL AND a."leftAt" IS NULL AS "isEnrolled",
      coalesce(a."leftAt" IS NOT NULL AND a."farewellDue", false) AS "isFarewellDue",
      c.mark IS NOT NULL AND ${queue.knows('inbox', Prisma.sql`c.mark`)} AS "isUnsent",
      CASE WHEN p.id IS NOT NULL
        THEN json_build_object('id', p.id, 'blockedAt', p."blockedAt", 'eligibleAt', p."eligibleAt") END AS person,
      p.id IS NOT NULL AND ${hasCandidate(Prisma.sql`p.id`, from, now)} AS "hasConsultation"
    FROM unnest(${chatIds}::text[], ${marks}::text[]) AS c(id, mark)
    LEFT JOIN "AdminChat" a ON a."chatId" = c.id LEFT JOIN "Person" p ON p."chatId" = c.id`;
  return z.array(row).parse(rows);
}

/** Whatever an earlier version put into the inbox: nothing happened after now. */
export const happenedAt = (incoming: Incoming, now: Date): Date =>
  new Date(Math.min(Math.max(incoming.happenedAt, 0), now.getTime()));
