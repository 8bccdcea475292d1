// A message on its way: by reply while its token is good, else by push, seen once whatever happens on the way.
import { describe, expect, test } from 'vitest';
import type { LineClient } from '../../src/line/client.ts';
import { createLineReach } from '../../src/line/reach.ts';
import {
  client,
  delivery,
  hour,
  jobId,
  jobWith,
  line,
  log,
  moveTo,
  now,
  openWithLine,
  outgoing,
  play,
  recorded,
  say,
  second,
  start,
} from './delivery.ts';
import { situations } from './delivery-table.ts';
import type { Behaviour } from './fake-line.ts';

openWithLine();

describe('a message on its way', () => {
  test.each(situations)('$situation → $calls', async ({ token, tries, ...expected }) => {
    if (token === 'good' || token === 'matters') line.giveToken('token');
    const data = outgoing({
      about: token === 'matters' ? 'receipt' : token === 'none' ? 'confirmed' : 'answer',
      ...(token !== 'none' && { reply: { token: 'token', until: start + 50 * second } }),
    });
    const outcome = await play(data, tries);
    expect({
      situation: expected.situation,
      calls: line.calls.map((call) => call.way).join(' '),
      seen: line.shown(),
      ends: say(outcome),
      told: recorded.map(({ reason }) => reason).join(' '),
    }).toEqual(expected);
  });

  test.each([
    ['just before', hour - 1, 1, []],
    ['from', hour, 0, ['dropped']],
  ])(
    'that matters until the start of something goes out or not: %s then on',
    async (_when, at, seen, told) => {
      await play(outgoing({ dropAfter: start + hour }), [{ at, line: [] }]);
      expect([line.shown(), recorded.map(({ reason }) => reason)]).toEqual([seen, told]);
    },
  );

  test('that she may have seen as a reply is pushed with a word of warning before it, the same in each push', async () => {
    line.giveToken('token');
    await play(outgoing({ about: 'receipt', reply: { token: 'token', until: start + 50 * second } }), [
      { at: 0, line: ['500 after'] },
      { at: 50 * second, line: ['500 before'] },
      { at: 51 * second, line: ['ok'] },
    ]);
    const said = line.calls.map(({ body }) => (body as { messages: { text: string }[] }).messages);
    expect(said.map((messages) => messages.map(({ text }) => text))).toEqual([
      ['浜松花子さん、予約が確定しました。'],
      ['先ほどと同じお知らせかもしれません。', '浜松花子さん、予約が確定しました。'],
      ['先ほどと同じお知らせかもしれません。', '浜松花子さん、予約が確定しました。'],
    ]);
  });

  test('while LINE turns all calls away makes one line in the log, however many wait, and one when it is over', async () => {
    const reach = createLineReach({ clock: { now: () => new Date(now) }, log: log.logger });
    const other = { ...jobWith(outgoing({ to: 'U2' })), id: '0193f2a0-0000-7000-8000-000000000002' };
    for (const status of [401, 403, 404, 407]) {
      const push: LineClient['push'] = async () => ({ kind: 'barred', status });
      await delivery({ reach, client: { ...client, push } })([jobWith(outgoing()), other]);
    }
    expect(reach.trouble()).toEqual({ since: new Date(start), status: 401 });
    await delivery({ reach, client: { ...client, push: async () => ({ kind: 'sent' }) } })([other]);
    expect(reach.trouble()).toBeUndefined();
    expect(log.lines.map(({ level, status }) => [level, status])).toEqual([
      [50, 401],
      [40, undefined],
    ]);
    expect(recorded).toEqual([]);
  });

  test('that was promised to her is not asked about again: it was counted then', async () => {
    const mayPush = async () => 'limit' as const;
    const promised = outgoing({ to: 'C1', about: 'trouble', cause: 'U1', counted: true });
    const [outcome] = await delivery({ mayPush })([jobWith(promised)]);
    expect([outcome?.status, line.shown(), recorded]).toEqual(['completed', 1, []]);
    const [other] = await delivery({ mayPush })([jobWith(outgoing({ to: 'C1', about: 'withdrawn' }))]);
    expect([other?.output, line.shown()]).toEqual([{ undelivered: 'limit' }, 1]);
  });

  test.each<[Behaviour, number, number]>([
    ['ok', 1, 0],
    ['quota', 0, 1],
    ['bad message', 0, 1],
    ['bad chat', 0, 1],
    ['rate limit', 0, 0],
    ['500 before', 0, 0],
  ])('answered with %s: whoever counts hears whether LINE took it or refused it', async (how, yes, no) => {
    const heard = { taken: 0, refused: 0 };
    line.next(how);
    await delivery({
      onPushTaken: async () => {
        heard.taken += 1;
      },
      onPushRefused: () => {
        heard.refused += 1;
      },
    })([jobWith(outgoing())]);
    expect(heard).toEqual({ taken: yes, refused: no });
  });

  test('keeps one retry key through all attempts: the id of its job', async () => {
    await play(outgoing(), [
      { at: 0, line: ['500 before'] },
      { at: second, line: ['500 before'] },
      { at: hour, line: ['ok'] },
    ]);
    expect(line.calls.map((call) => call.key)).toEqual([jobId, jobId, jobId]);
  });

  test('that never reached LINE by reply is pushed once the token is over, for it cannot have arrived', async () => {
    line.giveToken('token');
    const data = outgoing({ reply: { token: 'token', until: start + 50 * second } });
    const nobody: LineClient = {
      ...client,
      reply: async () => ({ kind: 'unreached' }),
    };
    const [first] = await delivery({ client: nobody })([jobWith(data)]);
    expect(say(first)).toBe('failed: reply unreached');
    moveTo(start + hour);
    const [second_] = await delivery()([jobWith(data, 1, first?.output)]);
    expect([second_?.status, line.calls.map((call) => call.way), recorded]).toEqual([
      'completed',
      ['push'],
      [],
    ]);
  });
});
