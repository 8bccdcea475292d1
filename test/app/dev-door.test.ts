// What is there for tests and the demo is for programs of this machine: not for a page in its browser.

import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app/app.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let port: number;
beforeAll(async () => {
  database = await openTestDatabase();
  const env = readEnvironment({ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' });
  const app = createApp({
    words: ja,
    env,
    reach: { trouble: () => undefined },
    database,
    log: pino({ level: 'silent' }),
  });
  const server = createServer(app).listen(0, '0.0.0.0');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  return () => void server.close().closeAllConnections();
});
afterAll(() => database.close());

async function ask(path: string, headers: Record<string, string> = {}, to = '127.0.0.1') {
  const sent = request({ host: to, port, path, headers: { host: `127.0.0.1:${port}`, ...headers } }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

test.each([
  ['a name that was pointed at this machine', { host: 'evil.example' }],
  ['the same, with the right port', { host: 'evil.example:3000' }],
  ['a name that only begins like this machine', { host: '127.0.0.1.evil.example' }],
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another program of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page in a sandbox', { origin: 'null' }],
  ['a picture on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a proxy of this machine', { 'x-forwarded-for': '203.0.113.7' }],
])('is refused to %s', async (_, headers) => {
  for (const path of ['/dev/clock', '/dev/chats/U1', '/DEV/clock'])
    expect(await ask(path, headers), path).toBe(403);
});

test('is there for a program of this machine, by each of its names', async () => {
  for (const host of ['127.0.0.1', '127.0.0.2:80', 'localhost', 'LOCALHOST:3000', '[::1]:3000'])
    expect(await ask('/dev/clock', { host }), host).toBe(200);
  expect(await ask('/dev/clock', { origin: `http://127.0.0.1:${port}` })).toBe(200);
});

const [outside] = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4');

test.skipIf(outside === undefined)('is refused to who comes by an address of the network', async () => {
  expect(await ask('/dev/clock', {}, outside?.address)).toBe(403);
  expect(await ask('/doctor/look', {}, outside?.address)).toBe(404);
});
