// What staff look up in their chat: a day, the requests that wait, the card of one booking.
import { addDays, addMinutes, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { dayOf, instant, timeOf } from '../../src/core/jst.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { listenTo, putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  const { prisma } = counter;
  await prisma.bookingStep.deleteMany();
  await prisma.booking.deleteMany();
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
});

/** Somebody who has a booking so many minutes from now. */
async function someone(minutes: number, name = '髙橋 美穂', changes: Parameters<typeof putBooking>[3] = {}) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const booking = await putBooking(counter, visitor, minutes, changes);
  const details = { name, jobNumber: null, phone: '09012345678' };
  await counter.prisma.$transaction((tx) =>
    recordDetails(tx, counter.database.sealer, booking.personId, details),
  );
  return { visitor, booking, receipt: receiptOf(booking) };
}

const hour = (minutes: number) => timeOf(addMinutes(counter.clock.now(), minutes)).replace(/^0/, '');

test.each([
  ['1/2', '年末年始で、休みです'],
  ['5/5', '「こどもの日」で、休みです'],
])('%s is no free day, but one on which nobody works', async (day, words) => {
  const list = await clerk.says(day);
  expect(list).toContain(words);
  expect(list).not.toContain('休業 なし');
});

describe('今日', () => {
  test('lists the day in its order, each booking on a line that brings its card', async () => {
    const later = await someone(120, '渡邉 由紀');
    await someone(30, '髙橋 美穂', { companion: true });
    await someone(24 * 60, '田中 良子');
    const day = await clerk.says('今日');
    expect(day).toContain('相談 2件');
    expect(day.indexOf('髙橋 美穂')).toBeLessThan(day.indexOf('渡邉 由紀'));
    expect(day).toContain('確定・同席する方');
    expect(day).not.toContain('田中 良子');
    const card = await clerk.presses(`${hour(120)} 渡邉 由紀`);
    expect(card).toContain(later.receipt);
    expect(card).toContain('求職番号 未確認');
  });

  test('says of whom it was told that they cannot come, and what waits elsewhere', async () => {
    const { visitor } = await someone(120, '渡邉 由紀');
    await someone(2 * 24 * 60, '馬場 あや', {
      state: 'requested',
      promisedBy: addMinutes(counter.clock.now(), -5),
    });
    await visitor.says('予約を見る');
    await visitor.presses('行けないことを伝える');
    const day = await clerk.says('今日');
    expect(day).toMatch(/渡邉 由紀\] 確定・行けないと連絡 \d+:\d\d/);
    expect(day).toContain('承認待ち 1(期限すぎ 1)');
    expect(await clerk.presses('承認待ち')).toMatch(/馬場 あや\] 期限すぎ・返事の期限/);
  });

  test('is empty in one sentence, and leads to the next day', async () => {
    await someone(24 * 60, '田中 良子');
    expect(await clerk.says('今日')).toContain('この日の相談はありません');
    expect(await clerk.presses('明日')).toContain('田中 良子');
  });

  test('leaves out what was withdrawn, declined, cancelled or never answered', async () => {
    for (const state of ['withdrawn', 'declined', 'expired', 'cancelled', 'requested'] as const)
      await someone(60, '馬場 あや', { state });
    expect(await clerk.says('今日')).toContain('相談 0件');
  });

  test.each([
    [12, false],
    [13, true],
  ])('with %i bookings fits on a card, or goes on with つづき', async (count, goesOn) => {
    for (let n = 0; n < count; n += 1) await someone(60 + n, `花子${n}`);
    const day = await clerk.says('今日');
    expect(day).toContain(`相談 ${count}件`);
    expect(day.match(/花子/g)).toHaveLength(12);
    expect(day.includes('[つづき]')).toBe(goesOn);
    if (!goesOn) return;
    const rest = await clerk.presses('つづき');
    expect(rest).toContain('花子12');
    expect(rest).not.toContain('[つづき]');
  });

  test('begins again where つづき has nothing left, as many are settled or moved by now', async () => {
    const waits = { state: 'requested' as const, promisedBy: addMinutes(counter.clock.now(), 300) };
    for (let n = 0; n < 13; n += 1) {
      await someone(60 + n, `花子${n}`);
      await someone(24 * 60 + n, `待子${n}`, waits);
    }
    await clerk.says('今日');
    const days = await clerk.tapOf('つづき');
    await clerk.says('承認待ち');
    const pending = await clerk.tapOf('つづき');
    const where = { startsAt: { gt: addMinutes(counter.clock.now(), 62) } };
    await counter.prisma.booking.updateMany({ where, data: { state: 'withdrawn' } });
    expect(await clerk.taps(days)).toMatch(/相談 3件\n.*花子0/);
    expect(await clerk.taps(pending)).toBe('承認待ちの申し込みはありません。');
    await someone(24 * 60, '待子13', waits);
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await clerk.taps(pending)).toContain('待子13');
  });

  test('is what 昨日 leads on to', async () => {
    await someone(60, '髙橋 美穂');
    expect(await clerk.says('昨日')).toContain('この日の相談はありません');
    expect(await clerk.presses('今日')).toContain('髙橋 美穂');
  });
});

