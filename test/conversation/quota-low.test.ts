// Staff hear in time that the month's messages will not be enough: beside the next answer, once a month of each kind.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, dayOf, instant } from '../../src/core/jst.ts';
import { forecast, warnOfQuota } from '../../src/outbox/quota-forecast.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let group: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  group = counter.visitor('C-low', 'group', 'U-clerk');
  await counter.prisma.adminChat.create({ data: { chatId: group.chatId, enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(() => counter.prisma.undelivered.deleteMany());

const looks = (left: number, limit = 200) =>
  warnOfQuota(counter.prisma, { limit, left }, { ...counter.services, now: counter.clock.now() });
const nextWord = () => group.says('承認待ち');

test.each([
  [200 - 159, undefined],
  [200 - 160, '80%を使いました'],
  [200 - 189, '80%を使いました'],
  [200 - 190, '95%を使いました'],
] as const)('with %i of 200 left', async (left, said) => {
  await looks(left);
  const answer = await nextWord();
  if (said === undefined) return expect(answer).not.toContain('送信数');
  expect(answer).toContain(said);
  await looks(left - 1);
  expect(await nextWord()).not.toContain(said);
});

test('what is booked counts, as soon as it is more than what is left', async () => {
  const { prisma, clock, services } = counter;
  // Not so near to the end of the month that the reminders fall into the next one.
  while (dayOf(clock.now()).slice(8) > '15')
    await clock.moveTo(instant(addDays(dayOf(clock.now()), 1), '10:05'));
  for (let person = 0; person < 4; person += 1) {
    const hanako = counter.visitor(`U-low-${person}`);
    await hanako.follows();
    await putBooking(counter, hanako, (5 + person) * 24 * 60);
    if (person === 3)
      await prisma.person.update({ where: { chatId: hanako.chatId }, data: { blockedAt: clock.now() } });
  }
  await prisma.person.updateMany({ where: { chatId: 'U-low-0' }, data: { wantsEarlyReminder: false } });
  const { needed, early } = await prisma.$transaction((tx) => forecast(tx, clock.now(), services.office));
  expect({ needed, early }).toEqual({ needed: 6, early: 2 });
  await looks(6, 1000);
  expect(await nextWord()).not.toContain('足りない見込み');
  await looks(5, 1000);
  expect(await nextWord()).toContain('お知らせが足りない見込みです');
  await looks(4, 1000);
  expect(await nextWord()).not.toContain('足りない');
});

test('a month later it is said again', async () => {
  await looks(30);
  expect(await nextWord()).toContain('80%');
  const [year = '', month = ''] = dayOf(counter.clock.now()).split('-');
  await counter.clock.moveTo(addMinutes(new Date(Date.UTC(Number(year), Number(month), 1)), 60));
  await looks(30);
  expect(await nextWord()).toContain('80%');
});
