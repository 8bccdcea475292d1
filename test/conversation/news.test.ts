// 「つながらない」 and 「行けないことを伝える」: staff hear of it once, and only when it can be true.

import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';
import { nextWord, waitingCard, waitingLine } from './next-word.ts';

let counter: Counter;
let hanako: Visitor;
let clerk: Visitor;
let startsAt: Date;
beforeAll(async () => {
  counter = await openCounter();
  const now = counter.clock.now();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: now } });
  const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
  const room = { name: '相談室A', numbers, newId: uuidv7() };
  await counter.prisma.$transaction((tx) => putRoom(tx, counter.database.sealer, room, now));
  hanako = counter.visitor('U1');
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await clerk.presses('確定する(相談室A)');
  await counter.minutePasses();
  await clerk.news();
  ({ startsAt } = await counter.prisma.booking.findFirstOrThrow());
});
afterAll(() => counter.close());

/** What was pushed to staff since the last look. */
const pushed = async () => (await clerk.news()).map(({ about }) => about);

test('Days before, nobody can have trouble getting in: she reads when to press it, and staff are left in peace', async () => {
  const answer = await hanako.presses('つながらない');
  expect(answer).toContain('開始時間になったら');
  expect(answer).toContain('053-454-1910');
  expect([await pushed(), await nextWord(counter)]).toEqual([[], '']);
});

test('Pressed again and again, it is told once', async () => {
  expect(await hanako.presses('行けないことを伝える')).toContain('行けないことを、職員に伝えました');
  for (let again = 0; again < 3; again += 1) {
    expect(await hanako.taps(await hanako.tapOf('行けないことを伝える'))).toContain('もう伝えてあります');
  }
  // An absence of another day is not pushed.
  expect(await pushed()).toEqual([]);
  const booking = await counter.prisma.booking.findFirstOrThrow();
  const line = { title: '行けないと連絡がありました', name: '申込 花子', at: counter.clock.now() };
  expect(await nextWord(counter)).toBe(waitingCard(waitingLine(counter, booking, line)));
  await clerk.news();
});

test('At the start, trouble is told', async () => {
  await counter.clock.moveTo(addMinutes(startsAt, 2));
  expect(await hanako.taps(await hanako.tapOf('つながらない'))).toContain('職員に伝えました');
  expect([await pushed(), await nextWord(counter)]).toEqual([['trouble'], '']);
});
