// Staff close a day from their chat: shown with what it hits, pressed, listed, lifted. The people whose bookings it hits hear nothing.
import { addMinutes, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import { addDays, asDateColumn, asDay, type Day, dayOf, instant, weekday } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers } from '../../src/timers/timers.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
let other: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
  const enrolledAt = counter.clock.now();
  await counter.prisma.adminChat.createMany({
    data: [
      { chatId: 'C1', enrolledAt },
      { chatId: 'C2', enrolledAt },
    ],
  });
});
afterAll(() => counter.close());
beforeEach(async () => {
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  other = counter.visitor('C2', 'group', 'U-clerk-2');
  await counter.prisma.closure.deleteMany();
  await counter.prisma.bookingStep.deleteMany();
  await counter.prisma.reminderSent.deleteMany();
  await counter.prisma.booking.deleteMany();
  await later();
});

/** The same button is answered again. */
const later = () => counter.clock.moveTo(addSeconds(counter.clock.now(), 11));

/** A business day some days ahead, and how staff write it. */
const ahead = (days = 3): Day =>
  businessDayAfter(addDays(dayOf(counter.clock.now()), days), counter.office, []);
const written = (day: Day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

async function someone(day: Day, time: string, name: string, changes: Parameters<typeof putBooking>[3] = {}) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const minutes = (instant(day, time).getTime() - counter.clock.now().getTime()) / 60_000;
  const booking = await putBooking(counter, visitor, minutes, changes);
  const details = { name, jobNumber: null, phone: '09012345678' };
  await counter.prisma.$transaction((tx) =>
    recordDetails(tx, counter.database.sealer, booking.personId, details),
  );
  return { visitor, booking, receipt: receiptOf(booking) };
}
const waits = () => ({ state: 'requested' as const, promisedBy: addMinutes(counter.clock.now(), 300) });

