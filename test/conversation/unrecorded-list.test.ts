// 未記録 stands in every 今日, with its age, until somebody records what became of it.
import { addMinutes } from 'date-fns';
import { expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { putBooking } from './bookings-of.ts';
import { clerk, counter, openWithOneClerk } from './with-one-clerk.ts';

let people = 0;
openWithOneClerk();

async function unrecorded(daysAgo: number) {
  people += 1;
  const visitor = counter.visitor(`U-${people}`);
  await visitor.follows();
  return putBooking(counter, visitor, -daysAgo * 24 * 60, { state: 'unrecorded', counsellor: people });
}

test('今日 counts those of earlier days and shows the three newest with their age; other days do not', async () => {
  for (const days of [9, 1, 4, 2]) await unrecorded(days);
  const today = await clerk.says('今日');
  expect(today).toContain('相談 0件');
  expect(today.match(/未記録・\d+日前/g)).toEqual(['未記録・1日前', '未記録・2日前', '未記録・4日前']);
  expect(today).toContain('未記録 4');
  expect(await clerk.presses('未記録')).toContain('未記録・9日前');
  for (const word of ['明日', '昨日', '今週']) expect(await clerk.says(word)).not.toContain('日前');
});

test('one of today stands among its consultations, once', async () => {
  await unrecorded(0);
  expect((await clerk.says('今日')).match(/未記録/g)).toHaveLength(1);
});

test('未記録 lists all, twelve on a card, and a line brings the card that records it', async () => {
  for (let days = 1; days <= 13; days += 1) await unrecorded(days);
  const first = await clerk.says('未記録');
  expect(first).toContain('未記録 13件');
  expect(first.match(/日前/g)).toHaveLength(12);
  const rest = await clerk.presses('つづき');
  expect(rest.match(/日前/g)).toEqual(['日前']);
  const [, line = ''] = /\[([^\]]+)\] 未記録・13日前/.exec(rest) ?? [];
  expect(await clerk.presses(line)).toContain('[来室]');
  await clerk.presses('来室');
  expect(await clerk.says('未記録')).toContain('未記録 12件');
});

test('with nothing open it is one sentence', async () => {
  expect(await clerk.says('未記録')).toContain('未記録の相談はありません');
});

test('今日 as the first word of the morning shows the day once, and what came overnight', async () => {
  const morning = instant(businessDayAfter(dayOf(counter.clock.now()), counter.office, []), '08:40');
  await counter.clock.moveTo(morning);
  const hanako = counter.visitor('U-hanako');
  await hanako.follows();
  const { id } = await putBooking(counter, hanako, 120);
  const at = addMinutes(morning, -60);
  const waits = { chatId: 'C1', about: 'withdrawn', bookingId: id, at, reason: 'waits', state: 'waiting' };
  await counter.prisma.undelivered.create({ data: { id, ...waits } });
  const said = await clerk.says('今日');
  expect(said.match(/相談 1件/g)).toHaveLength(1);
  expect(said).toContain('申し込みの取り下げがありました');
  expect(await clerk.says('おはよう')).toBe('');
});
