// Opens what the jobs of a batch carry and hands them to the handler: what goes wrong is an answer for each of them.

import type { JobWithMetadata } from 'pg-boss';
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

/** What is read of a job as pg-boss has it. */
export type Row = Pick<
  JobWithMetadata<object>,
  'id' | 'singletonKey' | 'retryCount' | 'startAfter' | 'data'
> & {
  output: object | null;
};

type Parts = { sealer: Sealer; log: Log; answers: Pick<Answers, 'recall'> };

const sealedData = z.object({ sealed: z.string() });

/** Answers for each job; never rejects. */
export async function runJobs(
  { sealer, log, answers }: Parts,
  name: QueueName,
  rows: readonly Row[],
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

function toJob(sealer: Sealer, name: QueueName, row: Row): Job {
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
