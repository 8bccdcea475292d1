// When a worker looks for jobs, and what it tells the queue. The queue is scripted here: with a real one a look that finds
// nothing cannot be told from none. What comes of it on a real one is in queue.test.ts.
import { setImmediate as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createJobsPut } from '../../src/db/jobs-put.ts';
import { type Handler, jobPurpose, type Row } from '../../src/db/run-jobs.ts';
import { createSealer } from '../../src/db/seal.ts';
import { startWorker } from '../../src/db/start-worker.ts';
import { testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';

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

const completed: Handler = async (jobs) => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** A queue that answers one look after the other with these, and then with nothing. */
function scripted(
  looks: (Row[] | Error)[],
  handler: Handler = completed,
  { batchSize = 10, fails }: { batchSize?: number; fails?: Error } = {},
) {
  const put = createJobsPut();
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
        log: quietLog,
        answers: { keep: () => {}, recall: () => undefined },
        put,
        wakeAnother: () => {
          seen.others += 1;
        },
      },
      'outbox',
      batchSize,
      handler,
    );
  return { put, seen, start };
}

/** Nothing here waits for anything outside the process. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await later();
}

test('it looks once for a job of its own process, and sleeps', async () => {
  const { put, seen, start } = scripted([[row('1')]]);
  put.add('outbox', [row('1')]);
  const worker = start();
  await rest();
  expect(seen).toMatchObject({ looks: 1, completed: [{ id: '1', retryCount: 0 }] });
  worker.wake();
  await rest();
  expect(seen.looks).toBe(2);
  await worker.stop(1000);
});

test('it looks again after jobs that another process put: nobody here knows what comes after them', async () => {
  const { seen, start } = scripted([[row('1')], [row('2')]]);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(3);
  await worker.stop(1000);
});

test('it looks again while more of the same chat waits, and not for another chat’s', async () => {
  const jobs = [row('1', 'U1'), row('2', 'U1'), row('3', 'U2')];
  const { put, seen, start } = scripted([[row('1', 'U1')], [row('2', 'U1')]]);
  put.add('outbox', jobs);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(3);
  await worker.stop(1000);
});

test('a job that was put twice costs one look more, once', async () => {
  const { put, seen, start } = scripted([[row('1')], [], [row('2')]]);
  put.add('outbox', [row('1'), row('repeated, and long done')]);
  const worker = start();
  await rest();
  expect(seen.looks).toBe(2);
  put.add('outbox', [row('2')]);
  worker.wake();
  await rest();
  expect(seen.looks).toBe(3);
  await worker.stop(1000);
});

test('woken while it has a batch in hand it looks again when it is through', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { put, seen, start } = scripted([[row('1')]], async (jobs) => {
    await mayEnd;
    return completed(jobs);
  });
  put.add('outbox', [row('1')]);
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

test('a full batch wakes another worker at once and is looked behind', async () => {
  const { put, seen, start } = scripted([[row('1', 'U1'), row('2', 'U2')]], completed, { batchSize: 2 });
  put.add('outbox', [row('1', 'U1'), row('2', 'U2')]);
  const worker = start();
  await rest();
  expect(seen).toMatchObject({ looks: 2, others: 1 });
  await worker.stop(1000);
});

test('what a transaction has completed is not completed again, and what is left out has failed', async () => {
  const { put, seen, start } = scripted([[row('1', 'U1'), row('2', 'U2'), row('3', 'U3', 4)]], async () => {
    put.finish(['1']);
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

test('a look that does not reach the database is reported, and the next one makes it well again', async () => {
  const { seen, start } = scripted([new Error('Connection terminated')]);
  const worker = start();
  await rest();
  expect(seen.errors).toBe(1);
  expect(worker.isWell()).toBe(false);
  worker.wake();
  await rest();
  expect(worker.isWell()).toBe(true);
  await worker.stop(1000);
});

test('stopped, it gives back what does not end in time, and says nothing of it later', async () => {
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
  expect(worker.isWell()).toBe(false);
});

test('stopped while the database is away it ends all the same, and says so', async () => {
  const never = Promise.withResolvers<never>().promise;
  const { seen, start } = scripted([[row('1')]], () => never, { fails: new Error('Connection terminated') });
  const worker = start();
  await rest();
  await worker.stop(1);
  expect(seen.errors).toBe(1);
});
