// How the process starts, and what an operator is told when it cannot. More processes: start-up.check.test.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshFolder } from '../helpers/database.ts';
import { startProcess } from '../helpers/server-process.ts';
import { endsWithAll } from './helpers/failed-start.ts';
import { type Office, putClock, startOffice } from './helpers/office.ts';

const channel = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };

test('set up wrongly, it says all that is wrong and ends with 1', async () => {
  const server = startProcess({
    DATA_DIR: await freshFolder(),
    PORT: 'abc',
    LINE_API_BASE_URL: 'http://127.0.0.1/path',
    DATABASE_URL: 'mysql://x',
    DATA_KEY: 'short',
  });
  await endsWithAll(server, [
    'PORT',
    'LINE_CHANNEL_SECRET',
    'LINE_CHANNEL_ACCESS_TOKEN',
    'LINE_API_BASE_URL',
    'DATABASE_URL',
    'DATA_KEY',
    'openssl rand -base64 32',
  ]);
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
