// How many messages one person can make LINE count. The month's messages are everybody's: whoever blocks and
// unblocks the account a hundred times must not keep another one's confirmation from arriving.
import { asDateColumn, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { isAdminChat } from './admin-chats.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';

/** Pushes a day (JST) and person; up to the second only of what is important. */
export const perDay = 6;
const perDayImportant = 12;

/** Two a minute; what was made longer ago and waited is no hurry of hers. */
const minuteMs = 60_000;

/**
 * Answers in her own chat are pushed only where LINE does not take replies, which nobody can bring about. They are
 * counted apart and by the day alone: a whole form of them, and what waited for an hour, comes through.
 */
const answers: ReadonlySet<string> = new Set(['answer', 'apology', 'receipt']);
const answersPerDay = 12;
const answersTo = (chatId: string): string => `${chatId} answers`;

/** As in `Outgoing` of outbox/outgoing.ts. `madeAt`: epoch ms. */
type Counted = {
  to: string;
  about: string;
  madeAt: number;
  cause?: string;
  event?: string;
  important?: true;
};

/**
 * Counts one push for the person who caused it, or to whom it goes; false, and nothing counted, when it is one
 * too many. One statement, so that it holds among several workers and processes. The same news for each of several
 * admin chats counts once: all of them hear it or none.
 */
export async function countPush(tx: Tx, outgoing: Counted, now: Date): Promise<boolean> {
  const person = await countedFor(tx, outgoing);
  if (person === undefined) return true;
  const day = asDateColumn(dayOf(now));
  const madeAt = new Date(outgoing.madeAt);
  const isAnswer = answers.has(outgoing.about);
  const counter = isAnswer ? answersTo(person) : person;
  const most = isAnswer ? answersPerDay : outgoing.important ? perDayImportant : perDay;
  const mayHurry = outgoing.important === true || isAnswer;
  const counted = await tx.$queryRaw<unknown[]>`
    INSERT INTO "PushCount" AS c ("chatId", "day", "count", "lastAt", "lastEvent")
    VALUES (${counter}, ${day}::date, 1, ${madeAt}::timestamptz, ${outgoing.event ?? null}::text)
    ON CONFLICT ("chatId") DO UPDATE SET
      "count" = CASE WHEN c."lastEvent" = EXCLUDED."lastEvent" THEN c."count"
                     WHEN c."day" < EXCLUDED."day" THEN 1 ELSE c."count" + 1 END,
      "day" = GREATEST(c."day", EXCLUDED."day"),
      "lastAt" = GREATEST(c."lastAt", EXCLUDED."lastAt"),
      "lastEvent" = EXCLUDED."lastEvent",
      "beforeAt" = CASE WHEN c."lastEvent" = EXCLUDED."lastEvent" THEN c."beforeAt"
                        ELSE GREATEST(c."beforeAt", LEAST(c."lastAt", EXCLUDED."lastAt")) END
    WHERE c."lastEvent" = EXCLUDED."lastEvent" OR ((c."day" < EXCLUDED."day" OR c."count" < ${most}::int)
      AND (${mayHurry}::boolean OR c."beforeAt" IS NULL
        OR abs(extract(epoch FROM c."lastAt" - EXCLUDED."lastAt")) * 1000 >= ${minuteMs}::int
        OR abs(extract(epoch FROM c."beforeAt" - EXCLUDED."lastAt")) * 1000 >= ${minuteMs}::int))
    RETURNING 1 AS counted`;
  return counted.length > 0;
}

/** Undefined: what staff do in their own chat is counted for nobody. */
async function countedFor(tx: Tx, { cause, to }: Counted): Promise<string | undefined> {
  if (cause !== undefined) return cause;
  return (await isAdminChat(tx, to)) ? undefined : to;
}

/** Counts of days that are over. */
export const sweepPushCounts = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'PushCount', '"chatId"', 'day < $1', [asDateColumn(dayOf(now))]);
