import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccount } from '../../src/line/account.ts';
import { readFailure, WireError } from '../../src/line/call-outcome.ts';
import { createChatFacts } from '../../src/line/chat-facts.ts';
import { createLineClient, type LineClient } from '../../src/line/client.ts';
import { type Behaviour, type FakeLine, startFakeLine } from './fake-line.ts';

const key = '0193f2a0-0000-7000-8000-000000000001';
const messages = [{ type: 'text', text: '浜松花子さんの予約' } as const];

describe('a call to LINE', () => {
  let line: FakeLine;
  let client: LineClient;

  beforeEach(async () => {
    line = await startFakeLine();
    line.giveToken('token');
    client = createLineClient({ channelAccessToken: 'secret', apiBaseUrl: line.origin, timeoutMs: 500 });
  });
  afterEach(() => line.close());

  const outcomes: [Behaviour, object][] = [
    ['ok', { kind: 'sent' }],
    ['reset before', { kind: 'unknown', why: 'reset' }],
    ['reset after', { kind: 'unknown', why: 'reset' }],
    ['silent after', { kind: 'unknown', why: 'timeout' }],
    ['500 before', { kind: 'unknown', why: '5xx' }],
    ['200 garbled', { kind: 'unknown', why: 'garbled' }],
    ['rate limit', { kind: 'rateLimited' }],
    ['quota', { kind: 'quotaReached' }],
    ['bad message', { kind: 'refused', status: 400, code: 'invalidMessage', at: 'messages[0].text' }],
    ['bad access token', { kind: 'barred', status: 401 }],
    ['forbidden', { kind: 'barred', status: 403 }],
    ['nothing there', { kind: 'barred', status: 404 }],
    ['a wall', { kind: 'barred', status: 407 }],
    ['not LINE', { kind: 'barred', status: 400 }],
    ...[400, 402, 404, 405, 409, 410, 413, 415, 422, 451].flatMap((status): [Behaviour, object][] => [
      [`${status} page`, { kind: 'barred', status }],
      [`${status} nothing`, { kind: 'barred', status }],
    ]),
    ['429 page', { kind: 'rateLimited' }],
    ['502 page', { kind: 'unknown', why: '5xx' }],
    ['200 page', { kind: 'unknown', why: 'garbled' }],
    ['200 nothing', { kind: 'unknown', why: 'garbled' }],
    ['204 nothing', { kind: 'unknown', why: 'garbled' }],
  ];

  test.each(outcomes)('that ends with "%s" is told so, by either way', async (behaviour, outcome) => {
    line.next(behaviour, behaviour);
    expect(await client.reply('token', messages)).toEqual(outcome);
    expect(await client.push('U1', messages, key)).toEqual(outcome);
  });

  test('with a spent or foreign reply token is told apart from a bad message', async () => {
    expect(await client.reply('token', messages)).toEqual({ kind: 'sent' });
    expect(await client.reply('token', messages)).toEqual({ kind: 'invalidReplyToken' });
  });

  test('to a chat that LINE does not know is a refusal', async () => {
    line.next('bad chat');
    expect(await client.push('U1', messages, key)).toEqual({
      kind: 'refused',
      status: 400,
      code: 'badRequest',
    });
  });

  test('that LINE has accepted before under the same retry key counts as sent', async () => {
    await client.push('U1', messages, key);
    expect(await client.push('U1', messages, key)).toEqual({ kind: 'sent' });
    expect(line.shown()).toBe(1);
  });

  test('carries the retry key on a push and never on a reply, which LINE would refuse', async () => {
    await client.reply('token', messages);
    await client.push('U1', messages, key);
    expect(line.calls.map((call) => call.key)).toEqual([undefined, key]);
  });

  test('that finds nobody listening surely did not arrive', async () => {
    const port = await closedPort();
    const nobody = createLineClient({
      channelAccessToken: 'secret',
      apiBaseUrl: `http://localhost:${port}`,
      timeoutMs: 2000,
    });
    expect(await nobody.reply('token', messages)).toEqual({ kind: 'unreached' });
    expect(await nobody.push('U1', messages, key)).toEqual({ kind: 'unreached' });
  });

  test('that no address of a host answers is the same, one that a connection lost is not', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const lost = Object.assign(new Error('lost'), { code: 'ECONNRESET', syscall: 'read' });
    for (const wrap of [TypeError, WireError]) {
      const failed = (cause: Error) => readFailure(new wrap('failed', { cause }));
      expect(failed(new AggregateError([refused, refused]))).toEqual({ kind: 'unreached' });
      expect(failed(new AggregateError([refused, lost]))).toEqual({ kind: 'unknown', why: 'reset' });
      expect(failed(lost)).toEqual({ kind: 'unknown', why: 'reset' });
    }
  });

  test('for which a proxy opens no way surely did not arrive; one that wants to know who asks is told so', () => {
    const closed = (statusCode?: number) =>
      Object.assign(new Error('no tunnel'), { code: 'ERR_PROXY_TUNNEL', ...(statusCode && { statusCode }) });
    const failed = (cause: Error) => readFailure(new WireError('lost', { cause }));
    expect(failed(closed(502))).toEqual({ kind: 'unreached' });
    expect(failed(closed())).toEqual({ kind: 'unreached' });
    expect(failed(closed(407))).toEqual({ kind: 'refused', status: 407, code: 'foreign' });
  });

  test('goes over the connection of the call before it', async () => {
    for (const token of ['a', 'b', 'c']) line.giveToken(token);
    for (const token of ['a', 'b', 'c'])
      expect(await client.reply(token, messages)).toEqual({ kind: 'sent' });
    expect(line.connections()).toBe(1);
  });

  test('that we cannot even make is a mistake of ours, told without its details', async () => {
    const outcome = await client.push('U1', messages, 'not a\nheader');
    expect(outcome).toMatchObject({ kind: 'broken', error: 'TypeError', code: 'ERR_INVALID_CHAR' });
    expect(JSON.stringify(outcome)).not.toContain('not a');
    expect(line.calls).toEqual([]);
  });
});

