// Reads a whole database as the lines of a backup, a few hundred rows at a time.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readMigrations } from '../read-migrations.ts';
import { BackupError } from './backup-error.ts';
import { type BodyLine, format, type Head } from './lines.ts';
import type { Place, Session } from './place.ts';
import { quoted, readSequences, readTables, type Table } from './tables.ts';

const rowsAtATime = 200;
const lineRows = z.array(z.object({ line: z.string() }));
const packageFile = join(import.meta.dirname, '../../../package.json');

/** What the product's migrations have been through there; null when none ever was. Names, oldest first. */
export async function readApplied(session: Session): Promise<string[] | null> {
  const [found] = await session.ask(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found`);
  if (!z.object({ found: z.boolean() }).parse(found).found) return null;
  const rows = await session.ask(
    `SELECT migration_name::text AS name FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}

/** For who knows tables by name. Rejects with BackupError when they are not those of this release. */
export async function checkTables({ session, name }: Place): Promise<void> {
  const applied = await readApplied(session);
  const known = (await readMigrations()).map((migration) => migration.name);
  if (applied !== null && known.length === applied.length && known.every((one) => applied.includes(one)))
    return;
  throw new BackupError(
    `The tables of ${name} are not those of this release: start the server with this release once, then run this again.`,
  );
}

/** How many migrations were begun and never ended: somebody ended the process, or they failed. */
export async function readUnfinished(session: Session): Promise<number> {
  if ((await readApplied(session)) === null) return 0;
  const [row] = await session.ask(
    `SELECT count(*)::int AS count FROM public._prisma_migrations
     WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  return z.object({ count: z.number() }).parse(row).count;
}

/** The version of pg-boss's schema; null without one. */
export async function readQueueVersion(session: Session): Promise<number | null> {
  const [found] = await session.ask(`SELECT to_regclass('pgboss.version') IS NOT NULL AS found`);
  if (!z.object({ found: z.boolean() }).parse(found).found) return null;
  const [row] = await session.ask('SELECT version FROM pgboss.version');
  return z.object({ version: z.number() }).parse(row).version;
}

/** Rejects with BackupError when it is no database of the product. */
export async function readHead(place: Place, keys: readonly string[], now: Date): Promise<Head> {
  const migrations = await readApplied(place.session);
  const queueVersion = await readQueueVersion(place.session);
  if (migrations === null || queueVersion === null) {
    throw new BackupError(`There is nothing of the product in ${place.name}: it was never started with it.`);
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(packageFile, 'utf8')));
  return {
    madoguchi: 'backup',
    format,
    version,
    madeAt: now.toISOString(),
    engine: place.engine,
    migrations,
    queueVersion,
    keys: [...keys],
  };
}

/** Every line but the head and the end. To be used within one transaction (`inSnapshot`). */
export async function* readBody(session: Session): AsyncGenerator<string> {
  for (const table of await readTables(session)) {
    const columns = table.columns.map(({ name }) => name);
    yield JSON.stringify({ table: table.name, columns } satisfies BodyLine);
    yield* readRows(session, table);
  }
  for (const sequence of await readSequences(session)) {
    const [row] = await session.ask(`SELECT last_value::text AS last, is_called AS called FROM ${sequence}`);
    const { last, called } = z.object({ last: z.string(), called: z.boolean() }).parse(row);
    yield JSON.stringify({ sequence, last, called } satisfies BodyLine);
  }
}

async function* readRows(session: Session, { name, columns }: Table): AsyncGenerator<string> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await session.ask(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(ARRAY[${texts}]::text[])::text AS line FROM ${name}`,
  );
  for (;;) {
    const rows = lineRows.parse(await session.ask(`FETCH ${rowsAtATime} FROM backup_rows`));
    for (const { line } of rows) yield line;
    if (rows.length < rowsAtATime) break;
  }
  await session.ask('CLOSE backup_rows');
}
