// What fell due in the minute of a decision that was taken back comes all the same: its person has heard nothing of that minute.
import { addMinutes, addSeconds } from 'date-fns';
import { beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, instant } from '../../src/core/jst.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers, expiresAt, requestTimers } from '../../src/timers/timers.ts';
import {
  bookingNow,
  cancels,
  confirmed,
  counter,
  hanako,
  heardBy,
  openWithClerks,
  requested,
  showCard,
  stateOf,
  suzuki,
} from './decisions.ts';

openWithClerks();
beforeAll(() => {
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
});

const wake = () => ({ now: counter.clock.now(), newId: () => crypto.randomUUID() });
const aMinute = () => counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
/** Half a minute before it. */
const justBefore = (moment: Date) => counter.clock.moveTo(addSeconds(moment, -30));
const justAfter = (moment: Date) => counter.clock.moveTo(addSeconds(moment, 10));

async function withTimers(): Promise<string> {
  const id = await confirmed();
  const { queue } = counter.database;
  await queue.put('timers', bookingTimers(await bookingNow(id), counter.office, wake()));
  return id;
}

const moments = {
  'half an hour before': (startsAt: Date) => addMinutes(startsAt, -30),
  'the day before': (startsAt: Date) => instant(addDays(dayOf(startsAt), -1), '17:00'),
} as const;

test.each(Object.entries(moments))('the reminder of %s, after a cancellation', async (_, momentOf) => {
  const id = await withTimers();
  const moment = momentOf((await bookingNow(id)).startsAt);
  await justBefore(moment);
  const before = (await heardBy(hanako)).length;
  await cancels(id);
  await justAfter(moment);
  expect(await heardBy(hanako, before)).toEqual([]);
  expect(await suzuki.presses('取り消す')).toContain('取り消しました');
  await aMinute();
  expect(await heardBy(hanako, before)).toEqual(['reminder']);
  expect(await stateOf(id)).toBe('confirmed');
});

test('and none that had gone out before it', async () => {
  const id = await withTimers();
  const moment = moments['half an hour before']((await bookingNow(id)).startsAt);
  const before = (await heardBy(hanako)).length;
  await justAfter(moment);
  const sent = await heardBy(hanako, before);
  expect(sent.at(-1)).toBe('reminder');
  await cancels(id);
  await suzuki.presses('取り消す');
  await aMinute();
  expect(await heardBy(hanako, before)).toEqual(sent);
});

test('a request that is refused over its end, and taken back, ends none the less', async () => {
  const id = await requested();
  const request = await bookingNow(id);
  const { office, database } = counter;
  await database.queue.put('timers', requestTimers(request, office, [], wake()));
  const end = expiresAt(request, office, []);
  await justBefore(end);
  await showCard(id);
  await suzuki.presses('お断りする');
  await suzuki.presses('窓口でお受けする');
  await justAfter(end);
  expect(await suzuki.presses('取り消す')).toContain('取り消しました');
  await aMinute();
  expect(await stateOf(id)).toBe('expired');
  expect(await heardBy(hanako)).toContain('expired');
});
