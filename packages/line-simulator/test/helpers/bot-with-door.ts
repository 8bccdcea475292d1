// A bot that offers a door for development: a clock that goes forward only, and what it knows of chats.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type DoorBot = {
  /** `http://127.0.0.1:<port>/dev` */
  door: string;
  /** ms; undefined: it has no clock. */
  clock: number | undefined;
  chats: Record<string, unknown>;
  /** What it does while its clock moves. */
  onMove: () => Promise<void> | void;
  /** In place of every answer. */
  fails: { status: number; body: string } | 'never' | undefined;
};

export const CHART = `stateDiagram-v2
  state "Asking" as shop_asking
  state "Paying" as shop_paying
  state shop_paying {
    state "By card" as shop_paying_card
    [*] --> shop_paying_card
  }
  [*] --> shop_asking
  shop_asking --> shop_paying: yes
`;

export async function botWithDoor(now: string): Promise<DoorBot> {
  const bot: DoorBot = { door: '', clock: Date.parse(now), chats: {}, onMove: () => {}, fails: undefined };
  const server = createServer(async (request, response) => {
    if (bot.fails === 'never') return;
    const { status, body } = bot.fails ?? (await answer(bot, request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  bot.door = `http://127.0.0.1:${port}/dev`;
  return bot;
}

type Answer = { status: number; body: string };
const json = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) });

async function answer(bot: DoorBot, request: IncomingMessage): Promise<Answer> {
  const path = request.url ?? '';
  if (path === '/dev/clock' && bot.clock !== undefined) return clock(bot, bot.clock, request);
  const chat = path.startsWith('/dev/chats/') ? bot.chats[path.slice('/dev/chats/'.length)] : undefined;
  return chat === undefined ? json(404, {}) : json(200, chat);
}

async function clock(bot: DoorBot, now: number, request: IncomingMessage): Promise<Answer> {
  if (request.method === 'GET') return json(200, { now: new Date(now).toISOString() });
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const to = Date.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')).now);
  if (to < now) return json(409, { error: 'Time only goes forward.' });
  bot.clock = to;
  await bot.onMove();
  return json(200, {});
}
