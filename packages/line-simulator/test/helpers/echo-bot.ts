// A bot that says back what it is told, built as the official SDK's examples are: Express, its middleware, its client.
import type { Server } from 'node:http';
import {
  JSONParseError,
  LineBotClient,
  middleware,
  SignatureValidationFailed,
  type webhook,
} from '@line/bot-sdk';
import express, { type ErrorRequestHandler } from 'express';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

type Settings = { channelSecret: string; channelAccessToken: string; apiOrigin: string };

/** Listens until the test is over; resolves with the address for webhooks. */
export async function startEchoBot({
  channelSecret,
  channelAccessToken,
  apiOrigin,
}: Settings): Promise<string> {
  const client = LineBotClient.fromChannelAccessToken({ channelAccessToken, apiBaseURL: apiOrigin });
  const echo = async (event: webhook.Event) => {
    if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken) return null;
    const { text } = event.message;
    return client.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text }] });
  };
  const app = express();
  app.post('/callback', middleware({ channelSecret }), async (request, response) => {
    const { events }: webhook.CallbackRequest = request.body;
    response.json(await Promise.all(events.map(echo)));
  });
  app.use(answerMistakes);
  return `http://127.0.0.1:${await listen(app)}/callback`;
}

/** As the SDK's guide has it: who is not LINE gets 401, what is no JSON 400, a reply that failed 500. */
const answerMistakes: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof SignatureValidationFailed) response.status(401).send(error.signature);
  else if (error instanceof JSONParseError) response.status(400).send(error.raw);
  else response.status(500).end();
};

const address = z.object({ port: z.number() });

function listen(app: express.Express): Promise<number> {
  return new Promise((resolve) => {
    const server: Server = app.listen(0, '127.0.0.1', () => resolve(address.parse(server.address()).port));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
  });
}
