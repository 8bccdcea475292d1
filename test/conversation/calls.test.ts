// What LINE did not bring: it stands for staff until it was told or sent again, as the booking is by then.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let group: Visitor;
let met = 0;
const day = 24 * 60;

beforeAll(async () => {
  counter = await openCounter();
  group = counter.visitor('C-calls', 'group', 'U-clerk');
  await counter.prisma.adminChat.create({ data: { chatId: group.chatId, enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.database.close());

/** Her booking, and a message about it that did not arrive. */
async function missed(about: string, reason: string, changes: Parameters<typeof putBooking>[3] = {}) {
  met += 1;
  const hanako = counter.visitor(`U-missed-${met}`);
  await hanako.follows();
  const booking = await putBooking(counter, hanako, (met + 2) * day, changes);
  const id = uuidv7();
  const { database, clock } = counter;
  const line = {
    isIn: async () => ({ kind: 'done', value: true }) as const,
    info: async () => ({ kind: 'done', value: {} }) as const,
  };
  await recordUndelivered(
    { id, chatId: hanako.chatId, about, reason, booking: booking.id, madeAt: clock.now().getTime() },
    { database, services: counter.services, clock, log: quietLog, line },
  );
  await hanako.news();
  const press = (event: 'call.told' | 'call.resent') => group.taps({ event, call: id });
  const arrived = async () => textOf(await hanako.news());
  return { hanako, booking, id, press, arrived };
}

describe('what did not arrive', () => {
  test('comes with the answer to the next word, once a day, and with お電話', async () => {
    const { press } = await missed('confirmed', 'quota');
    expect(await group.says('おはようございます')).toContain('今月のLINEの送信数が上限');
    expect(await group.says('今日もよろしく')).toBe('');
    expect(await group.says('お電話')).toContain('浜名 花子');
    await counter.clock.moveTo(new Date(counter.clock.now().getTime() + day * 60_000));
    expect(await group.says('おはようございます')).toContain('LINEが届きませんでした');
    await press('call.told');
  });

  test.each([
    ['confirmed', '予約が確定しました'],
    ['reminder', 'もうすぐ相談の日です'],
    ['answer', '予約は確定しています'],
  ])('(%s) is sent again as the booking is now', async (about, words) => {
    const { press, arrived } = await missed(about, 'quota');
    expect(await press('call.resent')).toContain('送り直しを始めました');
    expect(await arrived()).toContain(words);
  });

  test.each([
    ['confirmed', 'cancelled'],
    ['confirmed', 'declined'],
    ['reminder', 'cancelled'],
    ['declined', 'requested'],
    ['expired', 'confirmed'],
  ] as const)('(%s) is not sent again when the booking is %s by now, and stands on', async (about, state) => {
    const { booking, press, arrived } = await missed(about, 'quota');
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { state } });
    expect(await press('call.resent')).toContain('送り直しはしませんでした');
    expect(await arrived()).toBe('');
    expect(await press('call.told')).toContain('記録しました');
  });

  test('is not sent again to somebody who still blocks the account', async () => {
    const { hanako, press, arrived } = await missed('confirmed', 'blocked');
    await counter.prisma.person.update({ where: { chatId: hanako.chatId }, data: { blockedAt: new Date() } });
    expect(await press('call.resent')).toContain('ブロック中');
    expect(await arrived()).toBe('');
    await press('call.told');
  });

  test('is closed by one of six who press at once in six chats; the others learn how', async () => {
    const { id } = await missed('confirmed', 'quota');
    const chats = Array.from({ length: 6 }, (_, n) => counter.visitor(`C-six-${n}`, 'group', `U-clerk-${n}`));
    const enrolledAt = counter.clock.now();
    await counter.prisma.adminChat.createMany({ data: chats.map(({ chatId }) => ({ chatId, enrolledAt })) });
    await Promise.all(
      chats.map((chat, n) =>
        counter.hear(
          chat.event({ type: 'tap', tap: { event: n % 2 ? 'call.told' : 'call.resent', call: id } }),
        ),
      ),
    );
    const answers = await Promise.all(chats.map(async (chat) => textOf(await chat.news())));
    expect(answers.filter((text) => /記録しました|送り直しを始めました/.test(text))).toHaveLength(1);
    expect(answers.filter((text) => /もう(?:お伝え済み|送り直して)/.test(text))).toHaveLength(5);
    await counter.prisma.adminChat.deleteMany({ where: { chatId: { startsWith: 'C-six' } } });
  });

  test('is shown again when the answer that showed it was lost itself', async () => {
    const { id, press } = await missed('confirmed', 'quota');
    expect(await group.says('どうでしょう')).toContain('LINEが届きませんでした');
    const { shownAt } = await counter.prisma.undelivered.findUniqueOrThrow({ where: { id } });
    const { database, clock } = counter;
    const lost = { id: uuidv7(), chatId: group.chatId, about: 'answer', reason: 'unknown' };
    const line = { isIn: async () => ({ kind: 'unreached' }), info: async () => ({ kind: 'unreached' }) };
    await recordUndelivered(
      { ...lost, madeAt: shownAt?.getTime() ?? 0 },
      { database, services: counter.services, clock, log: quietLog, line },
    );
    expect(await group.says('どうでしょう')).toContain('LINEが届きませんでした');
    await press('call.told');
  });
});

test('A button of a call does nothing outside the admin chat', async () => {
  const { hanako, id, press } = await missed('confirmed', 'quota');
  await hanako.taps({ event: 'call.told', call: id });
  expect(await counter.prisma.undelivered.findUnique({ where: { id } })).toMatchObject({ state: 'open' });
  await press('call.told');
});
