// In which order, how often and when events reach the bot.
import { describe, expect, test } from 'vitest';
import { botFor, replying, simulatorForTest, type TestBot, textOf } from './helpers/bot.ts';

const textsOf = (bot: TestBot) => bot.received.map(({ events }) => events.map(textOf).join('+'));

describe('Events', () => {
  test('of one chat arrive one after the other', async () => {
    const simulator = await simulatorForTest();
    let open = 0;
    let most = 0;
    const bot = await botFor(simulator, async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
    });
    const hanako = simulator.person('花子');
    await Promise.all(['一', '二', '三'].map((text) => hanako.says(text)));
    expect(textsOf(bot)).toEqual(['一', '二', '三']);
    expect(most).toBe(1);
  });

  test('of several chats arrive side by side, so many at once as the switch says', async () => {
    const simulator = await simulatorForTest({ switches: { openWebhooksAtMost: 3 } });
    let open = 0;
    let most = 0;
    const bot = await botFor(simulator, () => {
      open += 1;
      most = Math.max(most, open);
    });
    bot.slowMs = 10;
    const leaves = async (act: Promise<unknown>) => {
      await act;
      open -= 1;
    };
    await Promise.all(
      Array.from({ length: 9 }, (_, index) => leaves(simulator.person(`${index}`).says('あ'))),
    );
    expect(bot.received).toHaveLength(9);
    expect(most).toBe(3);
  });

  test('of one chat need not wait for each other, as at LINE', async () => {
    const simulator = await simulatorForTest({ switches: { oneWebhookAtATime: false } });
    const waiting: (() => void)[] = [];
    await botFor(simulator, async () => {
      const both = new Promise<void>((resolve) => waiting.push(resolve));
      if (waiting.length === 2) for (const go of waiting) go();
      await both;
    });
    const hanako = simulator.person('花子');
    const taps = await Promise.all([hanako.pressesData('a'), hanako.pressesData('a')]);
    expect(taps.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });

  test.for([
    ['inOrder', ['一', '二', '三']],
    ['reversed', ['三', '二', '一']],
  ] as const)('that were held back go out %s', async ([order, expected]) => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    simulator.webhooks.hold();
    const acts = ['一', '二', '三'].map((text) => hanako.says(text));
    await simulator.settled();
    expect(bot.received).toHaveLength(0);
    expect(await simulator.webhooks.release({ order })).toHaveLength(3);
    await Promise.all(acts);
    expect(textsOf(bot)).toEqual(expected);
    await hanako.says('四');
    expect(bot.received).toHaveLength(4);
  });

  test('that were held back can be shuffled: all arrive, each once', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    simulator.webhooks.hold();
    const texts = Array.from({ length: 12 }, (_, index) => String(index));
    const acts = texts.map((text) => hanako.says(text));
    await simulator.webhooks.release({ order: 'shuffled' });
    await Promise.all(acts);
    expect(textsOf(bot).toSorted()).toEqual(texts.toSorted());
  });

  test('of several people may come in one request (rule 8)', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    simulator.webhooks.hold();
    const acts = ['花子', '桃子'].map((name) => simulator.person(name).says(name));
    const [delivery] = await simulator.webhooks.release({ together: true });
    expect(await Promise.all(acts)).toEqual([delivery, delivery]);
    expect(textsOf(bot)).toEqual(['花子+桃子']);
  });

  test('come again, marked, when asked for or when the bot did not take them (rule 6)', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    const first = await hanako.says('一');
    await simulator.webhooks.redeliver(first);
    await simulator.webhooks.duplicate(first.events[0]?.webhookEventId ?? '');
    const [one, two, three] = bot.received.map(({ events }) => events[0]);
    expect(two).toEqual({ ...one, deliveryContext: { isRedelivery: true } });
    expect(three).toEqual(one);
    Object.assign(simulator.switches, { redeliveries: 3, redeliverAfterMs: 1 });
    bot.status = 500;
    bot.onEvent = (event) => {
      if (event.deliveryContext.isRedelivery) bot.status = 200;
    };
    await hanako.says('二');
    await simulator.settled();
    const last = simulator.webhooks.deliveries.slice(3);
    expect(last.map(({ status, isRedelivery }) => [status, isRedelivery])).toEqual([
      [500, false],
      [200, true],
    ]);
    await expect(simulator.webhooks.redeliver('unknown')).rejects.toThrow('No event unknown was delivered');
  });

  test('come twice when networks misbehave, and late (rule 7)', async () => {
    const simulator = await simulatorForTest({ switches: { duplicateWebhooks: 1, webhookDelayMs: 20 } });
    const bot = await botFor(simulator);
    const began = performance.now();
    await simulator.person('花子').says('一');
    expect(performance.now() - began).toBeGreaterThan(15);
    expect(bot.received).toHaveLength(2);
    expect(bot.received[0]?.raw).toBe(bot.received[1]?.raw);
  });

  test('may hold surprises', async () => {
    const simulator = await simulatorForTest({ switches: { surprises: true } });
    const bot = await botFor(simulator);
    await simulator.person('花子').says('一');
    const event = bot.received[0]?.events[0] ?? {};
    expect(event).toMatchObject({ type: 'message', surprise: { since: 'today' } });
    expect(Object.keys(event).at(-1)).toBe('type');
  });

  test('are all answered when the simulator has settled', async () => {
    const simulator = await simulatorForTest();
    const bot = await replying(simulator, (event) => [{ type: 'text', text: textOf(event) }]);
    bot.slowMs = 20;
    const acts = Array.from({ length: 30 }, (_, index) => simulator.person(`${index}さん`).says('はい'));
    await simulator.settled();
    expect(simulator.webhooks.deliveries).toHaveLength(30);
    expect(simulator.replies()).toHaveLength(30);
    await Promise.all(acts);
  });
});
