// What nobody foresaw: the operator reads where it happened, whoever asked learns nothing of our insides.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app/app.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/open.ts';
import { ja } from '../../src/messages/ja/index.ts';

test('A request that fails unforeseen gets a plain 500, and the log a line without the words of the error', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const env = readEnvironment({ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' });
  const queue = { healthy: () => Promise.reject(new Error('planted 花子 090-1234-5678')) };
  const database = { queue, clock: systemClock } as unknown as Database;
  const server = createServer(
    createApp({ env, database, words: ja, log, reach: { trouble: () => undefined } }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/花子|at /);
  expect(lines.join('')).toContain('A request failed');
  expect(lines.join('')).not.toContain('花子');
  server.close();
});

describe('what nobody ever gave out', () => {
  const log: string[] = [];
  let asked = 0;
  let origin = '';
  beforeAll(async () => {
    // A database that counts whoever touches it.
    const untouched = new Proxy({}, { get: () => (asked += 1) });
    const parts = { queue: untouched, prisma: untouched, sealer: untouched, clock: systemClock };
    const env = readEnvironment({ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' });
    const lines = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
    const app = createApp({
      words: ja,
      env,
      reach: { trouble: () => undefined },
      database: parts as unknown as Database,
      log: lines,
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    return () => void server.close().closeAllConnections();
  });

  const paths = [
    '/contact/%ff',
    '/contact/%',
    '/contact/%E3%81',
    '/contact/%c0%af',
    '/contact/a%00',
    '/contact/',
    '/contact',
    '/contact/short',
    `/contact/${'a'.repeat(42)}`,
    `/contact/${'a'.repeat(44)}`,
    `/contact/${'あ'.repeat(43)}`,
    `/contact/${'a'.repeat(42)}=`,
    `/contact/${'a'.repeat(10_000)}`,
    `/contact/${'a'.repeat(43)}/more`,
    '/%ff',
    '/dev/chats/%ff',
    '/dev/clock',
    '/wp-login.php',
    '/.env',
    '//',
    '/webhook/%ff',
    '/healthz/%ff',
    '/doctor/%ff',
    `/${'x'.repeat(12_000)}`,
  ];
  test.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'])(
    'is answered 404 or 400 in few words, without a look into the database or a line in the log: %s',
    async (method) => {
      for (const path of paths) {
        const answer = await fetch(`${origin}${path}`, { method });
        expect([400, 404], `${method} ${path.slice(0, 60)}`).toContain(answer.status);
        expect((await answer.text()).length).toBeLessThan(3_000);
      }
      expect([asked, log]).toEqual([0, []]);
    },
  );

  test('as are headers and an address of more than 16 KB', async () => {
    for (const [path, headers] of [
      [`/${'x'.repeat(20_000)}`, {}],
      ['/healthz', { 'x-long': 'x'.repeat(20_000) }],
    ] as const)
      expect((await fetch(`${origin}${path}`, { headers })).status).toBe(431);
    expect([asked, log]).toEqual([0, []]);
  });
});
