// How jobs end: finished with a transaction, failed and tried again, given back at a stop.
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ClaimLostError, type Job, type NewJob, type Outcome } from '../../src/db/queue.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';
import { witness } from './witness.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let logged: ReturnType<typeof recordingLog>;
beforeEach(async () => {
  logged = recordingLog();
  database = await openTestDatabase({ log: logged.log });
});
afterEach(() => database.close());

const completed = (jobs: readonly Job[]): Outcome[] => jobs.map(({ id }) => ({ id, status: 'completed' }));
const job = (data: unknown, key = 'U1'): NewJob => ({ id: uuidv7(), key, data });

describe('finishing', () => {
  test('a job is done when the transaction commits, and comes again when it does not', async () => {
    const { see, all, seen } = witness(2);
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      await database.queue.transaction(async (tx) => {
        await database.queue.finish('inbox', jobs, tx);
        await tx.adminChat.create({
          data: { chatId: `C${jobs[0]?.attempt}`, enrolledAt: database.clock.now() },
        });
        if (jobs[0]?.attempt === 0) throw new Error('the first time goes wrong');
      });
      return completed(jobs);
    });
    await database.queue.put('inbox', [job('once')]);
    await all;
    const chats = () => database.prisma.adminChat.findMany();
    await expect.poll(async () => (await chats()).map(({ chatId }) => chatId)).toEqual(['C1']);
    expect(seen.map(({ attempt }) => attempt)).toEqual([0, 1]);
  });

  test('a job that another worker took over meanwhile cannot be finished: the turn is rolled back', async () => {
    const { promise: failure, resolve } = Promise.withResolvers<unknown>();
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => {
      const stale = jobs.map((one) => ({ ...one, attempt: one.attempt + 1 }));
      await database.queue
        .transaction(async (tx) => {
          await tx.adminChat.create({ data: { chatId: 'C1', enrolledAt: database.clock.now() } });
          await database.queue.finish('inbox', stale, tx);
        })
        .catch(resolve);
      return completed(jobs);
    });
    await database.queue.put('inbox', [job('once')]);
    expect(await failure).toBeInstanceOf(ClaimLostError);
    expect(await database.prisma.adminChat.count()).toBe(0);
  });
});

describe('what goes wrong in a handler', () => {
  test('is tried again and leaves no personal data behind, neither in the job nor in the log', async () => {
    const { see, all, seen } = witness(2);
    database.queue.work('timers', { batchSize: 10 }, async (jobs) => {
      see(jobs);
      if (jobs.some(({ attempt }) => attempt === 0)) throw new TypeError('浜松 花子 090-0000-0000');
      return completed(jobs);
    });
    await database.queue.put('timers', [job('once')]);
    await all;
    const rows = await database.prisma.$queryRaw<{ row: string }[]>`SELECT job::text AS row FROM pgboss.job`;
    expect(JSON.stringify([rows, logged.lines])).not.toContain('花子');
    expect(seen.map(({ lastOutput }) => lastOutput)).toEqual([null, { error: 'TypeError' }]);
    expect(logged.lines).toContainEqual({
      level: 'error',
      message: 'A batch of jobs failed and is tried again',
      fields: expect.objectContaining({ queue: 'timers', jobs: 1, error: 'TypeError' }),
    });
  });

  test('a job sealed with a key that is missing waits for it, and the log names the key', async () => {
    await database.queue.transaction(async (tx) => {
      await database.queue.put('inbox', [job('sealed')], tx);
      // As if the value had been made under a key that is no longer listed.
      await tx.$executeRaw`
        UPDATE pgboss.job SET data = jsonb_build_object('sealed', 'AAAA' || substr(data->>'sealed', 5))`;
    });
    database.queue.work('inbox', { batchSize: 10 }, async (jobs) => completed(jobs));
    await expect
      .poll(() => logged.lines.map(({ fields }) => String(fields.reason)))
      .toContainEqual(
        expect.stringMatching(
          /^a value was sealed with the key 000000[0-9a-f]{10}, which DATA_KEY does not hold$/,
        ),
      );
    const state = () => database.prisma.$queryRaw`SELECT state::text FROM pgboss.job WHERE name = 'inbox'`;
    await expect.poll(state).toEqual([{ state: 'retry' }]);
  });
});

describe('being well', () => {
  test('it is well while its workers run and the database answers', async () => {
    expect(await database.queue.healthy()).toBe(false);
    database.queue.work('inbox', { batchSize: 1, concurrency: 2 }, async (jobs) => completed(jobs));
    expect(await database.queue.healthy()).toBe(true);
    await database.queue.stop();
    expect(await database.queue.healthy()).toBe(false);
  });

  test('stopping lets the work in hand end', async () => {
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    let ended = false;
    database.queue.work('inbox', { batchSize: 1 }, async (jobs) => {
      resolve();
      await sleep(300);
      ended = true;
      return completed(jobs);
    });
    await database.queue.put('inbox', [job('slow')]);
    await taken;
    await database.queue.stop();
    expect(ended).toBe(true);
    expect(await database.prisma.$queryRaw`SELECT state::text FROM pgboss.job WHERE name = 'inbox'`).toEqual([
      { state: 'completed' },
    ]);
  });
});
