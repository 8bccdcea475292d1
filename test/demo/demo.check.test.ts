// `npm run demo` as it is opened: who stands on its stage, also the next time, and whose records it leaves alone.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BotState, BotView, ToolsState } from 'line-simulator';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { freshDataDir, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { start } from './start.ts';

type State = Omit<ToolsState, 'people' | 'groups'> & {
  people: { userId: string; displayName: string; friendship: string }[];
  groups: { groupId: string; botIsMember: boolean; members: string[] }[];
};

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

test('whoever tries it sees the dialogue, and no line of a log', async () => {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const { LOG_LEVEL: _, ...env } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, 'demo', '--play'], { env });
  expect(stdout).toContain('ミーティングID');
  expect(stderr).toBe('');
});
