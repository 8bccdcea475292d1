// A queue that answers as a test wants: with a real one a look that finds nothing cannot be told from none.
import { setImmediate as later } from 'node:timers/promises';
import { afterEach, vi } from 'vitest';
import { createOwnJobs } from '../../src/db/own-jobs.ts';
import { type Handler, jobPurpose, type Row } from '../../src/db/run-jobs.ts';
import { createSealer } from '../../src/db/seal.ts';
import { startWorker } from '../../src/db/start-worker.ts';
import { testKey } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';

const sealer = createSealer([testKey]);

/** All that a worker reads of a row. */
export const row = (id: string, key = 'U1', retryCount = 0) =>
  ({
    id,
    singletonKey: key,
    retryCount,
    startAfter: new Date(0),
    output: null,
    data: { sealed: sealer.sealJson(jobPurpose('outbox', id), id) },
  }) as unknown as Row;

/** As it was put. */
export const job = (id: string, key = 'U1') => ({ id, key });

export const completed: Handler = async (jobs) => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** A queue that answers one look after the other with these, and then with nothing. */
export function scripted(
  looks: (Row[] | Error | Promise<Row[]>)[],
  handler: Handler = completed,
  { batchSize = 10, fails }: { batchSize?: number; fails?: Error } = {},
) {
  const put = createOwnJobs();
  const log = recordingLog();
  const seen = { looks: 0, others: 0, completed: [] as unknown[], failed: [] as unknown[], errors: 0 };
  const settles = (into: unknown[]) => async (_name: string, claims: unknown) => {
    into.push(...[claims].flat());
    return { jobs: [], requested: 0, affected: 0 };
  };
  const boss = {
    fetch: async () => {
      const found = looks[seen.looks] ?? [];
      seen.looks += 1;
      if (found instanceof Error) throw found;
      return found;
    },
    complete: settles(seen.completed),
    fail: fails ? () => Promise.reject(fails) : settles(seen.failed),
    emit: () => {
      seen.errors += 1;
      return true;
    },
  } as unknown as Parameters<typeof startWorker>[0]['boss'];
  const start = () =>
    startWorker(
      {
        boss,
        sealer,
        log: log.log,
        answers: { keep: () => {}, recall: () => undefined },
        ownJobs: put,
        wakeAnother: () => {
          seen.others += 1;
        },
      },
      'outbox',
      batchSize,
      handler,
    );
  return { put, log, seen, start };
}

/** Nothing here waits for anything outside the process. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await later();
}

/** For a file of tests in which the clock stands still. */
export const withRealClockAfter = (): void => afterEach(() => void vi.useRealTimers());

/** Time passes. */
export async function tick(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await rest();
}
