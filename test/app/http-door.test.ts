// One connection must not hold up the others, nor the end of the process.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTick } from 'node:timers/promises';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { type HttpLimits, httpLimits, openHttpDoor } from '../../src/http-door.ts';

const short: HttpLimits = {
  requestMs: 300,
  headersMs: 300,
  checkEveryMs: 50,
  idleMs: 200,
  silentMs: 60_000,
  connections: 4,
};

/** A door that takes bodies in, with a socket to it whose sent bytes are chosen by hand. */
async function door(limits: HttpLimits = short) {
  const app = express();
  app.post('/in', express.raw({ type: () => true }), (_request, response) => void response.send('taken'));
  app.get('/big', (_request, response) => void response.send(Buffer.alloc(1_000_000)));
  app.get('/never', () => {});
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
});

test('more connections than are allowed are closed at once, and there is room again when others go', async () => {
  const { socket, origin } = await door({ ...short, requestMs: 60_000, headersMs: 60_000 });
  const held = [];
  for (let opened = 0; opened < short.connections; opened += 1) held.push(await socket(halfHeaders));
  const further = await socket('');
  await once(further, 'close');
  for (const one of held) one.destroy();
  await expect
    .poll(async () => (await fetch(`${origin}/in`, { method: 'POST' }).catch(() => undefined))?.status)
    .toBe(200);
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
