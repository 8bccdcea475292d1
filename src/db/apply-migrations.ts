// Brings the product's own tables up to date, in this process, on either engine.

import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Migration, migrationsFolder, readMigrations } from './read-migrations.ts';
import { noFilters, openSchemaEngine } from './schema-engine.ts';

/**
 * Applies what is missing and answers the names of it. The caller holds the lock (src/db/migrate.ts).
 * Rejects with the engine's words when a migration fails or one failed before and was never mended.
 */
export async function applyMigrations(
  adapters: SqlMigrationAwareDriverAdapterFactory,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const applied = await appliedNames(adapters);
  // Loading the engine takes longer than most starts, so it is not loaded to find nothing to do.
  if (wanted.every(({ name }) => applied.has(name))) return [];
  const engine = await openSchemaEngine(adapters);
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
async function appliedNames(adapters: SqlMigrationAwareDriverAdapterFactory): Promise<Set<string>> {
  const adapter = await adapters.connect();
  try {
    const ask = async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
    const [found] = await ask(`SELECT to_regclass('_prisma_migrations') IS NOT NULL`);
    if (found?.[0] !== true) return new Set();
    const rows = await ask(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map(([name]) => String(name)));
  } finally {
    await adapter.dispose();
  }
}
