// How the process starts, what an operator is told when it cannot, and how it ends.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDataDir, freshFolder, freshServerUrl, testServer } from '../helpers/database.ts';
import { type ServerProcess, startProcess } from '../helpers/server-process.ts';
import { type Office, putClock, startOffice } from './helpers/office.ts';

const channel = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };

describe('set up wrongly, it says all that is wrong and ends with 1', () => {
  test.each([
    [
      'nearly everything',
      {
        PORT: 'abc',
        LINE_API_BASE_URL: 'http://127.0.0.1/path',
        DATABASE_URL: 'mysql://x',
        DATA_KEY: 'short',
      },
      [
        'PORT',
        'LINE_CHANNEL_SECRET',
        'LINE_CHANNEL_ACCESS_TOKEN',
        'LINE_API_BASE_URL',
        'DATABASE_URL',
        'DATA_KEY',
        'openssl rand -base64 32',
      ],
    ],
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
  ] as const)('%s', async (_, env, words) => {
    const server = startProcess({ DATA_DIR: await freshFolder(), ...env });
    expect(await server.exited).toEqual({ code: 1, signal: null });
    for (const word of words) expect(server.log()).toContain(word);
    expect(server.log()).not.toMatch(/^\s+at /m);
  });
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0)('a .env of another user is named, and how to go on', async () => {
  const cwd = await freshFolder();
  await writeFile(join(cwd, '.env'), 'PORT=1', { mode: 0o000 });
  const server = startProcess({ DATA_DIR: cwd, ...channel }, cwd);
  expect(await server.exited).toEqual({ code: 1, signal: null });
  expect(server.log()).toMatch(/\.env may not be read by this user: .*sudo -u/);
});

describe('a server whose clock may be moved', () => {
  let office: Office;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  test('is healthy', async () => {
    const answer = await fetch(`${office.origin}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ healthy: true });
  });

  test('tells its time, and goes forward', async () => {
    const now = async () => {
      const answer = await fetch(`${office.origin}/dev/clock`);
      return Date.parse(z.object({ now: z.string() }).parse(await answer.json()).now);
    };
    const before = await now();
    const wanted = before + 3_600_000;
    const answer = await putClock(office.origin, { now: new Date(wanted).toISOString() });
    expect(answer.status).toBe(200);
    const after = await now();
    expect(after).toBeGreaterThanOrEqual(wanted);
    expect(after).toBeLessThan(wanted + 60_000);
  });

  test('refuses to go backwards, and what is no time', async () => {
    const backwards = await putClock(office.origin, { now: '2001-01-01T00:00:00+09:00' });
    expect(backwards.status).toBe(409);
    expect(await backwards.json()).toMatchObject({ error: expect.stringContaining('only goes forward') });
    for (const body of [{}, { now: 'tomorrow' }, { now: 5 }, { now: '2026-12-01T09:50:00' }, []]) {
      expect((await putClock(office.origin, body)).status, JSON.stringify(body)).toBe(400);
    }
    const headers = { 'content-type': 'application/json' };
    const broken = await fetch(`${office.origin}/dev/clock`, { method: 'PUT', headers, body: '{' });
    expect(broken.status).toBe(400);
  });

  test('tells nobody’s words in its log', async () => {
    const hanako = await office.guest();
    await hanako.says('ひみつのことば');
    expect(office.server.log()).not.toContain('ひみつのことば');
  });
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