describe('休業 and a day', () => {
  test('shows what it hits, changes nothing before the press, and then tells who closed it', async () => {
    const day = ahead();
    await someone(day, '10:00', '髙橋 美穂');
    await someone(day, '14:00', '渡邉 由紀', waits());
    await someone(ahead(9), '10:00', '田中 良子');
    const card = await clerk.says(`休業 ${written(day)} 研修`);
    expect(card).toContain(`${dayText(day)} 終日を休業にしますか？`);
    expect(card).toContain('理由 研修');
    expect(card).toContain('当たる予約 1件');
    expect(card).toContain('申し込み 1件');
    expect(card).toMatch(/\[10:00 髙橋 美穂\] 確定/);
    expect(card).toMatch(/\[14:00 渡邉 由紀\] 承認待ち/);
    expect(card).not.toContain('田中');
    expect(await counter.prisma.closure.count()).toBe(0);
    const made = await clerk.presses('休業にする');
    expect(made).toContain('休業にしました(職員1さん)');
    expect(made).toContain('[取り消す]');
    expect(await clerk.presses('14:00 渡邉 由紀')).toContain('休業 休業に当たる');
    const [row] = await counter.prisma.closure.findMany();
    expect(Buffer.from(row?.reason ?? []).toString('utf8')).not.toContain('研修');
  });

  test('leaves it with やめる', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    expect(await clerk.presses('やめる')).toBe(`${dayText(day)}は、そのままにしました。`);
    expect(await counter.prisma.closure.count()).toBe(0);
    const leave = await clerk.tapOf('やめる');
    await clerk.presses('休業にする');
    await later();
    expect(await clerk.taps(leave)).toContain('登録済みです');
  });

  test('with a part of it hits only what overlaps that', async () => {
    const day = ahead();
    await someone(day, '10:00', '髙橋 美穂');
    await someone(day, '15:00', '渡邉 由紀');
    const card = await clerk.says(`休業 ${written(day)} 午後`);
    expect(card).toContain(`${dayText(day)} 午後を休業にしますか？`);
    expect(card).toContain('渡邉');
    expect(card).not.toContain('髙橋');
    expect(await clerk.presses('休業にする')).toContain('午後(12:00～17:00)');
  });

  test('shows the card again when what it hits has changed before the press', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    const stale = await clerk.tapOf('休業にする');
    await someone(day, '10:00', '髙橋 美穂');
    const again = await clerk.taps(stale);
    expect(again).toContain('先ほどから変わりました');
    expect(again).toContain('髙橋 美穂');
    expect(await counter.prisma.closure.count()).toBe(0);
    expect(await clerk.presses('休業にする')).toContain('休業にしました');
  });

  test('that is closed already says who did it and when, also to a card of before', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)} 研修`);
    await other.says(`休業 ${written(day)} 午後`);
    await clerk.presses('休業にする');
    for (const said of [await other.presses('休業にする'), await other.says(`休業 ${written(day)}`)]) {
      expect(said).toMatch(/職員1さんが\d+:\d\dに登録済みです/);
      expect(said).toContain('研修');
    }
    expect(await counter.prisma.closure.count()).toBe(1);
  });

  test('that a program of before closed, without a name, is known as closed', async () => {
    const day = ahead();
    await counter.prisma.closure.create({
      data: { day: asDateColumn(day), createdAt: counter.clock.now() },
    });
    expect(await clerk.says(`休業 ${written(day)}`)).toMatch(/職員が\d+:\d\dに登録済みです/);
    expect(await clerk.says('休業 一覧')).toContain(`${dayText(day)} 終日`);
    expect(await clerk.says(`休業 解除 ${written(day)}`)).toContain('休業を解除しました(職員1さん)');
  });

  test('that is past, a weekend, a holiday or within the New Year holidays is closed anyway', async () => {
    const today = dayOf(counter.clock.now());
    const saturday = addDays(today, (6 - weekday(today) + 7) % 7 || 7);
    expect(await clerk.says(`休業 ${written(addDays(today, -2))}`)).toContain('もう過ぎています');
    expect(await clerk.says(`休業 ${saturday.replaceAll('-', '/')}`)).toContain('もともと休みです');
    for (const [typed, because] of [
      ['2027/3/22', '「春分の日 振替休日」で、もともと休みです'],
      ['2027年12月30日', '年末年始で、もともと休みです'],
      ['2028/1/3', '年末年始で、もともと休みです'],
    ])
      expect(await clerk.says(`休業 ${typed}`)).toContain(because);
    expect(await clerk.says(`休業 ${written(today)} 9時まで`)).toContain('もともと開いていません');
    expect(await clerk.says(`休業 ${written(today)} 10:00まで`)).toContain('もう過ぎています');
  });

  test('that cannot be read is shown the right form, and talk is left alone', async () => {
    expect(await clerk.says('休業 13/40')).toContain('休業 12/3 午後 研修');
    expect(await clerk.says('休業 解除 12/40')).toContain('休業 解除 12/3');
    expect(await clerk.says(`休業 ${written(ahead())} ${'研'.repeat(21)}`)).toContain('20文字まで');
    for (const talk of ['休業はいつ?', '休業明けに連絡します', '明日は1人です'])
      expect(await clerk.says(talk)).toBe('');
  });

  test('with twenty characters as its reason fits on its button, whatever they are', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)} 14:00-16:00 ${'研'.repeat(20)}`);
    expect(new URLSearchParams(await clerk.tapOf('休業にする')).toString().length).toBeLessThanOrEqual(300);
    expect(await clerk.presses('休業にする')).toContain('研'.repeat(20));
  });

  test('with more bookings than a card has lines says how many more there are', async () => {
    const day = ahead();
    for (let n = 0; n < 13; n += 1) await someone(day, '10:00', `花子${n}`);
    const card = await clerk.says(`休業 ${written(day)}`);
    expect(card).toContain('当たる予約 13件');
    expect(card.match(/花子/g)).toHaveLength(12);
    expect(card).toContain('ほかに1件あります');
    expect(await clerk.presses(`${dayText(day)}の相談`)).toContain('相談 13件');
  });
});

