// Whatever a bot sends by mistake, or somebody by intent: the platform's own answer, and it lives on.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../src/simulator.ts';
import { startSimulator } from '../src/start-simulator.ts';
import { anyBody, anyContentType, anyPlace } from './helpers/any-request.ts';
import { SECRET, TOKEN } from './helpers/bot.ts';
import { ask, type RawRequest, shout } from './helpers/raw-request.ts';

const VALIDATE = '/v2/bot/message/validate/reply';
const bearer = { authorization: `Bearer ${TOKEN}` };
const json = { ...bearer, 'content-type': 'application/json' };

let simulator: Simulator;
beforeAll(async () => {
  // Thousands of calls in a second are no matter of this file.
  const switches = { rateLimits: false };
  simulator = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN, switches });
});
afterAll(() => simulator.close());

const call = (request: RawRequest) => ask(simulator.origin, request);
const post = (body: string | Uint8Array, headers: Record<string, string> = json) =>
  call({ method: 'POST', path: VALIDATE, headers, body });

/** A card with so many boxes, each in the one before. */
const boxes = (count: number) => {
  const [open, shut] = ['{"type":"box","layout":"vertical","contents":[', ']}'];
  const body = open.repeat(count) + shut.repeat(count);
  return `{"messages":[{"type":"flex","altText":"a","contents":{"type":"bubble","body":${body}}}]}`;
};

const notFound = { status: 404, text: '{"message":"Not found"}' };
const notParsed = {
  status: 400,
  text: expect.stringMatching(/^\{"message":"The request body could not be parsed as JSON \(line: /),
};

describe('A path', () => {
  test.for([
    '/v2/bot/nothing',
    '//v2/bot/info',
    '/v2//bot/info',
    '/v2/bot/info/',
    '/v2/bot/./info',
    '/V2/bot/info',
    '/v2/bot/inf%6F',
    '/v2/bot/profile/',
    '/v2/bot/../../etc/passwd',
    '/%',
    'http://127.0.0.1/v2/bot/info',
    '/_control',
    `/${'a'.repeat(9000)}`,
  ])('that is not exactly a documented one is not there: %s', async (path) => {
    const answer = await call({ path, headers: bearer });
    expect(answer).toMatchObject(notFound);
    expect(answer.headers['x-line-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.for(['HEAD', 'PATCH', 'OPTIONS', 'PUT', 'DELETE', 'POST'])(
    'is not there for %s when it is one for GET',
    async (method) => {
      const answer = await call({ method, path: '/v2/bot/info', headers: json });
      expect(answer).toMatchObject({ status: 404, text: method === 'HEAD' ? '' : notFound.text });
    },
  );

  test('may have names of any kind in it', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      '%2e%2e',
      '%00',
      'あ'.replace(/./u, encodeURIComponent),
    ]) {
      expect(await call({ path: `/v2/bot/profile/${name}`, headers: bearer })).toMatchObject({ status: 400 });
    }
  });
});

describe('A call', () => {
  test.for([
    ['no token', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['a token in another way', { authorization: `Basic ${TOKEN}` }],
    ['a token and a half', { authorization: `Bearer ${TOKEN}x` }],
  ] as const)('with %s is answered 401, whatever it carries', async ([, headers]) => {
    expect(await post('{broken', { ...headers, 'content-type': 'text/plain' })).toMatchObject({
      status: 401,
      text: expect.stringContaining('Authentication failed due to the following reason'),
    });
  });

  test.for(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'that says to be「%s」is not read',
    async (type) => {
      expect(await post('{"messages":[]}', { ...bearer, 'content-type': type })).toMatchObject({
        status: 400,
        text: `{"message":"The content type, ${type}, is not supported"}`,
      });
    },
  );
});

describe('A body', () => {
  test.for(['', '{', '{"messages":[}', 'hello', '{"a":1}{"a":2}', "{'messages':[]}"])(
    'that is no JSON is answered 400: %s',
    async (body) => {
      expect(await post(body)).toMatchObject(notParsed);
    },
  );

  test('that is JSON but no object is answered 400 as well', async () => {
    for (const body of ['null', '1', '"text"', '[]', 'true']) expect((await post(body)).status).toBe(400);
  });

  test('has to be UTF-8', async () => {
    const message = (text: Uint8Array) =>
      Buffer.concat([Buffer.from('{"messages":[{"type":"text","text":"'), text, Buffer.from('"}]}')]);
    expect(await post(message(Buffer.from('あ')))).toMatchObject({ status: 200 });
    expect(await post(message(Uint8Array.of(0x82, 0xa0)))).toMatchObject(notParsed);
    expect(await post(message(Uint8Array.of(0xed, 0xa0, 0x80)))).toMatchObject(notParsed);
  });

  test('may nest as deep as a card can be seen, and no depth breaks anything', async () => {
    expect(await post(boxes(200))).toMatchObject({ status: 200 });
    for (const count of [400, 1000, 10_000]) expect(await post(boxes(count))).toMatchObject(notParsed);
    const lists = '['.repeat(40_000) + ']'.repeat(40_000);
    expect(await post(`{"messages":${lists}}`)).toMatchObject(notParsed);
    // What the log keeps of it can be shown.
    expect(await call({ path: '/_control/transcript' })).toMatchObject({ status: 200 });
  });

  test('over 2 MB is answered 413, however large it is', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const large = (megabytes: number) =>
      call({
        method: 'POST',
        path: VALIDATE,
        headers: json,
        body: Array.from({ length: megabytes }, () => chunk),
      });
    for (const megabytes of [3, 64])
      expect(await large(megabytes)).toMatchObject({
        status: 413,
        text: '{"message":"Request Entity Too Large"}',
      });
    expect(simulator.calls.at(-1)?.request).toBe('(too large)');
  });

  test('with the names of an object’s insides is read like any other', async () => {
    const body = `{"messages":[{"type":"text","text":"a","__proto__":{"polluted":1}}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    expect((await post(body)).status).toBe(200);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('No bytes whatsoever', () => {
  test('sent to an endpoint makes the platform fail', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, anyContentType, anyBody, async (where, contentType, sent) => {
        const headers = { ...bearer, 'content-type': contentType };
        const { status, text } = await call({ ...where, headers, body: sent });
        expect(status, text).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(await call({ path: '/v2/bot/info', headers: bearer })).toMatchObject({ status: 200 });
  });

  test('in place of a request makes it fall over', async () => {
    const line = fc.constantFrom(
      '',
      'GET / HTTP/1.1\r\n',
      'POST /v2/bot/message/push HTTP/1.1\r\nhost: a\r\n',
    );
    await fc.assert(
      fc.asyncProperty(line, fc.uint8Array({ maxLength: 300 }), async (first, rest) => {
        const heard = await shout(simulator.origin, Buffer.concat([Buffer.from(first), rest]));
        expect(heard).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { numRuns: 100 },
    );
    expect(await call({ path: '/v2/bot/info', headers: bearer })).toMatchObject({ status: 200 });
  });
});
