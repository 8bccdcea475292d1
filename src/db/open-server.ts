// The engine behind DATABASE_URL: a PostgreSQL server, shared by as many processes as you like.

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { CLOCK_OVERRIDE_SETTING, type PgBoss, type TestClock } from 'pg-boss';
import { type Log, traceOf } from '../core/log.ts';
import { createBoss } from './boss-options.ts';
import { createPrisma } from './client.ts';
import type { Engine } from './engine.ts';
import { migrate, withMigrationLock } from './migrate.ts';
import { clientWithPreparedStatements } from './prepared-statements.ts';
import { connectionTo } from './server-address.ts';
import { adapterForScripts } from './server-scripts.ts';
import { explainServerTrouble } from './start-trouble.ts';

// Per process. PostgreSQL allows 100 connections unless told otherwise.
const poolSize = { product: 10, queue: 6 };

export async function openServer(options: {
  url: string;
  testClock: TestClock | undefined;
  log: Log;
}): Promise<Engine> {
  const { url, testClock, log } = options;
  const pool = new pg.Pool({
    ...connectionTo(url, 'madoguchi'),
    Client: clientWithPreparedStatements(),
    max: poolSize.product,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // A process that froze, or whose network is gone, must not hold back the others' rows for hours.
    idle_in_transaction_session_timeout: 20_000,
    // A turn that waits for another's row is tried again (conversation/inbox-worker.ts) well before its job is another's.
    lock_timeout: 5_000,
    // Jobs put in by a turn must get the moved time too, so its sessions opt in like the queue's own.
    ...(testClock ? { options: `-c ${CLOCK_OVERRIDE_SETTING}=on` } : {}),
  });
  // A connection that breaks while nobody uses it; unheard it would end the process.
  pool.on('error', (error) => log.warn(traceOf(error), 'A database connection was lost'));
  const boss = createBoss(
    { ...connectionTo(url, 'madoguchi queue'), Client: clientWithPreparedStatements(), max: poolSize.queue },
    { testClock, log },
  );
  const prisma = createPrisma(new PrismaPg(pool));
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  try {
    await withMigrationLock(url, () => migrateServer(url, boss, log));
  } catch (error) {
    await boss.stop({ graceful: false });
    await close();
    throw explainServerTrouble(error, url);
  }
  return { prisma, boss, close };
}

/** The schema engine keeps its connection, so it gets a pool of its own that can be closed. */
async function migrateServer(url: string, boss: PgBoss, log: Log): Promise<void> {
  // One connection: the engine locks and unlocks by session.
  const pool = new pg.Pool({ ...connectionTo(url, 'madoguchi migration'), max: 1 });
  // As above; the statement after it says what broke.
  pool.on('error', () => {});
  try {
    await migrate({ adapters: adapterForScripts(pool), boss, log });
  } finally {
    await pool.end();
  }
}
