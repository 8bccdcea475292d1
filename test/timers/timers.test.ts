// Timers on the queue and the worker that hears them, with the clock moved.
import { addDays, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { reminderTimes } from '../../src/booking/reminder-times.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { jobPurpose } from '../../src/db/run-jobs.ts';
import { outgoingSchema } from '../../src/outbox/outgoing.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers, requestTimers, timerSchema } from '../../src/timers/timers.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';
import { bookingAt } from './bookings.ts';

describe('the timers of a booking', () => {
  const id = '0190a6e0-0000-7000-8000-000000000001';
  const startsAt = at('2026-12-01 10:00');
  const promisedBy = at('2026-11-26 16:30');
  const wake = (now: Date) => ({ now, newId: () => uuidv7() });
  const endsAt = at('2026-12-01 10:45');
  const timesOf = (now: Date) =>
    bookingTimers({ id, startsAt, endsAt }, office, wake(now)).map(({ startAfter }) => startAfter);

  test('are three days and the day before at 17:00, half an hour before, 00:00 of the day, ten minutes after the start and its end, as far as they lie ahead', () => {
    const soon = at('2026-12-01 09:30');
    const morning = at('2026-12-01 00:00');
    const noSign = at('2026-12-01 10:10');
    const early = at('2026-11-28 17:00');
    const dayBefore = at('2026-11-30 17:00');
    const rest = [soon, morning, noSign, endsAt];
    expect(timesOf(at('2026-11-25 10:00'))).toEqual([early, dayBefore, ...rest]);
    expect(timesOf(at('2026-11-30 17:00'))).toEqual(rest);
  });

  test('bring the menu of the day at once when the day has begun', () => {
    const late = at('2026-12-01 09:30');
    expect(timesOf(late)).toEqual([late, at('2026-12-01 10:10'), endsAt]);
  });

  test('leave out the day before when the confirmation itself came within the hour', () => {
    const later = [at('2026-12-01 09:30'), at('2026-12-01 00:00'), at('2026-12-01 10:10'), endsAt];
    expect(timesOf(at('2026-11-30 16:05'))).toEqual(later);
    expect(timesOf(at('2026-11-30 15:55'))).toEqual([at('2026-11-30 17:00'), ...later]);
  });

  test('remind staff an hour before the promise, at the promise where that hour has begun', () => {
    const nudgeAt = (now: Date) =>
      requestTimers({ id, startsAt, promisedBy }, office, [], wake(now))[0]?.startAfter;
    expect(nudgeAt(at('2026-11-25 10:00'))).toEqual(at('2026-11-26 15:30'));
    expect(nudgeAt(at('2026-11-26 16:00'))).toEqual(promisedBy);
  });

  test('tell its person at the promise that there is no answer yet, unless the request ends at that moment', () => {
    const kinds = (day: string) => {
      const booking = { id, startsAt: at(`${day} 10:00`), promisedBy };
      return requestTimers(booking, office, [], wake(at('2026-11-25 10:00'))).map(({ data, startAfter }) => [
        timerSchema.parse(data).kind,
        startAfter,
      ]);
    };
    expect(kinds('2026-12-01')).toContainEqual(['promise', promisedBy]);
    expect(kinds('2026-11-27').map(([kind]) => kind)).toEqual(['nudge', 'expiry']);
  });

  test('carry the booking and their kind, and nothing else', () => {
    const timers = [
      ...requestTimers({ id, startsAt, promisedBy }, office, [], wake(at('2026-11-25 10:00'))),
      ...bookingTimers({ id, startsAt, endsAt }, office, wake(at('2026-11-25 10:00'))),
    ];
    expect(timers.map(({ data }) => data)).toEqual([
      { booking: id, kind: 'nudge' },
      { booking: id, kind: 'promise' },
      { booking: id, kind: 'expiry' },
      { booking: id, kind: 'daysBefore' },
      { booking: id, kind: 'dayBefore' },
      { booking: id, kind: 'soon' },
      { booking: id, kind: 'dayMenu' },
      { booking: id, kind: 'noSign' },
      { booking: id, kind: 'end' },
    ]);
    for (const { key } of timers) expect(key).toBe(id);
    for (const { data } of timers) expect(timerSchema.parse(data)).toEqual(data);
  });

  test('let a request expire at 16:30 of the last business day before', () => {
    const expiry = (day: string) => {
      const booking = { id, startsAt: at(`${day} 10:00`), promisedBy };
      return requestTimers(booking, office, [], wake(at('2026-11-25 10:00'))).at(-1)?.startAfter;
    };
    expect(expiry('2026-12-01')).toEqual(at('2026-11-30 16:30'));
    expect(expiry('2026-12-07')).toEqual(at('2026-12-04 16:30'));
  });
});

describe('the worker of the timers', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  /** Minutes by which the clock of this process is behind the database's. */
  let behind = 0;
  const logged = recordingLog();
  beforeAll(async () => {
    database = await openTestDatabase({ log: logged.log });
    const { queue, sealer } = database;
    // Staff are told whatever the hour at which the clock has stopped.
    const services = createTurnServices(sealer, {
      ...office,
      messages: { ...office.messages, toStaff: 'always' },
    });
    const clock = { now: () => addMinutes(database.clock.now(), -behind) };
    queue.work('timers', { batchSize: 50 }, timerWorker({ database, services, clock, log: logged.log }));
  });
  afterAll(() => database.close());
  beforeEach(() => void logged.lines.splice(0));
  afterEach(() => {
    behind = 0;
  });

  /** Some days ahead of the clock, at an hour that is a whole one. */
  const ahead = (days: number) => {
    const whole = new Date(Math.ceil(database.clock.now().getTime() / 3_600_000) * 3_600_000);
    return addDays(whole, days);
  };
  const wake = () => ({ now: database.clock.now(), newId: () => uuidv7() });
  const arm = async (...bookings: Pick<Booking, 'id' | 'startsAt' | 'endsAt'>[]) =>
    database.queue.put(
      'timers',
      bookings.flatMap((booking) => bookingTimers(booking, office, wake())),
    );

  async function sentTo(chatId: string): Promise<string[]> {
    const rows = await database.prisma.$queryRaw<{ id: string; sealed: string }[]>`
      SELECT id::text, data->>'sealed' AS sealed FROM pgboss.job
      WHERE name = 'outbox' AND singleton_key = ${chatId} ORDER BY created_on, id`;
    return rows.map(
      ({ id, sealed }) =>
        outgoingSchema.parse(database.sealer.openJson(jobPurpose('outbox', id), sealed)).about,
    );
  }

  test('sends each reminder at its time and none before', async () => {
    const booking = await bookingAt(database, ahead(5));
    await arm(booking);
    await database.clock.moveTo(addMinutes(booking.startsAt, -31));
    expect(await sentTo(booking.chatId)).toEqual(['reminder']);
    await database.clock.moveTo(addMinutes(booking.startsAt, -30));
    expect(await sentTo(booking.chatId)).toEqual(['reminder', 'reminder']);
    await database.clock.moveTo(addMinutes(booking.startsAt, 60));
    expect(await sentTo(booking.chatId)).toEqual(['reminder', 'reminder']);
  });

  test('is silent about a booking that was cancelled after its timers were set', async () => {
    const booking = await bookingAt(database, ahead(5));
    await arm(booking);
    await database.prisma.booking.update({ where: { id: booking.id }, data: { state: 'cancelled' } });
    await database.clock.moveTo(booking.startsAt);
    expect(await sentTo(booking.chatId)).toEqual([]);
  });

  test('lets a request expire that was never answered', async () => {
    const booking = await bookingAt(database, ahead(9), { state: 'requested', promisedBy: ahead(1) });
    await database.queue.put('timers', requestTimers(booking, office, [], wake()));
    await database.clock.moveTo(booking.startsAt);
    expect(await sentTo(booking.chatId)).toEqual(['expired']);
  });

  test('after a stop of two days sends what still matters and drops what is over', async () => {
    const [over, tomorrow] = [await bookingAt(database, ahead(2)), await bookingAt(database, ahead(4))];
    await arm(over, tomorrow);
    await database.clock.moveTo(addMinutes(tomorrow.startsAt, -10));
    expect(await sentTo(over.chatId)).toEqual([]);
    // The reminder before the start says all that the one of the day before would have said.
    expect(await sentTo(tomorrow.chatId)).toEqual(['reminder']);
  });

  test('closes a booking when its time is over and nobody recorded how it went: she can ask again', async () => {
    const booking = await bookingAt(database, ahead(5));
    await arm(booking);
    const state = async () =>
      (await database.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } })).state;
    await database.clock.moveTo(addMinutes(booking.endsAt, -5));
    expect(await state()).toBe('confirmed');
    await database.clock.moveTo(addMinutes(booking.endsAt, 1));
    expect(await state()).toBe('unrecorded');
    const [step] = await database.prisma.bookingStep.findMany({ where: { bookingId: booking.id } });
    expect(step).toMatchObject({ event: 'close', from: 'confirmed', to: 'unrecorded', actor: 'system' });
  });

  test('goes by the clock of the database, by which timers fire, where that of this machine is behind', async () => {
    behind = 3;
    const booking = await bookingAt(database, ahead(5));
    const asked = await bookingAt(database, ahead(9), { state: 'requested', promisedBy: ahead(1) });
    await arm(booking);
    await database.queue.put('timers', requestTimers(asked, office, [], wake()));
    for (const { at: moment } of reminderTimes(booking.startsAt, database.clock.now(), office))
      await database.clock.moveTo(moment);
    expect(await sentTo(booking.chatId)).toEqual(['reminderEarly', 'reminder', 'reminder']);
    await database.clock.moveTo(booking.endsAt);
    const { state } = await database.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } });
    expect(state).toBe('unrecorded');
    await database.clock.moveTo(asked.startsAt);
    expect(await sentTo(asked.chatId)).toEqual(['answerLate', 'expired']);
  });

  test('reminds staff of a request before the promise is broken, unless it has been answered', async () => {
    const enrolledAt = database.clock.now();
    await database.prisma.adminChat.create({ data: { chatId: 'C-nudged', enrolledAt } });
    const asked = { state: 'requested', promisedBy: ahead(2) } as const;
    const waiting = await bookingAt(database, ahead(9), asked);
    const answered = await bookingAt(database, ahead(9), asked);
    for (const one of [waiting, answered]) {
      await database.queue.put('timers', requestTimers(one, office, [], wake()).slice(0, 1));
    }
    await database.prisma.booking.update({ where: { id: answered.id }, data: { state: 'confirmed' } });
    await database.clock.moveTo(addMinutes(waiting.promisedBy, -59));
    expect(await sentTo('C-nudged')).toEqual(['nudge']);
    expect(await database.prisma.undelivered.count({ where: { chatId: 'C-nudged' } })).toBe(0);
    await database.prisma.adminChat.delete({ where: { chatId: 'C-nudged' } });
  });

  test('reminds everybody although one booking cannot be read, and tries that one again', async () => {
    const start = ahead(6);
    const broken = await bookingAt(database, start, { zoomPasscode: new Uint8Array(60) });
    const others = await Promise.all([1, 2, 3].map(() => bookingAt(database, start)));
    await arm(...others.slice(0, 1), broken, ...others.slice(1));
    await database.clock.moveTo(addMinutes(start, -29));
    for (const { chatId } of others) {
      await expect.poll(() => sentTo(chatId), { timeout: 10_000 }).toEqual(['reminder']);
    }
    expect(await sentTo(broken.chatId)).toEqual([]);
    const messages = logged.lines.map(({ message }) => message);
    expect(messages).toContain('A batch of timers is run again, one by one');
    expect(messages).toContain('A timer failed and is tried again');
    await database.prisma.booking.update({ where: { id: broken.id }, data: { state: 'cancelled' } });
  });

  test('drops a timer that nobody can read, and says so', async () => {
    const id = uuidv7();
    await database.queue.put('timers', [{ id, key: 'odd', data: { kind: 'party' } }]);
    const state = () => database.prisma.$queryRaw`SELECT state::text FROM pgboss.job WHERE id = ${id}::uuid`;
    await expect.poll(state, { timeout: 10_000 }).toEqual([{ state: 'completed' }]);
    expect(logged.lines).toContainEqual({
      level: 'error',
      message: 'A timer could not be read and is dropped',
      fields: { job: id },
    });
  });
});
