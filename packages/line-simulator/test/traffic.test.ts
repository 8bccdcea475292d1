// What went over the wire about a chat, and what the wire is told to do.
import { describe, expect, test } from 'vitest';
import { forgetOldBodies } from '../src/api/logged-body.ts';
import type { DescribedSwitch } from '../src/control/switches.ts';
import type { Traffic } from '../src/control/traffic.ts';
import { botFor, clientOf, replying, replyTokenOf, simulatorForTest, TOKEN, textOf } from './helpers/bot.ts';
import { call, get } from './helpers/control-calls.ts';

describe('The traffic of a chat', () => {
  test('holds its calls with their bodies and its webhooks, newest first, and nobody else’s', async () => {
    const simulator = await simulatorForTest();
    await replying(simulator, (event) =>
      textOf(event) ? [{ type: 'text', text: `echo ${textOf(event)}` }] : undefined,
    );
    const [hanako, taro] = [simulator.person('Hanako'), simulator.person('Taro')];
    for (const person of [hanako, taro]) await person.follow();
    await hanako.says('first');
    await taro.says('other');
    await hanako.says('second');
    const { calls, deliveries } = await get<Traffic>(simulator, `/chats/${hanako.userId}/traffic`);
    expect(calls.map(({ request }) => request)).toMatchObject([
      { messages: [{ text: 'echo second' }] },
      { messages: [{ text: 'echo first' }] },
    ]);
    expect(calls[0]?.response).toMatchObject({ sentMessages: [{ id: expect.any(String) }] });
    expect(deliveries.map(({ events }) => events[0]?.type)).toEqual(['message', 'message', 'follow']);
    expect(JSON.stringify(simulator.calls)).not.toContain(TOKEN);
  });

  test('holds the reply that came too late for its token, and the multicast that names the chat', async () => {
    const simulator = await simulatorForTest();
    const hanako = simulator.person('Hanako');
    const bot = await botFor(simulator);
    await hanako.follow();
    const replyToken = replyTokenOf(bot.received[0]?.events[0]) ?? '';
    simulator.clock.moveBy(61_000);
    await bot.client.replyMessage({ replyToken, messages: [{ type: 'text', text: 'late' }] }).catch(() => {});
    const send = { to: [hanako.userId], messages: [{ type: 'text' as const, text: 'to all' }] };
    await bot.client.multicast(send);
    const { calls } = await get<Traffic>(simulator, `/chats/${hanako.userId}/traffic`);
    expect(calls.map(({ path }) => path)).toEqual(['/v2/bot/message/multicast', '/v2/bot/message/reply']);
    expect(calls[1]).toMatchObject({ status: 400, error: 'Invalid reply token' });
  });

  test('has beside it the calls that are about no chat, such as those that were refused', async () => {
    const simulator = await simulatorForTest();
    const hanako = simulator.person('Hanako');
    await fetch(`${simulator.origin}/v2/bot/nothing`, { headers: { authorization: `Bearer ${TOKEN}` } });
    await fetch(`${simulator.origin}/v2/bot/info`, { headers: { authorization: 'Bearer wrong' } });
    const { calls, others } = await get<Traffic>(simulator, `/chats/${hanako.userId}/traffic`);
    expect(calls).toEqual([]);
    expect(others.map(({ path, status }) => [path, status])).toEqual([
      ['/v2/bot/info', 401],
      ['/v2/bot/nothing', 404],
    ]);
  });

  test('keeps no body over 100 KB, and says so', async () => {
    const simulator = await simulatorForTest();
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const push = (pad: number) => {
      const body = JSON.stringify({ pad: 'x'.repeat(pad) });
      return fetch(`${simulator.origin}/v2/bot/message/push`, { method: 'POST', headers, body });
    };
    const around = JSON.stringify({ pad: '' }).length;
    await push(100 * 1024 - around);
    await push(100 * 1024 - around + 1);
    const [inside, outside] = simulator.calls.map(({ request }) => request);
    expect(inside).toMatchObject({ pad: expect.any(String) });
    expect(outside).toBe('(not kept: 102401 bytes)');
  });

  test('keeps the bodies of the newest 2,000 calls and the rest of all', async () => {
    const simulator = await simulatorForTest();
    await clientOf(simulator).getBotInfo();
    const [one] = simulator.calls;
    if (!one) throw new Error('One call was made');
    const calls = Array.from({ length: 2001 }, () => ({ ...one, request: { a: 1 } }));
    forgetOldBodies(calls.slice(1));
    expect(calls[1]?.request).toEqual({ a: 1 });
    forgetOldBodies(calls);
    expect([calls[0]?.request, calls[0]?.status, calls[1]?.request]).toEqual([undefined, 200, { a: 1 }]);
  });
});

describe('Switches', () => {
  test('are told with what each may be, and all go back to normal at once', async () => {
    const simulator = await simulatorForTest({ switches: { surprises: true, mode: 'standby' } });
    const all = await get<DescribedSwitch[]>(simulator, '/switches');
    expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(simulator.switches).sort());
    expect(all).toContainEqual({
      name: 'mode',
      value: 'standby',
      normal: 'active',
      options: ['active', 'standby'],
    });
    expect(all).toContainEqual({ name: 'surprises', value: true, normal: false, options: null });
    await call(simulator, 'DELETE', '/switches');
    expect([simulator.switches.surprises, simulator.switches.mode]).toEqual([false, 'active']);
  });

  test('webhooks that are held back are counted', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const heldNow = async () =>
      (await get<{ heldWebhooks: number | null }>(simulator, '/state')).heldWebhooks;
    expect(await heldNow()).toBeNull();
    await call(simulator, 'POST', '/webhooks/hold');
    const following = simulator.person('Hanako').follow();
    expect(await heldNow()).toBe(1);
    await call(simulator, 'POST', '/webhooks/release', {});
    await following;
    expect(await heldNow()).toBeNull();
  });
});
