// What tests about lists and people begin with: a counter with one admin chat and one clerk, and no booking before each test.
import { addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Counter, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;
export let clerk: Visitor;

/** For a file of tests: opens the counter before them and closes it after them. */
export function openWithOneClerk(options: Parameters<typeof openCounter>[0] = {}): void {
  beforeAll(async () => {
    counter = await openCounter(options);
    await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  });
  afterAll(() => counter.close());
  beforeEach(async () => {
    clerk = counter.visitor('C1', 'group', 'U-clerk-1');
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
    await later();
  });
}

/** The same button is answered again. */
export const later = () => counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
