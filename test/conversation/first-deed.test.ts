// Whoever does something with the first line in a chat of the staff is on record with a name, as whoever presses a button.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, asDateColumn, dayOf, numbersOf } from '../../src/core/jst.ts';
import { openMemberName } from '../../src/records/admin-chats.ts';
import { type Counter, openCounter } from './counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  const { prisma, clock } = counter;
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
  await prisma.closure.create({ data: { day: asDateColumn(day()), createdAt: clock.now() } });
});
afterAll(() => counter.close());

const day = () => businessDayAfter(addDays(dayOf(counter.clock.now()), 5), counter.office, []);
const written = () => {
  const { month, dayOfMonth } = numbersOf(day());
  return `${month}/${dayOfMonth}`;
};

let clerks = 0;
test.each([
  ['会議室 追加 相談室A 812 3456 7890 hama2026', () => '登録しました'],
  ['会議室 削除 相談室A', (name: string) => `${name}さんが会議室「相談室A」を削除しました`],
  ['休業 解除 DAY', () => '休業を解除しました'],
  ['電話予約 DAY 10:00', () => '10:00'],
])('「%s」', async (line, answer) => {
  clerks += 1;
  const userId = `U-first-${clerks}`;
  const clerk = counter.visitor('C1', 'group', userId);
  expect(await clerk.says(line.replace('DAY', written()))).toContain(answer(`職員${clerks}`));
  const [member, ...more] = await counter.prisma.staffMember.findMany({ where: { lineUserId: userId } });
  expect(more).toEqual([]);
  expect(member && openMemberName(counter.database.sealer, member)).toBe(`職員${clerks}`);
});

test('talk in the chat puts nobody on record', async () => {
  await counter.visitor('C1', 'group', 'U-talks').says('休みたいですね');
  expect(await counter.prisma.staffMember.count({ where: { lineUserId: 'U-talks' } })).toBe(0);
});
