// A bot of ten lines, with the official SDK: whatever the test says it does.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LineBotClient, validateSignature, type webhook } from '@line/bot-sdk';
import { onTestFinished } from 'vitest';
import type { Simulator, SimulatorOptions } from '../../src/simulator.ts';
import { startSimulator } from '../../src/start-simulator.ts';

export const SECRET = 'a-channel-secret-for-tests';
export const TOKEN = 'an-access-token-for-tests';

export type Received = {
  raw: string;
  signed: boolean;
  headers: IncomingMessage['headers'];
  events: webhook.Event[];
};
export type TestBot = {
  url: string;
  client: LineBotClient;
  received: Received[];
  /** What it does with each event before it answers. */
  onEvent: (event: webhook.Event) => Promise<void> | void;
  /** What it answers, and after how many ms. */
  status: number;
  slowMs: number;
};

/** A simulator that is closed when the test is over. */
export async function simulatorForTest(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN, ...options });
  onTestFinished(() => simulator.close());
  return simulator;
}

export const clientOf = (simulator: Simulator): LineBotClient =>
  LineBotClient.fromChannelAccessToken({
    channelAccessToken: TOKEN,
    apiBaseURL: simulator.origin,
    dataApiBaseURL: simulator.dataOrigin,
  });

/** A bot that the simulator posts to, closed when the test is over. */
export async function botFor(simulator: Simulator, onEvent: TestBot['onEvent'] = () => {}): Promise<TestBot> {
  const bot: TestBot = {
    url: '',
    client: clientOf(simulator),
    received: [],
    onEvent,
    status: 200,
    slowMs: 0,
  };
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString('utf8');
    const signature = String(request.headers['x-line-signature'] ?? '');
    const signed = validateSignature(raw, SECRET, signature);
    const events = signed ? (JSON.parse(raw) as webhook.CallbackRequest).events : [];
    bot.received.push({ raw, signed, headers: request.headers, events });
    for (const event of events) await bot.onEvent(event);
    setTimeout(() => response.writeHead(signed ? bot.status : 401).end(), bot.slowMs);
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  bot.url = `http://127.0.0.1:${port}/webhook`;
  simulator.webhookUrl = bot.url;
  return bot;
}

/** Answers every message and postback with what the function makes of it. */
export function replying(
  simulator: Simulator,
  answer: (event: webhook.Event) => Parameters<LineBotClient['replyMessage']>[0]['messages'] | undefined,
): Promise<TestBot> {
  const client = clientOf(simulator);
  return botFor(simulator, async (event) => {
    const messages = answer(event);
    const replyToken = replyTokenOf(event);
    if (messages && replyToken) await client.replyMessage({ replyToken, messages });
  });
}

export const replyTokenOf = (event: webhook.Event | undefined): string | undefined =>
  event && 'replyToken' in event ? event.replyToken : undefined;

export const textOf = (event: webhook.Event): string =>
  event.type === 'message' && event.message.type === 'text' ? event.message.text : '';

export const flexWith = (...buttons: { label: string; data: string }[]) => ({
  type: 'flex' as const,
  altText: 'a card',
  contents: {
    type: 'bubble' as const,
    footer: {
      type: 'box' as const,
      layout: 'vertical' as const,
      contents: buttons.map(({ label, data }) => ({
        type: 'button' as const,
        action: { type: 'postback' as const, label, data, displayText: label },
      })),
    },
  },
});
