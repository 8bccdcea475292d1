// The page on which a caller's details are entered, fetched again and again: by a program that opens links, and by a browser that
// loads it anew when the telephone's own app was in front.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../conversation/counter.ts';
import { openPhoneDesk, type PhoneDesk } from './phone-desk.ts';

let counter: Counter;
let desk: PhoneDesk;
beforeAll(async () => {
  counter = await openCounter();
  desk = await openPhoneDesk(counter);
});
afterAll(async () => {
  desk.close();
  await counter.close();
});
beforeEach(async () => {
  await desk.clear();
  await desk.later();
});

test.each<[string, RequestInit]>([
  ['opens it', {}],
  ['only looks whether it is there', { method: 'HEAD' }],
  ['prefetches it', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }],
  ['calls itself a bot', { headers: { 'user-agent': 'facebookexternalhit/1.1;line-poker/1.0' } }],
])(
  'A program that %s sees no form and no slot, however often, and the clerk’s page still saves',
  async (_, how) => {
    const page = await desk.hold(desk.line());
    for (let again = 0; again < 30; again += 1) {
      const response = await fetch(page, how);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/氏名|10:00|\d月/);
    }
    expect(await desk.holds()).toHaveLength(1);
    expect((await desk.save(page)).html).toContain('登録しました');
  },
);

test('Loaded anew after the telephone was in front, it asks for its press again, and one booking is made', async () => {
  const page = await desk.hold(desk.line());
  expect((await desk.send(page)).html).toContain('氏名');
  const reloaded = await (await fetch(page)).text();
  expect(reloaded).not.toContain('氏名');
  const wrong = await desk.save(page, { phone: '' });
  expect(wrong.html).toContain('佐藤 花子');
  expect((await desk.send(page)).html).toContain('氏名');
  expect((await desk.save(page)).html).toContain('登録しました');
  expect((await desk.save(page)).html).toContain('登録ずみです');
  expect(await counter.prisma.booking.count()).toBe(1);
  expect(await desk.holds()).toEqual([]);
});
