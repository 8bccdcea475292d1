import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { DirectoryInUseError } from '../../src/db/lock-directory.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { refuseWrongKey } from '../../src/db/refuse-wrong-key.ts';
import { createSealer } from '../../src/db/seal.ts';
import {
  describeOnServer,
  emptyServerUrl,
  freshDataDir,
  freshServerUrl,
  testKey,
} from '../helpers/database.ts';
import { quietLog, recordingLog } from '../helpers/quiet-log.ts';
import { allowConnections, refuseConnections } from '../helpers/server-template.ts';

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

const options = { keys: [testKey], controlClock: false, log: quietLog };

async function open(where: { url?: string; dataDir: string }): Promise<Database> {
  const database = await openDatabase({ ...options, ...where });
  databases.push(database);
  return database;
}

describe('the embedded database', () => {
  test('keeps what was written, with its sealed values, for the next start', async () => {
    const dataDir = await freshDataDir();
    const first = await openDatabase({ ...options, dataDir });
    expect(first.engine).toBe('embedded');
    const hers = { of: 'person.name', row: uuidv7() };
    const name = first.sealer.seal(hers, '浜松 花子');
    await first.prisma.person.create({ data: { id: hers.row, chatId: 'U1', name, createdAt: new Date(0) } });
    await first.close();

    const second = await open({ dataDir });
    const person = await second.prisma.person.findUniqueOrThrow({ where: { chatId: 'U1' } });
    expect(second.sealer.open(hers, person.name ?? new Uint8Array())).toBe('浜松 花子');
  });

  test('is refused with a key that opens nothing of it, and served with a warning when only a part is shut', async () => {
    const dataDir = await freshDataDir();
    const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const { prisma, close } = await openDatabase({ ...options, dataDir, keys: [first] });
    const hire = (key: Uint8Array, lineUserId: string) => {
      const name = createSealer([key]).seal({ of: 'staff.name', row: lineUserId }, '鈴木');
      return prisma.staffMember.create({ data: { lineUserId, name, seenAt: new Date(0) } });
    };
    await hire(first, 'U1');
    const { log, lines } = recordingLog();
    await refuseWrongKey(prisma, createSealer([second, first]), log);
    expect(lines).toEqual([]);
    await hire(second, 'U2');
    await refuseWrongKey(prisma, createSealer([second]), log);
    expect(lines).toMatchObject([
      { level: 'error', message: expect.stringContaining('a key that DATA_KEY does not hold') },
    ]);
    await prisma.staffMember.delete({ where: { lineUserId: 'U2' } });
    await close();
    await expect(openDatabase({ ...options, dataDir, keys: [second] })).rejects.toThrow(
      /opens nothing .*put the new one in front of the old one/,
    );
  });

  test('warns when its tables are those of a newer version', async () => {
    const dataDir = await freshDataDir();
    const first = await openDatabase({ ...options, dataDir });
    await first.prisma.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('later', '', '29991231000000_later', now(), 1)`;
    await first.close();
    const { log, lines } = recordingLog();
    databases.push(await openDatabase({ ...options, dataDir, log }));
    expect(lines).toContainEqual({
      level: 'warn',
      message: expect.stringContaining('those of a newer version'),
      fields: { migrations: ['29991231000000_later'] },
    });
  });

  describe('that runs', () => {
    const { log, lines } = recordingLog();
    let running: Database;
    let dataDir: string;
    beforeAll(async () => {
      dataDir = await freshDataDir();
      running = await openDatabase({ ...options, dataDir, log });
    });
    afterAll(() => running.close());

    test('is refused while somebody else has it', async () => {
      await expect(openDatabase({ ...options, dataDir })).rejects.toThrow(DirectoryInUseError);
    });

    test('says at the start what a power cut may do', () => {
      expect(lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
        expect.stringContaining('a power cut can lose its newest entries'),
      ]);
    });

    test('tells the real time unless its clock is to be controlled', () => {
      const { clock } = running;
      expect('moveTo' in clock).toBe(false);
      const before = Date.now();
      const told = clock.now().getTime();
      expect(told).toBeGreaterThanOrEqual(before);
      expect(told).toBeLessThanOrEqual(Date.now());
    });
  });
});

describeOnServer('a server', () => {
  test('on which the user may make no tables is refused, with what to do', async () => {
    const url = new URL(await emptyServerUrl());
    const role = `guest_${url.pathname.slice(1)}`;
    const change = async (statement: string) => {
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      await client.query(statement).finally(() => client.end());
    };
    await change(`CREATE ROLE "${role}" LOGIN`);
    onTestFinished(() => change(`DROP ROLE "${role}"`));
    const asGuest = new URL(url);
    asGuest.username = role;
    await expect(openDatabase({ ...options, url: asGuest.href, dataDir: 'memory' })).rejects.toThrow(
      /42501.*Make this user the owner of the database/,
    );
  });

  test('is shared: what one process writes, another reads', async () => {
    const where = { url: await freshServerUrl(), dataDir: 'memory' };
    const [one, other] = [await open(where), await open(where)];
    expect(one.engine).toBe('postgres');
    await one.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: new Date(0) } });
    expect(await other.prisma.adminChat.count()).toBe(1);
  });

  test('that cannot be reached is reported', async () => {
    const url = 'postgres://postgres@127.0.0.1:1/nowhere';
    await expect(openDatabase({ ...options, url, dataDir: 'memory' })).rejects.toThrow(/ECONNREFUSED/);
  });

  test('that goes away while a job is being done hears of it when it is back: nothing is done twice, and nobody waits', {
    timeout: 40_000,
  }, async () => {
    const url = await freshServerUrl();
    const database = await open({ url, dataDir: 'memory' });
    const seen: unknown[] = [];
    database.queue.work('outbox', { batchSize: 5 }, async (jobs) => {
      seen.push(...jobs.map(({ data }) => data));
      if (seen.length === 1) await refuseConnections(url);
      return jobs.map(({ id }) => ({ id, status: 'completed' }));
    });
    const [first, second] = [uuidv7(), uuidv7()];
    await database.queue.put('outbox', [
      { id: first, key: 'U1', data: 'first' },
      { id: second, key: 'U1', data: 'second' },
    ]);
    await expect.poll(() => database.queue.healthy(), { timeout: 10_000 }).toBe(false);
    await allowConnections(url);
    // What a process that died held is another's after 30 s only.
    await expect.poll(() => seen, { timeout: 15_000 }).toEqual(['first', 'second']);
  });

  test('that goes away makes the queue unwell, and its return fixes it', { timeout: 40_000 }, async () => {
    const url = await freshServerUrl();
    const database = await open({ url, dataDir: 'memory' });
    const seen: unknown[] = [];
    database.queue.work('inbox', { batchSize: 5 }, async (jobs) => {
      seen.push(...jobs.map(({ data }) => data));
      return jobs.map(({ id }) => ({ id, status: 'completed' }));
    });
    expect(await database.queue.healthy()).toBe(true);
    await refuseConnections(url);
    await expect.poll(() => database.queue.healthy(), { timeout: 10_000 }).toBe(false);
    await allowConnections(url);
    await expect.poll(() => database.queue.healthy(), { timeout: 10_000 }).toBe(true);
    await database.queue.put('inbox', [{ id: uuidv7(), key: 'U1', data: 'after' }]);
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['after']);
  });
});