describe('a name', () => {
  let line: FakeLine;
  let client: LineClient;

  beforeEach(async () => {
    line = await startFakeLine();
    client = createLineClient({ channelAccessToken: 'secret', apiBaseUrl: line.origin, timeoutMs: 500 });
  });
  afterEach(() => line.close());

  test.each([
    ['group', '/v2/bot/group/C1/member/U1'],
    ['room', '/v2/bot/room/C1/member/U1'],
    ['person', '/v2/bot/profile/U1'],
  ] as const)('is asked where LINE tells it for a %s', async (kind, path) => {
    expect(await client.memberName({ id: 'C1', kind }, 'U1')).toEqual({ kind: 'named', name: '窓口の田中' });
    expect(line.calls.map((call) => call.path)).toEqual([path]);
  });

  test('that LINE does not tell is a value, not an error', async () => {
    line.next('silent before');
    expect(await client.memberName({ id: 'C1', kind: 'group' }, 'U1')).toEqual({
      kind: 'unknown',
      why: 'timeout',
    });
  });
});

describe('what something before LINE answers', () => {
  let line: FakeLine;
  beforeEach(async () => {
    line = await startFakeLine();
  });
  afterEach(() => line.close());

  test.each(['200 nothing', '204 nothing', '200 page', '404 page', '400 page'] as const)(
    '(%s) is no name, no count, no account, and no proof that a chat is gone',
    async (behaviour) => {
      const options = { channelAccessToken: 'secret', apiBaseUrl: line.origin, timeoutMs: 500 };
      const account = createAccount(options);
      const ask = async <T>(call: () => Promise<T>): Promise<T> => {
        line.next(behaviour, behaviour);
        return call();
      };
      const kinds = [
        await ask(() => createLineClient(options).memberName({ id: 'U1', kind: 'person' }, 'U1')),
        await ask(() => createLineClient(options).linkMenu('U1', 'day')),
        await ask(() => account.isIn('C1')),
        await ask(() => account.isIn('U1')),
        await ask(() => account.memberCount('C1')),
        await ask(() => account.info()),
        await ask(() => account.quota()),
      ].map(({ kind }) => kind);
      for (const kind of kinds) expect(['unknown', 'refused', 'broken']).toContain(kind);
      expect(await ask(() => createChatFacts(options)('C1'))).toEqual({});
    },
  );
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
