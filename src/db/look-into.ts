// Looks into a database without changing it: for an operator who wants to know how it stands. Nothing is
// migrated, no queue is started, no key or directory is made, and every session is read-only.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { traceOf } from '../core/log.ts';
import { createPrisma, type PrismaClient } from './client.ts';
import { holdsTables, openEmbeddedFiles } from './embedded-files.ts';
import { DirectoryInUseError, lockDirectory } from './lock-directory.ts';
import { adapterFor } from './pglite-adapter.ts';
import { readMigrations } from './read-migrations.ts';
import { connectionTo } from './server-address.ts';
import { DatabaseStartError, explainServerTrouble } from './start-trouble.ts';

/** Names of migrations. `unknown`: applied by a version of the product that this one does not know. */
export type MigrationState = { applied: string[]; pending: string[]; unknown: string[]; failed: string[] };

export type DatabaseLook<T> =
  | {
      kind: 'open';
      engine: 'postgres' | 'embedded';
      /** As PostgreSQL counts: 15. */
      majorVersion: number;
      /** How far the database's clock is ahead of this process's, ms; negative: behind. */
      clockAheadMs: number;
      /** The user may make tables and schemas, which migrations need. */
      mayMigrate: boolean;
      migrations: MigrationState;
      /** What `read` found; undefined while the tables are not those of this version. */
      records: T | undefined;
    }
  /** Embedded, and a running server has it. */
  | { kind: 'inUse' }
  /** Embedded, and nothing is there yet. */
  | { kind: 'new' }
  /** `problem`: sentences that say what to do, without user or password. */
  | { kind: 'closed'; problem: string };

export type LookOptions<T> = {
  /** DATABASE_URL; without it the embedded engine is meant. */
  url: string | undefined;
  dataDir: string;
  read: (prisma: PrismaClient) => Promise<T>;
};

const withinMs = 5_000;

/** Never rejects: what keeps it from looking is an answer. */
export async function lookIntoDatabase<T>(options: LookOptions<T>): Promise<DatabaseLook<T>> {
  const { url, dataDir, read } = options;
  try {
    return url === undefined ? await lookIntoEmbedded(dataDir, read) : await lookIntoServer(url, read);
  } catch (error) {
    if (error instanceof DirectoryInUseError) return { kind: 'inUse' };
    const known = url === undefined ? error : explainServerTrouble(error, url);
    if (known instanceof DatabaseStartError) return { kind: 'closed', problem: known.message };
    return { kind: 'closed', problem: unforeseen(error, url) };
  }
}

function unforeseen(error: unknown, url: string | undefined): string {
  const { error: name, code } = traceOf(error);
  const trouble = code === undefined ? name : `${name} ${code}`;
  return url === undefined
    ? `The embedded database in DATA_DIR does not open (${trouble}): restore the newest backup of DATA_DIR.`
    : `The database server cannot be used (${trouble}): look into its log, and check DATABASE_URL.`;
}

type Read<T> = LookOptions<T>['read'];

async function lookIntoServer<T>(url: string, read: Read<T>): Promise<DatabaseLook<T>> {
  const pool = new pg.Pool({
    ...connectionTo(url, 'madoguchi doctor'),
    max: 1,
    connectionTimeoutMillis: withinMs,
    statement_timeout: withinMs,
    options: '-c default_transaction_read_only=on',
  });
  // Unheard, a connection that breaks while it is idle would end the process; the next statement tells of it.
  pool.on('error', () => {});
  const prisma = createPrisma(new PrismaPg(pool));
  try {
    // Asked directly first: pg's errors have codes, and Prisma's hide them.
    await pool.query('SELECT 1');
    return await lookAround({ engine: 'postgres', prisma }, read);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

async function lookIntoEmbedded<T>(dataDir: string, read: Read<T>): Promise<DatabaseLook<T>> {
  if (!(await holdsTables(dataDir))) return { kind: 'new' };
  const unlock = await lockDirectory(dataDir);
  try {
    const pglite = await openEmbeddedFiles(dataDir);
    try {
      await pglite.exec('SET default_transaction_read_only = on');
      return await lookAround({ engine: 'embedded', prisma: createPrisma(adapterFor(pglite)) }, read);
    } finally {
      await pglite.close();
    }
  } finally {
    unlock();
  }
}

type Open<T> = Extract<DatabaseLook<T>, { kind: 'open' }>;

/** The look at a database that is open already. Rejects when it does not answer. */
export async function lookAround<T>(
  { engine, prisma }: { engine: 'postgres' | 'embedded'; prisma: PrismaClient },
  read: Read<T>,
): Promise<Open<T>> {
  const [facts] = await prisma.$queryRaw<Facts[]>`
    SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS "clockMs",
      current_setting('server_version_num')::int / 10000 AS version,
      coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
        AND has_database_privilege(current_database(), 'CREATE') AS "mayMigrate",
      to_regclass('_prisma_migrations') IS NOT NULL AS "hasTables"`;
  if (facts === undefined) throw new Error('PostgreSQL answered a question of one row with none');
  const clockAheadMs = Math.round(facts.clockMs - Date.now());
  const migrations = await stateOfMigrations(prisma, facts.hasTables);
  const fits = [migrations.pending, migrations.unknown, migrations.failed].every(
    ({ length }) => length === 0,
  );
  return {
    kind: 'open',
    engine,
    majorVersion: facts.version,
    clockAheadMs,
    mayMigrate: facts.mayMigrate,
    migrations,
    records: fits ? await read(prisma) : undefined,
  };
}

type Facts = { clockMs: number; version: number; mayMigrate: boolean; hasTables: boolean };

async function stateOfMigrations(prisma: PrismaClient, hasTables: boolean): Promise<MigrationState> {
  const known = (await readMigrations()).map(({ name }) => name);
  const rows = hasTables
    ? await prisma.$queryRaw<{ name: string; finished: boolean }[]>`
        SELECT migration_name AS name, finished_at IS NOT NULL AS finished
        FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`
    : [];
  const applied = rows.filter(({ finished }) => finished).map(({ name }) => name);
  const failed = rows.filter(({ finished }) => !finished).map(({ name }) => name);
  return {
    applied,
    failed,
    unknown: applied.filter((name) => !known.includes(name)),
    pending: known.filter((name) => !applied.includes(name) && !failed.includes(name)),
  };
}
