// A message that LINE does not take: why is on record before it is given up, and nobody else waits for it.
import { describe, expect, test } from 'vitest';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import {
  delivery,
  jobId,
  jobWith,
  line,
  log,
  openWithLine,
  outgoing,
  play,
  quotaCalls,
  recorded,
  say,
  second,
  start,
} from './delivery.ts';

openWithLine();

describe('a message on its way', () => {
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