test('Somebody at the last look is told kindly that the day is closed, and is offered others', async () => {
  const hanako = counter.visitor('U-last-look');
  await fillIn(hanako, 'review');
  const look = await hanako.says('もう一度');
  const [, month = '', date = ''] = /(\d+)月(\d+)日/.exec(look) ?? [];
  await clerk.says(`休業 ${month}/${date}`);
  await clerk.presses('休業にする');
  const answer = await hanako.presses('この内容で申し込む');
  expect(answer).toMatch(/お休みします/);
  expect(answer).toMatch(/\[\d+月\d+日/);
  expect(await counter.prisma.booking.count()).toBe(0);
});

describe('what a closure hits', () => {
  test('is marked in 承認待ち, on its card and at the foot of the day', async () => {
    const day = ahead();
    const { receipt } = await someone(day, '14:00', '渡邉 由紀', waits());
    await someone(day, '10:00', '髙橋 美穂');
    expect(await clerk.says(written(day))).toContain('休業 なし');
    await clerk.says(`休業 ${written(day)} 午後 研修`);
    await clerk.presses('休業にする');
    expect(await clerk.says('承認待ち')).toMatch(/渡邉 由紀\] .*休業に当たる/);
    expect(await clerk.says(receipt)).toContain('休業 休業に当たる');
    const list = await clerk.says(written(day));
    expect(list).toContain('休業 午後(研修)');
    expect(list).not.toContain('休業に当たる');
  });

  test('is not reminded while it stands, and is again once it is lifted', async () => {
    const day = ahead(5);
    const { visitor, booking } = await someone(day, '14:00', '渡邉 由紀');
    const { booking: kept, visitor: free } = await someone(day, '10:00', '髙橋 美穂');
    const { queue } = counter.database;
    const wake = { now: counter.clock.now(), newId: () => crypto.randomUUID() };
    for (const one of [booking, kept]) await queue.put('timers', bookingTimers(one, counter.office, wake));
    await clerk.says(`休業 ${written(day)} 午後`);
    await visitor.news();
    await clerk.presses('休業にする');
    // Nobody is told of the closure itself.
    expect(await visitor.news()).toEqual([]);
    await counter.clock.moveTo(instant(addDays(day, -1), '17:01'));
    const reminders = async (who: Visitor) =>
      (await who.news()).filter(({ about }) => about === 'reminder').length;
    expect(await reminders(free)).toBe(1);
    expect(await reminders(visitor)).toBe(0);
    expect(await clerk.says(`休業 解除 ${written(day)}`)).toContain('休業を解除しました');
    await counter.clock.moveTo(instant(day, '13:31'));
    expect(await reminders(visitor)).toBe(1);
  });

  test('expires earlier where the day to decide on it is closed, and later again when that is lifted', async () => {
    const lastDay = ahead(5);
    const day = businessDayAfter(lastDay, counter.office, []);
    const { booking } = await someone(day, '14:00', '渡邉 由紀', waits());
    await clerk.says(`休業 ${written(lastDay)}`);
    await clerk.presses('休業にする');
    const jobs = await timersOf(booking.id);
    expect(jobs).toHaveLength(1);
    await clerk.presses('取り消す');
    await counter.clock.moveTo(addMinutes(jobs[0]?.at ?? new Date(), 1));
    expect((await counter.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } })).state).toBe(
      'requested',
    );
    await counter.clock.moveTo(instant(lastDay, '17:01'));
    expect((await counter.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } })).state).toBe(
      'expired',
    );
  });
});

const timersOf = (booking: string): Promise<{ at: Date }[]> =>
  counter.prisma.$queryRaw`
    SELECT start_after AS at FROM pgboss.job WHERE name = 'timers' AND singleton_key = ${booking}`;

