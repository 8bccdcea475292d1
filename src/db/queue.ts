// Work that must not be lost, on pg-boss, in the same database as everything else. What a job carries is
// sealed; its id, its key and its times are not.
//
// Order: the inbox, the outbox and the menus run the jobs of one key one after the other, by `created_on`, which is
// the start of the statement's transaction. Jobs put in together tie there, and ties go by id. So give
// ids that sort in the order you mean: the inbox has them from ULIDs, the outbox from UUIDv7.

import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Log } from '../core/log.ts';
import { createAnswers } from './answers.ts';
import { askStraight, openTransaction } from './ask-straight.ts';
import { Prisma, type PrismaClient, type Tx } from './client.ts';
import { createOwnJobs } from './own-jobs.ts';
import { passingTrouble } from './passing-trouble.ts';
import { type InHand, putInHand } from './put-in-hand.ts';
import type { QueueName } from './queue-settings.ts';
import { runEvery } from './run-every.ts';
import { type Handler, type Job, jobPurpose, type Row } from './run-jobs.ts';
import type { Sealer } from './seal.ts';
import { claimOf, putOf, startWorker, type Worker } from './start-worker.ts';
import { watchDue } from './watch-due.ts';

export type { QueueName } from './queue-settings.ts';
export type { Job, Outcome } from './run-jobs.ts';

/** `id` is a UUID. `key`: whom or which chat it is for; jobs of one key keep their order. */
export type NewJob = { id: string; key: string; data: unknown; startAfter?: Date };

/** A job was taken by another worker while this one still had it: roll back, the other one does it. */
export class ClaimLostError extends Error {
  override name = 'ClaimLostError';
}

export type Queue = {
  /**
   * One statement, then a worker looks; or it has them in hand already (put-in-hand.ts), and what is left takes a second
   * statement. An id that is already there is ignored, for 7 days after it was done too. With `tx`, in that transaction,
   * which `transaction` has opened: in another a worker finds the job up to a second late. Inside a transaction never without
   * `tx`: the embedded engine has one connection, and the call would wait for the transaction that waits for it.
   */
  put(name: QueueName, jobs: readonly NewJob[], tx?: Tx): Promise<void>;
  /** As Prisma's `$transaction`. Workers look for what was put in with `tx` once it is committed. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For a statement that asks more than this: whether that id is there, waiting, or done less than 7 days ago. */
  knows(name: QueueName, id: Prisma.Sql): Prisma.Sql;
  /** Completes jobs in the caller's transaction; rejects with ClaimLostError when one has been taken by another worker meanwhile. */
  finish(name: QueueName, jobs: readonly Job[], tx: Tx): Promise<void>;
  /**
   * Handlers answer for each job; a job finished in a transaction is answered 'completed' too. A throw
   * fails the batch (retried). Outputs are not sealed: codes only. A batch holds one job a key at most,
   * except in `timers`.
   */
  work(name: QueueName, options: { batchSize: number; concurrency?: number }, handler: Handler): void;
  /** Runs in one process at a time, every so often: `cron` is in JST. Runs missed while nothing ran are made up by one. */
  every(name: string, cron: string, handler: () => Promise<void>): Promise<void>;
  /** Whether this process works on it. */
  worksOn(name: QueueName): boolean;
  /** Some worker has a job in hand. */
  isBusy(): boolean;
  /** Wakes the workers for what is due: after the clock has been moved. */
  lookNow(): Promise<void>;
  /** The database answers a question, within two seconds. Never rejects. */
  answers(): Promise<boolean>;
  /** The database answers and every worker runs. False before the first `work`. */
  healthy(): Promise<boolean>;
  /** Finishes what is in hand (4.5 s at most; the rest is tried again by whoever starts next), then stops. */
  stop(): Promise<void>;
};

type Parts = { boss: PgBoss; prisma: PrismaClient; sealer: Sealer; log: Log };

type AfterTransaction = { queuesToWake: Set<QueueName>; completed: string[]; inHand: InHand[] };

/** Where a worker that sleeps takes a job over from the transaction that puts it: what is said in a chat is most of what is put. */
const atOnce: ReadonlySet<QueueName> = new Set(['outbox']);

const completion = z.object({ affected: z.number() });
// With the 3 s for requests (server.ts) well within what stop-on-signal.ts allows for all of it.
const stopTimeoutMs = 4_500;
const pingTimeoutMs = 2_000;

