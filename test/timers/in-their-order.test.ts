// Timers that fall due together are acted on as they fell due, in whatever order the queue gives them.
import { addMinutes, addSeconds } from 'date-fns';
import { beforeAll, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers } from '../../src/timers/timers.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import {
  bookingNow,
  cancels,
  confirmed,
  counter,
  hanako,
  heardBy,
  openWithClerks,
  suzuki,
} from '../conversation/decisions.ts';

openWithClerks();
beforeAll(() => {
  const work = timerWorker(counter);
  counter.database.queue.work('timers', { batchSize: 50 }, (jobs) =>
    work(jobs.toSorted((one, other) => other.dueAt.getTime() - one.dueAt.getTime())),
  );
});

test('a booking that was cancelled and one that was confirmed after it are told in that order', async () => {
  const { clock } = counter;
  await cancels(await confirmed());
  await clock.moveTo(addSeconds(clock.now(), 11));
  const asked = { state: 'requested', zoomMeetingId: null, zoomPasscode: null } as const;
  const { id } = await putBooking(counter, hanako, 4 * 24 * 60, asked);
  await suzuki.says(receiptOf(await bookingNow(id)));
  await suzuki.presses('確定する(相談室A)');
  const before = (await heardBy(hanako)).length;
  await clock.moveTo(addMinutes(clock.now(), 2));
  expect(await heardBy(hanako, before)).toEqual(['cancelled', 'confirmed']);
});

test.each([
  ['after it', 'after', 33, ['cancelled', 'reminder']],
  ['before it', 'before', 30.5, ['reminder', 'cancelled']],
] as const)(
  'a reminder of another booking that fell due %s goes out %s what staff decided',
  async (_, __, minutes, heard) => {
    const { clock, database, office } = counter;
    await cancels(await confirmed());
    const other = await putBooking(counter, hanako, minutes);
    const wake = { now: clock.now(), newId: () => crypto.randomUUID() };
    await database.queue.put('timers', bookingTimers(other, office, wake));
    const before = (await heardBy(hanako)).length;
    await clock.moveTo(addMinutes(clock.now(), 5));
    expect(await heardBy(hanako, before)).toEqual(heard);
  },
);
