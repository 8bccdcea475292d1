// Staff see on the card of a request that somebody else on record has the same phone or jobseeker number.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let staff: Visitor;
let people = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  staff = counter.visitor('C1', 'group', 'U-clerk');
});
afterAll(() => counter.close());

/** The card of the staff, and the receipt number. */
async function asks(
  name: string,
  jobNumber: string,
  phone: string,
): Promise<{ card: string; receipt: string }> {
  people += 1;
  const visitor = counter.visitor(`Uasks${people}`);
  await staff.news();
  await visitor.follows();
  for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await visitor.presses(label);
  await visitor.says(name);
  await visitor.says(jobNumber);
  const days = await visitor.says(phone);
  const [, day = ''] = /\[(\d+月\d+日\(.\))\]\n\[ほかの日\]/.exec(days) ?? [];
  const [, time = ''] = /\[(\d+:\d\d)\]/.exec(await visitor.presses(day)) ?? [];
  await visitor.presses(time);
  await answerNoToAll(visitor);
  await visitor.presses('この内容で申し込む');
  const booking = await counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } });
  return { card: textOf(await staff.news()), receipt: receiptOf(booking) };
}

test('with the receipt number of the other, whether the phone or the jobseeker number is the same, however it was typed', async () => {
  const first = await asks('浜名 花子', '22020-1111111', '090-1111-2222');
  expect(first.card).toContain('新しい申し込み');
  expect(first.card).not.toContain('同じ番号の方');
  const samePhone = await asks('浜名はなえ', '22020-2222222', '０９０１１１１２２２２');
  expect(samePhone.card).toContain(`同じ番号の方 ${first.receipt}`);
  expect(samePhone.card).not.toContain('同名');
  const sameJobNumber = await asks('浜名 花子', '２２０２０－１１１１１１１', '080-3333-4444');
  expect(sameJobNumber.card).toContain(`同じ番号の方 ${first.receipt}(同名)`);
  const other = await asks('別の 人', '番号がわからない', '080-5555-6666');
  expect(other.card).not.toContain('同じ番号の方');
  const unknownToo = await asks('又別の 人', '番号がわからない', '080-5555-7777');
  expect(unknownToo.card).not.toContain('同じ番号の方');
  expect(await staff.says(sameJobNumber.receipt)).toContain(`同じ番号の方 ${first.receipt}(同名)`);
});
