import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { DirectoryInUseError } from '../../src/db/lock-directory.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { describeOnServer, freshDataDir, freshServerUrl, testKey } from '../helpers/database.ts';
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
    const name = first.sealer.seal('person.name', '浜松 花子');
    await first.prisma.person.create({ data: { chatId: 'U1', name, createdAt: new Date(0) } });
    await first.close();

    const second = await open({ dataDir });
    const person = await second.prisma.person.findUniqueOrThrow({ where: { chatId: 'U1' } });
    expect(second.sealer.open('person.name', person.name ?? new Uint8Array())).toBe('浜松 花子');
  });

  test('is refused while somebody else has it', async () => {
    const dataDir = await freshDataDir();
    await open({ dataDir });
    await expect(openDatabase({ ...options, dataDir })).rejects.toThrow(DirectoryInUseError);
  });

  test('says at the start what a power cut may do', async () => {
    const { log, lines } = recordingLog();
    databases.push(await openDatabase({ ...options, dataDir: await freshDataDir(), log }));
    expect(lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      expect.stringContaining('a power cut can lose its newest entries'),
    ]);
  });

  test('tells the real time unless its clock is to be controlled', async () => {
    const { clock } = await open({ dataDir: await freshDataDir() });
    expect('moveTo' in clock).toBe(false);
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describeOnServer('a server', () => {
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

  test('that goes away makes the queue unwell, and its return mends it', { timeout: 40_000 }, async () => {
    const url = await freshServerUrl();
    const database = await open({ url, dataDir: 'memory' });
    const seen: unknown[] = [];
    await database.queue.work('inbox', { batchSize: 5 }, async (jobs) => {
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
