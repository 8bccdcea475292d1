import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { applyMigrations } from '../../src/db/apply-migrations.ts';
import { withMigrationLock } from '../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { readMigrations } from '../../src/db/read-migrations.ts';
import { adapterForScripts } from '../../src/db/server-scripts.ts';
import { describeOnServer, emptyServerUrl, freshFolder, testKey } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';

const databases: Database[] = [];
afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.close()));
});

async function open(where: { url?: string; dataDir: string }) {
  const { log, lines } = recordingLog();
  const database = await openDatabase({ ...where, keys: [testKey], controlClock: false, log });
  databases.push(database);
  const migrated = lines.flatMap(({ fields }) => (Array.isArray(fields.migrations) ? fields.migrations : []));
  const errors = lines.filter(({ level }) => level === 'error');
  return { database, migrated, errors };
}

const namesOnDisk = async () => (await readMigrations()).map(({ name }) => name);

test('a first start applies every migration, a second one none', async () => {
  const where = { dataDir: await freshFolder() };
  const first = await open(where);
  expect(first.migrated).toEqual(await namesOnDisk());
  await first.database.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: new Date(0) } });
  await first.database.close();
  databases.length = 0;
  const second = await open(where);
  expect(second.migrated).toEqual([]);
  expect(await second.database.prisma.adminChat.count()).toBe(1);
});

describeOnServer('several processes on one server', () => {
  test('may all start at once on an empty database: one migrates, the others wait', async () => {
    const url = await emptyServerUrl();
    const started = await Promise.all(Array.from({ length: 4 }, () => open({ url, dataDir: 'memory' })));
    expect(started.flatMap(({ migrated }) => migrated)).toEqual(await namesOnDisk());
    expect(started.flatMap(({ errors }) => errors)).toEqual([]);
    for (const { database } of started) expect(await database.prisma.person.count()).toBe(0);
  });

  test('nobody migrates while another one does', async () => {
    const url = await emptyServerUrl();
    const order: string[] = [];
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const first = withMigrationLock(url, async () => {
      enter();
      await released;
      order.push('first');
    });
    await entered;
    const second = withMigrationLock(url, async () => order.push('second'));
    const waiting = async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
      );
      await client.end();
      return rowCount;
    };
    await expect.poll(waiting).toBe(1);
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  test('a migration that fails is not counted as applied, and the next start says so again', async () => {
    const url = await emptyServerUrl();
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const adapters = adapterForScripts(pool);
    const broken = { name: '99991231000000_broken', sql: 'ALTER TABLE "Nowhere" ADD COLUMN "x" INT;' };
    const all = [...(await readMigrations()), broken];
    await expect(applyMigrations(adapters, all)).rejects.toThrow(/Nowhere/);
    await expect(applyMigrations(adapters, all)).rejects.toThrow(/99991231000000_broken/);
    await pool.end();
  });

  test('what stood open or told before there were calls is a call afterwards; all else stays where it was', async () => {
    const url = await emptyServerUrl();
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const adapters = adapterForScripts(pool);
    const all = await readMigrations();
    await applyMigrations(
      adapters,
      all.filter(({ name }) => name < '20261129140223_calls'),
    );
    const id = (n: number) => `01937f1e-0000-7000-8000-00000000000${n}`;
    const at = '2026-11-25T01:00:00Z';
    await pool.query(`INSERT INTO "Person" (id, "chatId", "createdAt") VALUES ($1, 'Uhanako', $2)`, [
      id(0),
      at,
    ]);
    const before = [
      [id(1), 'Uhanako', 'confirmed', 'open'],
      [id(2), 'Uhanako', 'confirmed', 'open'],
      [id(3), 'Uhanako', 'declined', 'told'],
      [id(4), 'Uhanako', 'answer', 'kept'],
      [id(5), 'Uforgotten', 'confirmed', 'open'],
      [id(6), 'Cstaff', 'request', 'waiting'],
    ];
    for (const row of before)
      await pool.query(
        `INSERT INTO "Undelivered" (id, "chatId", about, reason, at, state) VALUES ($1, $2, $3, 'quota', '${at}', $4)`,
        row,
      );
    await applyMigrations(adapters, all);
    const rows = async (sql: string) => (await pool.query({ text: sql, rowMode: 'array' })).rows;
    expect(await rows(`SELECT id, "personId", about, state::text FROM "Call" ORDER BY id`)).toEqual([
      [id(1), id(0), 'confirmed', 'open'],
      [id(3), id(0), 'declined', 'told'],
    ]);
    expect(await rows(`SELECT id, state FROM "Undelivered" ORDER BY id`)).toEqual([
      [id(2), 'kept'],
      [id(4), 'kept'],
      [id(5), 'kept'],
      [id(6), 'waiting'],
    ]);
    await pool.end();
  });
});
