// 台帳, typed in the group: the address of a page, and who asked for which month.

import { addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asDay } from '../../src/core/jst.ts';
import { readRegisterLine } from '../../src/understanding/register-line.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
});

test('a month brings the address of its page, and who asked is on record', async () => {
  expect(await clerk.says('台帳 2026年12月')).toContain('台帳 2026年12月');
  const [look] = await counter.prisma.registerLook.findMany();
  expect(look).toMatchObject({ event: 'asked', chatId: 'C1', month: new Date('2026-12-01') });
  expect(look?.staffId).not.toBeNull();
  const [link] = await counter.prisma.pageLink.findMany();
  expect(link).toMatchObject({ purpose: 'register', subject: look?.id });
});

test('a month that cannot be read is answered with the right form, talk with nothing', async () => {
  for (const words of ['台帳 13月', '台帳 12/3', '台帳 らいねん'])
    expect(await clerk.says(words), words).toContain('台帳 2026年12月');
  for (const words of ['台帳を出しておきました', '台帳？', '台帳の件です'])
    expect(await clerk.says(words), words).toBe('');
  const stranger = counter.visitor('U-stranger');
  await stranger.follows();
  expect(await stranger.says('台帳 12月')).not.toContain('台帳をひらく');
});

test.each([
  ['台帳', '2026-11-01'],
  ['台帳　１２月', '2026-12-01'],
  ['台帳12月', '2026-12-01'],
  ['台帳 1月', '2027-01-01'],
  ['台帳 2月', '2026-02-01'],
  ['台帳 10月分', '2026-10-01'],
  ['台帳 先月', '2026-10-01'],
  ['台帳 来月', '2026-12-01'],
  ['台帳 2025/4', '2025-04-01'],
  ['台帳 2025年4月', '2025-04-01'],
])('%s is the month of %s', (words, month) => {
  expect(readRegisterLine(words, asDay('2026-11-29'))).toEqual({ month });
});