/** `boss` has been started and its queues declared. */
export function createQueue({ boss, prisma, sealer, log }: Parts): Queue {
  const workers = new Map<QueueName, Worker[]>();
  const answers = createAnswers(boss, log);
  const watch = watchDue(prisma, log);
  const ownJobs = createOwnJobs();
  /** What has to follow once a transaction is committed. */
  const openTransactions = new WeakMap<Tx, AfterTransaction>();
  /** Perhaps it was committed, and we did not hear of it: then nobody should wait until the time of its jobs is over. */
  const giveBack = (name: QueueName, rows: readonly Row[], trouble: Error) => {
    const outcomes = rows.map(({ id }) => ({ id, status: 'failed' as const, output: { error: 'unheard' } }));
    answers.keep(name, rows.map(claimOf), outcomes);
    // Whoever listens tells the queue what it did not hear (answers.ts).
    boss.emit('error', trouble);
  };
  const allWorkers = () => [...workers.values()].flat();
  return {
    async put(name, jobs, tx) {
      if (jobs.length === 0) return;
      const all = firstOfEachId(jobs).map(({ id, key, data, startAfter }) => ({
        ...{ id, key, startAfter },
        sealed: sealer.sealJson(jobPurpose(name, id), data),
      }));
      const transaction = tx && openTransactions.get(tx);
      const sleepers = transaction && atOnce.has(name) ? (workers.get(name) ?? []) : [];
      const inHand = tx ? await putInHand(tx, name, all.filter(isDueNow), sleepers) : [];
      transaction?.inHand.push(...inHand);
      const taken = new Set(inHand.flatMap(({ rows }) => rows.map(({ id }) => id)));
      const others = all.filter(({ id }) => !taken.has(id));
      if (others.length === 0) return;
      // What falls due later is found by the watch, not by a worker that is woken now.
      const dueNow = others.filter(isDueNow);
      ownJobs.add(name, dueNow);
      const rows = others.map(({ id, key, sealed, startAfter }) => ({
        ...{ id, singletonKey: key, data: { sealed } },
        ...(startAfter && { startAfter }),
      }));
      await boss.insert(name, rows, tx ? { db: inside(tx) } : {});
      if (dueNow.length === 0) return;
      if (tx) transaction?.queuesToWake.add(name);
      else wakeOne(workers.get(name));
    },

    async transaction(work) {
      const after: AfterTransaction = { queuesToWake: new Set(), completed: [], inHand: [] };
      const result = await openTransaction(prisma, (tx) => {
        openTransactions.set(tx, after);
        return work(tx);
      }).catch((error) => {
        for (const { name, rows, worker } of after.inHand) {
          worker.leave();
          if (passingTrouble(error) !== undefined) giveBack(name, rows, error);
        }
        throw error;
      });
      ownJobs.markCompleted(after.completed);
      for (const { name, rows, worker } of after.inHand) {
        ownJobs.add(name, rows.map(putOf));
        worker.take(rows);
      }
      for (const name of after.queuesToWake) wakeOne(workers.get(name));
      return result;
    },

    knows: (name, id) =>
      Prisma.sql`EXISTS (SELECT 1 FROM pgboss.job k WHERE k.name = ${name} AND k.id = ${id}::uuid)`,

    async finish(name, jobs, tx) {
      if (jobs.length === 0) return;
      const claims = jobs.map(({ id, attempt }) => ({ id, retryCount: attempt }));
      const answer = await boss.complete(name, claims, undefined, { db: inside(tx) });
      const lost = jobs.length - completion.parse(answer).affected;
      if (lost > 0) throw new ClaimLostError(`${lost} of ${jobs.length} jobs in ${name} were taken over`);
      openTransactions.get(tx)?.completed.push(...jobs.map(({ id }) => id));
    },

    work(name, { batchSize, concurrency = 1 }, handler) {
      const started = workers.get(name) ?? [];
      workers.set(name, started);
      const wakeAnother = () => wakeOne(started);
      const parts = { boss, sealer, log, answers, ownJobs, wakeAnother };
      for (let count = 0; count < concurrency; count += 1)
        started.push(startWorker(parts, name, batchSize, handler));
      watch.add(name, wakeAnother);
    },

    every: runEvery(boss, watch, log),

    answers: () => ping(prisma),

    async healthy() {
      const all = allWorkers();
      return (
        all.length > 0 &&
        all.every((worker) => worker.isHealthy()) &&
        watch.isHealthy() &&
        (await ping(prisma))
      );
    },

    worksOn: (name) => workers.has(name),

    isBusy: () => !allWorkers().every((worker) => worker.isIdle()),

    lookNow: watch.look,

    async stop() {
      watch.stop();
      const from = performance.now();
      await Promise.all(allWorkers().map((worker) => worker.stop(stopTimeoutMs)));
      const left = stopTimeoutMs - (performance.now() - from);
      await boss.stop({ graceful: true, timeout: Math.max(left, 1_000) });
      answers.stop();
    },
  };
}

/**
 * One that has nothing in hand, and not the one that was woken last: that one may be about to find something, and what comes
 * now would wait for it. Where all are busy each looks again when it is through: the first to end finds it.
 */
function wakeOne(workers: Worker[] = []): void {
  const idle = workers.find((worker) => worker.isIdle());
  if (idle === undefined) {
    for (const worker of workers) worker.wake();
    return;
  }
  workers.splice(workers.indexOf(idle), 1);
  workers.push(idle);
  idle.wake();
}

/** The transaction, as pg-boss asks it. */
const inside = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: await askStraight(tx, { text, values }),
  }),
});

const isDueNow = ({ startAfter }: { startAfter?: Date | undefined }) => startAfter === undefined;

/** pg-boss throws on an id that comes twice in one call. */
function firstOfEachId(jobs: readonly NewJob[]): NewJob[] {
  const ids = new Set<string>();
  return jobs.filter(({ id }) => !ids.has(id) && ids.add(id));
}

async function ping(prisma: PrismaClient): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), pingTimeoutMs);
  const asked = prisma.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  return answered;
}
