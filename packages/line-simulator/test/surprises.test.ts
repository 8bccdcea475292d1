// What LINE may do without notice: new types of events, another order, several events in one request.
import { describe, expect, test } from 'vitest';
import { botFor, replying, simulatorForTest, type TestBot, textOf } from './helpers/bot.ts';

const textsOf = (bot: TestBot) => bot.received.map(({ events }) => events.map(textOf).join('+'));
const COUNT = 12;
const numbers = Array.from({ length: COUNT }, (_, index) => String(index));

describe('Surprises', () => {
  test('may be events of a type nobody has heard of, each before one that is known', async () => {
    const simulator = await simulatorForTest({ switches: { surpriseEvents: true } });
    const bot = await replying(simulator, (event) =>
      event.type === 'message' ? [{ type: 'text', text: 'はい' }] : undefined,
    );
    const hanako = simulator.person('花子');
    await hanako.says('一');
    const [first, second] = bot.received.flatMap(({ events }) => events);
    expect(first).toMatchObject({ type: 'unheardOf', source: { userId: hanako.userId }, mode: 'active' });
    expect(first).not.toHaveProperty('replyToken');
    expect(second).toMatchObject({ type: 'message' });
    expect(first?.webhookEventId).not.toBe(second?.webhookEventId);
    expect(hanako.messages()).toHaveLength(1);
    simulator.switches.surpriseEvents = false;
    await hanako.says('二');
    expect(bot.received.at(-1)?.events).toHaveLength(1);
  });
});

describe('Webhooks on their way at the same time', () => {
  test('overtake each other when the switch says so: all arrive, each once (rule 6)', async () => {
    const simulator = await simulatorForTest({ seed: 'a', switches: { webhookOrder: 'shuffled' } });
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    await Promise.all(numbers.map((text) => hanako.says(text)));
    expect(textsOf(bot)).not.toEqual(numbers);
    expect(textsOf(bot).toSorted()).toEqual(numbers.toSorted());
    simulator.switches.webhookOrder = 'inOrder';
    bot.received.length = 0;
    await Promise.all(numbers.map((text) => hanako.says(text)));
    expect(textsOf(bot)).toEqual(numbers);
  });

  test('are shuffled again when they come again (rule 6)', async () => {
    const simulator = await simulatorForTest({
      seed: 'a',
      switches: { redeliveries: 1, redeliverAfterMs: 10, oneWebhookAtATime: false },
    });
    const bot = await botFor(simulator);
    bot.status = 500;
    const hanako = simulator.person('花子');
    simulator.webhooks.hold();
    const acts = numbers.map((text) => hanako.says(text));
    simulator.switches.webhookOrder = 'shuffled';
    await simulator.webhooks.release({ order: 'inOrder' });
    await Promise.all(acts);
    await simulator.settled();
    const again = simulator.webhooks.deliveries.filter(({ isRedelivery }) => isRedelivery);
    const order = bot.received
      .flatMap(({ events }) => events)
      .filter(({ deliveryContext }) => deliveryContext.isRedelivery)
      .map(textOf);
    expect(again).toHaveLength(COUNT);
    expect(order).not.toEqual(numbers);
    expect(order.toSorted()).toEqual(numbers.toSorted());
  });

  test('share a request, so many events in each (rule 8)', async () => {
    const simulator = await simulatorForTest({ switches: { batchWebhooks: 2 } });
    const bot = await botFor(simulator);
    const acts = ['一', '二', '三'].map((name) => simulator.person(name).says(name));
    await simulator.settled();
    expect(textsOf(bot).toSorted()).toEqual(['一+二', '三']);
    const [one, two, three] = await Promise.all(acts);
    expect(one).toBe(two);
    expect(three?.events).toHaveLength(1);
  });

  test('keep the order in which they are released, whatever the switch says', async () => {
    const simulator = await simulatorForTest({ seed: 'a', switches: { webhookOrder: 'shuffled' } });
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    simulator.webhooks.hold();
    const acts = numbers.map((text) => hanako.says(text));
    await simulator.webhooks.release({ order: 'reversed' });
    await Promise.all(acts);
    expect(textsOf(bot)).toEqual(numbers.toReversed());
  });
});
