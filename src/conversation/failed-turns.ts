// Turns that failed with their batch, run again one by one. What fails alone too is answered with an apology, so that nobody
// waits in silence. Trouble of the database that passes is nobody's fault: that turn is tried again later.

import type { Tx } from '../db/client.ts';
import { passingTrouble, troubleOf } from '../db/passing-trouble.ts';
import { ClaimLostError } from '../db/queue.ts';
import type { Message } from '../messages/message.ts';
import { outboxJobs, replyVia } from '../outbox/outbox.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { isAdminChat } from '../records/admin-chats.ts';
import type { Incoming } from '../records/incoming.ts';
import type { AsksLine } from './ask-line.ts';
import { type Committing, type InboxItem, runBatch } from './run-batch.ts';

export type InboxParts = Committing & AsksLine;

/** The ids of those that are to be tried again: `until` it is too late, by the process's clock, or the database is away. */
export async function runOneByOne(
  items: readonly InboxItem[],
  parts: InboxParts,
  until: number,
): Promise<Set<string>> {
  const again = new Set(items.map(({ job }) => job.id));
  for (const item of items) {
    if (performance.now() > until) break;
    const outcome = await runAlone(item, parts);
    if (outcome === 'done') again.delete(item.job.id);
    if (outcome === 'away') break;
  }
  if (again.size > 0) parts.log.warn({ turns: again.size }, 'Turns are tried again in a moment');
  return again;
}

/** A turn of its own that ends in trouble each time has to end some day, or nothing of hers is ever answered again. */
const wornOut = { tries: 5, afterMs: 20 * 60_000 };

const isWornOut = ({ job, incoming }: InboxItem, now: Date): boolean =>
  job.attempt >= wornOut.tries && now.getTime() - incoming.receivedAt >= wornOut.afterMs;

/** `away`: the database does not answer at all, which says nothing about this turn. */
async function runAlone(item: InboxItem, parts: InboxParts): Promise<'done' | 'again' | 'away'> {
  try {
    await runBatch([item], parts);
    return 'done';
  } catch (error) {
    return settleFailure(error, item, parts);
  }
}

async function settleFailure(
  error: unknown,
  item: InboxItem,
  parts: InboxParts,
): Promise<'done' | 'again' | 'away'> {
  // Another worker has taken it over, or it was done and we were not told: no answer is missing.
  if (error instanceof ClaimLostError) return 'done';
  const isPassing = passingTrouble(error) !== undefined;
  if (isPassing && !(await parts.database.queue.answers())) return 'away';
  const { type } = item.incoming.what;
  const trouble = { ...troubleOf(error), event: type };
  if (isPassing && !isWornOut(item, parts.clock.now())) {
    parts.log.warn({ ...trouble, tries: item.job.attempt + 1 }, 'A turn ran into trouble that passes');
    return 'again';
  }
  parts.log.error(trouble, 'A turn failed and its sender gets an apology');
  return apologiseOrTryAgain(item, parts);
}

async function apologiseOrTryAgain(item: InboxItem, parts: InboxParts): Promise<'done' | 'again'> {
  try {
    await apologise(item, parts);
    return 'done';
  } catch (error) {
    if (error instanceof ClaimLostError) return 'done';
    if (passingTrouble(error) !== undefined) return 'again';
    throw error;
  }
}

async function apologise(
  { job, incoming }: InboxItem,
  { database, services, clock }: InboxParts,
): Promise<void> {
  const now = clock.now();
  await database.queue.transaction(async (tx) => {
    const messages = await apologyFor(incoming, services, tx);
    const apology = {
      to: incoming.chat.id,
      about: 'apology' as const,
      messages,
      madeAt: now.getTime(),
      ...replyVia(incoming),
    };
    await database.queue.put('outbox', outboxJobs(messages.length > 0 ? [apology] : [], services, now), tx);
    await database.queue.finish('inbox', [job], tx);
  });
}

/** Who expects an answer gets one: a person, and staff in the admin chat. Other groups and farewells do not. */
async function apologyFor(
  { chat, what }: Incoming,
  { office, words }: TurnServices,
  tx: Tx,
): Promise<Message[]> {
  if (['unfollowed', 'left', 'joined', 'memberJoined', 'unsent', 'edited'].includes(what.type)) return [];
  if (await isAdminChat(tx, chat.id)) return words.staffApology();
  return chat.kind === 'person' ? words.apology(office) : [];
}
