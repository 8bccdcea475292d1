// The engine without DATABASE_URL: PGlite, PostgreSQL inside this process, one connection, in DATA_DIR.

import { PGlite } from '@electric-sql/pglite';
import { fromPglite, type PgBoss, type TestClock } from 'pg-boss';
import { type Log, traceOf } from '../core/log.ts';
import { createBoss } from './boss-options.ts';
import { createPrisma } from './client.ts';
import { createRoomGuard, diskFullSentence, hasRoom } from './disk-space.ts';
import { openEmbeddedFiles } from './embedded-files.ts';
import type { Engine } from './engine.ts';
import { politeQueue } from './let-others-in.ts';
import { lockDirectory } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import { adapterFor } from './pglite-adapter.ts';
import { makeQuick } from './quick-statements.ts';
import { DatabaseStartError } from './start-trouble.ts';
import { watchEngine } from './watch-engine.ts';

// PGlite has no autovacuum; the queue alone leaves several dead rows for each message.
const vacuumEveryMs = 60 * 60 * 1000;

export type EmbeddedOptions = {
  /** DATA_DIR, or 'memory' for a database that nobody sees again. */
  dataDir: string;
  /** For tests, with 'memory': an engine that runs already, and goes on running when this is closed. */
  pglite?: PGlite | undefined;
  testClock: TestClock | undefined;
  log: Log;
};

export async function openEmbedded(options: EmbeddedOptions): Promise<Engine> {
  const { dataDir, testClock, log } = options;
  const unlock = dataDir === 'memory' ? () => {} : await lockDirectory(dataDir);
  const undo: (() => Promise<void>)[] = [async () => unlock()];
  try {
    const pglite = options.pglite ?? (await openPglite(options));
    const closePglite = async () => {
      if (options.pglite === undefined) await pglite.close();
    };
    undo.unshift(closePglite);
    makeQuick(pglite);
    const guard = dataDir === 'memory' ? () => {} : createRoomGuard(dataDir, log);
    const boss = createBoss(
      { db: politeQueue(fromPglite(pglite), guard), backend: 'pglite' },
      { testClock, log },
    );
    undo.unshift(() => boss.stop({ graceful: false }));
    await migrate({ adapters: adapterFor(pglite), boss, log });
    await putBackActiveJobs(pglite);
    const unwatch = dataDir === 'memory' ? async () => {} : watchEngine(pglite);
    return assemble({ pglite, boss, guard, log }, async () => {
      await unwatch();
      await closePglite();
      unlock();
    });
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

async function openPglite({ dataDir, log }: EmbeddedOptions): Promise<PGlite> {
  if (dataDir === 'memory') return PGlite.create();
  log.warn(
    { dataDir },
    'The embedded database survives a killed process, but a power cut can lose its newest entries. Set DATABASE_URL to use a PostgreSQL server.',
  );
  if (!hasRoom(dataDir)) throw new DatabaseStartError(diskFullSentence(dataDir));
  return openEmbeddedFiles(dataDir);
}

type Parts = { pglite: PGlite; boss: PgBoss; guard: () => void; log: Log };

function assemble({ pglite, boss, guard, log }: Parts, close: () => Promise<void>): Engine {
  const tidy = async () => {
    guard();
    await pglite.exec('VACUUM ANALYZE');
  };
  const vacuum = setInterval(() => {
    tidy().catch((error) => log.warn(traceOf(error), 'Tidying the database failed'));
  }, vacuumEveryMs);
  vacuum.unref();
  const prisma = createPrisma(adapterFor(pglite, guard));
  return {
    prisma,
    boss,
    async close() {
      clearInterval(vacuum);
      await prisma.$disconnect();
      await close();
    },
  };
}

/** The lock proves that whoever held them is dead, so they need not wait until their time runs out. */
async function putBackActiveJobs(pglite: PGlite): Promise<void> {
  await pglite.exec(`
    UPDATE pgboss.job SET state = 'retry', start_after = pgboss.job_now()
    WHERE state = 'active' AND name NOT LIKE '\\_\\_pgboss\\_\\_%'
  `);
}
