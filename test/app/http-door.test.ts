// One connection must not hold up the others, nor the end of the process.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTick } from 'node:timers/promises';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type HttpLimits, httpLimits, openHttpDoor } from '../../src/app/http-door.ts';

const short: HttpLimits = {
  requestMs: 300,
  headersMs: 300,
  checkEveryMs: 50,
  idleMs: 200,
  silentMs: 60_000,
  connections: 4,
  bodies: 2,
};

/** A door that takes bodies in, with a socket to it whose sent bytes are chosen by hand. */
async function door(limits: HttpLimits = short) {
  const app = express();
  app.post('/in', express.raw({ type: () => true }), (_request, response) => void response.send('taken'));
  app.get('/big', (_request, response) => void response.send(Buffer.alloc(1_000_000)));
  app.get('/never', () => {});
  app.post('/early', (_request, response) => void response.status(401).send('unread'));
  app.post('/slow', express.raw({ type: () => true }), () => {});
  const opened = await openHttpDoor(app, { host: '127.0.0.1', port: 0 }, limits);
  onTestFinished(() => opened.close(0));
  const socket = async (sent: string): Promise<Socket> => {
    const one = connect(opened.port, '127.0.0.1');
    onTestFinished(() => void one.destroy());
    one.on('error', () => {});
    await once(one, 'connect');
    if (sent !== '') one.write(sent);
    return one;
  };
  return { ...opened, socket, origin: `http://127.0.0.1:${opened.port}` };
}

const halfBody = 'POST /in HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{';
const halfChunk = 'POST /in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab';
const halfHeaders = 'POST /in HTTP/1.1\r\nhost: a\r\nx-more';

test.each([
  ['nothing at all', ''],
  ['half a header', halfHeaders],
  ['half a body', halfBody],
  ['half a chunk', halfChunk],
])('who sends %s is cut off, and others are answered meanwhile', async (_, sent) => {
  const { socket, origin } = await door();
  const slow = await socket(sent);
  expect(await (await fetch(`${origin}/in`, { method: 'POST', body: '{}' })).text()).toBe('taken');
  // Ends when the server ends it.
  expect(await text(slow)).toMatch(/^(HTTP\/1\.1 408|$)/);
});

test('a body that comes byte by byte has no longer than one that does not come', async () => {
  const { socket } = await door();
  const slow = await socket(halfBody);
  const drip = setInterval(() => slow.write(' '), 30);
  await text(slow).catch(() => {});
  clearInterval(drip);
});

test('for the public a request has ten seconds, looked at every second, and connections are counted', () => {
  expect(httpLimits.requestMs).toBeLessThanOrEqual(10_000);
  expect(httpLimits.headersMs).toBeLessThanOrEqual(10_000);
  expect(httpLimits.checkEveryMs).toBeLessThanOrEqual(1_000);
  expect(httpLimits.connections).toBeLessThanOrEqual(1_000);
  // Each may hold 1 MB.
  expect(httpLimits.bodies).toBeLessThanOrEqual(64);
});

