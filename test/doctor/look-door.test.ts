// The door by which a running server tells the doctor how its database stands.
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { askToLook, createLookDoor } from '../../src/doctor/look-door.ts';

const look = {
  kind: 'open' as const,
  engine: 'embedded' as const,
  majorVersion: 17,
  clockAheadMs: -2,
  mayMigrate: true,
  migrations: { applied: ['20261123080000_tables'], pending: [], unknown: [], failed: [] },
  records: {
    adminChats: ['C1'],
    rooms: 2,
    bookingsOfMonth: 8,
    people: { all: 3, named: 1, askedToBeDeleted: 0 },
    sealedWith: [{ keyId: 'aabb', values: 7 }],
  },
};

/** The origin of a server with such a door. */
async function doorOn(answer: () => Promise<typeof look>, now = Date.now): Promise<string> {
  const app = express();
  app.use(createLookDoor('the secret', answer, now));
  return listening(createServer(app));
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('opens to whoever has the channel secret', async () => {
  expect(await askToLook(await doorOn(async () => look), 'the secret')).toEqual(look);
});

test('tells that the tables are not those of this version', async () => {
  const origin = await doorOn(async () => ({ ...look, records: undefined }) as unknown as typeof look);
  expect(await askToLook(origin, 'the secret')).toEqual({ ...look, records: undefined });
});

test('looks at nothing and tells nothing without it', async () => {
  let looks = 0;
  const origin = await doorOn(async () => {
    looks += 1;
    return look;
  });
  expect(await askToLook(origin, 'another secret')).toBeUndefined();
  for (const headers of [{}, { 'x-madoguchi-signature': '' }, { 'x-madoguchi-signature': 'ü'.repeat(44) }]) {
    const answer = await fetch(`${origin}/doctor/look`, { method: 'POST', headers }).catch(() => undefined);
    expect(answer?.status ?? 401).toBe(401);
  }
  expect(looks).toBe(0);
});

/** The headers of a question that was signed just now, as somebody on its way may have written them down. */
async function recordedHeaders(): Promise<Record<string, string>> {
  const { promise, resolve } = Promise.withResolvers<Record<string, string>>();
  const origin = await listening(
    createServer(({ headers }, response) => {
      const own = Object.entries(headers).filter(([name]) => name.startsWith('x-madoguchi-'));
      resolve(Object.fromEntries(own) as Record<string, string>);
      response.end();
    }),
  );
  await askToLook(origin, 'the secret');
  return promise;
}

test('a question that somebody recorded opens nothing a minute later, nor with another time on it', async () => {
  let now = Date.now();
  const origin = await doorOn(
    async () => look,
    () => now,
  );
  const headers = await recordedHeaders();
  const ask = async (changes: Record<string, string> = {}) =>
    (await fetch(`${origin}/doctor/look`, { method: 'POST', headers: { ...headers, ...changes } })).status;
  expect(await ask()).toBe(200);
  now += 2 * 60_000;
  expect(await ask()).toBe(401);
  for (const time of [String(now), '', 'NaN', '9e99', `${'9'.repeat(400)}`])
    expect(await ask({ 'x-madoguchi-time': time }), time).toBe(401);
});

test('is shut for who comes through a proxy of this machine, however well signed', async () => {
  const origin = await doorOn(async () => look);
  const headers = await recordedHeaders();
  const ask = async (changes: Record<string, string>) => {
    const all = { ...headers, ...changes };
    const request = httpRequest(`${origin}/doctor/look`, { method: 'POST', headers: all }).end();
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  expect(await ask({})).toBe(200);
  for (const changes of [
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { via: '1.1 Caddy' },
    { host: 'counter.example.jp' },
    { origin: 'https://counter.example.jp' },
  ])
    expect(await ask(changes), JSON.stringify(changes)).toBe(403);
});

test('is no door where nobody listens, or another program does', async () => {
  expect(await askToLook('http://127.0.0.1:9', 'the secret')).toBeUndefined();
  const origin = await listening(createServer((_, response) => void response.end('<html>')));
  expect(await askToLook(origin, 'the secret')).toBeUndefined();
});
