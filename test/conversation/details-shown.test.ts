// D11: somebody else may hold her phone. What lies on record is shown masked; what was typed just now in full.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, fillIn, openCounter } from './counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

test('the last look shows in full what she has just typed, and masked what was on record', async () => {
  const hanako = counter.visitor('U1');
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  await counter.prisma.booking.updateMany({ data: { state: 'done' } });

  await hanako.presses('相談を申し込む');
  await hanako.presses('この登録で申し込む');
  const days = await hanako.says('もう一度');
  await hanako.presses(/\[(\d+月\d+日\(.\))\]\n\[ほかの日\]/.exec(days)?.[1] ?? '');
  const masked = await hanako.presses('15:00');
  expect(masked).toContain('申* 花*');
  expect(masked).toContain('090-****-5678');

  await hanako.presses('直す');
  await hanako.presses('氏名');
  const edited = await hanako.says('別名 花子');
  expect(edited).toContain('別名 花子');
  expect(edited).toContain('090-****-5678');
  expect(edited).toContain('22020-****567');
  expect(edited).not.toContain('090-1234-5678');
});
