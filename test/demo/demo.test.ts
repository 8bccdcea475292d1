// `npm run demo`: what stands ready when the page opens, and what it says when it cannot start.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { addDays } from 'date-fns';
import type { BotState, BotView, ToolsState } from 'line-simulator';
import { expect, onTestFinished, test } from 'vitest';
import { EnvironmentError } from '../../src/config/environment.ts';
import { openDatabase } from '../../src/db/open.ts';
import { runDemo } from '../../src/demo/run-demo.ts';
import { freshDataDir, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';

const offices = join(import.meta.dirname, '../../offices');
const anyPorts = { PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'error' };

type State = Omit<ToolsState, 'people' | 'groups'> & {
  people: { userId: string; displayName: string; friendship: string }[];
  groups: { groupId: string; botIsMember: boolean; members: string[] }[];
};

async function start(values: Record<string, string>) {
  const { words, close } = await runDemo({ ...anyPorts, ...values }, offices, false);
  const [, origin] = /^Open this in a browser: (http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(words) ?? [];
  const get = async <T>(path: string) => (await (await fetch(`${origin}/_control${path}`)).json()) as T;
  return { origin, words, get, close: close ?? (async () => {}) };
}

test('the page opens with a mother and the staff on stage, and finds them again when it is started anew', async () => {
  const DATA_DIR = await freshDataDir();
  // A `.env` for a server may name another platform: the demo has its own, and the group has its answers from it.
  const first = await start({ DATA_DIR, LINE_API_BASE_URL: 'http://127.0.0.1:9' });
  expect(first.words).toContain(`Nothing leaves this machine, and everything is kept in ${DATA_DIR}.`);
  expect(await (await fetch(`${first.origin}/`)).text()).toContain('<html lang="ja">');
  const { people, groups } = await first.get<State>('/state');
  expect(people.map(({ displayName, friendship }) => [displayName, friendship])).toEqual([
    ['はなこ', 'none'],
    ['鈴木', 'none'],
    ['高橋', 'none'],
  ]);
  expect(groups).toMatchObject([{ botIsMember: true, members: people.slice(1).map(({ userId }) => userId) }]);
  const inGroup = `/bot/chats/${groups[0]?.groupId}`;
  expect((await first.get<BotView>(inGroup)).charts[0]).toMatchObject({ title: '職員の窓口', problem: null });
  expect(await first.get<BotState>('/bot')).toMatchObject({ bot: expect.any(String), error: null });
  await first.close();

  const again = await start({ DATA_DIR });
  expect((await again.get<State>('/state')).people).toEqual(people);
  expect(await again.get<BotView>(inGroup)).toMatchObject({ isKnown: true });
  await again.close();
});

test('with --play one booking goes from the greeting to the last reminder, also over holidays, and all is closed again', async () => {
  const values = { ...anyPorts, DATA_DIR: await freshDataDir() };
  const { words, close } = await runDemo(values, offices, true, addDays(new Date(), 9));
  expect(close).toBeUndefined();
  expect(words).toMatch(/友だち|はじめまして[\s\S]*受付番号[\s\S]*確定する[\s\S]*相談室A/);
  expect(words.split('ミーティングID').length).toBeGreaterThan(3);
});

test('the records of a real office are left alone', async () => {
  const DATA_DIR = await freshDataDir();
  const DATA_KEY = Buffer.from(testKey).toString('base64');
  const office = await openDatabase({
    dataDir: DATA_DIR,
    keys: [testKey],
    controlClock: false,
    log: quietLog,
  });
  await office.prisma.adminChat.create({ data: { chatId: `C${'1'.repeat(32)}`, enrolledAt: new Date() } });
  await office.close();
  await expect(start({ DATA_DIR, DATA_KEY })).rejects.toThrow(/admin chat of a real office/);
});

test('a port that is taken, or is none, is a sentence that names the variable', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const address = taken.address();
  const port = String(typeof address === 'object' && address?.port);
  for (const SIMULATOR_PORT of [port, 'none', '65536']) {
    const starting = start({ SIMULATOR_PORT });
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toThrow(/SIMULATOR_PORT/);
  }
});
