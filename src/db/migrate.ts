// Brings a database up to date when a process starts: the product's tables, pg-boss's schema, the queues.

import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { appliedNames, applyMigrations } from './apply-migrations.ts';
import { forgetDone } from './forget-done.ts';
import { declareQueues } from './queue-settings.ts';
import { readMigrations, type Migration as StoredMigration } from './read-migrations.ts';
import { connectionTo } from './server-address.ts';
import { explainMigrationTrouble, lacksRights } from './start-trouble.ts';

/** Any number, the same in every process of the product: "madoguc" in ASCII, cut to what fits. */
const lockKey = 0x6d61646f;
const lockTimeout = '60s';

export type Migration = {
  adapters: SqlMigrationAwareDriverAdapterFactory;
  /** Not started yet: starting it creates or updates its schema. */
  boss: PgBoss;
  log: Log;
  /** Which of them, when not all: rows of an older release go into its own tables (src/db/backup). */
  migrations?: readonly StoredMigration[];
};

/** Migrates and starts `boss`. Nobody else may migrate meanwhile. */
export async function migrate({ adapters, boss, log, migrations }: Migration): Promise<void> {
  const applied = await bringUpToDate(adapters, migrations);
  if (applied.length > 0) log.info({ migrations: applied }, 'The database has been brought up to date');
  if (migrations === undefined) await warnOfNewerTables(adapters, log);
  await boss.start();
  await declareQueues(boss);
  await forgetDone(boss);
}

/** After a roll back without its restore. It may do, so it is not refused. */
async function warnOfNewerTables(adapters: Migration['adapters'], log: Log): Promise<void> {
  const known = new Set((await readMigrations()).map(({ name }) => name));
  const newer = [...(await appliedNames(adapters))].filter((name) => !known.has(name));
  if (newer.length === 0) return;
  log.warn(
    { migrations: newer },
    'The tables are those of a newer version of this product: install it again, or restore the backup from before the upgrade',
  );
}

async function bringUpToDate(
  adapters: Migration['adapters'],
  migrations: Migration['migrations'],
): Promise<string[]> {
  try {
    return await applyMigrations(adapters, migrations);
  } catch (error) {
    if (await mayNotMakeTables(adapters)) throw lacksRights(error);
    throw explainMigrationTrouble(error);
  }
}

/** The engine tells this in the words of the server only. */
async function mayNotMakeTables(adapters: Migration['adapters']): Promise<boolean> {
  const adapter = await adapters.connect();
  try {
    const sql = `SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)`;
    const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
    return rows[0]?.[0] === false;
  } finally {
    await adapter.dispose();
  }
}

/**
 * Runs `step` while no other process does, on the server at `url`. The lock is a session's, so it goes
 * with the connection when the process dies. Rejects after a minute of waiting.
 */
export async function withMigrationLock<T>(
  url: string,
  step: () => Promise<T>,
  name = 'madoguchi migration',
): Promise<T> {
  const client = new pg.Client({
    ...connectionTo(url, name),
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while it waits; unheard it would end the process. The next statement says what broke.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${lockTimeout}'`);
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    return await step();
  } finally {
    await client.end();
  }
}
