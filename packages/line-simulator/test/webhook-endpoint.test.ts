// Where webhooks go, as the bot sees and sets it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { botFor, clientOf, simulatorForTest } from './helpers/bot.ts';
import { RATE, refusal, refusedOf, standing } from './helpers/standing.ts';

const INVALID = refusal(400, 'Invalid webhook endpoint URL');
const NOT_SET = refusal(404, 'Webhook endpoint not found');
const NOW = '2026-12-01T01:00:00.000Z';

/** A server that treats its callers in its own way; its address. */
async function serverThat(treat: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(treat);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('The webhook address', () => {
  test('is told and set by the bot, and webhooks go there', async () => {
    const simulator = await simulatorForTest();
    const client = clientOf(simulator);
    await expect(client.getWebhookEndpoint()).rejects.toMatchObject(NOT_SET);
    const bot = await botFor(simulator);
    simulator.webhookUrl = undefined;
    expect(await client.setWebhookEndpoint({ endpoint: bot.url })).toEqual({});
    expect(await client.getWebhookEndpoint()).toEqual({ endpoint: bot.url, active: true });
    await simulator.person('花子').says('あ');
    expect(bot.received).toHaveLength(1);
  });

  test('has to be https, or on this machine, and at most 500 letters long', async () => {
    const client = clientOf(await simulatorForTest());
    const set = (endpoint: string) => client.setWebhookEndpoint({ endpoint });
    const https = (length: number) => `https://example.com/${'a'.repeat(length - 20)}`;
    for (const good of [
      https(500),
      'HTTPS://EXAMPLE.COM/',
      ' https://example.com/',
      'http://localhost:3000/webhook',
      'http://127.0.0.1/',
      'http://[::1]:3000/',
    ])
      await expect(set(good)).resolves.toEqual({});
    for (const bad of [https(501), 'http://example.com/', 'http://127.0.0.1.example.com/', 'webhook', ''])
      await expect(set(bad)).rejects.toMatchObject(INVALID);
    expect(await client.getWebhookEndpoint()).toMatchObject({ endpoint: 'http://[::1]:3000/' });
  });

  test('is not used while webhooks are turned off, a switch; it can still be tested', async () => {
    const { simulator, bot, hanako } = await standing();
    simulator.switches.useWebhook = false;
    expect(await hanako.says('あ')).toMatchObject({ outcome: 'not_sent' });
    expect(bot.received).toHaveLength(1);
    expect(await bot.client.getWebhookEndpoint()).toMatchObject({ active: false });
    expect(await bot.client.testWebhookEndpoint()).toMatchObject({ success: true });
    simulator.switches.useWebhook = true;
    await hanako.says('い');
    expect(bot.received).toHaveLength(3);
  });
});

describe('The test of the webhook address (rule 35)', () => {
  test('posts no events, and tells that the bot has answered (rule 8)', async () => {
    const { bot } = await standing();
    expect(await bot.client.testWebhookEndpoint()).toEqual({
      success: true,
      timestamp: NOW,
      statusCode: 200,
      reason: 'OK',
      detail: '200',
    });
    expect(bot.received.at(-1)).toMatchObject({ signed: true, events: [] });
  });

  test('tells why it was in vain', async () => {
    const { simulator, bot } = await standing();
    simulator.switches.webhookTimeoutMs = 100;
    const failed = (statusCode: number, reason: string, detail: string) =>
      expect.objectContaining({ success: false, statusCode, reason, detail });
    bot.status = 404;
    expect(await bot.client.testWebhookEndpoint({})).toEqual(failed(404, 'ERROR_STATUS_CODE', '404'));
    const at = (endpoint: string) => bot.client.testWebhookEndpoint({ endpoint });
    expect(await at('http://127.0.0.1:9/')).toEqual(failed(0, 'COULD_NOT_CONNECT', 'Connection failed'));
    expect(await at(bot.url.replace('http:', 'https:'))).toEqual(
      failed(0, 'COULD_NOT_CONNECT', 'TLS handshake failure'),
    );
    const silent = await serverThat(() => {});
    expect(await at(silent)).toEqual(failed(0, 'REQUEST_TIMEOUT', 'Request timeout'));
    const rude = await serverThat(({ socket }) => socket.destroy());
    expect(await at(rude)).toEqual(failed(0, 'UNCLASSIFIED', 'Session closed unexpectedly'));
    expect(simulator.webhookUrl, 'the address itself stays').toBe(bot.url);
  });

  test('needs an address, a good one', async () => {
    const client = clientOf(await simulatorForTest());
    await expect(client.testWebhookEndpoint()).rejects.toMatchObject(NOT_SET);
    await expect(client.testWebhookEndpoint({ endpoint: 'ftp://example.com/' })).rejects.toMatchObject(
      INVALID,
    );
  });

  test('may be made 60 times an hour', async () => {
    const { bot } = await standing();
    expect(await refusedOf(60, () => bot.client.testWebhookEndpoint())).toBe(0);
    await expect(bot.client.testWebhookEndpoint()).rejects.toMatchObject(RATE);
  });
});
