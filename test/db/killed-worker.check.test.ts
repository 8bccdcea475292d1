import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { isControlled } from '../../src/db/controlled-clock.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { describeOnServer, freshDataDir, freshServerUrl, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';

type Where = { url?: string; dataDir: string };

const children: ChildProcess[] = [];
const databases: Database[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const database of databases.splice(0)) await database.close();
});

/** Runs fixtures/hold-jobs.ts until it has taken what it can get, and kills it. */
async function workerIsKilled(where: Where): Promise<string> {
  const script = join(import.meta.dirname, 'fixtures/hold-jobs.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(where)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [taken] = await once(createInterface({ input: child.stdout }), 'line');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return String(taken);
}

async function open(where: Where): Promise<Database> {
  const database = await openDatabase({ ...where, keys: [testKey], controlClock: true, log: quietLog });
  databases.push(database);
  return database;
}

/** Works until all three steps came by. */
async function workOff({ queue }: Database): Promise<{ done: Promise<unknown[]> }> {
  const { promise: done, resolve } = Promise.withResolvers<unknown[]>();
  const seen: unknown[] = [];
  queue.work('inbox', { batchSize: 10 }, async (jobs) => {
    for (const { data, attempt } of jobs) seen.push([data, attempt]);
    if (seen.length === 3) resolve(seen);
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  });
  return { done };
}

const inOrder = [
  ['first', 1],
  ['second', 0],
  ['third', 0],
];

describe('a process killed with SIGKILL on the embedded engine', () => {
  test('loses nothing: who starts next has its job at once, and the order is kept', async () => {
    const where = { dataDir: await freshDataDir() };
    expect(await workerIsKilled(where)).toBe('first');
    const database = await open(where);
    const started = Date.now();
    const { done } = await workOff(database);
    expect(await done).toEqual(inOrder);
    // A job in hand is another's after 20 s.
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describeOnServer('a process killed with SIGKILL on a server', () => {
  test('holds its job for 20 seconds, then another process does it, and the order is kept', async () => {
    const where = { url: await freshServerUrl(), dataDir: 'memory' };
    expect(await workerIsKilled(where)).toBe('first');
    const database = await open(where);
    const { clock } = database;
    if (!isControlled(clock)) throw new Error('the clock cannot be moved');
    const { done } = await workOff(database);
    // 20 s, 5 s until the next round of supervision, 2 s before the job is tried again.
    await clock.moveTo(new Date(clock.now().getTime() + 21_000));
    await clock.moveTo(new Date(clock.now().getTime() + 5_000));
    expect(await done).toEqual(inOrder);
  });
});
