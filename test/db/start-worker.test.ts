// When a worker looks for jobs, and what it tells the queue. The queue is scripted here: with a real one a look that finds
// nothing cannot be told from none. What comes of it on a real one is in queue.test.ts.
import { setImmediate as later } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createOwnJobs } from '../../src/db/own-jobs.ts';
import { type Handler, jobPurpose, type Row } from '../../src/db/run-jobs.ts';
import { createSealer } from '../../src/db/seal.ts';
import { startWorker } from '../../src/db/start-worker.ts';
import { testKey } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';

const sealer = createSealer([testKey]);

/** All that a worker reads of a row. */
const row = (id: string, key = 'U1', retryCount = 0) =>
  ({
    id,
    singletonKey: key,
    retryCount,
    startAfter: new Date(0),
    output: null,
    data: { sealed: sealer.sealJson(jobPurpose('outbox', id), id) },
  }) as unknown as Row;

/** As it was put. */
const job = (id: string, key = 'U1') => ({ id, key });

const completed: Handler = async (jobs) => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** A queue that answers one look after the other with these, and then with nothing. */
function scripted(
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
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await later();
}

afterEach(() => {
  vi.useRealTimers();
});
async function tick(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await rest();
}

test('a worker looks once for a job of its own process, and sleeps', async () => {
  const { put, seen, start } = scripted([[row('1')]]);
  put.add('outbox', [job('1')]);
  const worker = start();
  await rest();
  expect(seen).toMatchObject({ looks: 1, completed: [{ id: '1', retryCount: 0 }] });
  worker.wake();
  await rest();
  expect(seen.looks).toBe(2);
  await worker.stop(1000);
});

test('a worker looks again after jobs that another process put: nobody here knows what comes after them', async () => {
  const { seen, start } = scripted([[row('1')], [row('2')]]);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(3);
  await worker.stop(1000);
});

test('a worker looks again while more of the same chat waits, and not for another chat’s', async () => {
  const jobs = [job('1', 'U1'), job('2', 'U1'), job('3', 'U2')];
  const { put, seen, start } = scripted([[row('1', 'U1')], [row('2', 'U1')]]);
  put.add('outbox', jobs);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(2);
  await worker.stop(1000);
});

test('what another process has in hand is looked for ten times a second, and left to the watch after a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { put, seen, start } = scripted([[], [], [row('1')]]);
  put.add('outbox', [job('1'), job('2')]);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(1);
  for (let tenth = 0; tenth < 2; tenth += 1) await tick(100);
  expect(seen.completed).toEqual([{ id: '1', retryCount: 0 }]);
  for (let tenth = 0; tenth < 20; tenth += 1) await tick(100);
  const looks = seen.looks;
  expect(looks).toBeLessThan(15);
  await tick(27_000);
  expect(seen.looks).toBe(looks);
  await worker.stop(1000);
});

test('what a worker beside it has in hand is not missing', async () => {
  const { put, seen, start } = scripted([]);
  put.add('outbox', [job('1'), job('2')]);
  const end = put.take('outbox', [job('1')]);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(1);
  expect(put.isMissing('outbox')).toBe(false);
  expect(end()).toBe(true);
  expect(put.isMissing('outbox')).toBe(true);
  await worker.stop(1000);
});

test('what a process puts and never takes is forgotten, whatever its keys', () => {
  const put = createOwnJobs();
  for (let number = 0; number < 20_000; number += 1) put.add('outbox', [job(`${number}`, `U${number % 3}`)]);
  const known = put.take('outbox', [job('0')]);
  // Unknown: of the first nobody knows any more.
  expect(known()).toBe(true);
  put.giveUp('outbox');
  expect(put.isMissing('outbox')).toBe(false);
});

test('a worker that is woken while it has a batch in hand looks again when it is through', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { put, seen, start } = scripted([[row('1')]], async (jobs) => {
    await mayEnd;
    return completed(jobs);
  });
  put.add('outbox', [job('1')]);
  const worker = start();
  await rest();
  expect(worker.inHand()).toBe(1);
  worker.wake();
  await rest();
  expect(seen.looks).toBe(1);
  end();
  await rest();
  expect(seen.looks).toBe(2);
  await worker.stop(1000);
});

test('a full batch wakes another worker at once and is followed by another look', async () => {
  const { put, seen, start } = scripted([[row('1', 'U1'), row('2', 'U2')]], completed, { batchSize: 2 });
  put.add('outbox', [job('1', 'U1'), job('2', 'U2')]);
  const worker = start();
  await rest();
  expect(seen).toMatchObject({ looks: 2, others: 1 });
  await worker.stop(1000);
});

test('what a transaction has completed is not completed again, and a job that the handler left out has failed', async () => {
  const { put, seen, start } = scripted([[row('1', 'U1'), row('2', 'U2'), row('3', 'U3', 4)]], async () => {
    put.markCompleted(['1']);
    return [
      { id: '1', status: 'completed' },
      { id: '2', status: 'completed' },
    ];
  });
  const worker = start();
  await rest();
  expect(seen.completed).toEqual([{ id: '2', retryCount: 0 }]);
  expect(seen.failed).toEqual([{ id: '3', retryCount: 4 }]);
  await worker.stop(1000);
});

