// Parts of the doctor that stand for themselves: words for LINE's reasons, the local server, pages, spelling, times.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { askServer } from '../../src/doctor/ask-server.ts';
import { wordsFor } from '../../src/doctor/line-trouble.ts';
import { thisMachine } from '../../src/doctor/machine.ts';
import { messagesNeeded, planFor } from '../../src/doctor/month.ts';
import { oddTimesOf } from '../../src/doctor/office-times.ts';
import { reachTrouble } from '../../src/doctor/reach-trouble.ts';
import { sentencesOf } from '../../src/doctor/sentences.ts';
import { lettersApart } from '../../src/doctor/spelling.ts';
import { officesDir } from './set-up.ts';

/** The port of a server that is closed after the test. */
async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  onTestFinished(() => void server.close().closeAllConnections());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('a month needs messages for each member of the admin chats, and a plan that has them', () => {
  expect(messagesNeeded(0, 6)).toBe(0);
  expect(messagesNeeded(40, 1)).toBe(204);
  expect(messagesNeeded(40, 6)).toBe(424);
  expect([200, 201, 5_000, 5_001].map(planFor)).toEqual([
    ...['communication plan', 'light plan', 'light plan', 'standard plan'],
  ]);
});

describe('why LINE does not reach the webhook', () => {
  test.each([
    ['COULD_NOT_CONNECT', 'Connection failed', 0, /cannot connect.*port 443/],
    ['COULD_NOT_CONNECT', 'Unknown host', 0, /no host.*DNS/],
    ['COULD_NOT_CONNECT', 'TLS handshake failure', 0, /certificate.*public authority/],
    ['REQUEST_TIMEOUT', 'Request timeout', 0, /2 seconds.*firewall/],
    ['UNCLASSIFIED', 'Session closed unexpectedly', 0, /\(UNCLASSIFIED, Session closed.*reverse proxy/],
    ['A_REASON_OF_TOMORROW', '', 0, /\(A_REASON_OF_TOMORROW\)/],
    ['ERROR_STATUS_CODE', '301', 301, /HTTP 301.*redirected/],
    ['ERROR_STATUS_CODE', '403', 403, /HTTP 403.*without asking/],
    ['ERROR_STATUS_CODE', '404', 404, /HTTP 404.*path \/webhook/],
    ['ERROR_STATUS_CODE', '503', 503, /HTTP 503.*finds no server/],
    ['ERROR_STATUS_CODE', '500', 500, /HTTP 500.*log/],
  ])('%s (%s) has words', (reason, detail, statusCode, words) => {
    const finding = reachTrouble({ timestamp: new Date(), reason, detail, statusCode }, false);
    expect(Object.values(finding).join(' ')).toMatch(words);
  });

  test('begins with the server where that does not run', () => {
    const lost = { timestamp: new Date(), reason: 'COULD_NOT_CONNECT', detail: '', statusCode: 0 };
    expect(reachTrouble(lost, true)).toMatchObject({ fix: expect.stringMatching(/^Start the server.*443/) });
  });
});

describe('the server on this machine', () => {
  const LINE_CHANNEL_SECRET = 'any';

  test('that is not there is not running', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    const PORT = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await askServer({ HOST: '127.0.0.1', PORT, LINE_CHANNEL_SECRET })).toEqual({ kind: 'notRunning' });
  });

  test.each([['{"healthy":"yes"}'], ['{'], ['<html>']])('that says %s is another program', async (body) => {
    const PORT = await listening((_request, response) => response.end(body));
    expect(await askServer({ HOST: '127.0.0.1', PORT, LINE_CHANNEL_SECRET })).toEqual({ kind: 'stranger' });
  });
});

test('a page is where redirects end, with its status', async () => {
  const port = await listening((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/' }).end();
    else response.writeHead(request.url === '/' ? 200 : 404).end('a page');
  });
  const open = (path: string) =>
    thisMachine.openPage(`http://127.0.0.1:${port}${path}`, AbortSignal.timeout(5_000));
  expect(await open('/old')).toEqual({ url: `http://127.0.0.1:${port}/`, status: 200 });
  expect((await open('/gone')).status).toBe(404);
});

test('this machine knows what the checks ask it', async () => {
  expect(thisMachine.japanIsAheadMs).toBe(9 * 3_600_000);
  expect(thisMachine.holidaysKnownUntilYear).toBeGreaterThan(2026);
  expect(await thisMachine.freeBytes('.')).toBeGreaterThan(0);
});

test.each([
  ['PUBLIC_URL', 'PUBLIC_URL', 0],
  ['PUBLIC_ULR', 'PUBLIC_URL', 2],
  ['LINE_CHANEL_SECRET', 'LINE_CHANNEL_SECRET', 1],
  ['', 'PORT', 4],
])('%s is %s with %i letters changed', (a, b, apart) => {
  expect([lettersApart(a, b), lettersApart(b, a)]).toEqual([apart, apart]);
});

test('a list becomes a sentence', () => {
  expect(sentencesOf('It needs fixing:\n  one\n  two')).toBe('It needs fixing: one; two.');
  expect(sentencesOf('All is said.')).toBe('All is said.');
});

test.each([
  ['refused', { kind: 'refused', status: 403, code: 'forbidden' }, '403'],
  ['5xx', { kind: 'unknown', why: '5xx' }, '5xx'],
  ['garbled', { kind: 'unknown', why: 'garbled' }, 'does not speak as LINE does'],
  ['broken', { kind: 'broken', error: 'TypeError' }, 'TypeError'],
] as const)('a call that is %s has words', (_, failure, words) => {
  expect(wordsFor(failure)).toContain(words);
});

describe('times of a profile', () => {
  const office = () => structuredClone(readOffice('hamamatsu', officesDir));

  test('of our office are in its hours', () => {
    expect(oddTimesOf(office())).toEqual([]);
  });

  test('outside its hours are all named', () => {
    const profile = office();
    profile.hours = { from: '09:00', until: '15:30' };
    expect(oddTimesOf(profile)).toEqual([
      'consultation.windows 14:00–16:00 is not inside hours 09:00–15:30',
      'requests.decideBy 16:30 is outside hours 09:00–15:30',
    ]);
    profile.hours = { from: '18:00', until: '20:00' };
    expect(oddTimesOf(profile)).toHaveLength(3);
  });
});
