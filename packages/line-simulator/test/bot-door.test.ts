// The bot's own door for development: its clock, and its view of a chat.
import { describe, expect, test } from 'vitest';
import { createBotDoor } from '../src/bot-door/bot-door.ts';
import type { BotState, BotView } from '../src/control/bot.ts';
import { readEnvironment } from '../src/environment.ts';
import { clientOf, simulatorForTest } from './helpers/bot.ts';
import { botWithDoor, CHART } from './helpers/bot-with-door.ts';
import { call, get } from './helpers/control-calls.ts';

const NOON = '2026-12-01T03:00:00.000Z';
const ONE = '2026-12-01T04:00:00.000Z';

const frozen = () => Date.parse(NOON);

describe('Time', () => {
  test('moves in the bot and on the platform, and what the bot sends meanwhile is stamped with the new time', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door, now: frozen });
    const hanako = simulator.person('Hanako');
    await hanako.follow();
    bot.onMove = async () => {
      await clientOf(simulator).pushMessage({ to: hanako.userId, messages: [{ type: 'text', text: 'due' }] });
    };
    expect(await call(simulator, 'PUT', '/time', { now: ONE })).toEqual({
      status: 200,
      body: { now: ONE, withBot: true },
    });
    expect([bot.clock, simulator.clock.now()]).toEqual([Date.parse(ONE), Date.parse(ONE)]);
    expect(hanako.entries().at(-1)).toMatchObject({ from: 'bot', at: Date.parse(ONE) });
    expect((await call(simulator, 'PUT', '/time', { forwardMs: 60_000 })).body).toMatchObject({
      now: '2026-12-01T04:01:00.000Z',
      withBot: true,
    });
    expect(await get<BotState>(simulator, '/bot')).toMatchObject({ door: bot.door, error: null });
  });

  test('stands still everywhere when the bot refuses, fails, or is not there', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door, now: frozen });
    const backwards = await call(simulator, 'PUT', '/time', { now: '2026-12-01T02:59:59.999Z' });
    expect([backwards.status, backwards.body.message]).toEqual([
      422,
      'The bot did not move its clock: 409 {"error":"Time only goes forward."}',
    ]);
    bot.fails = { status: 500, body: '' };
    expect((await call(simulator, 'PUT', '/time', { now: ONE })).body.message).toContain('The bot failed');
    simulator.bot.url = 'http://127.0.0.1:1/dev';
    const gone = await call(simulator, 'PUT', '/time', { now: ONE });
    expect(gone.body.message).toContain('The bot cannot be reached at http://127.0.0.1:1/dev/clock');
    expect(simulator.clock.now()).toBe(frozen());
    const state = await get<BotState>(simulator, '/bot');
    expect(state).toMatchObject({ bot: null, error: expect.stringContaining('cannot be reached') });
  });

  test('moves on the platform alone where the bot has no door, or no clock behind it', async () => {
    const bot = await botWithDoor(NOON);
    bot.clock = undefined;
    const simulator = await simulatorForTest({ now: frozen });
    expect((await call(simulator, 'PUT', '/time', { now: ONE })).body).toEqual({ now: ONE, withBot: false });
    expect(await get(simulator, '/bot')).toEqual({ door: null, platform: ONE, bot: null, error: null });
    simulator.bot.url = `${bot.door}/`;
    expect((await call(simulator, 'PUT', '/time', { now: NOON })).body).toEqual({
      now: NOON,
      withBot: false,
    });
    expect(await get(simulator, '/bot')).toMatchObject({ door: bot.door, bot: null, error: null });
  });

  test('a bot that never answers is given up', async () => {
    const bot = await botWithDoor(NOON);
    bot.fails = 'never';
    const door = createBotDoor(bot.door, { askMs: 30, moveMs: 30 });
    await expect(door.now()).rejects.toThrow(`The bot did not answer at ${bot.door}/clock within 30 ms.`);
    await expect(door.moveTo(0)).rejects.toThrow('within 30 ms');
  });
});

