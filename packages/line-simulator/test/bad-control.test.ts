// Control calls, paths of the page and webhook URLs that are wrong: each is answered in words, nothing breaks.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Simulator } from '../src/simulator.ts';
import { startSimulator } from '../src/start-simulator.ts';
import { SECRET, TOKEN } from './helpers/bot.ts';
import { ask, type RawRequest } from './helpers/raw-request.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN });
});
afterAll(() => simulator.close());

const call = (request: RawRequest) => ask(simulator.origin, request);
const words = z.object({ message: z.string().min(10) });
const json = { 'content-type': 'application/json' };

describe('A control call', () => {
  const control = async (method: string, path: string, body?: string | Uint8Array, headers = json) => {
    const answer = await call({ method, path: `/_control${path}`, headers, ...(body ? { body } : {}) });
    return { status: answer.status, message: words.parse(JSON.parse(answer.text)).message };
  };
  const nobody = `/people/U${'0'.repeat(32)}`;

  test.for([
    ['GET', '/', 404],
    ['GET', '//state', 404],
    ['GET', '/people/', 404],
    ['PATCH', '/clock', 404],
    ['HEAD', '/people/a/phone/b', 404],
    ['GET', `${nobody}/phone`, 422],
    ['GET', '/people/__proto__/phone', 422],
    ['GET', '/chats/constructor', 422],
  ] as const)('%s %s of nothing is answered %d', async ([method, path, status]) => {
    const answer = await call({ method, path: `/_control${path}` });
    expect(answer.status).toBe(status);
    if (method !== 'HEAD') expect(words.parse(JSON.parse(answer.text)).message).toBeTruthy();
  });

  test.for([
    ['POST', '/people', '{}', 400],
    ['POST', '/people', '{"displayName":""}', 400],
    ['POST', '/people', '[]', 400],
    ['POST', '/people', '{"displayName":"花子","userId":"hanako"}', 422],
    ['POST', `${nobody}/acts`, '{"act":"follow"}', 422],
    ['POST', `${nobody}/acts`, '{"act":"__proto__"}', 400],
    ['PATCH', '/switches', '{"__proto__":{"rateLimits":false}}', 400],
    ['PATCH', '/switches', '{"webhookTimeoutMs":0}', 400],
    ['PUT', '/clock', '{"now":"tomorrow"}', 400],
    ['PUT', '/clock', '{"forwardMs":1e300}', 422],
    ['PUT', '/clock', '{"now":"1969-12-31T23:59:59Z"}', 422],
    ['PUT', '/clock', '{"now":"9999-12-31T00:00:00Z"}', 422],
    ['PUT', '/quota', '{"limit":-1}', 400],
    ['PUT', '/webhook', '{"url":"localhost:3000"}', 400],
    ['PUT', '/webhook', '{"url":"file:///etc/passwd"}', 400],
    ['POST', '/faults', '{"how":"never"}', 400],
    ['POST', '/faults', '{"how":"500","endpoint":"pusch"}', 400],
    ['POST', '/webhooks', '{"body":"{}","headers":{"a b":"c"}}', 422],
    ['POST', '/webhooks/redeliver', '{"webhookEventId":"x"}', 422],
  ] as const)('%s %s %s is answered %d', async ([method, path, body, status]) => {
    simulator.webhookUrl = 'http://127.0.0.1:9/webhook';
    expect(await control(method, path, body)).toMatchObject({ status });
    expect(await call({ path: '/_control/state' })).toMatchObject({ status: 200 });
    expect({}).not.toHaveProperty('rateLimits');
  });

  test('has to be JSON, called JSON, in UTF-8, of moderate size and depth', async () => {
    const deep = `{"displayName":"花子","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    for (const body of ['{', 'displayName=x', deep, Uint8Array.of(0x22, 0x82, 0xa0, 0x22)])
      expect(await control('POST', '/people', body)).toMatchObject({ status: 422 });
    const text = { 'content-type': 'text/plain' };
    expect(await control('POST', '/people', '{"displayName":"花子"}', text)).toMatchObject({ status: 422 });
    const padded = (size: number) => `{"displayName":"花子","x":"${'x'.repeat(size)}"}`;
    expect(await control('POST', '/people', padded(16 * 1024 * 1024))).toMatchObject({ status: 413 });
    expect(simulator.people()).toEqual([]);
  });
});

describe('Whoever is not at this machine', () => {
  const doors = ['/', '/page/main.ts', '/_control/state', '/_control/live'];
  const foreign = [
    ['calls it by another name', { host: 'evil.example' }],
    ['calls it by a name that only begins like its own', { host: '127.0.0.1.evil.example' }],
    ['is a page of another origin', { origin: 'https://evil.example' }],
    ['is a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['is a page that hides where it comes from', { origin: 'null' }],
    [
      'is a picture on a page of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    ['is a script on a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ] as const;

  test.for(foreign)('%s: gets nothing', async ([, headers]) => {
    for (const path of doors) expect(await call({ path, headers }), path).toMatchObject({ status: 403 });
    const hold = { method: 'POST', path: '/_control/webhooks/hold', headers };
    expect(await call(hold)).toMatchObject({ status: 403 });
    expect(simulator.webhooks.held).toBeUndefined();
  });

  test('its own page gets what it asks for, and whoever follows a link to it', async () => {
    const own = { origin: simulator.origin };
    const picture = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' };
    const link = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' };
    for (const headers of [own, picture, link])
      for (const path of ['/', '/page/main.ts', '/_control/state'])
        expect(await call({ path, headers }), path).toMatchObject({ status: 200 });
  });
});

describe('A path below /page', () => {
  test.for([
    '/page/../main.ts',
    '/page/../../simulator/main.ts',
    '/page/%2e%2e/main.ts',
    '/page/..%2fmain.ts',
    '/page/..\\main.ts',
    '/page/phones/../../main.ts',
    '/page//etc/passwd',
    '/page/tsconfig.json',
    '/page/index.html',
    '/page/',
    '/page/main.ts/',
    '/page/main.ts/more.ts',
    '/page/main',
    '/page/constructor',
    '/page/__proto__',
    '/page/lib/constructor',
    '/page/lib/zod',
    '/page/font/',
    `/page/${'a'.repeat(5000)}.ts`,
    '/page/%00.ts',
  ])('that is no file of the page is not there: %s', async (path) => {
    expect(await call({ path })).toMatchObject({ status: 404 });
  });

  test('can only be read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect(await call({ method, path: '/page/main.ts' })).toMatchObject({ status: 405 });
  });
});

describe('A webhook URL', () => {
  /** A server that is closed when the test is over; resolves with its port. */
  async function listening(server: Server): Promise<number> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return z.custom<AddressInfo>((address) => typeof address === 'object').parse(server.address()).port;
  }
  const answering = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
    listening(createServer(answer));
  const speaking = (words: string) =>
    listening(
      createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(words))),
    );
  async function freePort(): Promise<number> {
    const server = createTcpServer();
    const port = await listening(server);
    server.close();
    return port;
  }

  const cases: [string, () => Promise<string>, object][] = [
    [
      'where nobody is',
      async () => `http://127.0.0.1:${await freePort()}/`,
      { outcome: 'could_not_connect', detail: 'ECONNREFUSED' },
    ],
    [
      'where nobody is, with https',
      async () => `https://127.0.0.1:${await freePort()}/`,
      { outcome: 'could_not_connect', detail: 'ECONNREFUSED' },
    ],
    [
      'of somebody who speaks no TLS',
      async () => `https://127.0.0.1:${await answering((_, response) => response.end())}/`,
      { outcome: 'could_not_connect', detail: expect.stringMatching(/SSL|EPROTO/) },
    ],
    [
      'that never answers',
      async () => `http://127.0.0.1:${await answering(() => {})}/`,
      { outcome: 'request_timeout' },
    ],
    [
      'that answers 500',
      async () => `http://127.0.0.1:${await answering((_, response) => response.writeHead(500).end())}/`,
      { outcome: 'error_status_code', status: 500 },
    ],
    [
      'that hangs up without an answer',
      async () => `http://127.0.0.1:${await answering((request) => request.socket.destroy())}/`,
      { outcome: 'unclassified', detail: 'ECONNRESET' },
    ],
    [
      'that speaks no HTTP',
      async () => `http://127.0.0.1:${await speaking('hello\r\n\r\n')}/`,
      { outcome: 'unclassified', detail: expect.stringMatching(/^HPE_/) },
    ],
  ];

  test.for(cases)('%s: the log says so', async ([, start, recorded]) => {
    simulator.switches.webhookTimeoutMs = 100;
    simulator.webhookUrl = await start();
    const delivery = await simulator.person('花子').says('はい');
    expect(delivery).toMatchObject(recorded);
    expect(simulator.webhooks.deliveries.at(-1)).toEqual(delivery);
    expect(await call({ path: '/_control/webhooks' })).toMatchObject({
      text: expect.stringContaining(JSON.stringify(delivery.outcome)),
    });
  });

  test('that sends elsewhere is not followed', async () => {
    let followed = 0;
    const elsewhere = await answering((_, response) => {
      followed += 1;
      response.end();
    });
    const port = await answering((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${elsewhere}/` }).end(),
    );
    simulator.webhookUrl = `http://127.0.0.1:${port}/`;
    const delivery = await simulator.person('花子').says('はい');
    expect(delivery).toMatchObject({ outcome: 'error_status_code', status: 307 });
    expect(followed).toBe(0);
  });
});
