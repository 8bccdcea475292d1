// What tests about a consultation begin with: a counter with one admin chat, and somebody new before each test.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { listenTo, putBooking, stepsOf } from './bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

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

export type What = Parameters<Visitor['does']>[0];
export const words = (text: string): What => ({ type: 'text', text });
export const sticker: What = { type: 'sticker' };

/** Minutes until the start. */
export const hasBooking = (minutes: number, changes: Parameters<typeof putBooking>[3] = {}) =>
  putBooking(counter, hanako, minutes, changes);
export const steps = (id: string): Promise<string[]> => stepsOf(counter, id);
export const minutesLater = (minutes: number) =>
  counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));

/** Sent then, or so many minutes ago; delivered now. */
export async function delivered(what: What, sent: Date | number): Promise<string> {
  await hanako.news();
  const sentAt = typeof sent === 'number' ? addMinutes(counter.clock.now(), -sent) : sent;
  const happenedAt = sentAt.getTime();
  await counter.hear({ ...hanako.event(what), happenedAt });
  return textOf(await hanako.news());
}
