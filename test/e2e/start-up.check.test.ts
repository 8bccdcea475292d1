// What an operator meets with a process as it is run for the public: what it says when it cannot start, that it keeps its
// place, and how it ends.
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDataDir, freshFolder, freshServerUrl, testServer } from '../helpers/database.ts';
import { type ServerProcess, startProcess } from '../helpers/server-process.ts';
import { endsWithAll } from './helpers/failed-start.ts';
import { putClock } from './helpers/office.ts';

const channel = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };

test.each([
  [
    'a clock that anybody may move, in public',
    { ...channel, CLOCK_CONTROL: '1', NODE_ENV: 'production' },
    ['CLOCK_CONTROL', 'production'],
  ],
  [
    'a database server, but no key',
    { ...channel, DATABASE_URL: 'postgres://127.0.0.1:1/none' },
    ['DATA_KEY is missing'],
  ],
  ['an office that is not there', { ...channel, OFFICE: 'nowhere' }, ['office profile', 'nowhere.json']],
] as const)('set up with %s, it says so and ends with 1', async (_, env, words) => {
  await endsWithAll(startProcess({ DATA_DIR: await freshFolder(), ...env }), words);
});

describe('a server as it is run for the public', () => {
  let server: ServerProcess;
  let port: string;
  let database: Readonly<Record<string, string>>;
  beforeAll(async () => {
    database = testServer
      ? { DATABASE_URL: await freshServerUrl(), DATA_KEY: randomBytes(32).toString('base64') }
      : { DATA_DIR: await freshDataDir() };
    server = startProcess({ ...channel, ...database, PORT: '0', NODE_ENV: 'production' });
    [, port = ''] = await server.says(/"port":(\d+)/);
  });

  test('tells the port and the code for the first admin chat in its log', async () => {
    expect(server.log()).toMatch(/"port":\d+/);
    await server.says(/Invite the account to the LINE group of the staff.*\b\d{4}-\d{4}/);
  });

  test.skipIf(testServer)('keeps a second process off its directory, with a sentence', async () => {
    const second = startProcess({ ...channel, ...database, PORT: '0' });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.log()).toContain('is in use by another process');
    expect(second.log()).not.toMatch(/^\s+at /m);
  });

  test('lets nobody move its clock', async () => {
    const origin = `http://127.0.0.1:${port}`;
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await putClock(origin, { now: '2099-01-01T00:00:00+09:00' })).status).toBe(404);
  });

  test('when its port is taken, a second one says so and ends with 1', async () => {
    const second = startProcess({ ...channel, DATA_DIR: await freshDataDir(), PORT: port });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.log()).toContain('EADDRINUSE');
  });

  test('ends cleanly when it is asked to (SIGINT)', async () => {
    expect(await server.end('SIGINT')).toEqual({ code: 0, signal: null });
    const lines = server.log().split('\n');
    expect(lines.filter((line) => line !== '' && !/^\{"level":[1-4]0,/.test(line))).toEqual([]);
  });
});
