// A bot that says back what it is told and keeps nothing, made with one of the libraries that bots are made of: what a
// message costs at the least. `node peer.ts sdk`; `linebot` and `bottender` are looked for in the folder PEERS.
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LineBotClient, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';

const {
  PEERS = '',
  LINE_CHANNEL_SECRET: channelSecret = '',
  LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken = '',
  LINE_API_BASE_URL: origin = '',
} = process.env;

/** Whoever follows is greeted, too: then the first answer is the same for all bots. */
const greeting = 'はじめまして';

const peers: Readonly<Record<string, () => Promise<RequestListener>>> = { sdk, linebot, bottender };

/** As in the SDK's own example. */
async function sdk(): Promise<RequestListener> {
  const client = LineBotClient.fromChannelAccessToken({ channelAccessToken, apiBaseURL: origin });
  const echo = async (event: webhook.Event) => {
    if (!('replyToken' in event) || !event.replyToken) return null;
    const text = event.type === 'message' && event.message.type === 'text' ? event.message.text : greeting;
    return client.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text }] });
  };
  const app = express();
  app.post('/webhook', middleware({ channelSecret }), async (request, response) => {
    const { events }: webhook.CallbackRequest = request.body;
    response.json(await Promise.all(events.map(echo)));
  });
  return app;
}

type LinebotEvent = { message?: { text?: string }; reply(text: string): Promise<unknown> };
type Linebot = {
  endpoint: string;
  on(event: string, act: (event: LinebotEvent) => unknown): void;
  parser(): express.RequestHandler;
};

async function linebot(): Promise<RequestListener> {
  const load = createRequire(join(PEERS, 'node_modules', 'x.js'));
  const create = load('linebot') as (options: object) => Linebot;
  const bot = create({ channelId: '1', channelSecret, channelAccessToken });
  bot.endpoint = `${origin}/v2/bot`;
  for (const type of ['message', 'follow'])
    bot.on(type, (event) => event.reply(event.message?.text ?? greeting));
  const app = express();
  app.post('/webhook', bot.parser());
  return app;
}

type Bottender = { prepare(): Promise<void>; getRequestHandler(): express.RequestHandler };

/** It takes its settings from files where it is started. Sessions in memory are its default. */
async function bottender(): Promise<RequestListener> {
  const home = mkdtempSync(join(tmpdir(), 'bottender-'));
  symlinkSync(join(PEERS, 'node_modules'), join(home, 'node_modules'));
  const line = { enabled: true, path: '/webhook', accessToken: channelAccessToken, channelSecret, origin };
  const config = { session: { driver: 'memory' }, channels: { line } };
  writeFileSync(join(home, 'bottender.config.js'), `module.exports = ${JSON.stringify(config)};`);
  writeFileSync(
    join(home, 'index.js'),
    `module.exports = async (context) => {
      context.setState({ heard: (context.state.heard ?? 0) + 1 });
      await context.replyText(context.event.isText ? context.event.text : '${greeting}');
    };`,
  );
  process.chdir(home);
  const load = createRequire(join(home, 'x.js'));
  const { bottender: create } = load('bottender') as { bottender(options: object): Bottender };
  const bot = create({ dev: false });
  await bot.prepare();
  const app = express();
  app.use(
    express.json({
      verify: (request, _, bytes) => void Object.assign(request, { rawBody: bytes.toString() }),
    }),
  );
  app.use(bot.getRequestHandler());
  return app;
}

const open = peers[process.argv[2] ?? ''];
if (open === undefined) throw new Error(`One of ${Object.keys(peers).join(', ')} is measured.`);
const server = createServer(await open());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ level: 30, msg: 'Listening', port })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
