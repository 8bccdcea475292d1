// What a scripted week costs: pushes to the staff, of which each costs a message for every member of the chat.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { mornings } from '../../src/timers/morning.ts';
import { askForSign } from '../../src/timers/no-sign.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, fillIn, openCounter } from '../conversation/counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());

const somebody = async () => {
  const visitor = counter.visitor(`U-${uuidv7()}`);
  await visitor.follows();
  return visitor;
};
const requests = async () => {
  const visitor = counter.visitor(`U-${uuidv7()}`);
  await fillIn(visitor, 'review');
  await visitor.presses('この内容で申し込む');
  return visitor;
};
const nextDay = (time: string) =>
  counter.clock.moveTo(instant(businessDayAfter(dayOf(counter.clock.now()), counter.office, []), time));
type Work = (
  tx: Parameters<typeof mornings>[0],
  at: Counter['services'] & { now: Date },
) => Promise<Outgoing[]>;
const fires = (work: Work, now = counter.clock.now()) =>
  counter.database.queue.transaction(async (tx) => {
    const outgoing = await work(tx, { ...counter.services, now });
    await counter.database.queue.put('outbox', outboxJobs(outgoing, counter.services, now), tx);
  });

test('the pushes of a week are counted: 8 for a duty phone, 48 for a group of six', async () => {
  const group = counter.visitor('C1', 'group', 'U-clerk-1');
  // Three requests by day, one at night; one is taken back.
  const first = await requests();
  for (let n = 0; n < 2; n += 1) await requests();
  await first.presses('申し込みを取り下げる');
  await first.presses('取り下げる');
  await counter.clock.moveTo(instant(dayOf(counter.clock.now()), '20:00'));
  await requests();
  await nextDay('08:40');
  expect(await group.says('おはよう')).toContain('申し込み、または日時の変更がありました');
  // A day: somebody cannot get in, one cannot come today, another not on another day, a sticker at the hour, one says nothing.
  await counter.clock.moveTo(instant(dayOf(counter.clock.now()), '10:05'));
  const stuck = await somebody();
  await putBooking(counter, stuck, -3);
  await stuck.says('入れない');
  for (const minutes of [180, 3 * 24 * 60]) {
    const absent = await somebody();
    const { id } = await putBooking(counter, absent, minutes);
    await absent.taps({ event: 'absence.told', booking: id });
  }
  const inTouch = await somebody();
  await putBooking(counter, inTouch, -5);
  await inTouch.sticker();
  const silent = await putBooking(counter, await somebody(), -11);
  await fires((tx, at) => askForSign(tx, silent.id, at));
  // Two promises end in the same hour.
  const asked = { state: 'requested' as const, promisedBy: addMinutes(counter.clock.now(), 60) };
  const due = [
    await putBooking(counter, await somebody(), 5 * 24 * 60, asked),
    await putBooking(counter, await somebody(), 6 * 24 * 60, asked),
  ];
  for (const { id } of due) await fires((tx, at) => nudge(tx, id, at));
  // The next morning nobody writes.
  await nextDay('09:10');
  await fires((tx, { now, ...services }) => mornings(tx, now, services));

  const pushed = (await counter.sentTo('C1')).map(({ about }) => about).filter((about) => about !== 'answer');
  expect(pushed).toEqual([
    ...['request', 'request', 'request', 'trouble', 'absence', 'noSign', 'nudge', 'morning'],
  ]);
  expect([pushed.length * 1, pushed.length * 6]).toEqual([8, 48]);
});
