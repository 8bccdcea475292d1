// Databases for tests, on the engine of the run: PostgreSQL when TEST_DATABASE_URL is set, else embedded.

import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import { type ControlledClock, isControlled } from '../../src/db/controlled-clock.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { giveBack, takeEngine } from './embedded-engines.ts';
import { quietLog } from './quiet-log.ts';
import { createEmpty, createFromTemplate, dropDatabase } from './server-template.ts';

const serverTemplate = inject('serverTemplate');

/** A PostgreSQL server is there for this run. */
export const testServer: boolean = serverTemplate !== null;

/** For what only a server can show, such as several processes at once. */
export function describeOnServer(name: string, tests: () => void): void {
  if (testServer) describe(name, tests);
  else describe.skip(`${name} (skipped: set TEST_DATABASE_URL to a PostgreSQL server)`, tests);
}

export const testKey: Uint8Array = new Uint8Array(32).fill(7);

export type TestDatabaseOptions = {
  keys?: readonly Uint8Array[];
  log?: Log;
  /** The engine, where a test means a certain one. */
  engine?: Database['engine'];
};

/** A fresh, migrated database whose clock can be moved. Call `close` at the end: it goes away then. */
export async function openTestDatabase(
  options: TestDatabaseOptions = {},
): Promise<Database & { clock: ControlledClock }> {
  const { keys = [testKey], log = quietLog, engine = testServer ? 'postgres' : 'embedded' } = options;
  const url = engine === 'postgres' ? await freshServerUrl() : undefined;
  const embedded = url === undefined ? await takeEngine() : undefined;
  const { pglite } = embedded ?? {};
  const database = await openDatabase({ url, dataDir: 'memory', pglite, keys, controlClock: true, log });
  const { clock } = database;
  if (!isControlled(clock)) throw new Error('openDatabase gave no controlled clock');
  return {
    ...database,
    clock,
    async close() {
      await database.close();
      if (url !== undefined) await dropDatabase(url);
      if (embedded) giveBack(embedded);
    },
  };
}

/** A copy of a migrated DATA_DIR, for a server process of its own. Removed at the end of the run. */
export async function freshDataDir(): Promise<string> {
  const directory = await mkdtemp(join(inject('scratchFolder'), 'data-'));
  await cp(inject('embeddedTemplate').folder, directory, { recursive: true });
  return directory;
}

/** The URL of a fresh, migrated database on the server. Dropped at the end of the run. */
export async function freshServerUrl(): Promise<string> {
  if (serverTemplate === null) throw new Error('set TEST_DATABASE_URL to a PostgreSQL server');
  return createFromTemplate(serverTemplate);
}

/** The URL of a database on the server with nothing in it. Dropped at the end of the run. */
export async function emptyServerUrl(): Promise<string> {
  if (serverTemplate === null) throw new Error('set TEST_DATABASE_URL to a PostgreSQL server');
  return createEmpty(serverTemplate);
}

/** An empty folder. Removed at the end of the run. */
export function freshFolder(): Promise<string> {
  return mkdtemp(join(inject('scratchFolder'), 'empty-'));
}
