// A first start that is ended at any moment, as by a machine that is switched off or an impatient operator.
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { describeOnServer, emptyServerUrl, freshFolder, testServer } from '../helpers/database.ts';
import { type ServerProcess, startProcess } from '../helpers/server-process.ts';

const channel = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token', PORT: '0' };

const endAtFile = join(import.meta.dirname, '../db/fixtures/end-at-file.ts');

const pathsIn = (folder: string): Promise<string[]> => readdir(folder, { recursive: true }).catch(() => []);

/** Resolves once there is a path like this below `folder`; the server may be through with it sooner than we look. */
const appears = (folder: string, path: RegExp): Promise<void> =>
  expect
    .poll(async () => (await pathsIn(folder)).some((one) => path.test(one)), { interval: 2, timeout: 60_000 })
    .toBe(true);

const listens = (server: ServerProcess) => server.says(/"port":(\d+).*"Listening"/);

test.skipIf(testServer)(
  'killed at many moments on the same folder, it starts at last',
  async () => {
    const dataDir = join(await freshFolder(), 'data');
    const env = { ...channel, DATA_DIR: dataDir };
    // While the engine makes its files: the process ends itself, for nobody outside is quick enough.
    const endsAt = async (file: string) => {
      const server = startProcess({ ...env, NODE_OPTIONS: `--import ${endAtFile}`, END_AT_FILE: file });
      expect(await server.exited, file).toEqual({ code: null, signal: 'SIGKILL' });
    };
    for (const file of [
      'base/5/1259$',
      'postgres[^/]*/PG_VERSION$',
      'postgresql.auto.conf$',
      'postgres/postmaster.pid$',
    ])
      await endsAt(file);
    const moments: ((server: ServerProcess) => Promise<unknown>)[] = [
      // The first table of ours, all of them, and the end of the start.
      () => appears(dataDir, /base\/5\/16\d{3}$/),
      (server) => server.says(/brought up to date/),
      listens,
    ];
    for (const moment of moments) {
      const server = startProcess(env);
      await moment(server);
      await server.end('SIGKILL');
    }
    await endsAt('postmaster.pid$');
    const server = startProcess(env);
    const [, port] = await listens(server);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(server.log()).toMatch(/type this code there/);
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  },
  300_000,
);

describeOnServer('on a server', () => {
  test('killed at many moments while it makes the tables, it starts at last', async () => {
    const url = await emptyServerUrl();
    const env = { ...channel, DATABASE_URL: url, DATA_KEY: randomBytes(32).toString('base64') };
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    const there = async (sql: string) =>
      (await client.query<{ there: boolean }>(`SELECT ${sql} AS there`)).rows[0]?.there;
    // The list of migrations, a table, a later one, the queue's: whatever of them is seen first.
    const tables = `(SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)`;
    for (const moment of [
      `${tables} > 0`,
      `${tables} > 1`,
      `${tables} > 6`,
      `to_regnamespace('pgboss') IS NOT NULL`,
    ]) {
      const server = startProcess(env);
      await expect.poll(() => there(moment), { interval: 1, timeout: 60_000 }).toBe(true);
      await server.end('SIGKILL');
    }
    const server = startProcess(env);
    await listens(server);
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 300_000);
});