test('a look that does not reach the database is reported, and looked again a second later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { seen, start } = scripted([new Error('Connection terminated')]);
  const worker = start();
  await rest();
  expect(seen.errors).toBe(1);
  expect(worker.isHealthy()).toBe(false);
  await tick(1000);
  expect(worker.isHealthy()).toBe(true);
  await worker.stop(1000);
});

test('an answer that the queue does not hear makes it unwell for a second, no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { seen, start } = scripted([[row('1')]], async () => [], {
    fails: new Error('Connection terminated'),
  });
  const worker = start();
  await rest();
  expect(worker.isHealthy()).toBe(false);
  await tick(1000);
  expect(seen.looks).toBe(2);
  expect(worker.isHealthy()).toBe(true);
  await worker.stop(1000);
});

test('a batch that takes longer than it may is an error in the log, and it is unwell until it ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { log, start } = scripted([[row('1')]], async (jobs) => {
    await mayEnd;
    return completed(jobs);
  });
  const worker = start();
  await rest();
  await tick(29_000);
  expect(worker.isHealthy()).toBe(true);
  await tick(1_000);
  expect(worker.isHealthy()).toBe(false);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { queue: 'outbox', jobs: 1 } }]);
  end();
  await rest();
  expect(worker.isHealthy()).toBe(true);
  await worker.stop(1000);
});

test('what a look brings after the stop has given up is not run, and nothing is given back that was not taken', async () => {
  const { promise: found, resolve: find } = Promise.withResolvers<Row[]>();
  const run: string[] = [];
  const { seen, start } = scripted([found], async (jobs) => {
    run.push(...jobs.map(({ id }) => id));
    return completed(jobs);
  });
  const worker = start();
  await rest();
  await worker.stop(1);
  find([row('1')]);
  await rest();
  expect(run).toEqual([]);
  expect(seen).toMatchObject({ looks: 1, completed: [], failed: [], errors: 0 });
});

test('a worker that is stopped gives back what does not end in time, and says nothing of it later', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { seen, start } = scripted([[row('1')]], async (jobs) => {
    await mayEnd;
    return completed(jobs);
  });
  const worker = start();
  await rest();
  await worker.stop(1);
  expect(seen.failed).toEqual([{ id: '1', retryCount: 0 }]);
  end();
  await rest();
  expect(seen).toMatchObject({ looks: 1, completed: [] });
  expect(worker.isHealthy()).toBe(false);
});

test('a worker that is stopped while the database is away ends all the same, and says so', async () => {
  const never = Promise.withResolvers<never>().promise;
  const { seen, start } = scripted([[row('1')]], () => never, { fails: new Error('Connection terminated') });
  const worker = start();
  await rest();
  await worker.stop(1);
  expect(seen.errors).toBe(1);
});

test('a worker that is reserved does not look, and looks after what it was handed when it was asked meanwhile', async () => {
  const { seen, start } = scripted([[]]);
  const worker = start();
  await rest();
  const reserved = worker.reserve();
  expect(worker.isIdle()).toBe(false);
  expect(worker.reserve()).toBeUndefined();
  worker.wake();
  await rest();
  expect(seen.looks).toBe(1);
  reserved?.take([row('1')]);
  await rest();
  expect(seen.completed).toEqual([{ id: '1', retryCount: 0 }]);
  expect(seen.looks).toBe(2);
  expect(worker.isIdle()).toBe(true);
  await worker.stop(1000);
});

test('a worker that is handed nothing in the end looks, and can be reserved again', async () => {
  const { seen, start } = scripted([[], [row('1')]]);
  const worker = start();
  await rest();
  worker.reserve()?.leave();
  await rest();
  expect(seen.completed).toEqual([{ id: '1', retryCount: 0 }]);
  expect(worker.reserve()).toBeDefined();
});

test('a stop waits for the batch that a worker is reserved for', async () => {
  const { put, seen, start } = scripted([[]]);
  const worker = start();
  await rest();
  const reserved = worker.reserve();
  const stopped = worker.stop(1000);
  await rest();
  put.add('outbox', [job('1')]);
  reserved?.take([row('1')]);
  await stopped;
  expect(seen).toMatchObject({ looks: 1, completed: [{ id: '1', retryCount: 0 }] });
  expect(worker.reserve()).toBeUndefined();
});

test('a worker is not reserved while it has something in hand, or when its last look failed', async () => {
  const held = Promise.withResolvers<void>();
  const busy = scripted([[row('1')]], async (jobs) => {
    await held.promise;
    return completed(jobs);
  });
  const worker = busy.start();
  await rest();
  expect(worker.reserve()).toBeUndefined();
  held.resolve();
  await worker.stop(1000);
  const unwell = scripted([new Error('away')]).start();
  await rest();
  expect(unwell.reserve()).toBeUndefined();
  await unwell.stop(1000);
});
