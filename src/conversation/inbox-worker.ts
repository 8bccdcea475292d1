// The worker of the inbox. A batch of chats is one transaction; what is refused or fails is run again
// alone; what fails alone too is answered with an apology, so that nobody waits in silence and nobody's
// next message is held up. Trouble of the database that passes is nobody's fault: that turn is tried again later.

import { traceOf } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import { passingTrouble, sqlStateOf } from '../db/passing-trouble.ts';
import { ClaimLostError, type Job, type Outcome } from '../db/queue.ts';
import { ja } from '../messages/ja/index.ts';
import type { Message } from '../messages/message.ts';
import { outboxJobs } from '../outbox/outbox.ts';
import { replyVia } from '../outbox/reply-window.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { isAdminChat } from '../records/admin-chats.ts';
import { type Incoming, incomingSchema } from '../records/incoming.ts';
import { type AsksLine, askLine } from './ask-line.ts';
import { type Committing, type InboxItem, runBatch } from './run-batch.ts';

export type InboxParts = Committing & AsksLine;

/**
 * Answers 'completed' also for a job that was given up, 'failed' for one that ran into a passing trouble of
 * the database and is tried again. Rejects only when the database fails altogether.
 */
export const inboxWorker =
  (parts: InboxParts) =>
  async (jobs: Job[]): Promise<Outcome[]> => {
    const until = performance.now() + patienceMs;
    const items = (await Promise.all(jobs.map((job) => readItem(job, parts)))).filter(
      (one) => one !== undefined,
    );
    const { batch = [], alone = [] } = Object.groupBy(items, ({ job }) =>
      job.attempt < triesInBatches ? 'batch' : 'alone',
    );
    const left = await runTogether(batch, parts);
    const again = await runOneByOne([...left, ...alone], parts, until);
    return jobs.map(({ id }) => ({ id, status: again.has(id) ? 'failed' : 'completed' }));
  };

/** Whoever failed that often might be the one at whom its batch fails: from then on it harms nobody else. */
const triesInBatches = 2;

/** For a batch and what is then run alone: the jobs are another's after 20 s (db/queue-settings.ts). */
const patienceMs = 8_000;

/** Those that are to be run alone: none, or all. */
async function runTogether(items: readonly InboxItem[], parts: InboxParts): Promise<readonly InboxItem[]> {
  if (items.length === 0) return [];
  try {
    await runBatch(items, parts);
    return [];
  } catch (error) {
    const trouble = { ...traceOf(error), state: sqlStateOf(error), turns: items.length };
    parts.log.warn(trouble, 'A batch of turns is run again, one by one');
    return items;
  }
}

/** The ids of those that are to be tried again: `until` it is too late, by the process's clock, or the database is away. */
async function runOneByOne(
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

/** Undefined for a job that nobody can read: kept, it would hold up its chat for ever. */
async function readItem(job: Job, parts: InboxParts): Promise<InboxItem | undefined> {
  const parsed = incomingSchema.safeParse(job.data);
  if (!parsed.success) {
    parts.log.error({ job: job.id }, 'An inbox job could not be read and is dropped');
    return undefined;
  }
  const incoming = fromMember(parsed.data);
  return { job, incoming, asked: await askLine(incoming, parts) };
}

/** In a one-to-one chat whoever writes is the chat. */
const fromMember = (incoming: Incoming): Incoming =>
  incoming.chat.kind === 'person' ? { ...incoming, from: incoming.chat.id } : incoming;

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
  const trouble = { ...traceOf(error), state: sqlStateOf(error), event: type };
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
  await database.prisma.$transaction(async (tx) => {
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
async function apologyFor({ chat, what }: Incoming, { office }: TurnServices, tx: Tx): Promise<Message[]> {
  if (['unfollowed', 'left', 'joined', 'memberJoined', 'unsent', 'edited'].includes(what.type)) return [];
  if (await isAdminChat(tx, chat.id)) return ja.staffApology();
  return chat.kind === 'person' ? ja.apology(office) : [];
}
