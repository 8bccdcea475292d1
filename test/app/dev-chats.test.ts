// The look inside a chat that the server allows where its clock can be moved.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app/app.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/open.ts';
import type { Inside } from '../../src/inside/look-inside.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { type Counter, fillIn, openCounter } from '../conversation/counter.ts';

const env = readEnvironment({ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' });
const closing: (() => void)[] = [];
let counter: Counter;
let origin: string;

async function serve(database: Database): Promise<string> {
  const reach = { trouble: () => undefined };
  const app = createApp({ env, database, words: ja, reach, log: pino({ level: 'silent' }) });
  const server = createServer(app).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

beforeAll(async () => {
  counter = await openCounter();
  origin = await serve(counter.database);
});
afterAll(async () => {
  for (const close of closing) close();
  await counter.close();
});

const ask = (chatId: string) => fetch(`${origin}/dev/chats/${chatId}`);
const inside = async (chatId: string) => (await (await ask(chatId)).json()) as Inside;
const factsOf = ({ facts }: Inside) => Object.fromEntries(facts.map(({ name, value }) => [name, value]));

describe('A look inside a chat', () => {
  test('shows the flow with the question that stands, and which fields have an answer, but no answer', async () => {
    await fillIn(counter.visitor('U-half'), 'jobNumber');
    const seen = await inside('U-half');
    expect(seen.charts.map(({ title, current }) => ({ title, current }))).toEqual([
      { title: '相談を申し込む', current: ['request_phone', 'request_phone_asking'] },
    ]);
    expect(seen.charts[0]?.mermaid).toMatch(/^stateDiagram-v2\n[\s\S]* as request_phone_asking\n/);
    expect(factsOf(seen)).toMatchObject({
      流れ: '相談を申し込む',
      流れの版: '1',
      同意した規約の版: counter.office.terms.version,
    });
    expect(factsOf(seen).答えのある項目).toBe('氏名、求職番号');
    expect(seen.moments).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/花子|1234567|22020/);
  });

  test('shows the life of her booking, its receipt number, and the moments to move the clock to', async () => {
    const hanako = counter.visitor('U-whole');
    await fillIn(hanako, 'review');
    const receipt = /\d{4}-\d{4}/.exec(await hanako.presses('この内容で申し込む'))?.[0];
    const booking = await counter.prisma.booking.findFirstOrThrow();
    const seen = await inside('U-whole');
    expect(seen.charts.map(({ title, current }) => ({ title, current }))).toEqual([
      { title: '窓口', current: ['home_resting'] },
      { title: '予約の一生', current: ['booking_requested'] },
    ]);
    expect(factsOf(seen)).toMatchObject({ 予約の状態: '申込(仮受付)', 受付番号: receipt });
    expect(seen.moments).toEqual([
      { name: '開始', at: booking.startsAt.toISOString() },
      { name: '返事の期限', at: booking.promisedBy.toISOString() },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/花子|1234-?5678|22020/);
  });

  test('shows in the admin chat how many requests wait, the newest of them, and no numbers that are being typed', async () => {
    await counter.prisma.adminChat.create({ data: { chatId: 'C-staff', enrolledAt: counter.clock.now() } });
    const staff = counter.visitor('C-staff', 'group', 'U-clerk');
    expect((await inside('C-staff')).charts[0]).toMatchObject({
      title: '職員の窓口',
      current: ['admin_idle'],
    });
    const booking = await counter.prisma.booking.findFirstOrThrow();
    expect(await staff.says(`番号 ${receiptOf(booking)} 812 3456 7890 abc123`)).toContain('812 3456 7890');
    const seen = await inside('C-staff');
    expect(seen.charts.map(({ current }) => current)).toEqual([['admin_idle'], ['booking_requested']]);
    expect(factsOf(seen)).toMatchObject({ 承認待ちの件数: '1' });
    expect(JSON.stringify(seen)).not.toMatch(/812 ?3456|abc123/);
  });

  test('of a conversation that an older version of its flow saved it shows the drawing with nothing lit', async () => {
    await counter.visitor('U-old').follows();
    await counter.prisma.conversation.update({ where: { chatId: 'U-old' }, data: { version: '0' } });
    const seen = await inside('U-old');
    expect(seen.charts.map(({ title, current }) => ({ title, current }))).toEqual([
      { title: '窓口', current: [] },
    ]);
    expect(factsOf(seen).流れの版).toBe('0(いまは1)');
  });

  test.each(['U-nobody', '%00', 'U-nobody%00', '%00%00U'])(
    'says 404 of a chat nobody knows: %s',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, await answer.json()]).toEqual([
        404,
        { error: 'Nothing is known of that chat.' },
      ]);
    },
  );

  test('is refused where the clock is the real one, as in production', async () => {
    const real = await serve({ ...counter.database, clock: systemClock });
    expect((await fetch(`${real}/dev/chats/U-half`)).status).toBe(404);
    expect((await fetch(`${real}/dev/clock`)).status).toBe(404);
  });
});
