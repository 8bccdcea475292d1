// A booking of the last days of December that staff move into January: past the holidays, with reminders for its new start
// alone, also where the one for the old start has just gone out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, asDay, type Day, dayOf, instant, timeOf } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers } from '../../src/timers/timers.ts';
import { type Counter, openCounter, textOf } from './counter.ts';
import { type RoomOffice, roomOffice } from './rooms.ts';

let counter: Counter;
let office: RoomOffice;
/** The year whose end it is. */
let year: number;
/** The last day before the holidays, and the first one after them. */
let lastDay: Day;
let firstDay: Day;
beforeAll(async () => {
  counter = await openCounter();
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
  office = roomOffice(counter);
  await office.enrol();
  const today = dayOf(counter.clock.now());
  year = Number(today.slice(0, 4)) + (today.slice(5) < '12-10' ? 0 : 1);
  const business = (from: string) => businessDayAfter(addDays(asDay(from), -1), counter.office, []);
  lastDay = asDay(`${year}-12-28`);
  while (business(lastDay) !== lastDay) lastDay = addDays(lastDay, -1);
  firstDay = business(`${year}-12-29`);
});
afterAll(() => counter.close());
beforeEach(() => office.clear());

const minutesUntil = (day: Day, time: string) =>
  (instant(day, time).getTime() - counter.clock.now().getTime()) / 60_000;

/** On record with its timers, as 確定する leaves it. */
async function confirmedAt(day: Day, time: string) {
  const booking = await office.confirmed(minutesUntil(day, time), null);
  const wake = { now: counter.clock.now(), newId: () => crypto.randomUUID() };
  await counter.database.queue.put('timers', bookingTimers(await booking.now(), counter.office, wake));
  const from = (await counter.sentTo(booking.person.chatId)).length;
  const heard = async () => (await counter.sentTo(booking.person.chatId, from)).map((one) => textOf([one]));
  return { ...booking, heard };
}

/** All days that 日時を変える offers, leafing through its cards. */
async function allDays(receipt: string): Promise<string[]> {
  await office.first.says(receipt);
  let card = await office.first.presses('日時を変える');
  const found = new Set<string>();
  for (;;) {
    const days = [...card.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, label = '']) => label);
    const fresh = days.filter((day) => !found.has(day));
    if (fresh.length === 0) return [...found];
    for (const day of fresh) found.add(day);
    if (!card.includes('[ほかの日]')) return [...found];
    card = await office.second.presses('ほかの日');
  }
}

describe('a booking of late December', () => {
  test('is moved to the first day of January: none of the holidays is offered, and the new year stands everywhere', async () => {
    await counter.clock.moveTo(instant(asDay(`${year}-12-14`), '10:05'));
    const { id, receipt, now, heard } = await confirmedAt(lastDay, '11:00');
    const days = await allDays(receipt);
    expect(days).toContain(dayText(firstDay));
    for (const holiday of ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']) {
      const day = asDay(`${holiday.startsWith('12') ? year : year + 1}-${holiday}`);
      expect(days).not.toContain(dayText(day));
      const forged = { event: 'move.made', booking: id, version: '2', day, time: '10:00' };
      expect(await office.first.taps(forged), day).toContain('もう空いていません');
    }
    await office.first.presses(dayText(firstDay));
    const check = await office.first.presses('10:00');
    expect(check).toMatch(/いまの日時.*12月[\s\S]+新しい日時.*1月/);
    expect(await office.first.presses('変える')).toContain('日時を変えました');
    expect(await now()).toMatchObject({ state: 'confirmed', startsAt: instant(firstDay, '10:00') });
    await counter.minutePasses();
    expect((await heard()).join('\n')).toContain(dayText(firstDay));
    // The days of the old start: nothing is said of it.
    const before = (await heard()).length;
    await counter.clock.moveTo(instant(lastDay, '11:50'));
    expect(await heard()).toHaveLength(before);
    expect(await office.first.says(dayTyped(firstDay))).toContain('浜名 花子');
    expect(await office.first.says(dayTyped(lastDay))).toContain('相談 0件');
    expect((await now()).state).toBe('confirmed');
    // The new start: the evening before it, and half an hour before.
    await counter.clock.moveTo(instant(addDays(firstDay, -1), '17:01'));
    expect((await heard()).slice(before)).toEqual([expect.stringContaining(dayText(firstDay))]);
    await counter.clock.moveTo(instant(firstDay, '09:31'));
    expect((await heard()).slice(before + 1)).toEqual([expect.stringContaining('10:00')]);
  });

  test('whose reminder has just gone out gets another one for its new start, once', async () => {
    const next = businessDayAfter(firstDay, counter.office, []);
    const target = businessDayAfter(businessDayAfter(next, counter.office, []), counter.office, []);
    const { receipt, now, heard } = await confirmedAt(next, '14:00');
    await counter.clock.moveTo(instant(addDays(next, -1), '17:01'));
    expect(await heard()).toEqual([expect.stringContaining('14:00')]);
    await office.first.says(receipt);
    await office.first.presses('日時を変える');
    await office.first.presses(dayText(target));
    await office.first.presses('15:00');
    await office.first.presses('変える');
    await counter.clock.moveTo(instant(addDays(next, -1), '17:03'));
    expect(dayOf((await now()).startsAt)).toBe(target);
    expect(timeOf((await now()).startsAt)).toBe('15:00');
    const moved = await heard();
    expect(moved[1]).toContain('予約の日時が変わりました');
    expect(moved).toHaveLength(2);
    await counter.clock.moveTo(instant(next, '13:31'));
    await counter.clock.moveTo(instant(addDays(target, -1), '16:59'));
    expect(await heard()).toHaveLength(2);
    await counter.clock.moveTo(instant(addDays(target, -1), '17:01'));
    expect((await heard()).slice(2)).toEqual([expect.stringContaining('15:00')]);
    await counter.clock.moveTo(instant(target, '14:31'));
    expect((await heard()).slice(3)).toEqual([expect.stringContaining('15:00')]);
    await counter.clock.moveTo(instant(target, '14:59'));
    expect(await heard()).toHaveLength(4);
  });
});

const dayTyped = (day: Day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
