// What goes wrong with the bot's calls, on request.
import { describe, expect, test } from 'vitest';
import type { NewFault } from '../src/rules/faults.ts';
import { botFor, replyTokenOf, simulatorForTest } from './helpers/bot.ts';

const hello = [{ type: 'text' as const, text: 'こんにちは' }];
const KEY = '0b9f8d3c-2b2e-4f67-9d2b-6f2a3f6d9c11';

async function talking() {
  const simulator = await simulatorForTest();
  const bot = await botFor(simulator);
  const hanako = simulator.person('花子');
  await hanako.follow();
  const replyToken = replyTokenOf(bot.received[0]?.events[0]) ?? '';
  return {
    simulator,
    hanako,
    reply: () => bot.client.replyMessage({ replyToken, messages: hello }),
    push: (to = hanako.userId, key?: string) => bot.client.pushMessage({ to, messages: hello }, key),
  };
}

const heard: [NewFault['how'], object][] = [
  ['500', { status: 500 }],
  ['429-rate', { status: 429, body: '{"message":"The API rate limit has been exceeded. Try again later."}' }],
  ['429-quota', { status: 429, body: '{"message":"You have reached your monthly limit."}' }],
  ['reset', { name: 'TypeError', cause: { code: 'ECONNRESET' } }],
];

describe('A fault (rule 36)', () => {
  test.for(heard)('%s before: nothing happens, and the next call is fine', async ([how, error]) => {
    const { simulator, hanako, push } = await talking();
    simulator.faults.add({ endpoint: 'push', how, when: 'before', times: 1 });
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject(error);
    expect(hanako.messages()).toHaveLength(0);
    await expect(push(hanako.userId, KEY)).resolves.toBeDefined();
    expect(hanako.messages()).toHaveLength(1);
  });

  test.for(heard)('%s after: it happened, and the retry is told so', async ([how, error]) => {
    const { simulator, hanako, push } = await talking();
    simulator.faults.add({ endpoint: 'push', how, when: 'after', times: 1 });
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject(error);
    expect(hanako.messages()).toHaveLength(1);
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject({ status: 409 });
    expect(hanako.messages()).toHaveLength(1);
    expect(simulator.calls.map(({ status, fault }) => [status, fault])).toEqual([
      [200, how],
      [409, undefined],
    ]);
  });

  test.for(['before', 'after'] as const)('time-out %s: no answer, ever', async (when) => {
    const { simulator, hanako } = await talking();
    simulator.faults.add({ how: 'timeout', when });
    const giveUp = new AbortController();
    const call = fetch(`${simulator.origin}/v2/bot/message/push`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${simulator.channel.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ to: hanako.userId, messages: hello }),
      signal: giveUp.signal,
    });
    await simulator.waitFor(({ calls }) => calls[0]);
    const pause = new Promise((resolve) => setTimeout(resolve, 50, 'no answer'));
    expect(await Promise.race([call, pause])).toBe('no answer');
    giveUp.abort();
    await expect(call).rejects.toThrow('aborted');
    expect(hanako.messages()).toHaveLength(when === 'after' ? 1 : 0);
  });

  test('also strikes the answer to a retry that had been accepted', async () => {
    const { simulator, hanako, push } = await talking();
    simulator.faults.add({ endpoint: 'push', how: 'reset', when: 'after', times: 2 });
    const reset = { cause: { code: 'ECONNRESET' } };
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject(reset);
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject(reset);
    await expect(push(hanako.userId, KEY)).rejects.toMatchObject({ status: 409 });
    expect(hanako.messages()).toHaveLength(1);
  });

  test('of a reply that was accepted: its token is gone', async () => {
    const { simulator, hanako, reply } = await talking();
    simulator.faults.add({ endpoint: 'reply', how: 'reset', when: 'after', times: 1 });
    await expect(reply()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(hanako.messages()).toHaveLength(1);
    await expect(reply()).rejects.toMatchObject({ status: 400, body: '{"message":"Invalid reply token"}' });
  });

  test('of a reply that was not accepted: its token is still good', async () => {
    const { simulator, hanako, reply } = await talking();
    simulator.faults.add({ endpoint: 'reply', how: '500', chatId: hanako.userId, times: 1 });
    await expect(reply()).rejects.toMatchObject({ status: 500 });
    await expect(reply()).resolves.toBeDefined();
  });

  test('strikes so often as it should, or until it is taken away', async () => {
    const { simulator, push } = await talking();
    simulator.faults.add({ endpoint: 'push', how: '500', times: 2 });
    const results = await Promise.allSettled([push(), push(), push()]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(simulator.faults.list()).toEqual([]);
    const lasting = simulator.faults.add({ endpoint: 'push', how: '500' });
    for (let times = 0; times < 3; times += 1) await expect(push()).rejects.toMatchObject({ status: 500 });
    simulator.faults.remove(lasting.id);
    await expect(push()).resolves.toBeDefined();
  });

  test('may be for one endpoint or one chat only', async () => {
    const { simulator, hanako, reply, push } = await talking();
    const momoko = simulator.person('桃子');
    await momoko.follow();
    simulator.faults.add({ endpoint: 'push', chatId: hanako.userId, how: '500' });
    await expect(push()).rejects.toMatchObject({ status: 500 });
    await expect(push(momoko.userId)).resolves.toBeDefined();
    await expect(reply()).resolves.toBeDefined();
    simulator.faults.clear();
    await expect(push()).resolves.toBeDefined();
  });

  test('may be mere slowness', async () => {
    const { simulator, push } = await talking();
    simulator.faults.add({ how: 'slow', delayMs: 30, times: 1 });
    const began = performance.now();
    await push();
    expect(performance.now() - began).toBeGreaterThan(25);
    simulator.faults.add({ how: 'slow', delayMs: 1, times: 1 });
    simulator.faults.add({ how: '500', when: 'after', times: 1 });
    await expect(push()).rejects.toMatchObject({ status: 500 });
    expect(simulator.calls.at(-1), 'the log tells what was heard').toMatchObject({ fault: '500' });
  });

  test('leaves calls alone that were refused anyway', async () => {
    const { simulator, push } = await talking();
    simulator.faults.add({ how: '500', when: 'after', times: 1 });
    await expect(push('nobody')).rejects.toMatchObject({ status: 400 });
    expect(simulator.faults.list()).toHaveLength(1);
  });
});
