// 12/3 1人: one counsellor fewer for a day. Its bookings are dealt anew first; only what does not fit is a hit.
import { addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { readOffice } from '../../src/config/office.ts';
import { addDays, type Day, dayOf, instant } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers } from '../../src/timers/timers.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const profile = readOffice('hamamatsu', 'offices');
const office = { ...profile, consultation: { ...profile.consultation, counsellors: 2 } };

let counter: Counter;
let clerk: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter({ office });
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
});
afterAll(() => counter.close());
beforeEach(async () => {
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await counter.prisma.closure.deleteMany();
  await counter.prisma.bookingStep.deleteMany();
  await counter.prisma.reminderSent.deleteMany();
  await counter.prisma.booking.deleteMany();
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
});

const ahead = (days = 3): Day => businessDayAfter(addDays(dayOf(counter.clock.now()), days), office, []);
const written = (day: Day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

async function someone(
  day: Day,
  time: string,
  counsellor: number,
  name: string,
  state = 'confirmed' as const,
) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const minutes = (instant(day, time).getTime() - counter.clock.now().getTime()) / 60_000;
  const booking = await putBooking(counter, visitor, minutes, { counsellor, state });
  const details = { name, jobNumber: null, phone: '09012345678' };
  await counter.prisma.$transaction((tx) =>
    recordDetails(tx, counter.database.sealer, booking.personId, details),
  );
  return { visitor, booking };
}

/** By person: with which counsellor they are. */
async function places(day: Day): Promise<number[]> {
  const bookings = await counter.prisma.booking.findMany({
    where: { startsAt: { gte: instant(day, '00:00'), lt: instant(addDays(day, 1), '00:00') } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return bookings.map(({ counsellor }) => counsellor);
}

test('Bookings of both counsellors are dealt to the one who is left: of three that overlap in a chain one is a hit', async () => {
  const day = ahead();
  await someone(day, '10:00', 1, '髙橋 美穂');
  await someone(day, '10:30', 0, '渡邉 由紀');
  await someone(day, '11:00', 1, '田中 良子');
  await someone(day, '14:00', 1, '馬場 あや');
  const card = await clerk.says(`${written(day)} 1人`);
  expect(card).toContain(`${dayText(day)}の相談員を1人にしますか？`);
  expect(card).toContain('当たる予約 1件');
  expect(card).toContain('渡邉 由紀');
  expect(card).not.toMatch(/髙橋|田中|馬場/);
  expect(await places(day)).toEqual([1, 0, 1, 1]);
  expect(await clerk.presses('1人にする')).toContain('相談員を1人にしました(職員1さん)');
  expect(await places(day)).toEqual([0, 1, 0, 0]);
  const list = await clerk.says(written(day));
  expect(list).toContain('休業 相談員 1人');
  expect(list).toMatch(/渡邉 由紀\] 確定・相談員が足りない/);
  expect(list.match(/足りない/g)).toHaveLength(1);
});

test('Three that overlap at once leave two of them without a counsellor, and each keeps a place of its own', async () => {
  const day = ahead();
  await someone(day, '10:00', 0, '髙橋 美穂');
  await someone(day, '10:15', 1, '渡邉 由紀');
  await someone(day, '10:30', 7, '田中 良子');
  expect(await clerk.says(`${written(day)} 一人`)).toContain('当たる予約 2件');
  await clerk.presses('1人にする');
  expect((await places(day)).toSorted()).toEqual([0, 1, 7]);
});

test('The full number lifts it, and everybody has a counsellor again; said once more there is nothing to do', async () => {
  const day = ahead();
  await someone(day, '10:00', 0, '髙橋 美穂');
  await someone(day, '10:00', 1, '渡邉 由紀');
  await clerk.says(`${written(day)} 1人`);
  await clerk.presses('1人にする');
  expect(await clerk.says(`${written(day)} 1人`)).toMatch(/職員1さんが\d+:\d\dに登録済みです/);
  expect(await clerk.says(`${written(day)} 2人`)).toContain('相談員の人数を元に戻しました(職員1さん)');
  expect((await places(day)).toSorted()).toEqual([0, 1]);
  expect(await clerk.says(`${written(day)} 2人`)).toContain('もともと2人です');
  expect(await clerk.says(written(day))).not.toContain('足りない');
});

test('More than there are, none, and a day that is closed anyway are answered in a sentence', async () => {
  const day = ahead();
  expect(await clerk.says(`${written(day)} 3人`)).toContain('相談員は2人です');
  expect(await clerk.says(`${written(day)} 0人`)).toContain(`休業 ${written(day)}`);
  expect(await clerk.says('2027/3/22 1人')).toContain('もともと休みです');
  expect(await counter.prisma.closure.count()).toBe(0);
});

test('A slot that only the missing counsellor could take is offered to nobody, and is refused at the last look', async () => {
  const hanako = counter.visitor('U-last-look');
  await fillIn(hanako, 'review');
  const look = await hanako.says('もう一度');
  const [, month = '', date = ''] = /(\d+)月(\d+)日/.exec(look) ?? [];
  const [time = ''] = /\d+:\d\d/.exec(look) ?? [];
  const today = dayOf(counter.clock.now());
  // In December it may be one of January.
  const year = Number(today.slice(0, 4)) + (Number(month) < Number(today.slice(5, 7)) ? 1 : 0);
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` as Day;
  await someone(day, time.padStart(5, '0'), 1, '髙橋 美穂');
  await clerk.says(`${written(day)} 1人`);
  await clerk.presses('1人にする');
  expect(await places(day)).toEqual([0]);
  const answer = await hanako.presses('この内容で申し込む');
  expect(answer).toContain('空きがありません');
  expect(answer).not.toContain(`[${time}]`);
});

test('Who has no counsellor left is not reminded, and who was dealt to the other one is', async () => {
  const day = ahead(5);
  const kept = await someone(day, '14:00', 1, '髙橋 美穂');
  const hit = await someone(day, '14:15', 0, '渡邉 由紀');
  const wake = { now: counter.clock.now(), newId: () => crypto.randomUUID() };
  for (const { booking } of [kept, hit])
    await counter.database.queue.put('timers', bookingTimers(booking, office, wake));
  await clerk.says(`${written(day)} 1人`);
  await clerk.presses('1人にする');
  await counter.clock.moveTo(instant(addDays(day, -1), '17:01'));
  const reminders = async ({ visitor }: typeof kept) =>
    (await visitor.news()).filter(({ about }) => about === 'reminder').length;
  expect([await reminders(kept), await reminders(hit)]).toEqual([1, 0]);
});

test('A slot that is held for a caller is dealt with the bookings of its day, and what is entered finds it', async () => {
  const day = ahead();
  await someone(day, '10:00', 1, '浜名 花子');
  expect(await clerk.says(`電話予約 ${written(day)} 10:00`)).toContain('おさえました');
  const before = await counter.prisma.slotUse.findFirstOrThrow({ where: { kind: 'call' } });
  expect(before.counsellor).toBe(0);
  await clerk.says(`${written(day)} 1人`);
  expect(await clerk.presses('1人にする')).toContain('相談員を1人にしました');
  const held = await counter.prisma.slotUse.findFirstOrThrow({ where: { kind: 'call' } });
  expect([held.counsellor, ...(await places(day))].toSorted()).toEqual([0, 1]);
  await counter.prisma.slotUse.deleteMany({ where: { kind: 'call' } });
});
