// How a worker ends, whatever it has in hand.
import { expect, test } from 'vitest';
import type { Row } from '../../src/db/run-jobs.ts';
import { completed, job, rest, row, scripted, withRealClockAfter } from './scripted-queue.ts';

withRealClockAfter();

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
