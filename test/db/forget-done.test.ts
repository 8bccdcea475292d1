import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, NewJob, Outcome, QueueName } from '../../src/db/queue.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const job = (key: string): NewJob => ({ id: uuidv7(), key, data: { name: '浜松 花子' } });
const completed = (jobs: readonly Job[]): Outcome[] => jobs.map(({ id }) => ({ id, status: 'completed' }));

/** The states of all jobs of that queue, with whether they still carry anything. */
const rows = (name: QueueName) =>
  database.prisma.$queryRaw<{ id: string; state: string; carries: boolean; output: unknown }[]>`
    SELECT id::text, state::text, data IS NOT NULL AS carries, output
    FROM pgboss.job WHERE name = ${name} ORDER BY id`;

describe('a job that is done carries nothing any more', () => {
  test.each(['inbox', 'outbox', 'timers'] as const)(
    'in %s, whether it was finished in a transaction or answered for, and a repeat is still no news',
    async (name) => {
      const jobs = [job('A'), job('B')];
      const seen: string[] = [];
      database.queue.work(name, { batchSize: 10 }, async (taken) => {
        seen.push(...taken.map(({ id }) => id));
        await database.prisma.$transaction((tx) =>
          database.queue.finish(
            name,
            taken.filter(({ key }) => key === 'A'),
            tx,
          ),
        );
        return completed(taken).map((outcome) => ({ ...outcome, output: { undelivered: 'quota' } }));
      });
      await database.queue.put(name, jobs);
      await expect
        .poll(async () => (await rows(name)).map(({ state, carries }) => [state, carries]))
        .toEqual([
          ['completed', false],
          ['completed', false],
        ]);
      expect((await rows(name)).map(({ output }) => output)).toEqual([null, { undelivered: 'quota' }]);
      await database.queue.put(name, jobs);
      const later = job('A');
      await database.queue.put(name, [later]);
      await expect.poll(() => seen).toContain(later.id);
      expect(seen).toHaveLength(3);
    },
  );

  test('but one that waits or is tried again keeps what it needs', async () => {
    const attempts: unknown[] = [];
    database.queue.work('outbox', { batchSize: 10 }, async (jobs) => {
      attempts.push(...jobs.map(({ data }) => data));
      return jobs.map(({ id, attempt }) => ({ id, status: attempt === 0 ? 'failed' : 'completed' }));
    });
    await database.queue.put('outbox', [job('A')]);
    await database.queue.put('timers', [{ ...job('A'), startAfter: new Date(Date.now() + 86_400_000) }]);
    await expect.poll(() => attempts.length).toBe(1);
    await expect.poll(() => rows('outbox')).toMatchObject([{ state: 'retry', carries: true }]);
    await expect.poll(() => attempts.length, { timeout: 10_000 }).toBe(2);
    expect(attempts[1]).toEqual({ name: '浜松 花子' });
    expect(await rows('timers')).toMatchObject([{ state: 'created', carries: true }]);
  });

  test('and a transaction that is rolled back gives it back', async () => {
    let attempts = 0;
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      attempts += 1;
      expect(jobs[0]?.data).toEqual({ name: '浜松 花子' });
      await database.prisma.$transaction(async (tx) => {
        await database.queue.finish('inbox', jobs, tx);
        if (attempts === 1) throw new Error('the first time goes wrong');
      });
      return completed(jobs);
    });
    await database.queue.put('inbox', [job('A')]);
    await expect
      .poll(() => rows('inbox'), { timeout: 10_000 })
      .toMatchObject([{ state: 'completed', carries: false }]);
    expect(attempts).toBe(2);
  });
});