describe('休業 一覧', () => {
  test('lists what comes, each line with the way to lift it', async () => {
    const [first, second] = [ahead(3), ahead(8)];
    for (const line of [`${written(second)} 研修`, `${written(first)} 午前`]) {
      await clerk.says(`休業 ${line}`);
      await clerk.presses('休業にする');
    }
    const list = await clerk.says('休業 一覧');
    expect(list).toContain('休業 2件');
    expect(list.indexOf(dayText(first))).toBeLessThan(list.indexOf(dayText(second)));
    expect(await clerk.presses(`${dayText(second)} 終日`)).toContain('職員1さん');
    expect(await clerk.presses('解除する')).toContain('休業を解除しました(職員1さん)');
    expect(await clerk.says('休業 一覧')).toContain('休業 1件');
    const lifted = await counter.prisma.closure.findFirstOrThrow({ where: { liftedAt: { not: null } } });
    expect(lifted.liftedById).not.toBeNull();
  });

  test('is empty in one sentence with the form that closes, and goes on with つづき', async () => {
    expect(await clerk.says('休業 一覧')).toContain('これからの休業は、ありません');
    for (let n = 0; n < 13; n += 1)
      await counter.prisma.closure.create({
        data: { day: asDateColumn(ahead(n + 1)), createdAt: counter.clock.now() },
      });
    expect(await clerk.says('休業 一覧')).toContain('休業 13件');
    expect(await clerk.presses('つづき')).not.toContain('[つづき]');
  });
});

describe('休業 解除', () => {
  test('with several on one day asks which', async () => {
    const day = ahead();
    for (const part of ['午前', '14:00-']) {
      await clerk.says(`休業 ${written(day)} ${part}`);
      await clerk.presses('休業にする');
      await later();
    }
    const card = await clerk.says(`休業 解除 ${written(day)}`);
    expect(card).toContain('解除する行を選んでください');
    expect(await clerk.presses(`${dayText(day)} 14:00～17:00`)).toContain('休業を解除しました');
    expect(await clerk.says(written(day))).toContain('休業 午前');
  });

  test('of a day without one, or of a past one, says so', async () => {
    expect(await clerk.says(`休業 解除 ${written(ahead())}`)).toContain('登録されていません');
    const past = addDays(dayOf(counter.clock.now()), -3);
    expect(await clerk.says(`休業 解除 ${written(past)}`)).toContain('もう過ぎています');
  });

  test('pressed again tells who did it and when; the day can be closed anew', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    await clerk.presses('休業にする');
    const revoke = await clerk.tapOf('取り消す');
    await other.says(`休業 解除 ${written(day)}`);
    expect(await clerk.taps(revoke)).toMatch(/職員2さんが\d+:\d\dに解除済みです/);
    await later();
    await clerk.says(`休業 ${written(day)}`);
    expect(await clerk.presses('休業にする')).toContain('休業にしました');
  });
});

test('A forged button of a closure is an old one, or finds nothing', async () => {
  const tap = { event: 'closure.made', day: ahead(), part: 'all', counsellors: '0', reason: '', hits: 'x' };
  for (const part of ['16:00-14:00', '25:00-26:00', 'morning', ''])
    expect(await clerk.taps({ ...tap, part })).toContain('前のボタン');
  expect(await clerk.taps({ ...tap, reason: '研'.repeat(21) })).toContain('前のボタン');
  expect(await clerk.taps({ ...tap, day: asDay('2020-01-01') })).toContain('もう過ぎています');
  const closure = crypto.randomUUID();
  expect(await clerk.taps({ event: 'closure.lifted', closure })).toContain('記録にありません');
  const stranger = counter.visitor('U-stranger');
  await stranger.follows();
  await stranger.taps(tap);
  await stranger.says(`休業 ${written(ahead())}`);
  expect(await counter.prisma.closure.count()).toBe(0);
});
