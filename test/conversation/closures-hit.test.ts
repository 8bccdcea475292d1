// What a closure means for the bookings and requests that it hits, while it stands and once it is lifted.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, asDateColumn, instant } from '../../src/core/jst.ts';
import { bookingTimers } from '../../src/timers/timers.ts';
import { ahead, clerk, counter, openWithClosures, someone, waits, written } from './closing.ts';
import { fillIn, type Visitor } from './counter.ts';

openWithClosures();

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
    expect(await clerk.says(receipt)).toContain('ご注意 休業に当たる');
    const list = await clerk.says(written(day));
    expect(list).toContain('休業 午後(研修)');
    expect(list).not.toContain('休業に当たる');
  });

  test('shows its person no way in while it stands, whatever is asked of it, but that staff will be in touch', async () => {
    const day = ahead(5);
    const { visitor } = await someone(day, '14:00', '渡邉 由紀');
    expect(await visitor.presses('予約を見る')).toContain('入室してください');
    await clerk.says(`休業 ${written(day)} 午後`);
    await clerk.presses('休業にする');
    for (const said of ['予約を見る', 'パスコード忘れました', 'Zoomに入れません']) {
      const shown = await visitor.says(said);
      expect(shown).toContain('この日時は、オンラインの相談をお休みします。');
      expect(shown).toContain('職員からあらためてご連絡します');
      expect(shown).toContain('053-454-1910');
      expect(shown).not.toMatch(/入室|ミーティングID|パスコード|つながらない|準備/);
    }
    await counter.clock.moveTo(instant(day, '13:50'));
    expect(await visitor.says('予約を見る')).not.toContain('入室');
    await clerk.says(`休業 解除 ${written(day)}`);
    expect(await visitor.says('予約を見る')).toContain('入室');
  });

  test('says without a closed office that it cannot take place where no counsellor is left for it', async () => {
    const day = ahead(5);
    const { visitor } = await someone(day, '14:00', '渡邉 由紀', { counsellor: 1 });
    await counter.prisma.closure.create({
      data: { day: asDateColumn(day), counsellors: 1, createdAt: addMinutes(counter.clock.now(), 1) },
    });
    const shown = await visitor.says('予約を見る');
    expect(shown).toContain('この日時は、相談ができなくなりました。');
    expect(shown).not.toMatch(/お休み|入室/);
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
