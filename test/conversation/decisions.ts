// What tests about decisions of staff begin with: two clerks, one room, and bookings that they decide on.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;
export let suzuki: Visitor;
export let takahashi: Visitor;
export let hanako: Visitor;
/** As many as there were: none has another one's counsellor. */
export let visitors = 0;

/** For a file of tests: opens the counter before them, with one room, two clerks of one chat, and somebody new for each. */
export function openWithClerks(): void {
  beforeAll(async () => {
    counter = await openCounter();
    const { prisma, clock, database } = counter;
    await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
    const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
    const room = { name: '相談室A', numbers, newId: uuidv7() };
    await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
  });
  afterAll(() => counter.close());
  beforeEach(async () => {
    somebodyNew();
    suzuki = counter.visitor('C1', 'group', 'U-clerk-1');
    takahashi = counter.visitor('C1', 'group', 'U-clerk-2');
    // The same button is answered again.
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
  });
}

/** `hanako` is somebody whom nobody knows. */
export function somebodyNew(): void {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
}

export const bookingNow = (id: string) => counter.prisma.booking.findUniqueOrThrow({ where: { id } });
export const stateOf = async (id: string) => (await bookingNow(id)).state;
export const heardBy = async (visitor: Visitor, from = 0) =>
  (await counter.sentTo(visitor.chatId)).slice(from).map(({ about }) => about);

/** A request of hers that waits for staff. */
export async function requested(): Promise<string> {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  return (await counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } })).id;
}

/** One that she was told of. */
export async function confirmed(minutesAhead = 3 * 24 * 60): Promise<string> {
  await hanako.follows();
  return (await putBooking(counter, hanako, minutesAhead)).id;
}

export async function showCard(id: string): Promise<string> {
  return suzuki.says(receiptOf(await bookingNow(id)));
}

export async function cancels(id: string): Promise<string> {
  await showCard(id);
  await suzuki.presses('キャンセル');
  return suzuki.presses('ご本人から');
}
