// What tests about closures begin with: two chats of the staff, and days and people to close them for.
import { addMinutes, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import { type Day, dayOf, instant } from '../../src/core/jst.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

export let counter: Counter;
export let clerk: Visitor;
export let other: Visitor;
let visitors = 0;

/** For a file of tests: opens the counter before them, and begins each without closures and bookings. */
export function openWithClosures(): void {
  beforeAll(async () => {
    counter = await openCounter();
    counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
    const enrolledAt = counter.clock.now();
    await counter.prisma.adminChat.createMany({
      data: [
        { chatId: 'C1', enrolledAt },
        { chatId: 'C2', enrolledAt },
      ],
    });
  });
  afterAll(() => counter.close());
  beforeEach(async () => {
    clerk = counter.visitor('C1', 'group', 'U-clerk-1');
    other = counter.visitor('C2', 'group', 'U-clerk-2');
    await counter.prisma.closure.deleteMany();
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.reminderSent.deleteMany();
    await counter.prisma.booking.deleteMany();
    await later();
  });
}

/** The same button is answered again. */
export const later = () => counter.clock.moveTo(addSeconds(counter.clock.now(), 11));

/** So many business days ahead: two of them are never one, over the New Year either. */
export function ahead(days = 3): Day {
  let day = dayOf(counter.clock.now());
  for (let n = 0; n < days; n += 1) day = businessDayAfter(day, counter.office, []);
  return day;
}
/** How staff write it. */
export const written = (day: Day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

export async function someone(
  day: Day,
  time: string,
  name: string,
  changes: Parameters<typeof putBooking>[3] = {},
) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const minutes = (instant(day, time).getTime() - counter.clock.now().getTime()) / 60_000;
  const booking = await putBooking(counter, visitor, minutes, changes);
  const details = { name, jobNumber: null, phone: '09012345678' };
  await counter.prisma.$transaction((tx) =>
    recordDetails(tx, counter.database.sealer, booking.personId, details),
  );
  return { visitor, booking, receipt: receiptOf(booking) };
}
export const waits = () => ({
  state: 'requested' as const,
  promisedBy: addMinutes(counter.clock.now(), 300),
});
