// Brings the product's own tables up to date, in this process, on either engine.

import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Migration, migrationsFolder, readMigrations } from './read-migrations.ts';
import { noFilters, openSchemaEngine } from './schema-engine.ts';
import { wholeScripts } from './whole-scripts.ts';

/**
 * Applies what is missing and answers the names of it, each wholly or not at all. The caller holds the lock
 * (src/db/migrate.ts). Rejects with the engine's words when a migration fails.
 */
export async function applyMigrations(
  adapters: SqlMigrationAwareDriverAdapterFactory,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const applied = await appliedNames(adapters);
  await forgetUnfinished(adapters);
  // Loading the engine takes longer than most starts, so it is not loaded to find nothing to do.
  if (wanted.every(({ name }) => applied.has(name))) return [];
  const scripts = new Set(wanted.map(({ sql }) => sql));
  const engine = await openSchemaEngine(wholeScripts(adapters, scripts));
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: migrationsFolder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: wanted.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    filters: noFilters,
  });
  return appliedMigrationNames;
}

/** Names of the migrations that ended well; empty on a new database. */
export async function appliedNames(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<Set<string>> {
  const rows = await ask(
    adapters,
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(rows.map(([name]) => String(name)));
}

/**
 * Whoever was ended in the middle of a migration, or failed in it, has left its row and nothing else
 * (whole-scripts.ts): it is tried again, and says again what stands in its way.
 */
async function forgetUnfinished(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  await ask(
    adapters,
    `DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name`,
  );
}

/** The rows of a statement about the table of migrations; none where there is no such table yet. */
async function ask(adapters: SqlMigrationAwareDriverAdapterFactory, sql: string): Promise<unknown[][]> {
  const adapter = await adapters.connect();
  try {
    const query = async (text: string) =>
      (await adapter.queryRaw({ sql: text, args: [], argTypes: [] })).rows;
    const [found] = await query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL`);
    return found?.[0] === true ? await query(sql) : [];
  } finally {
    await adapter.dispose();
  }
}
