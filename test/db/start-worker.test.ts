// When a worker looks for jobs, and what it tells the queue. What comes of it on a real one is in queue.test.ts.
import { expect, test, vi } from 'vitest';
import { createOwnJobs } from '../../src/db/own-jobs.ts';
import { completed, job, rest, row, scripted, tick, withRealClockAfter } from './scripted-queue.ts';

withRealClockAfter();

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
