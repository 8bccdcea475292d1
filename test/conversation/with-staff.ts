// What tests about a consultation begin with: a counter with one admin chat, and somebody new before each test.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { listenTo } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;
export let hanako: Visitor;
/** What the admin chat was told since the last call. */
export let staffHear: () => Promise<string>;

/** For a file of tests: opens the counter before them and closes it after them. */
export function openWithStaff(): void {
  beforeAll(async () => {
    counter = await openCounter();
    await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
    staffHear = listenTo(() => counter, 'C1');
  });
  afterAll(() => counter.close());
  beforeEach(async () => {
    await somebodyNew();
    await staffHear();
  });
}

/** `hanako` is somebody whom nobody knows. */
export async function somebodyNew(): Promise<void> {
  hanako = counter.visitor(`U-${uuidv7()}`);
  await hanako.follows();
}
