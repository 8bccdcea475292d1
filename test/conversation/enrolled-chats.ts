// What tests about several admin chats begin with: the one of the services, whose clerk can invite others.
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, dayOf, instant } from '../../src/core/jst.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;

/** Of the test: names that no other test has. */
export let turns = 0;
export let services: Visitor;

/** For a file of tests: opens the counter before them, with one admin chat for each. */
export function openWithServices(): void {
  beforeAll(async () => {
    counter = await openCounter();
  });
  afterAll(() => counter.close());
  beforeEach(async () => {
    turns += 1;
    // The days that went by in the test before may have led into a weekend, on which nothing is pushed.
    const { clock, office } = counter;
    const today = dayOf(clock.now());
    const next = businessDayAfter(addDays(today, -1), office, []);
    if (next !== today) await clock.moveTo(instant(next, '10:05'));
    await counter.prisma.adminChat.deleteMany();
    services = counter.visitor(`C-services-${turns}`, 'group', 'U-clerk-1');
    await counter.prisma.adminChat.create({
      data: { chatId: services.chatId, enrolledAt: counter.clock.now() },
    });
  });
}

export const group = (name: string) => counter.visitor(`C-${name}-${turns}`, 'group', 'U-clerk-2');
export const invitation = async () => /\d{4}-\d{4}/.exec(await services.says('招待'))?.[0] ?? 'none';
export const decides = async (one: Visitor) => (await one.says('ヘルプ')).includes('承認待ち');
export async function enrolled(name: string): Promise<Visitor> {
  const one = group(name);
  expect(await one.says(await invitation())).toContain('職員用のトークになりました');
  return one;
}
