// The saved talks: several are locked, read and written at once, always in the order of their chats, so
// that two processes never wait for each other.
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import { Prisma, type Tx } from '../db/client.ts';
import type { Talk } from './step.ts';

export type SavedTalk = {
  /** In every tap of this chat. */
  id: string;
  chatId: string;
  talk: Talk;
  /** Grows whenever another question stands. */
  step: number;
  /** How often in a row the standing question was not understood. */
  misses: number;
  /** When the newest event that was handled happened, by LINE's clock. */
  heardAt: Date;
  updatedAt: Date;
};

const row = z.object({
  id: z.string(),
  chatId: z.string(),
  // A flow that is gone is found out when the talk is restored.
  flow: z.string().transform((name) => name as FlowName),
  version: z.string(),
  value: z.union([z.string(), z.record(z.string(), z.json())]),
  context: z.json(),
  step: z.number(),
  misses: z.number(),
  heardAt: z.date(),
  updatedAt: z.date(),
});

/** Locks the talks of these chats until the transaction ends. A chat without one is missing in the answer. */
export async function lockTalks(tx: Tx, chatIds: readonly string[]): Promise<Map<string, SavedTalk>> {
  const rows = await tx.$queryRaw`
    SELECT * FROM "Conversation" WHERE "chatId" = ANY(${chatIds}) ORDER BY "chatId" FOR UPDATE`;
  const talks = z.array(row).parse(rows).map(toTalk);
  return new Map(talks.map((talk) => [talk.chatId, talk]));
}

/** One talk as it stands, to be looked at: it is not locked. */
export async function findTalk(tx: Tx, chatId: string): Promise<SavedTalk | undefined> {
  const found = await tx.conversation.findUnique({ where: { chatId } });
  return found === null ? undefined : toTalk(row.parse(found));
}

const toTalk = ({ flow, version, value, context, ...rest }: z.infer<typeof row>): SavedTalk => ({
  ...rest,
  talk: { flow, version, value: value as Talk['value'], context },
});

/** Writes all of them in one statement. */
export async function saveTalks(tx: Tx, talks: readonly SavedTalk[]): Promise<void> {
  if (talks.length === 0) return;
  const rows = talks.map(
    ({ id, chatId, talk, step, misses, heardAt, updatedAt }) =>
      Prisma.sql`(${id}, ${chatId}, ${talk.flow}, ${talk.version}, ${JSON.stringify(talk.value)}::jsonb,
        ${JSON.stringify(talk.context)}::jsonb, ${step}, ${misses}, ${heardAt}, ${updatedAt})`,
  );
  await tx.$executeRaw`
    INSERT INTO "Conversation" ("id", "chatId", "flow", "version", "value", "context", "step", "misses", "heardAt", "updatedAt")
    VALUES ${Prisma.join(rows)}
    ON CONFLICT ("chatId") DO UPDATE SET
      "flow" = EXCLUDED."flow", "version" = EXCLUDED."version", "value" = EXCLUDED."value",
      "context" = EXCLUDED."context", "step" = EXCLUDED."step", "misses" = EXCLUDED."misses", "heardAt" = EXCLUDED."heardAt",
      "updatedAt" = EXCLUDED."updatedAt"`;
}
