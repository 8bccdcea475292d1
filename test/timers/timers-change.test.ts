// Timers whose moment changes after they were set: the office's profile, a closure, the request itself. Nothing is lost, and
// nothing comes twice.
import { addDays, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { businessDayAfter, businessDayBefore } from '../../src/booking/calendar.ts';
import type { Office } from '../../src/config/office.ts';
import { asDateColumn, dayOf, instant } from '../../src/core/jst.ts';
import { jobPurpose } from '../../src/db/run-jobs.ts';
import { outgoingSchema } from '../../src/outbox/outgoing.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers, expiresAt, requestTimers, timerSchema } from '../../src/timers/timers.ts';
import { office, officeWhere } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { bookingAt } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
/** As after a restart with another profile. */
let profile: Office = office;
beforeAll(async () => {
  database = await openTestDatabase();
  const { queue, sealer, clock } = database;
  queue.work('timers', { batchSize: 50 }, (jobs) =>
    timerWorker({ database, services: createTurnServices(sealer, profile), clock, log: quietLog })(jobs),
  );
});
afterAll(() => database.close());
beforeEach(() => {
  profile = office;
});

const wake = () => ({ now: database.clock.now(), newId: () => uuidv7() });
/** The given hour of a business day so many days ahead. */
const ahead = (days: number, time: string) =>
  instant(businessDayAfter(dayOf(addDays(database.clock.now(), days)), office, []), time);

async function sentTo(chatId: string): Promise<{ about: string; booking: string | undefined; at: Date }[]> {
  const rows = await database.prisma.$queryRaw<{ id: string; sealed: string }[]>`
    SELECT id::text, data->>'sealed' AS sealed FROM pgboss.job
    WHERE name = 'outbox' AND singleton_key = ${chatId} ORDER BY created_on, id`;
  return rows.map(({ id, sealed }) => {
    const { about, booking, madeAt } = outgoingSchema.parse(
      database.sealer.openJson(jobPurpose('outbox', id), sealed),
    );
    return { about, booking, at: new Date(madeAt) };
  });
}

/** Sent within the minute after that moment. */
const justAfter = (moment: Date) => (at: Date) => at >= moment && at < addMinutes(moment, 1);

test('the day before at 18:00 instead of 17:00, said after the confirmation: one reminder, at 18:00', async () => {
  const booking = await bookingAt(database, ahead(5, '10:00'));
  await database.queue.put('timers', bookingTimers(booking, office, wake()));
  profile = { ...office, reminders: { ...office.reminders, dayBeforeAt: '18:00' } };
  const dayBefore = dayOf(addDays(booking.startsAt, -1));
  await database.clock.moveTo(instant(dayBefore, '17:59'));
  expect(await sentTo(booking.chatId)).toEqual([]);
  await database.clock.moveTo(instant(dayBefore, '18:00'));
  await database.clock.moveTo(addMinutes(booking.startsAt, -31));
  const sent = await sentTo(booking.chatId);
  expect(sent.map(({ about }) => about)).toEqual(['reminder']);
  expect(sent.map(({ at }) => at)).toEqual([
    expect.toSatisfy(justAfter(instant(dayBefore, '18:00')), 'at 18:00'),
  ]);
});

test('a quarter of an hour before instead of half an hour: one reminder, a quarter of an hour before', async () => {
  const booking = await bookingAt(database, ahead(5, '10:00'));
  const timers = bookingTimers(booking, office, wake());
  await database.queue.put(
    'timers',
    timers.filter(({ data }) => timerSchema.parse(data).kind === 'soon'),
  );
  profile = { ...office, reminders: { ...office.reminders, minutesBefore: 15 } };
  await database.clock.moveTo(addMinutes(booking.startsAt, -16));
  expect(await sentTo(booking.chatId)).toEqual([]);
  await database.clock.moveTo(addMinutes(booking.startsAt, -15));
  await database.clock.moveTo(addMinutes(booking.startsAt, 5));
  const sent = await sentTo(booking.chatId);
  expect(sent.map(({ at }) => at)).toEqual([
    expect.toSatisfy(justAfter(addMinutes(booking.startsAt, -15)), 'a quarter before'),
  ]);
});

test('staff may decide until later than when the request came in: it still ends, at the later time', async () => {
  const startsAt = ahead(9, '10:00');
  const lastDay = businessDayBefore(dayOf(startsAt), office, []);
  const promisedBy = instant(businessDayBefore(lastDay, office, []), '16:30');
  const booking = await bookingAt(database, startsAt, { state: 'requested', promisedBy });
  await database.queue.put('timers', requestTimers(booking, office, [], wake()));
  const before = expiresAt(booking, office, []);
  profile = officeWhere({ decideBy: '17:00' });
  expect(expiresAt(booking, profile, [])).toEqual(addMinutes(before, 30));
  const told = async () => (await sentTo(booking.chatId)).map(({ about }) => about);
  await database.clock.moveTo(addMinutes(before, 1));
  expect(await told()).toEqual(['answerLate']);
  await database.clock.moveTo(addMinutes(before, 31));
  expect(await told()).toEqual(['answerLate', 'expired']);
});

test('a closure is taken back after the request came in: it still ends, on the day that is open now', async () => {
  const { prisma, queue, clock } = database;
  const startsAt = ahead(9, '10:00');
  const lastDay = businessDayBefore(dayOf(startsAt), office, []);
  const promisedBy = ahead(1, '17:00');
  const booking = await bookingAt(database, startsAt, { state: 'requested', promisedBy });
  const closed = { day: lastDay };
  await queue.put('timers', requestTimers(booking, office, [closed], wake()));
  expect(expiresAt(booking, office, [closed]) < expiresAt(booking, office, [])).toBe(true);
  expect(await prisma.closure.count({ where: { day: asDateColumn(lastDay) } })).toBe(0);
  await clock.moveTo(addMinutes(expiresAt(booking, office, [closed]), 1));
  expect(await sentTo(booking.chatId)).toEqual([]);
  await clock.moveTo(addMinutes(expiresAt(booking, office, []), 1));
  expect((await sentTo(booking.chatId)).map(({ about }) => about)).toEqual(['expired']);
});

test('a request that is moved three times brings one reminder to staff, before the promise that stands', async () => {
  const { prisma, queue, clock } = database;
  await prisma.adminChat.create({ data: { chatId: 'C-once', enrolledAt: clock.now() } });
  // Whatever the hour at which the clock has stopped.
  profile = { ...office, messages: { ...office.messages, toStaff: 'always' } };
  const startsAt = ahead(12, '10:00');
  const booking = await bookingAt(database, startsAt, { state: 'requested', promisedBy: ahead(2, '17:00') });
  await queue.put('timers', requestTimers(booking, office, [], wake()).slice(0, 1));
  for (const promisedBy of [ahead(3, '17:00'), ahead(4, '16:00'), ahead(3, '11:00')]) {
    await prisma.booking.update({ where: { id: booking.id }, data: { promisedBy } });
    const [nudge] = requestTimers({ ...booking, promisedBy }, office, [], wake());
    // The same again, as after a turn that was run twice.
    await queue.put('timers', nudge ? [nudge] : []);
    await queue.put('timers', nudge ? [nudge] : []);
  }
  await clock.moveTo(ahead(7, '17:00'));
  const nudges = (await sentTo('C-once')).filter(
    (one) => one.about === 'nudge' && one.booking === booking.id,
  );
  expect(nudges.map(({ at }) => at)).toEqual([expect.toSatisfy((at: Date) => at <= clock.now(), 'by now')]);
  expect(await prisma.undelivered.count({ where: { about: 'nudge', bookingId: booking.id } })).toBe(0);
  await prisma.adminChat.delete({ where: { chatId: 'C-once' } });
});
