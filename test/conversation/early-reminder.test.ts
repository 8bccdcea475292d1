// Whoever does not want to be reminded days before turns it off on the reminder itself, and on again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  hanako = counter.visitor('U-hanako');
  await hanako.says('こんにちは');
});
afterAll(() => counter.close());

const wants = async () => (await counter.prisma.person.findFirstOrThrow()).wantsEarlyReminder;
const set = (wanted: '0' | '1') => hanako.does({ type: 'tap', tap: { event: 'earlyReminder.set', wanted } });

test('it is off with one tap, and says that the others come; the button brings it back', async () => {
  expect(await wants()).toBe(true);
  const off = await set('0');
  expect(off).toContain('早めのお知らせを止めました');
  expect(off).toContain('前日と直前のお知らせは、これからもお送りします');
  expect(await wants()).toBe(false);
  expect(await hanako.presses('早めのお知らせを受け取る')).toContain('またお送りします');
  expect(await wants()).toBe(true);
});

test('in the middle of a form the open question stands again', async () => {
  await hanako.says('相談を申し込む');
  const off = await set('0');
  expect(off).toContain('早めのお知らせを止めました');
  expect(off).toContain('同意する');
  expect(await wants()).toBe(false);
});
