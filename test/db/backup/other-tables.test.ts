// A backup meets tables that are not those it was made of: of another release, half-made, or somebody else's.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../../../src/db/backup/fill.ts';
import type { Head } from '../../../src/db/backup/lines.ts';
import type { Place } from '../../../src/db/backup/place.ts';
import { readApplied } from '../../../src/db/backup/read-database.ts';
import { runBackup } from '../../../src/db/backup/run-backup.ts';
import { runRestore } from '../../../src/db/backup/run-restore.ts';
import { readOtherTables, readTables, type Table } from '../../../src/db/backup/tables.ts';
import { readMigrations } from '../../../src/db/read-migrations.ts';
import {
  type Content,
  contentIn,
  contentOf,
  contextInMemory as context,
  embeddedInMemory,
  open,
  openPlace,
} from './places.ts';
import { smallOffice } from './small-office.ts';

let content: Content;
let folder: string;
let file: string;
let head: Head;
let body: string[];

beforeAll(async () => {
  ({ content, folder, file, head, body } = await smallOffice());
});

/** As a newer release leaves a database behind: a table that nobody here knows, and what it was made by. */
async function upgraded({ session }: Place): Promise<void> {
  await session.ask('CREATE TABLE "Later" (id int)');
  await session.ask(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ('later', '', '29991231000000_later', now(), 1)`,
  );
}

/** As somebody leaves it behind who was ended in the middle of a migration. */
async function broken({ session }: Place): Promise<void> {
  await session.ask(
    `UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = '${head.migrations.at(-1)}'`,
  );
}

test('a roll back after an upgrade, or one that was broken off, needs --replace and leaves nothing of it', async () => {
  const where = await embeddedInMemory();
  const place = await openPlace(where);
  for (const spoil of [upgraded, broken]) {
    await place.session.ask('TRUNCATE "AdminChat"');
    await spoil(place);
    await expect(fill(place, { head, body: Readable.from(body) }, false)).rejects.toThrow(
      /are of another release than the data .*add --replace/,
    );
    await fill(place, { head, body: Readable.from(body) }, true);
    expect(await contentIn(place)).toEqual(content);
    expect(await readApplied(place.session)).toEqual(head.migrations);
  }
  await place.close();
  // It starts as ever.
  await (await open(where)).close();
});

test('whoever was ended in the very first migration can begin again', async () => {
  const where = await embeddedInMemory();
  const place = await openPlace(where);
  await place.session.ask('DROP SCHEMA public, pgboss CASCADE');
  await place.session.ask('CREATE SCHEMA public');
  await place.session.ask(
    `CREATE TABLE "_prisma_migrations" (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
       finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
       started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`,
  );
  await place.session.ask(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('1', '', '${head.migrations[0]}')`,
  );
  await place.close();
  expect((await runRestore(where, [file], context)).exitCode).toBe(0);
  expect(await contentOf(where)).toEqual(content);
});

describe('a table that is not of the product', () => {
  test('is left out of a backup, which says so, and is left alone by a restore', async () => {
    const where = await embeddedInMemory();
    const place = await openPlace(where);
    await place.session.ask('CREATE TABLE report (id serial PRIMARY KEY)');
    await place.session.ask('INSERT INTO report DEFAULT VALUES');
    await place.close();
    const copy = join(folder, 'beside.jsonl');
    expect((await runBackup(where, [copy], context)).words).toContain(
      'Not of this product, and left out: public.report.',
    );
    expect(await readFile(copy, 'utf8')).not.toContain('report');
    for (const from of [copy, file])
      expect((await runRestore(where, [from, '--replace'], context)).exitCode).toBe(0);
    const { 'public.report': report, ...others } = await contentOf(where);
    expect(report).toEqual(['(1)']);
    expect(others).toEqual(content);
  });

  test('is noticed among our own: every table of the migrations belongs to a model', async () => {
    const place = await openPlace(await embeddedInMemory());
    expect(await readOtherTables(place.session)).toEqual([]);
    await place.close();
  });
});

/** The body as a release with these tables wrote it: without tables and columns that came later, which are empty here. */
function asWrittenWith(tables: readonly Table[]): string[] {
  let kept: number[] | undefined;
  return body.flatMap((line) => {
    const part = JSON.parse(line);
    if (Array.isArray(part)) return kept ? [JSON.stringify(kept.map((at) => part[at]))] : [];
    if (!('table' in part)) return [line];
    const columns: string[] = part.columns;
    const then = tables.find(({ name }) => name === part.table)?.columns.map(({ name }) => name);
    kept = then && columns.flatMap((column, at) => (then.includes(column) ? [at] : []));
    return kept ? [JSON.stringify({ ...part, columns: kept.map((at) => columns[at]) })] : [];
  });
}

test('a backup of an older release is brought up to date where nothing is yet', async () => {
  const place = await openPlace(await embeddedInMemory());
  await place.session.ask('DROP SCHEMA public, pgboss CASCADE');
  await place.session.ask('CREATE SCHEMA public');
  const older = { ...head, migrations: head.migrations.slice(0, 1) };
  await place.migrate((await readMigrations()).slice(0, 1));
  const known = asWrittenWith(await readTables(place.session));
  await fill(place, { head: older, body: Readable.from(known) }, false);
  expect(await contentIn(place)).toEqual(content);
  expect(await readApplied(place.session)).toEqual(head.migrations);
  await place.close();
});