describe('What the bot knows of a chat', () => {
  test('comes with its charts drawn: titles, lit states, nothing from outside', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door });
    bot.chats.Uone = {
      charts: [
        { title: 'Shop', mermaid: CHART, current: ['shop_paying', 'shop_paying_card'] },
        { title: 'Broken', mermaid: 'no chart' },
      ],
      facts: [{ name: 'step', value: '3' }],
      moments: [{ name: 'opens', at: ONE }],
    };
    const { charts, ...rest } = await get<BotView>(simulator, '/bot/chats/Uone');
    expect(rest).toEqual({
      isKnown: true,
      error: null,
      facts: [{ name: 'step', value: '3' }],
      moments: [{ name: 'opens', at: ONE }],
    });
    const svg = charts[0]?.svg ?? '';
    expect(svg).toContain('<g class="subgraph lit" data-id="shop_paying" data-label="Paying">');
    expect(svg).toContain('<g class="node lit" data-id="shop_paying_card"');
    expect(svg).toContain('<g class="node" data-id="shop_asking"');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import/);
    expect(charts[1]).toMatchObject({
      title: 'Broken',
      svg: null,
      problem: expect.stringContaining('no chart'),
    });
  });

  test('is drawn as words, whatever signs its labels hold', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door });
    const mermaid = `stateDiagram-v2
  state "<img src=x onerror=alert(1)>" as a
  state "</style><script>alert(2)</script>" as b
  a --> b: '" onload="alert(3)
  classDef c fill:red"onload="alert(4)
  class a c
`;
    bot.chats.Uone = { charts: [{ title: 'Odd', mermaid, current: ['a'] }] };
    const { charts } = await get<BotView>(simulator, '/bot/chats/Uone');
    const svg = charts[0]?.svg ?? '';
    expect(svg).toContain('data-label="&lt;img src=x onerror=alert(1)&gt;"');
    const outsideOfValues = svg.replaceAll(/"[^"]*"/g, '""').replaceAll(/>[^<]*</g, '><');
    expect(outsideOfValues).not.toMatch(/<(script|img|a|foreignObject)\b|\son\w+=/i);
    expect(svg.match(/<\/style>/g)).toHaveLength(1);
  });

  test('is nothing where the bot says 404, and everything in it may be left out', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door });
    const nothing = { error: null, charts: [], facts: [], moments: [] };
    expect(await get(simulator, '/bot/chats/Uone')).toEqual({ isKnown: false, ...nothing });
    bot.chats.Uone = {};
    expect(await get(simulator, '/bot/chats/Uone')).toEqual({ isKnown: true, ...nothing });
  });

  test('in another form, or not at all, is told as an error with its reason', async () => {
    const bot = await botWithDoor(NOON);
    const simulator = await simulatorForTest({ botDoor: bot.door });
    bot.chats.Uone = { facts: [{ name: 'step', value: 3 }] };
    const wrong = await get<BotView>(simulator, '/bot/chats/Uone');
    expect(wrong).toMatchObject({ isKnown: false, error: expect.stringContaining('facts[0].value') });
    bot.fails = { status: 401, body: '{"error":"who?"}' };
    const refused = await get<BotView>(simulator, '/bot/chats/Uone');
    expect(refused.error).toBe('The bot does not tell the chat: 401 {"error":"who?"}');
  });
});

describe('The address of the door', () => {
  const given = { LINE_CHANNEL_SECRET: 'a', LINE_CHANNEL_ACCESS_TOKEN: 'b' };
  test.each(['http://127.0.0.1:3000/dev', 'http://localhost:3000', 'http://[::1]:8080/dev'])(
    'may be %s',
    (url) => {
      const environment = readEnvironment({ ...given, BOT_DOOR_URL: url });
      expect(environment).toMatchObject({ ok: true, options: { botDoor: url } });
    },
  );

  test.each([
    'https://127.0.0.1:3000/dev',
    'http://192.0.2.1/dev',
    'http://127.0.0.1.example.com/',
    'http://127.0.0.1/dev?x=1',
    'dev',
  ])('may not be %s', async (url) => {
    expect(readEnvironment({ ...given, BOT_DOOR_URL: url })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('BOT_DOOR_URL is no address on this machine')],
    });
    await expect(simulatorForTest({ botDoor: url })).rejects.toThrow("Not a bot's door");
  });

  test('is left out when it is empty', () => {
    expect(readEnvironment({ ...given, BOT_DOOR_URL: '' })).toMatchObject({
      ok: true,
      options: { botDoor: undefined },
    });
  });
});
