// Opens the database, whichever it is: the only door to it. Migrated, its queue running, ready for use.

import type { PGlite } from '@electric-sql/pglite';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { PrismaClient } from './client.ts';
import { type ControlledClock, createControlledClock } from './controlled-clock.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { createQueue, type Queue } from './queue.ts';
import { refuseWrongKey } from './refuse-wrong-key.ts';
import { createSealer, type Sealer } from './seal.ts';
import { settleQueue } from './settle-queue.ts';

export type Database = {
  engine: 'postgres' | 'embedded';
  prisma: PrismaClient;
  sealer: Sealer;
  queue: Queue;
  clock: Clock | ControlledClock;
  /** Stops the queue, lets work in hand end, closes connections, gives the directory back. */
  close(): Promise<void>;
};

export type OpenOptions = {
  /** DATABASE_URL; without it the embedded engine is used. */
  url?: string | undefined;
  /** DATA_DIR, or 'memory' for tests. */
  dataDir: string;
  /** For tests, with 'memory': an engine that runs already, and goes on running when this is closed. */
  pglite?: PGlite | undefined;
  /** 32 bytes each; the first seals, all open. */
  keys: readonly Uint8Array[];
  /** Whether `clock` can be moved (ControlledClock). One process on the database at a time, then. */
  controlClock: boolean;
  log: Log;
};

/**
 * Rejects with DirectoryInUseError when another process has the embedded database, with DataKeyError when no key
 * opens what is there, or as the engines do.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, keys, log } = options;
  const sealer = createSealer(keys);
  const controlled = options.controlClock ? createControlledClock(log) : undefined;
  const testClock = controlled?.testClock;
  const engine = url
    ? await openServer({ url, testClock, log })
    : await openEmbedded({ dataDir: options.dataDir, pglite: options.pglite, testClock, log });
  const { prisma, boss } = engine;
  try {
    await refuseWrongKey(prisma, sealer, log);
  } catch (error) {
    await boss.stop({ graceful: false });
    await engine.close();
    throw error;
  }
  const queue = createQueue({ boss, prisma, sealer, log });
  controlled?.run({ ...settleQueue(boss, queue, prisma, log), lookNow: queue.lookNow });
  return {
    engine: url ? 'postgres' : 'embedded',
    prisma,
    sealer,
    queue,
    clock: controlled?.clock ?? systemClock,
    async close() {
      await controlled?.halt();
      await queue.stop();
      await engine.close();
    },
  };
}
