// The saved conversations: several are locked, read and written at once, always in the order of their chats, so
// that two processes never wait for each other.
import type { StateValue } from 'xstate';
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import { Prisma, type Tx } from '../db/client.ts';

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
  const rows = await tx.$queryRaw`
    SELECT * FROM "Conversation" WHERE "chatId" = ANY(${chatIds}) ORDER BY "chatId" FOR UPDATE`;
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
  const rows = conversations.map(
    ({ id, chatId, conversation, step, misses, heardAt, updatedAt }) =>
      Prisma.sql`(${id}, ${chatId}, ${conversation.flow}, ${conversation.version}, ${JSON.stringify(conversation.value)}::jsonb,
        ${JSON.stringify(conversation.context)}::jsonb, ${step}, ${misses}, ${heardAt}, ${updatedAt})`,
  );
  await tx.$executeRaw`
    INSERT INTO "Conversation" ("id", "chatId", "flow", "version", "value", "context", "step", "misses", "heardAt", "updatedAt")
    VALUES ${Prisma.join(rows)}
    ON CONFLICT ("chatId") DO UPDATE SET
      "flow" = EXCLUDED."flow", "version" = EXCLUDED."version", "value" = EXCLUDED."value",
      "context" = EXCLUDED."context", "step" = EXCLUDED."step", "misses" = EXCLUDED."misses", "heardAt" = EXCLUDED."heardAt",
      "updatedAt" = EXCLUDED."updatedAt"`;
}
