// Jobs of the outbox that a worker has in hand from the moment they are put.
import { setImmediate as later } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import type { Job, NewJob, Outcome } from '../../src/db/queue.ts';
import { describeOnServer, openTestDatabase } from '../helpers/database.ts';
import { witness } from './witness.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const job = (data: unknown, key = 'U1'): NewJob => ({ id: uuidv7(), key, data });
const completed = (jobs: readonly Job[]): Outcome[] => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** The key of jobs that belong to no test. */
const probe = 'probe';

const statesIn = async (tx: Tx, keys: readonly string[] = ['A', 'B', 'U1']): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM pgboss.job WHERE name = 'outbox' AND singleton_key = ANY(${keys}) ORDER BY id`;
  return rows.map(({ state }) => state);
};

/** Another one would wait behind it, and not be handed to anybody. */
const isProbeLeft = async () =>
  (await statesIn(database.prisma, [probe])).some((state) => state !== 'completed');

/** Starts workers, and waits until one of them sleeps: one that was handed its batch sleeps when it is through with it. */
async function asleep(handler: (jobs: Job[]) => Promise<Outcome[]>, concurrency = 1): Promise<void> {
  database.queue.work('outbox', { batchSize: 3, concurrency }, async (jobs) =>
    jobs.some(({ key }) => key === probe) ? completed(jobs) : handler(jobs),
  );
  for (let isHanded = false; !isHanded; ) {
    isHanded = await database.queue.transaction(async (tx) => {
      await database.queue.put('outbox', [job('', probe)], tx);
      return (await statesIn(tx, [probe])).at(-1) === 'active';
    });
    do await later();
    while (database.queue.isBusy() || (await isProbeLeft()));
  }
}

test('a sleeping worker has it in hand when it is put, and carries it out once that is committed', async () => {
  const { see, all, seen } = witness(2);
  let isCommitted = false;
  const early: unknown[] = [];
  await asleep(async (jobs) => {
    if (!isCommitted) early.push(...jobs);
    see(jobs);
    return completed(jobs);
  });
  const states = await database.queue.transaction(async (tx) => {
    await database.queue.put('outbox', [job('a', 'A'), job('b', 'B')], tx);
    const found = await statesIn(tx);
    isCommitted = true;
    return found;
  });
  await all;
  expect(states).toEqual(['active', 'active']);
  expect(early).toEqual([]);
  expect(seen).toMatchObject([
    { key: 'A', data: 'a', attempt: 0, lastOutput: null },
    { key: 'B', data: 'b', attempt: 0, lastOutput: null },
  ]);
});

test('the jobs of a key keep their order, and more than the worker takes wait for the next look', async () => {
  const { see, all, seen } = witness(7);
  await asleep(async (jobs) => {
    see(jobs);
    return completed(jobs);
  });
  const jobs = ['A1', 'A2', 'A3', 'B1', 'C1', 'D1', 'E1'].map((data) => job(data, data.slice(0, 1)));
  await database.queue.transaction((tx) => database.queue.put('outbox', jobs.toReversed(), tx));
  await all;
  expect(seen.filter(({ key }) => key === 'A').map(({ data }) => data)).toEqual(['A1', 'A2', 'A3']);
  expect(seen.map(({ data }) => data).toSorted()).toEqual(['A1', 'A2', 'A3', 'B1', 'C1', 'D1', 'E1']);
});

test('more than one worker takes are spread over those that sleep', async () => {
  const { see, all, seen } = witness(7);
  const batches: number[] = [];
  await asleep(async (jobs) => {
    batches.push(jobs.length);
    see(jobs);
    return completed(jobs);
  }, 3);
  const jobs = [...'ABCDEFG'].map((key) => job(key, key));
  await database.queue.transaction((tx) => database.queue.put('outbox', jobs, tx));
  await all;
  expect(seen.map(({ data }) => data).toSorted()).toEqual([...'ABCDEFG']);
  expect(Math.max(...batches)).toBeLessThanOrEqual(3);
});

test('what has a job of its key before it, in hand or waiting, waits its turn though a worker sleeps', async () => {
  const { see, all, seen } = witness(3);
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  await asleep(async (jobs) => {
    see(jobs);
    begun.resolve();
    if (jobs[0]?.data === 'first') await held.promise;
    return completed(jobs);
  }, 3);
  const put = (data: string) =>
    database.queue.transaction(async (tx) => {
      await database.queue.put('outbox', [job(data)], tx);
      return statesIn(tx);
    });
  expect(await put('first')).toEqual(['active']);
  await begun.promise;
  expect(await put('second')).toEqual(['active', 'created']);
  expect(await put('third')).toEqual(['active', 'created', 'created']);
  held.resolve();
  await all;
  expect(seen.map(({ data }) => data)).toEqual(['first', 'second', 'third']);
});

test('nothing of a transaction that is rolled back is carried out, and the worker takes what comes next', async () => {
  const { see, all, seen } = witness(1);
  await asleep(async (jobs) => {
    see(jobs);
    return completed(jobs);
  });
  const rolledBack = database.queue.transaction(async (tx) => {
    await database.queue.put('outbox', [job('never')], tx);
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await database.queue.transaction((tx) => database.queue.put('outbox', [job('next')], tx));
  await all;
  expect(seen.map(({ data }) => data)).toEqual(['next']);
});

test('a transaction that the database rolls back when it is to be committed is rejected, and nothing of it is carried out', async () => {
  const { see, all, seen } = witness(1);
  await asleep(async (jobs) => {
    see(jobs);
    return completed(jobs);
  });
  const { prisma, queue } = database;
  const hidden = queue.transaction(async (tx) => {
    await queue.put('outbox', [job('after an error that nobody heard of')], tx);
    await tx.$queryRaw`SELECT 1 / 0`.catch(() => {});
  });
  await expect(hidden).rejects.toThrow();
  await prisma.$executeRaw`CREATE TABLE late (one int UNIQUE DEFERRABLE INITIALLY DEFERRED)`;
  const late = queue.transaction(async (tx) => {
    await queue.put('outbox', [job('before a rule that is looked at in the end')], tx);
    await tx.$executeRaw`INSERT INTO late VALUES (1), (1)`;
  });
  await expect(late).rejects.toThrow();
  await prisma.$executeRaw`DROP TABLE late`;
  await queue.transaction((tx) => queue.put('outbox', [job('next')], tx));
  await all;
  expect(seen.map(({ data }) => data)).toEqual(['next']);
});

test('what was committed without our hearing of it is given back, and carried out by its second attempt', async () => {
  const { see, all, seen } = witness(1);
  await asleep(async (jobs) => {
    see(jobs);
    return completed(jobs);
  });
  const { prisma, queue } = database;
  const commit = prisma.$transaction.bind(prisma);
  const lost = Object.assign(new Error('the connection was lost'), { code: 'P1017' });
  vi.spyOn(prisma, '$transaction').mockImplementationOnce(async (work: Parameters<typeof commit>[0]) => {
    await commit(work);
    throw lost;
  });
  await expect(queue.transaction((tx) => queue.put('outbox', [job('a')], tx))).rejects.toThrow(lost);
  await all;
  expect(seen).toMatchObject([{ data: 'a', attempt: 1 }]);
});

test('an id that is there already is ignored', async () => {
  const { see, all, seen } = witness(2);
  await asleep(async (jobs) => {
    see(jobs);
    return completed(jobs);
  });
  const first = job('first', 'A');
  const put = (...jobs: NewJob[]) =>
    database.queue.transaction((tx) => database.queue.put('outbox', jobs, tx));
  await put(first);
  await put({ ...first, data: 'the same again' }, job('second', 'B'));
  await all;
  await put({ ...first, data: 'and again' });
  expect(await statesIn(database.prisma)).toHaveLength(2);
  expect(seen.map(({ data }) => data)).toEqual(['first', 'second']);
});

describeOnServer('two transactions', () => {
  test('that speak to the same chats at the same time lose nothing, and never two go out at once', async () => {
    const { see, all, seen } = witness(40);
    const running = new Set<string>();
    const broken: string[] = [];
    await asleep(async (jobs) => {
      for (const { key } of jobs) {
        if (running.has(key)) broken.push(key);
        running.add(key);
      }
      await database.queue.answers();
      for (const { key } of jobs) running.delete(key);
      see(jobs);
      return completed(jobs);
    }, 4);
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) => {
        const both = [job(number, 'A'), job(number, 'B')];
        return database.queue.transaction((tx) =>
          database.queue.put('outbox', number % 2 === 0 ? both : both.toReversed(), tx),
        );
      }),
    );
    await all;
    expect(broken).toEqual([]);
    for (const key of ['A', 'B']) {
      const told = seen.filter((one) => one.key === key).map(({ data }) => Number(data));
      expect(told.toSorted((one, other) => one - other)).toEqual(numbers);
    }
  });
});
