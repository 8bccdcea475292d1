// The worker of the inbox. A batch of chats is one transaction; what is refused or fails is run again alone
// (failed-turns.ts), so that nobody's message is held up by another's.

import { troubleOf } from '../db/passing-trouble.ts';
import type { Job, Outcome } from '../db/queue.ts';
import { type Incoming, incomingSchema } from '../records/incoming.ts';
import { askLine } from './ask-line.ts';
import { type InboxParts, runOneByOne } from './failed-turns.ts';
import { type InboxItem, runBatch } from './run-batch.ts';

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
    try {
      await runBatch(batch, parts);
    } catch (error) {
      const trouble = { ...troubleOf(error), turns: batch.length };
      parts.log.warn(trouble, 'A batch of turns is run again, one by one');
      alone.unshift(...batch);
    }
    const again = alone.length > 0 ? await runOneByOne(alone, parts, until) : new Set();
    return jobs.map(({ id }) => ({ id, status: again.has(id) ? 'failed' : 'completed' }));
  };

/** A turn that failed that often might be the one at which its batch fails: from then on it harms no other. */
const triesInBatches = 2;

/** For a batch and what is then run alone: the jobs are another's after 20 s (db/queue-settings.ts). */
const patienceMs = 8_000;

/** Undefined for a job that nobody can read: kept, it would hold up its chat for ever. */
async function readItem(job: Job, parts: InboxParts): Promise<InboxItem | undefined> {
  const parsed = incomingSchema.safeParse(job.data);
  if (!parsed.success) {
    parts.log.error({ job: job.id }, 'An inbox job could not be read and is dropped');
    return undefined;
  }
  const incoming = fromMember(parsed.data);
  return { job, incoming, asked: incoming.asks ? await askLine(incoming, parts) : {} };
}

/** In a one-to-one chat whoever writes is the chat. */
const fromMember = (incoming: Incoming): Incoming =>
  incoming.chat.kind === 'person' ? { ...incoming, from: incoming.chat.id } : incoming;
