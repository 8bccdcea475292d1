// A first start may be ended at any moment, and its files are for nobody but the user of the server.
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { applyMigrations } from '../../src/db/apply-migrations.ts';
import { loadDataKeys } from '../../src/db/data-key.ts';
import { embeddedFolder, holdsTables, openEmbeddedFiles } from '../../src/db/embedded-files.ts';
import { lockDirectory } from '../../src/db/lock-directory.ts';
import { adapterFor } from '../../src/db/pglite-adapter.ts';
import { readMigrations } from '../../src/db/read-migrations.ts';
import { adapterForScripts } from '../../src/db/server-scripts.ts';
import { describeOnServer, emptyServerUrl, freshDataDir, freshFolder } from '../helpers/database.ts';

/** Each path in `folder`, and the folder itself, that group or others may do anything with. */
async function openPaths(folder: string): Promise<string[]> {
  const paths = ['.', ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(paths.map(async (path) => ({ path, ...(await stat(join(folder, path))) })));
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path }) => path);
}

/** Opens it, looks whether it works, and closes it. */
async function works(dataDir: string): Promise<void> {
  const pglite = await openEmbeddedFiles(dataDir);
  expect((await pglite.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pglite.close();
}

describe('the files of the embedded database', () => {
  test('that was there before are closed to everybody but their owner', async () => {
    const dataDir = await freshDataDir();
    const folder = join(dataDir, embeddedFolder);
    await chmod(folder, 0o755);
    await chmod(join(folder, 'PG_VERSION'), 0o666);
    await chmod(join(folder, 'base'), 0o777);
    await works(dataDir);
    expect(await openPaths(folder)).toEqual([]);
  });

  test('are closed beside it too: the lock and the key', async () => {
    const dataDir = join(await freshFolder(), 'made', 'here');
    const { keys } = await loadDataKeys({ value: undefined, databaseUrl: undefined, dataDir });
    (await lockDirectory(dataDir))();
    expect(await openPaths(dataDir)).toEqual([]);
    for (const file of ['lock', 'data-key']) await chmod(join(dataDir, file), 0o644);
    (await lockDirectory(dataDir))();
    expect((await loadDataKeys({ value: undefined, databaseUrl: undefined, dataDir })).keys).toEqual(keys);
    expect(await openPaths(dataDir)).toEqual([]);
  });
});

describe('files of a start that was ended', () => {
  /** As one leaves them that was ended while they were copied into place: some are there, none is a table of ours. */
  async function halfMade(): Promise<string> {
    const dataDir = await freshDataDir();
    const base = join(dataDir, embeddedFolder, 'base', '5');
    const ours = (await readdir(base)).filter((name) => Number.parseInt(name, 10) >= 16_384);
    for (const name of [...ours, '1247', '1249']) await rm(join(base, name));
    return dataDir;
  }

  test('are made anew where nobody has made a table yet, with those that were left aside out of the way', async () => {
    const dataDir = await halfMade();
    await mkdir(join(dataDir, 'postgres.new', 'base', '5'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
    expect(await holdsTables(dataDir)).toBe(false);
    await works(dataDir);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres'))).toEqual([embeddedFolder]);
    expect(await openPaths(join(dataDir, embeddedFolder))).toEqual([]);
  });

  test('are left alone where there is a table, whatever is missing', async () => {
    const dataDir = await freshDataDir();
    expect(await holdsTables(dataDir)).toBe(true);
    await rm(join(dataDir, embeddedFolder, 'global', 'pg_control'));
    const before = await readdir(join(dataDir, embeddedFolder), { recursive: true });
    await expect(openEmbeddedFiles(dataDir)).rejects.toThrow();
    const after = await readdir(join(dataDir, embeddedFolder), { recursive: true });
    expect(before.filter((name) => !after.includes(name))).toEqual([]);
  });
});

const slow = {
  name: '99991231000000_slow',
  sql: 'CREATE TABLE "First" (id int);\nCREATE TABLE "Second" (id int);',
};

describe('a migration that was ended in the middle', () => {
  test('is tried again when nothing of it was kept, and counts when all was', async () => {
    const pglite = await PGlite.create();
    const adapters = adapterFor(pglite);
    const all = [...(await readMigrations()), slow];
    await applyMigrations(adapters, all);
    const endedBefore = `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${slow.name}'`;
    await pglite.exec(`${endedBefore}; DROP TABLE "First"; DROP TABLE "Second"`);
    expect(await applyMigrations(adapters, all)).toEqual([slow.name]);
    expect(await applyMigrations(adapters, all)).toEqual([]);
    await pglite.close();
  });

  test('keeps nothing of itself when one of its statements fails, and is named at each start', async () => {
    const pglite = await PGlite.create();
    const broken = { name: slow.name, sql: `${slow.sql}\nALTER TABLE "Nowhere" ADD x int;` };
    for (let start = 0; start < 2; start += 1)
      await expect(applyMigrations(adapterFor(pglite), [broken])).rejects.toThrow(slow.name);
    const { rows } = await pglite.query(`SELECT to_regclass('"First"')::text AS table`);
    expect(rows).toEqual([{ table: null }]);
    expect(await applyMigrations(adapterFor(pglite), [slow])).toEqual([slow.name]);
    await pglite.close();
  });
});

describeOnServer('on a server', () => {
  test('a migration that is cut off between two statements leaves nothing behind, and is applied by the next start', async () => {
    const url = await emptyServerUrl();
    const cutOff = {
      name: slow.name,
      sql: `CREATE TABLE "First" (id int);\nSELECT pg_terminate_backend(pg_backend_pid());\nCREATE TABLE "Second" (id int);`,
    };
    const start = async (migrations: (typeof slow)[]) => {
      const pool = new pg.Pool({ connectionString: url, max: 1 });
      pool.on('error', () => {});
      try {
        return await applyMigrations(adapterForScripts(pool), migrations);
      } finally {
        await pool.end();
      }
    };
    await expect(start([cutOff])).rejects.toThrow();
    expect(await start([slow])).toEqual([slow.name]);
  });
});
