import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, Outcome } from '../../src/db/queue.ts';
import { createLineClient, type LineClient } from '../../src/line/client.ts';
import { createDelivery, type Undelivered } from '../../src/line/deliver.ts';
import { createLineReach } from '../../src/line/reach.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { situations, type Try } from './delivery-table.ts';
import { type Behaviour, type FakeLine, startFakeLine } from './fake-line.ts';
import { captureLog } from './log-capture.ts';

const start = Date.parse('2026-12-01T10:00:00+09:00');
const second = 1000;
const hour = 3_600_000;
const jobId = '0193f2a0-0000-7000-8000-000000000001';

function outgoing(extra: Partial<Outgoing> = {}): Outgoing {
  const messages = [{ kind: 'text' as const, text: '浜松花子さん、予約が確定しました。' }];
  return { to: 'U1', about: 'confirmed', messages, madeAt: start, ...extra };
}

function jobWith(data: unknown, attempt = 0, lastOutput: unknown = null): Job {
  return { id: jobId, key: 'U1', data, attempt, dueAt: new Date(start), lastOutput };
}

describe('a message on its way', () => {
  let line: FakeLine;
  let client: LineClient;
  let now: number;
  let recorded: Undelivered[];
  let quotaCalls: number;
  let log: ReturnType<typeof captureLog>;

  beforeEach(async () => {
    line = await startFakeLine();
    client = createLineClient({ channelAccessToken: 'secret', apiBaseUrl: line.origin, timeoutMs: 500 });
    now = start;
    recorded = [];
    quotaCalls = 0;
    log = captureLog();
  });
  afterEach(() => line.close());

  function delivery(change: Partial<Parameters<typeof createDelivery>[0]> = {}) {
    return createDelivery({
      client,
      words: ja,
      clock: { now: () => new Date(now) },
      record: async (undelivered) => {
        recorded.push(undelivered);
      },
      onQuota: async () => {
        quotaCalls += 1;
      },
      mayPush: async () => undefined,
      isBlocked: async () => false,
      reach: createLineReach({ clock: { now: () => new Date(now) }, log: log.logger }),
      log: log.logger,
      ...change,
    });
  }

  /** Plays the queue: the same job again, with what the try before left behind. */
  async function play(data: Outgoing, tries: readonly Try[]): Promise<Outcome | undefined> {
    let lastOutput: unknown = null;
    let outcome: Outcome | undefined;
    for (const [attempt, { line: behaviours, at, died }] of tries.entries()) {
      now = start + at;
      line.next(...behaviours);
      if (died === 'before') continue;
      [outcome] = await delivery()([jobWith(data, attempt, lastOutput)]);
      if (died === undefined) lastOutput = outcome?.output ?? null;
    }
    return outcome;
  }

  const say = (outcome: Outcome | undefined) =>
    outcome?.status === 'failed'
      ? `failed: ${outcome.output?.method} ${outcome.output?.outcome}`
      : outcome?.status;

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
    now = start + hour;
    const [second_] = await delivery()([jobWith(data, 1, first?.output)]);
    expect([second_?.status, line.calls.map((call) => call.way), recorded]).toEqual([
      'completed',
      ['push'],
      [],
    ]);
  });

  test('tells of a used-up quota, and is done with even when nobody could be told', async () => {
    await play(outgoing(), [{ at: 0, line: ['quota'] }]);
    expect(quotaCalls).toBe(1);
    line.next('quota');
    const onQuota = () => Promise.reject(new Error('no admin chat'));
    const [outcome] = await delivery({ onQuota })([jobWith(outgoing())]);
    expect([say(outcome), recorded.map(({ reason }) => reason)]).toEqual(['completed', ['quota', 'quota']]);
  });

  test('over the quota stays in the queue until that is on record', async () => {
    line.next('quota', 'quota');
    const record = () => Promise.reject(new Error('the database is away'));
    const [first] = await delivery({ record })([jobWith(outgoing())]);
    expect(say(first)).toBe('failed: push quota');
    const [second_] = await delivery()([jobWith(outgoing(), 1, first?.output)]);
    expect([say(second_), recorded.map(({ reason }) => reason)]).toEqual(['completed', ['quota']]);
  });

  test.each(['limit', 'reserve'] as const)(
    'over the %s is not sent, and holds back nothing',
    async (verdict) => {
      const outcomes = await delivery({ mayPush: async () => verdict })([jobWith(outgoing())]);
      expect(outcomes).toEqual([{ id: jobId, status: 'completed', output: { undelivered: verdict } }]);
      expect([line.calls, recorded.map(({ reason }) => reason)]).toEqual([[], [verdict]]);
    },
  );

  test('is asked about before its first push only: no reply, no second try', async () => {
    const asked: string[] = [];
    const mayPush = async ({ to }: Outgoing) => void asked.push(to);
    line.giveToken('token');
    const reply = { token: 'token', until: start + 50 * second };
    await delivery({ mayPush })([jobWith(outgoing({ reply }))]);
    expect(asked).toEqual([]);
    line.next('500 before');
    const [first] = await delivery({ mayPush })([jobWith(outgoing())]);
    await delivery({ mayPush })([jobWith(outgoing(), 1, first?.output)]);
    expect(asked).toEqual(['U1']);
  });

  test('waits while nobody can say whether it may be pushed, and is asked about again', async () => {
    const away = () => Promise.reject(new Error('the database is away'));
    const [first] = await delivery({ mayPush: away })([jobWith(outgoing())]);
    expect([first?.status, line.calls]).toEqual(['failed', []]);
    const [second_] = await delivery({ mayPush: async () => 'limit' })([
      jobWith(outgoing(), 1, first?.output),
    ]);
    expect([second_?.output, line.calls]).toEqual([{ undelivered: 'limit' }, []]);
  });

  test('to somebody who has blocked the account is taken by LINE and stands for the office', async () => {
    await delivery({ isBlocked: async () => true })([jobWith(outgoing())]);
    expect(recorded.map(({ reason }) => reason)).toEqual(['blocked']);
    const away = () => Promise.reject(new Error('the database is away'));
    const [first] = await delivery({ isBlocked: away })([jobWith(outgoing())]);
    await delivery({ isBlocked: async () => true })([jobWith(outgoing(), 1, first?.output)]);
    expect([line.shown(), recorded.length]).toEqual([1, 2]);
  });

  test('goes to the office with its kind and chat, never its words', async () => {
    await play(outgoing(), [{ at: 0, line: ['bad message'] }]);
    expect(recorded).toEqual([
      { id: jobId, chatId: 'U1', about: 'confirmed', reason: 'refused', madeAt: start },
    ]);
  });

  test('stays in the queue until its failure is on record', async () => {
    line.next('bad message', 'bad message');
    const record = () => Promise.reject(new Error('the database is away'));
    const [first] = await delivery({ record })([jobWith(outgoing())]);
    expect(first?.status).toBe('failed');
    const [second_] = await delivery()([jobWith(outgoing(), 1, first?.output)]);
    expect([second_?.status, recorded.length]).toEqual(['completed', 1]);
  });

  test('that no chat could show is given up at once, so that the next ones are not held up', async () => {
    const tooLong = outgoing({ messages: [{ kind: 'text', text: 'あ'.repeat(5001) }] });
    const outcomes = await delivery()([jobWith(tooLong), jobWith({ to: 'U1', nonsense: true })]);
    expect(outcomes.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(recorded.map(({ about, reason }) => `${about} ${reason}`)).toEqual([
      'confirmed unsendable',
      'unreadable unsendable',
    ]);
    expect(line.calls).toEqual([]);
  });

  test('does not wait for other chats: each job of a batch is answered for itself', async () => {
    line.next('bad message');
    const other = { ...jobWith(outgoing({ to: 'U2' })), id: '0193f2a0-0000-7000-8000-000000000002' };
    const outcomes = await delivery()([jobWith(outgoing()), other]);
    expect(outcomes.map(({ id, status }) => [id, status])).toEqual([
      [jobId, 'completed'],
      [other.id, 'completed'],
    ]);
    expect([line.shown(), recorded.length]).toEqual([1, 1]);
  });

  test('leaves no words, names or tokens in the logs or in the outputs of jobs', async () => {
    const data = outgoing({ reply: { token: 'secret-token', until: start + 50 * second } });
    const outcomes: unknown[] = [];
    for (const behaviour of ['not LINE', 'quota', 'reset after', 'bad message'] as const) {
      line.next(behaviour, behaviour);
      outcomes.push(await delivery()([jobWith(data)]));
    }
    const traces = JSON.stringify([log.lines, outcomes]);
    expect(log.lines.length).toBeGreaterThan(3);
    expect(traces).not.toMatch(/浜松|花子|予約|token|html/);
  });
});
