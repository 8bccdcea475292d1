// A look into the database tells how it stands and changes nothing, on either engine.
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PrismaClient } from '../../src/db/client.ts';
import { embeddedFolder } from '../../src/db/embedded-files.ts';
import { lockDirectory } from '../../src/db/lock-directory.ts';
import { lookIntoDatabase } from '../../src/db/look-into.ts';
import { readMigrations } from '../../src/db/read-migrations.ts';
import {
  describeOnServer,
  emptyServerUrl,
  freshDataDir,
  freshFolder,
  freshServerUrl,
} from '../helpers/database.ts';

const all = (await readMigrations()).map(({ name }) => name);
const nothing = { applied: all, pending: [], unknown: [], failed: [] };
const countRooms = (prisma: PrismaClient) => prisma.zoomRoom.count();
const addRoom = (prisma: PrismaClient) =>
  prisma.closure.create({ data: { day: new Date(), createdAt: new Date() } });

describe('an embedded database', () => {
  const lookAt = (dataDir: string) => lookIntoDatabase({ url: undefined, dataDir, read: countRooms });

  test('that is not there yet is not made', async () => {
    const folder = await freshFolder();
    expect(await lookAt(folder)).toEqual({ kind: 'new' });
    expect(await lookAt(join(folder, 'below'))).toEqual({ kind: 'new' });
    expect(await readdir(folder)).toEqual([]);
  });

  test('is read, and cannot be written', async () => {
    const dataDir = await freshDataDir();
    expect(await lookAt(dataDir)).toMatchObject({
      kind: 'open',
      engine: 'embedded',
      majorVersion: expect.toSatisfy((version: number) => version >= 15),
      migrations: nothing,
      records: 0,
    });
    expect(await lookIntoDatabase({ url: undefined, dataDir, read: addRoom })).toMatchObject({
      kind: 'closed',
    });
    expect(existsSync(join(dataDir, 'data-key'))).toBe(false);
    // Given back each time, or the server could not start afterwards.
    (await lockDirectory(dataDir))();
  });

  test('that a server has is left alone', async () => {
    const dataDir = await freshDataDir();
    const unlock = await lockDirectory(dataDir);
    onTestFinished(unlock);
    expect(await lookAt(dataDir)).toEqual({ kind: 'inUse' });
  });

  test('that is damaged is told of', async () => {
    const dataDir = await freshDataDir();
    await rm(join(dataDir, embeddedFolder, 'global', 'pg_control'));
    expect(await lookAt(dataDir)).toEqual({
      kind: 'closed',
      problem: expect.stringMatching(/does not open \(.*\): restore the newest backup of DATA_DIR/),
    });
  });
});

describeOnServer('a database on a server', () => {
  const lookAt = (url: string) => lookIntoDatabase({ url, dataDir: 'unused', read: countRooms });

  async function change(url: string, statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  test('is read, and cannot be written', async () => {
    const url = await freshServerUrl();
    expect(await lookAt(url)).toMatchObject({
      kind: 'open',
      engine: 'postgres',
      mayMigrate: true,
      migrations: nothing,
      records: 0,
    });
    expect(await lookIntoDatabase({ url, dataDir: 'unused', read: addRoom })).toMatchObject({
      kind: 'closed',
    });
    expect(await lookAt(url)).toMatchObject({ records: 0 });
  });

  test('with nothing in it has all migrations before it, and stays empty', async () => {
    const url = await emptyServerUrl();
    const look = { kind: 'open', migrations: { ...nothing, applied: [], pending: all }, records: undefined };
    expect(await lookAt(url)).toMatchObject(look);
    expect(await lookAt(url)).toMatchObject(look);
  });

  test('tells migrations that wait, that failed and that nobody knows', async () => {
    const url = await freshServerUrl();
    const [first, last] = [all.at(0), all.at(-1)];
    await change(url, `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${last}'`);
    await change(
      url,
      `UPDATE _prisma_migrations SET migration_name = '20991231000000_later' WHERE migration_name = '${first}'`,
    );
    expect(await lookAt(url)).toMatchObject({
      kind: 'open',
      migrations: {
        applied: [...all.slice(1, -1), '20991231000000_later'],
        unknown: ['20991231000000_later'],
        failed: [last],
        pending: [first],
      },
      records: undefined,
    });
  });

  test('tells a user who may make no tables', async () => {
    const url = new URL(await emptyServerUrl());
    const role = `guest_${url.pathname.slice(1)}`;
    await change(url.href, `CREATE ROLE "${role}" LOGIN`);
    onTestFinished(() => change(url.href, `DROP ROLE "${role}"`));
    await change(url.href, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const asGuest = new URL(url);
    asGuest.username = role;
    expect(await lookAt(asGuest.href)).toMatchObject({ kind: 'open', mayMigrate: false });
  });

  test('that is not there is told of without its password', async () => {
    const url = new URL(await emptyServerUrl());
    url.password = 'very-secret';
    url.pathname = '/no_such_counter';
    const look = await lookAt(url.href);
    expect(look).toMatchObject({
      kind: 'closed',
      problem: expect.stringMatching(/"no_such_counter".*createdb/),
    });
    expect(JSON.stringify(look)).not.toContain('very-secret');
  });
});

test('a server where nobody listens is told of', async () => {
  const url = 'postgres://keeper:very-secret@127.0.0.1:1/counter';
  expect(await lookIntoDatabase({ url, dataDir: 'unused', read: countRooms })).toEqual({
    kind: 'closed',
    problem: expect.stringMatching(/^The database server at 127\.0\.0\.1:1, .*nothing listens there/),
  });
});
