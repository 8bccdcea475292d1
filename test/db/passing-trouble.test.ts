// Which troubles of a database pass by themselves: asked of errors that a real one has caused.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPrisma, type PrismaClient } from '../../src/db/client.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { passingTrouble, sqlStateOf } from '../../src/db/passing-trouble.ts';
import { describeOnServer, freshServerUrl, openTestDatabase, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { allowConnections, refuseConnections } from '../helpers/server-template.ts';

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: unknown) => error,
  );

const raise = (state: string) => `DO $$ BEGIN RAISE EXCEPTION 'boom' USING ERRCODE = '${state}'; END $$`;

/** Of each class one at least, and those that the office is most likely to meet. */
const kinds = Object.entries({
  away: ['08006', '25006', '53100', '53300', '57P01', '57P03', '58030'],
  crossed: ['25P03', '40001', '40P01', '55P03', '57014'],
  final: ['22001', '25P02', '42P01', 'XX000'],
}).flatMap(([kind, states]) => states.map((state) => [state, kind === 'final' ? undefined : kind] as const));

describe('an error that the database raises', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.prisma.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''boom'' USING ERRCODE = NEW.reason; END'`);
    await database.prisma.$executeRawUnsafe(
      'CREATE TRIGGER refuse BEFORE INSERT ON "Undelivered" FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    await database.prisma.$executeRawUnsafe(
      "CREATE FUNCTION pgboss.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    );
    await database.prisma.$executeRawUnsafe(
      'CREATE TRIGGER refuse BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION pgboss.refuse()',
    );
  });
  afterAll(() => database.close());

  test.each(kinds)(
    '%s is %s, whoever asked: a statement of ours, one of Prisma, the queue',
    async (state, kind) => {
      const { prisma, queue } = database;
      const ours = await errorOf(prisma.$transaction((tx) => tx.$executeRawUnsafe(raise(state))));
      expect([passingTrouble(ours), sqlStateOf(ours)]).toEqual([kind, state]);

      const row = { id: uuidv7(), chatId: 'U1', about: 'answer', reason: state, at: new Date() };
      const prismas = await errorOf(prisma.$transaction((tx) => tx.undelivered.createMany({ data: [row] })));
      expect([passingTrouble(prismas), sqlStateOf(prismas)]).toEqual([kind, state]);

      await prisma.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION pgboss.refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''boom'' USING ERRCODE = ''${state}''; END'`);
      const queues = await errorOf(queue.put('inbox', [{ id: uuidv7(), key: 'U1', data: {} }]));
      expect(passingTrouble(queues)).toBe(kind);
    },
  );
});

test('a transaction that takes too long is crossed, on both engines', async () => {
  const database = await openTestDatabase();
  const slow = database.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one`;
      const { promise, resolve } = Promise.withResolvers<void>();
      setTimeout(resolve, 150);
      await promise;
      await tx.$queryRaw`SELECT 1 AS one`;
    },
    { timeout: 50 },
  );
  expect(passingTrouble(await errorOf(slow))).toBe('crossed');
  await database.close();
});

test.each([
  new Error('no such thing'),
  new TypeError('undefined is not a function'),
  Object.assign(new Error('not found'), { code: 'P2025' }),
  { code: 'P2002' },
  'a text',
  undefined,
  null,
])('what is no trouble of the database does not pass: %s', (error) => {
  expect(passingTrouble(error)).toBeUndefined();
});

test('an error that holds itself is read to an end', () => {
  const error: Error = new Error('round');
  error.cause = error;
  expect(passingTrouble(error)).toBeUndefined();
});

describeOnServer('a connection', () => {
  let url: string;
  let database: Database;
  beforeAll(async () => {
    url = await freshServerUrl();
    database = await openDatabase({ url, dataDir: '', keys: [testKey], controlClock: false, log: quietLog });
  });
  afterAll(() => database.close());

  const endOthers = (prisma: PrismaClient) =>
    prisma.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;

  test.each(['between two statements', 'in the middle of one'])('that is ended %s passes', async (when) => {
    const work = database.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one`;
      if (when === 'in the middle of one') {
        const asleep = tx.$queryRaw`SELECT 1 AS one FROM pg_sleep(20)`;
        await Promise.all([asleep, endOthers(database.prisma)]);
      } else {
        await endOthers(database.prisma);
        await tx.$queryRaw`SELECT 1 AS one`;
      }
    });
    expect(passingTrouble(await errorOf(work))).toBe('away');
  });

  test('that waits for a locked row passes, and so do two that wait for each other', async () => {
    const { prisma } = database;
    await prisma.$executeRaw`CREATE TABLE place (id int PRIMARY KEY)`;
    await prisma.$executeRaw`INSERT INTO place VALUES (1), (2)`;
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const take = (mine: number, other: number, ready: typeof first, wait: typeof first) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM place WHERE id = ${mine} FOR UPDATE`;
        ready.resolve();
        await wait.promise;
        await tx.$executeRaw`SELECT 1 FROM place WHERE id = ${other} FOR UPDATE`;
      });
    const deadlock = await errorOf(Promise.all([take(1, 2, first, second), take(2, 1, second, first)]));
    expect([passingTrouble(deadlock), sqlStateOf(deadlock)]).toEqual(['crossed', '40P01']);
    const locked = prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM place WHERE id = 1 FOR UPDATE`;
      await prisma.$transaction(async (other) => {
        await other.$executeRaw`SET LOCAL lock_timeout = 50`;
        await other.$executeRaw`SELECT 1 FROM place WHERE id = 1 FOR UPDATE`;
      });
    });
    const error = await errorOf(locked);
    expect([passingTrouble(error), sqlStateOf(error)]).toEqual(['crossed', '55P03']);
  });

  test('that cannot be made passes, be it refused, lost or without a host', async () => {
    for (const host of ['127.0.0.1', 'no.such.host.invalid']) {
      const pool = new pg.Pool({ host, port: 1, user: 'nobody', connectionTimeoutMillis: 2_000 });
      const prisma = createPrisma(new PrismaPg(pool));
      expect(passingTrouble(await errorOf(prisma.$queryRaw`SELECT 1`))).toBe('away');
      expect(passingTrouble(await errorOf(prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`)))).toBe('away');
      expect(passingTrouble(await errorOf(pool.query('SELECT 1')))).toBe('away');
      await pool.end();
      expect(passingTrouble(await errorOf(pool.query('SELECT 1')))).toBe('away');
    }
  });

  test('that finds no room in the pool passes', async () => {
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 500 });
    const prisma = createPrisma(new PrismaPg(pool));
    const holder = await pool.connect();
    expect(passingTrouble(await errorOf(prisma.$queryRaw`SELECT 1`))).toBe('away');
    expect(passingTrouble(await errorOf(prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`)))).toBe('away');
    holder.release();
    await pool.end();
  });

  test('to a database that takes none for a while is tried again, and the server is well again by itself', async () => {
    await refuseConnections(url);
    await expect.poll(() => database.queue.answers()).toBe(false);
    await allowConnections(url);
    await expect.poll(() => database.queue.answers(), { timeout: 5_000 }).toBe(true);
  });
});
