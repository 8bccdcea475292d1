// One worker of a queue: it takes a batch of jobs, has them run, and tells the queue how each of them ended. Then it looks again
// where there is reason to, or sleeps until it is woken, or until a batch is handed to it as it is put (put-in-hand.ts). pg-boss has
// workers too: they complete once more what a transaction has completed, look once more after each batch, and make two signals for
// each job that nobody here listens to.

import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { type Answers, sendAnswers } from './answers.ts';
import type { OwnJobs } from './own-jobs.ts';
import { lookEverySeconds, type QueueName, secondsInHand } from './queue-settings.ts';
import { type Handler, type Outcome, type Row, runJobs } from './run-jobs.ts';
import type { Sealer } from './seal.ts';

/** `wakeAnother`: a batch came back full, so there may be more than this worker can take. */
type Parts = {
  boss: Pick<PgBoss, 'fetch' | 'complete' | 'fail' | 'emit'>;
  sealer: Sealer;
  log: Log;
  answers: Pick<Answers, 'keep' | 'recall'>;
  ownJobs: OwnJobs;
  wakeAnother(): void;
};

export type Worker = {
  /** How many jobs it has in hand. */
  inHand(): number;
  /** It has none, and none is about to be handed to it. */
  isIdle(): boolean;
  /** Where it sleeps: from now on it waits for a batch, which has to be handed to it soon, or not. */
  reserve(): Reserved | undefined;
  /** Its last look reached the database, its batch takes no longer than it may, and it has not been stopped. */
  isHealthy(): boolean;
  /** It looks at once, or when it is through with what it has in hand. */
  wake(): void;
  /** Resolves once the batch in hand is done; after `patienceMs` it is given back, to be tried again at once. */
  stop(patienceMs: number): Promise<void>;
};

/** `room`: for so many. `take`: it has these in hand, and the queue knows. `leave`: it gets none, and looks. */
export type Reserved = { room: number; take(rows: readonly Row[]): void; leave(): void };

/** After a look that failed: the database may be back. */
const afterFailureMs = 1_000;
/** What another process has in hand may be free soon: so often it is looked for at this pace, then left to the watch. */
const missing = { everyMs: 100, looks: 8 };

export function startWorker(parts: Parts, name: QueueName, batchSize: number, handler: Handler): Worker {
  const { boss, log, answers, ownJobs } = parts;
  let isAsked = true;
  let isWell = true;
  let isStuck = false;
  let isStopped = false;
  /** The stop has not waited any longer: the queue may be closed. */
  let isLate = false;
  let inHand: readonly Row[] = [];
  let looksForMissing = 0;
  let wakeUp = () => {};
  let isAsleep = false;
  let isReserved = false;
  let handed: readonly Row[] = [];

  /** Whoever listens logs it, and tells the queue what it did not hear (boss-options.ts, answers.ts). */
  const report = (error: Error) => void boss.emit('error', error);

  const look = async (): Promise<readonly Row[]> => {
    isAsked = false;
    const rows = await boss.fetch<object>(name, { batchSize, includeMetadata: true });
    isWell = true;
    return rows;
  };

  /** Resolves with whether there may be more. */
  const takeBatch = async (): Promise<boolean> => {
    const rows = handed.length > 0 ? handed : await look();
    handed = [];
    // Looked for before the stop, found after it: another's once their time is over (queue-settings.ts).
    if (rows.length === 0 || isLate) return false;
    inHand = rows;
    looksForMissing = 0;
    const end = ownJobs.take(name, rows.map(putOf));
    if (rows.length === batchSize) parts.wakeAnother();
    const tooLong = setTimeout(() => {
      isStuck = true;
      log.error(
        { queue: name, jobs: rows.length },
        'A batch takes longer than it may: its worker waits for it',
      );
    }, secondsInHand(name) * 1000);
    let mayBeMore = false;
    try {
      const outcomes = await runJobs(parts, name, rows, handler);
      answers.keep(name, rows.map(claimOf), outcomes);
      const toSend = answersTo(rows, outcomes).filter(({ outcome: { id } }) => !ownJobs.wasCompleted(id));
      // After a stop that did not wait for it the batch is another's.
      if (!isLate) await sendAnswers(boss, name, toSend);
    } finally {
      clearTimeout(tooLong);
      isStuck = false;
      inHand = [];
      mayBeMore = end();
    }
    return mayBeMore || rows.length === batchSize;
  };

  /** How long it sleeps when nobody wakes it. */
  const pauseMs = (): number => {
    if (!isWell) return afterFailureMs;
    if (!ownJobs.isMissing(name)) return lookEverySeconds * 1000;
    looksForMissing += 1;
    if (looksForMissing <= missing.looks) return missing.everyMs;
    looksForMissing = 0;
    ownJobs.giveUp(name);
    return lookEverySeconds * 1000;
  };
  const sleep = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(() => wakeUp(), pauseMs());
    isAsleep = true;
    wakeUp = () => {
      // What it would find now would keep it from what it is reserved for.
      if (isReserved) return;
      isAsleep = false;
      resolve();
    };
    await promise;
    clearTimeout(timer);
  };
  const work = async () => {
    while (!isStopped || handed.length > 0) {
      const mayBeMore = await takeBatch().catch((error: Error) => {
        isWell = false;
        report(error);
        return false;
      });
      if (!mayBeMore && !isAsked && !isStopped) await sleep();
    }
  };
  const ended = work();
  return {
    inHand: () => inHand.length,
    isIdle: () => inHand.length === 0 && handed.length === 0 && !isReserved,
    reserve() {
      if (!isAsleep || isReserved || isStopped || !isWell) return undefined;
      isReserved = true;
      const end = (rows: readonly Row[]) => {
        isReserved = false;
        handed = rows;
        wakeUp();
      };
      return { room: batchSize, take: end, leave: () => end([]) };
    },
    isHealthy: () => isWell && !isStuck && !isStopped,
    wake() {
      isAsked = true;
      wakeUp();
    },
    async stop(patienceMs) {
      isStopped = true;
      wakeUp();
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        isLate = true;
        late.resolve();
      }, patienceMs);
      await Promise.race([ended, late.promise]);
      clearTimeout(timer);
      if (!isLate || inHand.length === 0) return;
      const claims = inHand.map(({ id, retryCount }) => ({ id, retryCount }));
      // Where the database is away they are another's once their time is over.
      await boss.fail(name, claims, { error: 'stopped' }).catch(report);
    },
  };
}

export const putOf = ({ id, singletonKey }: Row) => ({ id, key: singletonKey ?? '' });
export const claimOf = ({ id, retryCount }: Row) => ({ id, attempt: retryCount });

/** A job of which the handler said nothing has failed. */
function answersTo(rows: readonly Row[], outcomes: readonly Outcome[]) {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return rows.map(({ id, retryCount }) => ({
    attempt: retryCount,
    outcome: byId.get(id) ?? { id, status: 'failed' as const, output: { error: 'no answer' } },
  }));
}
