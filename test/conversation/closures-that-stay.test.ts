// One of two closures of a day is lifted: what the other one still hits is reminded of nothing, and that is said.
import { expect, test } from 'vitest';
import { dayText } from '../../src/messages/ja/dates.ts';
import { ahead, clerk, later, openWithClosures, someone, waits, written } from './closing.ts';

openWithClosures();

const asUsual = 'これから先の前日と直前のお知らせは、いつもどおり送ります';

test('with another closure that hits bookings their number is said, and that their reminders stay silent', async () => {
  const day = ahead();
  await someone(day, '10:00', '髙橋 美穂');
  await someone(day, '14:00', '渡邉 由紀');
  await someone(day, '15:30', '田中 良子', waits());
  for (const line of [`休業 ${written(day)} 午後`, `休業 ${written(day)}`]) {
    await clerk.says(line);
    await clerk.presses('休業にする');
    await later();
  }
  await clerk.says(`休業 解除 ${written(day)}`);
  const answer = await clerk.presses(`${dayText(day)} 終日`);
  expect(answer).toContain('休業を解除しました');
  expect(answer).toContain('ほかの休業などに当たる予約が1件あります');
  expect(answer).toContain('その予約の前日と直前のお知らせは、止まったままです');
  expect(answer).not.toContain(asUsual);
  await later();
  expect(await clerk.says(`休業 解除 ${written(day)}`)).toContain(asUsual);
});

test('with another closure that hits nothing all reminders come as usual', async () => {
  const day = ahead();
  await someone(day, '10:00', '髙橋 美穂');
  for (const part of ['午後', '午前']) {
    await clerk.says(`休業 ${written(day)} ${part}`);
    await clerk.presses('休業にする');
    await later();
  }
  await clerk.says(`休業 解除 ${written(day)}`);
  const list = await clerk.presses(`${dayText(day)} 午前`);
  expect(list).toContain(asUsual);
});
