import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ClockBackwardsError } from '../../src/db/controlled-clock.ts';
import type { Job, NewJob, Outcome } from '../../src/db/queue.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let opening: number;
beforeEach(async () => {
  opening = Date.now();
  database = await openTestDatabase();
});
afterEach(() => database.close());

const minute = 60_000;
/** Only a machine that stands still takes longer. */
const patiently = { timeout: 15_000 };
const year = 365 * 24 * 60 * minute;
const later = (ms: number) => new Date(database.clock.now().getTime() + ms);
const job = (data: unknown, startAfter?: Date): NewJob => ({
  id: uuidv7(),
  key: 'U1',
  data,
  ...(startAfter ? { startAfter } : {}),
});
const completed = (jobs: readonly Job[]): Outcome[] => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** A `timers` worker that takes its time, and what it has finished with. */
async function finishedTimers(): Promise<unknown[]> {
  const finished: unknown[] = [];
  database.queue.work('timers', { batchSize: 10 }, async (jobs) => {
    await sleep(100);
    finished.push(...jobs.map(({ data }) => data));
    return completed(jobs);
  });
  return finished;
}

test('the clock starts at the real time and runs', async () => {
  const start = database.clock.now().getTime();
  // It starts when the database begins to open, which takes its time on a busy machine.
  expect(start).toBeGreaterThanOrEqual(opening);
  expect(start).toBeLessThanOrEqual(Date.now());
  await expect.poll(() => database.clock.now().getTime(), patiently).toBeGreaterThan(start + 400);
});

test('it goes forward only', async () => {
  await database.clock.moveTo(later(year));
  const before = database.clock.now().getTime();
  await expect(database.clock.moveTo(new Date())).rejects.toThrow(ClockBackwardsError);
  expect(database.clock.now().getTime()).toBeGreaterThanOrEqual(before);
});

test('several moves at once are made one after the other', async () => {
  await Promise.all([1, 2, 3].map((hours) => database.clock.moveTo(later(hours * 60 * minute))));
  expect(database.clock.now().getTime()).toBeGreaterThan(Date.now() + 179 * minute);
});

describe('when the clock has been moved', () => {
  test('what became due has been done, and what lies ahead has not', async () => {
    const finished = await finishedTimers();
    await database.queue.put('timers', [
      job('in an hour', later(60 * minute)),
      job('in two hours', later(120 * minute)),
    ]);
    await database.clock.moveTo(later(61 * minute));
    expect(finished).toEqual(['in an hour']);
    await database.clock.moveTo(later(60 * minute));
    expect(finished).toEqual(['in an hour', 'in two hours']);
  });

  test('the minute itself counts', async () => {
    const finished = await finishedTimers();
    const at = later(10 * minute);
    await database.queue.put('timers', [job('on the dot', at)]);
    await database.clock.moveTo(at);
    expect(finished).toEqual(['on the dot']);
  });

  test('nothing is lost by going years ahead, neither from the queue nor out of a turn', async () => {
    const finished = await finishedTimers();
    const put = (data: string, at?: Date) =>
      database.queue.transaction((tx) => database.queue.put('timers', [job(data, at)], tx));
    await put('tomorrow', later(24 * 60 * minute));
    await put('in two years', later(2 * year));
    await database.clock.moveTo(later(3 * year));
    expect(finished.toSorted()).toEqual(['in two years', 'tomorrow']);

    await put('now');
    await expect.poll(() => finished.length, patiently).toBe(3);
    await put('in a minute', later(minute));
    await database.clock.moveTo(later(2 * minute));
    expect(finished).toHaveLength(4);
  });

  test('every session of the database sees the moved time', async () => {
    await database.clock.moveTo(later(5 * year));
    const ask = () =>
      database.prisma.$queryRaw<{ now: Date }[]>`SELECT pgboss.job_now() AS now, pg_sleep(0.02)::text`;
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    for (const [row] of answers) {
      expect(Math.abs((row?.now.getTime() ?? 0) - database.clock.now().getTime())).toBeLessThan(minute);
    }
  });

  test('work that was in hand is not taken for abandoned', async () => {
    const attempts: number[] = [];
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    database.queue.work('outbox', { batchSize: 1 }, async (jobs) => {
      attempts.push(...jobs.map(({ attempt }) => attempt));
      resolve();
      await sleep(300);
      return completed(jobs);
    });
    await database.queue.put('outbox', [job('slow')]);
    await taken;
    await database.clock.moveTo(later(60 * minute));
    await database.clock.moveTo(later(60 * minute));
    expect(attempts).toEqual([0]);
  });
});

test('a moment that passes while work is in hand is no going backwards', async () => {
  const { promise: taken, resolve } = Promise.withResolvers<void>();
  database.queue.work('outbox', { batchSize: 1 }, async (jobs) => {
    resolve();
    await sleep(900);
    return completed(jobs);
  });
  await database.queue.put('outbox', [job('slow')]);
  await taken;
  const soon = later(100);
  await database.clock.moveTo(soon);
  expect(database.clock.now().getTime()).toBeGreaterThanOrEqual(soon.getTime());
});

describe('what comes round regularly', () => {
  test('runs by the time in Japan, and once for all that was missed', async () => {
    const runs: string[] = [];
    await database.queue.every('report', '0 9 * * *', async () => {
      runs.push(database.clock.now().toISOString());
    });
    // 08:59 JST, the day after tomorrow at the earliest.
    const base = new Date(
      Math.ceil(database.clock.now().getTime() / (24 * 60 * minute) + 1) * 24 * 60 * minute,
    );
    await database.clock.moveTo(new Date(base.getTime() - minute));
    await expect.poll(() => runs.length, patiently).toBe(1);
    await database.clock.moveTo(new Date(base.getTime() + 2_000));
    await expect.poll(() => runs.length, patiently).toBe(2);
    expect(runs[1]?.slice(0, 16)).toBe(new Date(base).toISOString().slice(0, 16));
    await database.clock.moveTo(new Date(base.getTime() + 10 * 24 * 60 * minute - minute));
    await expect.poll(() => runs.length, patiently).toBe(3);
  });
});
