import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, NewJob, Outcome } from '../../src/db/queue.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { witness } from './witness.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const completed = (jobs: readonly Job[]): Outcome[] => jobs.map(({ id }) => ({ id, status: 'completed' }));
const job = (data: unknown, key = 'U1'): NewJob => ({ id: uuidv7(), key, data });
const inDays = (days: number) => new Date(database.clock.now().getTime() + days * 86_400_000);

describe('order', () => {
  test('jobs of one key come one after the other, in the order of their ids, without waiting for the watch', async () => {
    const { see, all, seen } = witness(30);
    database.queue.work('inbox', { batchSize: 10, concurrency: 2 }, async (jobs) => {
      see(jobs);
      return completed(jobs);
    });
    const started = Date.now();
    const jobs = Array.from({ length: 30 }, (_, number) => job(number));
    await database.queue.put('inbox', jobs.toReversed());
    await all;
    expect(seen.map(({ data }) => data)).toEqual(Array.from({ length: 30 }, (_, number) => number));
    // Found by the question of each second, they would take 29 s.
    expect(Date.now() - started).toBeLessThan(14_000);
  });

  test('what is put while the only worker is busy comes next, before anybody asks what is due', async () => {
    const { see, all, seen } = witness(40);
    const begun = performance.now();
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      const [{ data } = { data: 40 }] = jobs;
      // For another chat: of the one in hand the worker knows that more waits.
      if (Number(data) < 39)
        await database.queue.put('inbox', [job(Number(data) + 1, `U${Number(data) + 1}`)]);
      return completed(jobs);
    });
    await database.queue.put('inbox', [job(0, 'U0')]);
    await all;
    expect(seen.map(({ data }) => data)).toEqual(Array.from({ length: 40 }, (_, number) => number));
    // Found by the question of each second, they would take 39.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test('two jobs of one key never run side by side, and a batch holds one of each', async () => {
    const { see, all, seen } = witness(120);
    const running = new Set<string>();
    const broken: string[] = [];
    database.queue.work('outbox', { batchSize: 5, concurrency: 3 }, async (jobs) => {
      for (const { key } of jobs) {
        if (running.has(key)) broken.push(key);
        running.add(key);
      }
      await sleep(3);
      for (const { key } of jobs) running.delete(key);
      see(jobs);
      return completed(jobs);
    });
    const jobs = Array.from({ length: 120 }, (_, number) => job(number, `U${number % 8}`));
    for (let from = 0; from < jobs.length; from += 7) {
      await database.queue.put('outbox', jobs.slice(from, from + 7));
    }
    await all;
    expect(broken).toEqual([]);
    for (const [, ofOne] of Map.groupBy(seen, ({ key }) => key)) {
      const numbers = ofOne.map(({ data }) => Number(data));
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    }
  });

  test('a job that failed holds back the next of its key, nobody else, and comes again first', async () => {
    const { see, all, seen } = witness(4);
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      return jobs.map(({ id, data, attempt }) =>
        data === 'a1' && attempt === 0
          ? { id, status: 'failed', output: { code: 'try-again' } }
          : { id, status: 'completed' },
      );
    });
    await database.queue.put('inbox', [job('a1', 'A'), job('a2', 'A'), job('b1', 'B')]);
    await all;
    const ofA = seen.filter(({ key }) => key === 'A');
    expect(ofA.map(({ data, attempt, lastOutput }) => [data, attempt, lastOutput])).toEqual([
      ['a1', 0, null],
      ['a1', 1, { code: 'try-again' }],
      ['a2', 0, null],
    ]);
    expect(seen.findIndex(({ key }) => key === 'B')).toBeLessThan(2);
  });
});

describe('putting in', () => {
  test('an id that is there already is ignored, in one call, in two, and after it was done', async () => {
    const { see, all, seen } = witness(2);
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      return completed(jobs);
    });
    const first = job('first');
    await database.queue.put('inbox', [first, { ...first, data: 'the same again' }]);
    await database.queue.put('inbox', [first]);
    await database.clock.moveTo(inDays(6));
    await database.queue.put('inbox', [first, job('second')]);
    await all;
    expect(seen.map(({ data }) => data)).toEqual(['first', 'second']);
  });

  test('after 7 days an id is forgotten, and the job with it', async () => {
    const { see, all, seen } = witness(2);
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      return completed(jobs);
    });
    const first = job('first');
    await database.queue.put('inbox', [first]);
    await expect.poll(() => seen.length).toBe(1);
    await database.clock.moveTo(inDays(8));
    const left = () => database.prisma.$queryRaw`SELECT 1 FROM pgboss.job WHERE id = ${first.id}::uuid`;
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    await database.queue.put('inbox', [first]);
    await all;
    expect(seen.map(({ id }) => id)).toEqual([first.id, first.id]);
  });

  test('what nobody took for two months is still there, though old jobs are being deleted', async () => {
    const done = job('done');
    await database.queue.put('timers', [{ ...job('waiting'), startAfter: inDays(1) }]);
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => completed(jobs));
    await database.queue.put('inbox', [done]);
    const left = () =>
      database.prisma.$queryRaw`SELECT state::text FROM pgboss.job WHERE id = ${done.id}::uuid`;
    await expect.poll(left).toEqual([{ state: 'completed' }]);
    await database.clock.moveTo(inDays(60));
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    // The next round of deletion, for the queues are gone through one after the other.
    await database.clock.moveTo(inDays(1));
    const { see, all, seen } = witness(1);
    database.queue.work('timers', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      return completed(jobs);
    });
    await all;
    expect(seen.map(({ data }) => data)).toEqual(['waiting']);
  });

  test('what a transaction put in appears when it commits, and never when it does not', async () => {
    const { see, all, seen } = witness(2);
    database.queue.work('outbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      return completed(jobs);
    });
    const refused = database.queue.transaction(async (tx) => {
      await database.queue.put('outbox', [job('never')], tx);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await database.queue.transaction(async (tx) => {
      await database.queue.put('outbox', [job('one'), job('two')], tx);
      await sleep(50);
      expect(seen).toEqual([]);
    });
    await all;
    expect(seen.map(({ data }) => data)).toEqual(['one', 'two']);
  });

  test('nothing of what a job carries can be read in the database', async () => {
    await database.queue.put('timers', [job({ name: '浜松 花子' }), job('浜松 花子')]);
    const rows = await database.prisma.$queryRaw<{ row: string }[]>`SELECT job::text AS row FROM pgboss.job`;
    expect(rows.filter(({ row }) => row.includes('sealed'))).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('花子');
  });

  test('no jobs are no jobs', async () => {
    await database.queue.put('inbox', []);
    await database.queue.transaction((tx) => database.queue.finish('inbox', [], tx));
  });
});
