// One worker of a queue: it opens what the jobs carry, hands them to the handler, and tells pg-boss how
// each of them ended.

import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { codeOf, type Log, traceOf } from '../core/log.ts';
import type { Answers } from './answers.ts';
import type { QueueName } from './queue-settings.ts';
import { type Purpose, SealError, type Sealer } from './seal.ts';

/**
 * `attempt` counts from 0. `dueAt`: from when on it could run, by the database's clock, which may be ahead of ours.
 * `lastOutput`: what the attempt before answered, or null.
 */
export type Job = {
  id: string;
  key: string;
  data: unknown;
  attempt: number;
  dueAt: Date;
  lastOutput: unknown;
};

/** 'failed' is tried again, after a growing pause. `output` is kept in the clear: codes only. */
export type Outcome = { id: string; status: 'completed' | 'failed'; output?: Record<string, unknown> };

export type Handler = (jobs: Job[]) => Promise<Outcome[]>;

/** A job's content opens in its own queue, under its own id, and nowhere else. */
export const jobPurpose = (name: string, id: string): Purpose => ({ of: `job.${name}`, row: id });

/** `wakeAnother`: a batch came back full, so there may be more than this worker can take. */
type Parts = { boss: PgBoss; sealer: Sealer; log: Log; answers: Answers; wakeAnother(): void };

const sealedData = z.object({ sealed: z.string() });

/** How often a worker looks that nobody wakes (queue.ts, watch-due.ts). */
export const lookEverySeconds = 30;

export type Worker = {
  /** It has a batch in hand. Then it looks again by itself. */
  isBusy(): boolean;
  /** It looks at once. */
  wake(): void;
};

/** Resolves once it works. */
export async function startWorker(
  parts: Parts,
  name: QueueName,
  batchSize: number,
  handler: Handler,
): Promise<Worker> {
  let workerId: string | undefined;
  let isBusy = false;
  const wake = () => {
    if (workerId !== undefined) parts.boss.notifyWorker(workerId);
  };
  const options = {
    batchSize,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: lookEverySeconds,
  } as const;
  workerId = await parts.boss.work(name, options, async (rows: JobWithMetadata<object>[]) => {
    isBusy = true;
    if (rows.length === batchSize) parts.wakeAnother();
    const outcomes = await runBatch(parts, name, rows, handler);
    isBusy = false;
    const claims = rows.map(({ id, retryCount }) => ({ id, attempt: retryCount }));
    parts.answers.keep(name, claims, outcomes);
    // Look again at once, until a look finds nothing: the next job of the same key became free just now,
    // and nobody wakes a worker for it again.
    wake();
    return outcomes;
  });
  return { isBusy: () => isBusy, wake };
}

async function runBatch(
  { sealer, log, answers }: Parts,
  name: QueueName,
  rows: readonly JobWithMetadata<object>[],
  handler: Handler,
): Promise<Outcome[]> {
  const jobs: Job[] = [];
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const before = answers.recall(name, { id: row.id, attempt: row.retryCount });
    if (before?.status === 'completed') {
      outcomes.push(before);
      continue;
    }
    try {
      const job = toJob(sealer, name, row);
      jobs.push(before?.output === undefined ? job : { ...job, lastOutput: before.output });
    } catch (error) {
      // Tried again like any other: the operator may have forgotten a key, and then nothing is lost.
      const reason = error instanceof SealError ? error.message : 'not a job of ours';
      log.error({ queue: name, job: row.id, reason }, 'A job cannot be read');
      outcomes.push({ id: row.id, status: 'failed', output: { error: 'unreadable' } });
    }
  }
  if (jobs.length === 0) return outcomes;
  try {
    return [...outcomes, ...(await handler(jobs))];
  } catch (error) {
    log.error(
      { queue: name, jobs: jobs.length, ...traceOf(error) },
      'A batch of jobs failed and is tried again',
    );
    const code = error instanceof Error ? (codeOf(error) ?? error.name) : 'unknown';
    return [
      ...outcomes,
      ...jobs.map(({ id }): Outcome => ({ id, status: 'failed', output: { error: code } })),
    ];
  }
}

function toJob(sealer: Sealer, name: QueueName, row: JobWithMetadata<object>): Job {
  const { sealed } = sealedData.parse(row.data);
  return {
    id: row.id,
    key: row.singletonKey ?? '',
    data: sealer.openJson(jobPurpose(name, row.id), sealed),
    attempt: row.retryCount,
    dueAt: row.startAfter,
    lastOutput: row.output,
  };
}