describe('with more than are allowed', () => {
  const patient: HttpLimits = { ...short, requestMs: 60_000, headersMs: 60_000, idleMs: 60_000 };
  /** It may be cut by a reset, which is an error first. */
  const cut = (one: Socket) =>
    new Promise<void>((resolve) => (one.closed ? resolve() : one.once('close', () => resolve())));
  const isOpen = (one: Socket) => !one.destroyed && !one.readableEnded;
  const post = (origin: string) => fetch(`${origin}/in`, { method: 'POST', body: '{}' });

  test.each([
    ['nothing at all', ''],
    ['half a header', halfHeaders],
    ['half a body', halfBody],
    ['half a chunk', halfChunk],
  ])('connections, the one that has sent %s for longest is cut, and a new one gets in', async (_, sent) => {
    const { socket, origin } = await door({ ...patient, bodies: 100 });
    const held = [];
    for (let opened = 0; opened < patient.connections; opened += 1) held.push(await socket(sent));
    const [first, ...others] = held;
    if (first === undefined) throw new Error('No connection');
    const [answer] = await Promise.all([post(origin), cut(first)]);
    expect(await answer.text()).toBe('taken');
    expect(others.map(isOpen)).toEqual(others.map(() => true));
  });

  test.each([
    ['half a body', halfBody],
    ['half a chunk', halfChunk],
  ])(
    'that send %s, the one that has for longest is cut: few are held in memory at a time',
    async (_, sent) => {
      const { socket, origin } = await door({ ...patient, connections: 100 });
      const held: Socket[] = [];
      for (let opened = 0; opened < 20; opened += 1) held.push(await socket(sent));
      await Promise.all(held.slice(0, -patient.bodies).map(async (one) => isOpen(one) && cut(one)));
      expect(held.filter(isOpen)).toEqual(held.slice(-patient.bodies));
      for (let calls = 0; calls < 5; calls += 1) expect((await post(origin)).status).toBe(200);
    },
  );

  test('connections, what has come as a whole is not cut for what has not', async () => {
    const { socket } = await door(patient);
    const inHand = [];
    for (const path of ['/never', '/never'])
      inHand.push(await socket(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`));
    inHand.push(await socket('POST /slow HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}'));
    const slow = [];
    for (let opened = 0; opened < 12; opened += 1) slow.push(await socket(halfHeaders));
    await Promise.all(slow.slice(0, -1).map(async (one) => isOpen(one) && cut(one)));
    expect([inHand.map(isOpen), slow.map(isOpen).filter(Boolean)]).toEqual([[true, true, true], [true]]);
  });

  test('connections that do not read their answers, too, a new one gets in', async () => {
    const { socket, origin } = await door(patient);
    for (let opened = 0; opened < 8; opened += 1)
      (await socket('GET /never HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(10))).pause();
    for (let calls = 0; calls < 5; calls += 1) expect((await post(origin)).status).toBe(200);
  });

  test('connections, one that was answered before all of it had come counts as any other that sends', async () => {
    const { socket, origin } = await door(patient);
    const early = 'POST /early HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{';
    const answered = await socket(early);
    await once(answered, 'data');
    answered.write('}');
    const others = [];
    for (let opened = 1; opened < patient.connections; opened += 1) others.push(await socket(halfHeaders));
    const [answer] = await Promise.all([post(origin), cut(answered)]);
    expect([answer.status, ...others.map(isOpen)]).toEqual([200, true, true, true]);
  });
});

test.each([
  ['nothing at all', ['']],
  ['half a body', [halfBody]],
  ['half a header', [halfHeaders]],
  ['a question that is never answered', ['GET /never HTTP/1.1\r\nhost: a\r\n\r\n']],
  ['all of these', ['', halfBody, halfHeaders, 'GET /never HTTP/1.1\r\nhost: a\r\n\r\n']],
])('closes in time although somebody has sent %s', async (_, all) => {
  const { socket, close } = await door({ ...short, requestMs: 60_000, headersMs: 60_000 });
  for (const sent of all) await socket(sent);
  await nextTick();
  await close(100);
});

test('closes in time although somebody does not read the answers', async () => {
  const { socket, close } = await door({ ...short, requestMs: 60_000, headersMs: 60_000 });
  const deaf = await socket('GET /big HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(40));
  deaf.pause();
  await nextTick();
  await close(100);
});

test('lets a request in hand end before it closes, and its connection does not wait for another', async () => {
  const { socket, close } = await door({ ...short, requestMs: 60_000, headersMs: 60_000, idleMs: 60_000 });
  const inHand = await socket(halfBody.replace('content', 'expect: 100-continue\r\ncontent'));
  await once(inHand, 'readable');
  const answered = text(inHand);
  const closed = close(60_000);
  inHand.write(' '.repeat(99));
  expect(await answered).toContain('taken');
  await closed;
});
