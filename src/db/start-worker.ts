// One worker of a queue: it takes a batch of jobs, has them run, and tells the queue how each of them ended. Then it looks again
// where there is reason to, or sleeps until it is woken. pg-boss has workers too: they complete once more what a transaction has
// completed, look once more after each batch, and make two signals for each job that nobody here listens to.

import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { type Answers, tell } from './answers.ts';
import type { JobsPut } from './jobs-put.ts';
import type { QueueName } from './queue-settings.ts';
import { type Handler, type Outcome, type Row, runJobs } from './run-jobs.ts';
import type { Sealer } from './seal.ts';

/** `wakeAnother`: a batch came back full, so there may be more than this worker can take. */
type Parts = {
  boss: Pick<PgBoss, 'fetch' | 'complete' | 'fail' | 'emit'>;
  sealer: Sealer;
  log: Log;
  answers: Pick<Answers, 'keep' | 'recall'>;
  put: JobsPut;
  wakeAnother(): void;
};

export type Worker = {
  /** How many jobs it has in hand. */
  inHand(): number;
  /** Its last look reached the database, and it has not been stopped. */
  isWell(): boolean;
  /** It looks at once, or when it is through with what it has in hand. */
  wake(): void;
  /** Resolves once the batch in hand is done; after `patienceMs` it is given back, to be tried again at once. */
  stop(patienceMs: number): Promise<void>;
};

/** How often a worker looks that nobody wakes (queue.ts, watch-due.ts). By the process's own clock. */
export const lookEverySeconds = 30;

export function startWorker(parts: Parts, name: QueueName, batchSize: number, handler: Handler): Worker {
  const { boss, answers, put } = parts;
  let isStopped = false;
  let isWell = true;
  let inHand: readonly Row[] = [];
  let isAsked = true;
  let wakeUp = () => {};

  /** Whoever listens logs it, and tells the queue what it did not hear (boss-options.ts, answers.ts). */
  const report = (error: Error) => void boss.emit('error', error);
  /** Resolves with whether there may be more. */
  const takeBatch = async (): Promise<boolean> => {
    const rows = await boss.fetch<object>(name, { batchSize, includeMetadata: true });
    isWell = true;
    if (rows.length === 0) return false;
    inHand = rows;
    const mayBeMore = put.take(name, rows);
    if (rows.length === batchSize) parts.wakeAnother();
    const outcomes = await runJobs(parts, name, rows, handler);
    answers.keep(name, rows.map(claimOf), outcomes);
    const told = answersTo(rows, outcomes).filter(({ outcome: { id } }) => !put.isFinished(id));
    // After a stop that did not wait for it the batch is another's.
    if (inHand === rows) await tell(boss, name, told);
    return mayBeMore() || rows.length === batchSize;
  };
  const sleep = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, lookEverySeconds * 1000);
    wakeUp = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  };
  const work = async () => {
    while (!isStopped) {
      isAsked = false;
      const mayBeMore = await takeBatch().catch((error: Error) => {
        isWell = false;
        report(error);
        return false;
      });
      inHand = [];
      if (!mayBeMore && !isAsked && !isStopped) await sleep();
    }
  };
  const ended = work();
  return {
    inHand: () => inHand.length,
    isWell: () => isWell && !isStopped,
    wake() {
      isAsked = true;
      wakeUp();
    },
    async stop(patienceMs) {
      isStopped = true;
      wakeUp();
      const late = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => late.resolve('late'), patienceMs);
      const how = await Promise.race([ended, late.promise]);
      clearTimeout(timer);
      if (how !== 'late') return;
      const left = inHand.map(claimOf);
      inHand = [];
      const claims = left.map(({ id, attempt }) => ({ id, retryCount: attempt }));
      // Where the database is away they are another's once their time is over (queue-settings.ts).
      await boss.fail(name, claims, { error: 'stopped' }).catch(report);
    },
  };
}

const claimOf = ({ id, retryCount }: Row) => ({ id, attempt: retryCount });

/** A job of which the handler said nothing has failed. */
function answersTo(rows: readonly Row[], outcomes: readonly Outcome[]) {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return rows.map(({ id, retryCount }) => ({
    attempt: retryCount,
    outcome: byId.get(id) ?? { id, status: 'failed' as const, output: { error: 'no answer' } },
  }));
}
