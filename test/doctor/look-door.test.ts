// The door by which a running server tells the doctor how its database stands.
import { once } from 'node:events';
import { createServer } from 'node:http';
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
  records: { adminChats: ['C1'], rooms: 2, sealedWith: [{ keyId: 'aabb', values: 7 }] },
};

/** The port of a server with such a door. */
async function doorOn(answer: () => Promise<typeof look>): Promise<number> {
  const app = express();
  app.use(createLookDoor('the secret', answer));
  const server = createServer(app).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('opens to whoever has the channel secret', async () => {
  expect(await askToLook(await doorOn(async () => look), 'the secret')).toEqual(look);
});

test('tells that the tables are not those of this version', async () => {
  const port = await doorOn(async () => ({ ...look, records: undefined }) as unknown as typeof look);
  expect(await askToLook(port, 'the secret')).toEqual({ ...look, records: undefined });
});

test('looks at nothing and tells nothing without it', async () => {
  let looks = 0;
  const port = await doorOn(async () => {
    looks += 1;
    return look;
  });
  expect(await askToLook(port, 'another secret')).toBeUndefined();
  for (const headers of [{}, { 'x-madoguchi-signature': '' }, { 'x-madoguchi-signature': 'ü'.repeat(44) }]) {
    const answer = await fetch(`http://127.0.0.1:${port}/doctor/look`, { method: 'POST', headers }).catch(
      () => undefined,
    );
    expect(answer?.status ?? 401).toBe(401);
  }
  expect(looks).toBe(0);
});

test('is no door where nobody listens, or another program does', async () => {
  expect(await askToLook(9, 'the secret')).toBeUndefined();
  const server = createServer((_, response) => void response.end('<html>')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await askToLook(port, 'the secret')).toBeUndefined();
});