test('a week without a consultation is said to be a week', async () => {
  expect(await clerk.says('再来週')).toContain('この週の相談はありません');
});

test('明日, a date and a week bring their bookings', async () => {
  const now = counter.clock.now();
  await someone(24 * 60, '田中 良子');
  const day = dayOf(addDays(now, 1));
  const [, month = '', date = ''] = day.split('-');
  for (const words of ['明日', `${Number(month)}/${Number(date)}`, `${Number(month)}月${Number(date)}日`])
    expect(await clerk.says(words)).toContain('田中 良子');
  // The week goes from Monday to Sunday.
  const isThisWeek = instant(day, '12:00').getUTCDay() !== 1;
  expect(await clerk.says(isThisWeek ? '今週' : '来週')).toContain('田中 良子');
});

describe('a receipt number', () => {
  test('brings the card of its booking, whole or by its running number', async () => {
    const { receipt, booking } = await someone(60, '髙橋 美穂');
    for (const words of [receipt, String(booking.number).padStart(4, '0')]) {
      const card = await clerk.says(words);
      expect(card).toContain('髙橋 美穂');
      expect(card).toContain(receipt);
      expect(card).toMatch(/^確定/);
      expect(card).toContain('これまで 初めて');
      // D7: how to reach the person stands on the page alone.
      expect(card).not.toContain('5678');
    }
  });

  test('that nobody has is said so; four digits that are none are left alone', async () => {
    expect(await clerk.says('2601-9999')).toContain('記録にありません');
    expect(await clerk.says('9999')).toBe('');
  });

  test('that nobody has is said so on a duty phone, where nobody talks', async () => {
    const phone = counter.visitor('U-duty', 'person', 'U-duty');
    const enrolledAt = counter.clock.now();
    await counter.prisma.adminChat.create({ data: { chatId: 'U-duty', enrolledAt } });
    expect(await phone.says('9999')).toContain('記録にありません');
    await counter.prisma.adminChat.delete({ where: { chatId: 'U-duty' } });
  });

  test('of a request brings the buttons that decide it', async () => {
    const { receipt } = await someone(3 * 24 * 60, '馬場 あや', { state: 'requested' });
    const card = await clerk.says(receipt);
    expect(card).toMatch(/^承認待ち/);
    expect(card).toContain('[確定する]');
    expect(await clerk.presses('確定する')).toContain('会議室を選んでください');
  });

  test('tells what was before, and that LINE does not reach the person', async () => {
    const { visitor, booking, receipt } = await someone(60);
    const past = {
      personId: booking.personId,
      version: 3,
      counsellor: 90,
      companion: false,
      promisedBy: booking.startsAt,
      createdAt: booking.createdAt,
    };
    for (const [state, days] of [
      ['done', 30],
      ['done', 20],
      ['noShow', 10],
    ] as const)
      await counter.prisma.booking.create({
        data: {
          ...past,
          state,
          startsAt: addDays(booking.startsAt, -days),
          endsAt: addDays(booking.endsAt, -days),
        },
      });
    await visitor.unfollows();
    const card = await clerk.says(receipt);
    expect(card).toMatch(/これまで 実施2・連絡なし1\(最後 \d+月\d+日/);
    expect(card).toContain('LINE 届きません');
  });
});

test('a stranger gets nothing by these words or buttons, in a chat of their own or in another group', async () => {
  const { receipt, booking } = await someone(60, '渡邉 由紀');
  const staffHear = listenTo(() => counter, 'C1');
  await staffHear();
  const alone = counter.visitor('U-stranger');
  await alone.follows();
  const group = counter.visitor('C-other', 'group', 'U-stranger');
  const day = dayOf(booking.startsAt);
  for (const stranger of [alone, group]) {
    for (const words of ['今日', receipt, '承認待ち'])
      expect(await stranger.says(words)).not.toContain('渡邉');
    for (const tap of [
      { event: 'days.asked', from: day, until: day, page: '0' },
      { event: 'card.asked', booking: booking.id },
      { event: 'pending.more', page: '0' },
      { event: 'calls.asked' },
    ])
      expect(await stranger.taps(tap)).not.toContain('渡邉');
  }
  expect(await staffHear()).toBe('');
});

test('a forged button with a day that does not exist is an old button', async () => {
  for (const day of ['2026-02-31', '9999-12-31', '2026-13-01'])
    expect(await clerk.taps({ event: 'days.asked', from: day, until: day, page: '0' })).toContain(
      '前のボタン',
    );
});
