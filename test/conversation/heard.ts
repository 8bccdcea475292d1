// What a person and staff hear of a booking while something is done with it.

import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Booking } from '../../src/db/generated/client.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { staffPushes } from '../../src/outbox/staff-pushes.ts';
import { getBooking } from '../../src/records/bookings.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import type { expire } from '../../src/timers/expire.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;
export let hanako: Visitor;
export let clerk: Visitor;
let visitors = 0;
const staffChats = ['C1', 'C2'];

/** For a file of tests: opens the counter before them, with one room and two chats of staff, and somebody new for each. */
export function openWithTwoChats(): void {
  beforeAll(async () => {
    counter = await openCounter();
    const { prisma, clock, database } = counter;
    for (const chatId of staffChats)
      await prisma.adminChat.create({ data: { chatId, enrolledAt: clock.now() } });
    const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
    const room = { name: '相談室A', numbers, newId: uuidv7() };
    await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
  });
  afterAll(() => counter.close());
  beforeEach(() => {
    visitors += 1;
    hanako = counter.visitor(`U${visitors}`);
    clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  });
}

export type Heard = { person: string | null; staff: string | null; after?: number };

/** What both sides hear while this is done, but for answers in the chats in which somebody acts. */
export async function heardWhile(act: () => Promise<unknown>): Promise<Heard> {
  const chats = [hanako.chatId, ...staffChats];
  const before = await Promise.all(chats.map(async (chat) => (await counter.sentTo(chat)).length));
  await counter.prisma.undelivered.deleteMany();
  await act();
  const [person = [], ...staff] = await Promise.all(
    chats.map(async (chat, at) => {
      const sent = await counter.sentTo(chat, before[at]);
      // What is not pushed waits for the next word there.
      const waiting = await counter.prisma.undelivered.findMany({ where: { chatId: chat } });
      for (const { about } of waiting) expect(staffPushes).toMatchObject({ [about]: 'waits' });
      return [...sent, ...waiting].map(({ about }) => about).filter((about) => about !== 'answer');
    }),
  );
  // Every chat of the staff hears the same.
  for (const one of staff) expect(one).toEqual(staff[0]);
  for (const one of [person, ...staff]) expect(one.length).toBeLessThanOrEqual(1);
  return { person: person[0] ?? null, staff: staff[0]?.[0] ?? null };
}

export async function requests(): Promise<Booking> {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  return newest();
}
export const newest = () => counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } });

export async function confirms(): Promise<Booking> {
  const { id } = await requests();
  await clerk.presses('確定する(相談室A)');
  await counter.minutePasses();
  return counter.prisma.$transaction((tx) => getBooking(tx, id));
}

/** 別の日時にしたい: the first day that is offered, at its first time; what she has is on the last one. */
export async function wishes({ id, version }: Booking): Promise<void> {
  const days = await hanako.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  const times = await hanako.presses(/\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '');
  await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
  await hanako.presses('この内容で申し込む');
}

export const showsAndPresses = async (id: string, label: string): Promise<string> => {
  const { number } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
  await clerk.says(String(number).padStart(4, '0'));
  return clerk.presses(label);
};

export async function cancels(id: string): Promise<void> {
  await showsAndPresses(id, 'キャンセル');
  await clerk.presses('ご本人から');
}

/** Of what can be taken back for a minute: nothing is heard before it is over. */
export async function heardLater(decides: () => Promise<unknown>): Promise<Heard> {
  expect(await heardWhile(decides)).toEqual({ person: null, staff: null });
  return { ...(await heardWhile(counter.minutePasses)), after: 60 };
}

/** Staff record these one after the other, so many minutes after the start of a consultation; what the last one brings. */
export async function records(minutes: number, ...outcomes: string[]): Promise<Heard> {
  const { id } = await confirms();
  const startsAt = addMinutes(counter.clock.now(), -minutes);
  const data = {
    startsAt,
    endsAt: addMinutes(startsAt, 45),
    counsellor: 100 + visitors,
    roomId: null,
    zoomHash: null,
  };
  await counter.prisma.booking.update({ where: { id }, data });
  let heard: Heard = { person: null, staff: null };
  for (const [before, outcome] of outcomes.entries()) {
    const { version } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    // Instead of another one it needs a reason.
    const how =
      before > 0 ? { event: 'outcome.corrected', reason: 'foundOut' } : { event: 'outcome.recorded' };
    const tap = { ...how, booking: id, version: String(version), outcome };
    const said = outcome === 'reopened' ? '記録を取り消しました' : '記録しました';
    heard = await heardWhile(async () => expect(await clerk.taps(tap)).toContain(said));
  }
  return heard;
}

/** As a timer does that fires at this moment. */
export const fires = async (
  now: Date,
  act: (tx: Parameters<typeof expire>[0], at: Parameters<typeof expire>[2]) => Promise<Outgoing[]>,
): Promise<void> => {
  const { database, services } = counter;
  await database.queue.transaction(async (tx) => {
    const outgoing = await act(tx, { ...services, now });
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
  });
};
