// What a webhook is made of, and what is recorded of it.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signatureOf, webhookJson } from '../src/webhooks/sign.ts';
import { botFor, SECRET, simulatorForTest } from './helpers/bot.ts';

describe('A webhook (rule 4)', () => {
  test("is signed as in LINE's published example", () => {
    const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
    expect(signatureOf(body, '8c570fa6dd201bb328f1c1eac23a96d8')).toBe(
      'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=',
    );
  });

  test('is the same JSON with or without its escapes, and has no character beyond the basic plane', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = webhookJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\ud800-\udfff]/);
      }),
    );
  });

  test('carries its signature over exactly its bytes, its destination, and the headers that LINE sends', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    await simulator.person('花子').says('絵文字🍎です');
    const [request] = bot.received;
    expect(request?.signed).toBe(true);
    const signature = createHmac('sha256', SECRET)
      .update(request?.raw ?? '')
      .digest('base64');
    expect(request?.headers).toMatchObject({
      'x-line-signature': signature,
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'LineBotWebhook/2.0',
    });
    expect(JSON.parse(request?.raw ?? '')).toMatchObject({ destination: simulator.channel.botUserId });
    expect(request?.raw).toContain('絵文字\\uD83C\\uDF4Eです');
  });

  test('without events is what the Verify button sends (rule 8)', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    expect(await simulator.webhooks.post([])).toMatchObject({ outcome: 'ok', status: 200 });
    expect(bot.received).toMatchObject([{ signed: true, events: [] }]);
  });

  test('may be forged for hostile tests: any bytes, any signature, none', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const body = '{"destination":"x","events":[]}';
    const { webhooks } = simulator;
    expect(await webhooks.postRaw({ body })).toMatchObject({ status: 200 });
    expect(await webhooks.postRaw({ body, signature: 'AAAA' })).toMatchObject({
      outcome: 'error_status_code',
      status: 401,
    });
    expect(await webhooks.postRaw({ body, signature: null })).toMatchObject({ status: 401 });
    expect(bot.received[2]?.headers).not.toHaveProperty('x-line-signature');
    expect(
      await webhooks.postRaw({ body: 'no json', signature: null, headers: { 'x-other': 'y' } }),
    ).toMatchObject({ status: 401 });
    expect(bot.received[3]).toMatchObject({ raw: 'no json', headers: { 'x-other': 'y' } });
  });
});

describe('The log of deliveries (rule 5)', () => {
  test('tells what the bot answered', async () => {
    const simulator = await simulatorForTest();
    const hanako = simulator.person('花子');
    expect(await hanako.says('誰もいない')).toMatchObject({ outcome: 'not_sent' });
    simulator.webhookUrl = 'http://127.0.0.1:9/webhook';
    expect(await hanako.says('繋がらない')).toMatchObject({ outcome: 'could_not_connect' });
    const bot = await botFor(simulator);
    bot.status = 500;
    expect(await hanako.says('壊れている')).toMatchObject({ outcome: 'error_status_code', status: 500 });
    bot.status = 204;
    expect(await hanako.says('よし')).toMatchObject({ outcome: 'ok', status: 204 });
    const outcomes = simulator.webhooks.deliveries.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['not_sent', 'could_not_connect', 'error_status_code', 'ok']);
  });

  test('has nothing to tell of an address that is none', async () => {
    const simulator = await simulatorForTest();
    expect(() => {
      simulator.webhookUrl = 'localhost:3000/webhook';
    }).toThrow('Not a webhook URL: localhost:3000/webhook');
    expect(simulator.webhookUrl).toBeUndefined();
  });

  test('calls two seconds without an answer a time-out', async () => {
    const simulator = await simulatorForTest();
    expect(simulator.switches.webhookTimeoutMs).toBe(2000);
    simulator.switches.webhookTimeoutMs = 400;
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    bot.slowMs = 100;
    expect(await hanako.says('間に合う')).toMatchObject({ outcome: 'ok' });
    bot.slowMs = 2000;
    const delivery = await hanako.says('遅い');
    expect(delivery.outcome).toBe('request_timeout');
    expect(delivery.status).toBeUndefined();
  });
});
