// When the menu of the day is on her phone, with the clock moved: timers and the queue of menus on a real database.
import { addDays, addMinutes, max as latest } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { dayOf, startOfDay } from '../../src/core/jst.ts';
import { menuWorker } from '../../src/line/day-menu.ts';
import { nextState, takeStep } from '../../src/records/booking-steps.ts';
import { isOnTheDay } from '../../src/records/on-the-day.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { bookingTimers, menuTimer } from '../../src/timers/timers.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { bookingAt } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
/** What LINE was told, chat by chat. */
const told = new Map<string, ('day' | 'usual')[]>();
const menusOf = (chatId: string) => told.get(chatId) ?? [];
const tell = async (chatId: string, menu: 'day' | 'usual') => {
  told.set(chatId, [...menusOf(chatId), menu]);
  return { kind: 'shown' } as const;
};

beforeAll(async () => {
  database = await openTestDatabase();
  const { clock, queue, sealer, prisma } = database;
  const services = createTurnServices(sealer, office);
  queue.work('timers', { batchSize: 50 }, timerWorker({ database, services, clock, log: quietLog }));
  const client = {
    linkMenu: (chatId: string) => tell(chatId, 'day'),
    unlinkMenu: (chatId: string) => tell(chatId, 'usual'),
  };
  const isToday = (chatId: string, dueAt: Date) => isOnTheDay(prisma, chatId, latest([clock.now(), dueAt]));
  queue.work('menus', { batchSize: 10 }, menuWorker({ client, isOnTheDay: isToday, log: quietLog }));
});
afterAll(() => database.close());

const wake = () => ({ now: database.clock.now(), newId: () => uuidv7() });
/** 10:00 in Japan, so many days ahead. */
const tenOClock = (days: number) => addMinutes(startOfDay(dayOf(addDays(database.clock.now(), days))), 600);

/** Somebody with a confirmed booking, whose timers are set. */
async function confirmed(startsAt: Date) {
  const booking = await bookingAt(database, startsAt);
  await database.queue.put('timers', bookingTimers(booking, office, wake()));
  return booking;
}

const hears = (chatId: string, menus: readonly string[]) =>
  expect.poll(() => menusOf(chatId), { timeout: 10_000 }).toEqual(menus);

/** So that the queue has had its chance: somebody else's order is carried out after it. */
async function othersAreServed() {
  const other = await bookingAt(database, addMinutes(database.clock.now(), -5), { state: 'declined' });
  await database.queue.put('timers', [menuTimer(other, wake())]);
  await hears(other.chatId, ['usual']);
}

describe('The menu of the day', () => {
  test('comes at 00:00 of the day, is looked at once more before the start, and goes at the end', async () => {
    const hers = await confirmed(tenOClock(3));
    const midnight = startOfDay(dayOf(hers.startsAt));
    await database.clock.moveTo(addMinutes(midnight, -2));
    await othersAreServed();
    expect(menusOf(hers.chatId)).toEqual([]);
    await database.clock.moveTo(midnight);
    await hears(hers.chatId, ['day']);
    await database.clock.moveTo(addMinutes(hers.startsAt, -30));
    await hears(hers.chatId, ['day', 'day']);
    await database.clock.moveTo(hers.endsAt);
    await hears(hers.chatId, ['day', 'day', 'usual']);
  });

  test('comes at once when the booking is confirmed on its day, and twice does no harm', async () => {
    await database.clock.moveTo(addMinutes(tenOClock(1), -120));
    const hers = await confirmed(addMinutes(database.clock.now(), 120));
    await hears(hers.chatId, ['day']);
    await database.queue.put('timers', [menuTimer(hers, wake()), menuTimer(hers, wake())]);
    await expect.poll(() => menusOf(hers.chatId).length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(new Set(menusOf(hers.chatId))).toEqual(new Set(['day']));
  });

  test.each(['cancel', 'miss', 'phone'] as const)(
    'goes when it is looked at after 「%s」 was recorded on the day',
    async (event) => {
      await database.clock.moveTo(addMinutes(tenOClock(1), -120));
      const hers = await confirmed(addMinutes(database.clock.now(), 120));
      await hears(hers.chatId, ['day']);
      await database.queue.transaction(async (tx) => {
        await takeStep(tx, hers, event, { actor: 'staff', at: database.clock.now() });
        await database.queue.put('timers', [menuTimer(hers, wake())], tx);
      });
      await hears(hers.chatId, ['day', 'usual']);
    },
  );

  test('never comes for a booking that was cancelled before its day, or moved to another', async () => {
    const [cancelled, moved] = [await confirmed(tenOClock(2)), await confirmed(tenOClock(2))];
    const { prisma, clock } = database;
    await prisma.booking.update({ where: { id: cancelled.id }, data: { state: 'cancelled' } });
    const later = { startsAt: addDays(moved.startsAt, 2), endsAt: addDays(moved.endsAt, 2) };
    await prisma.booking.update({ where: { id: moved.id }, data: later });
    await clock.moveTo(startOfDay(dayOf(moved.startsAt)));
    await hears(cancelled.chatId, ['usual']);
    await hears(moved.chatId, ['usual']);
  });

  test('is never there before staff have confirmed, so what ends a request has no menu to take back', () => {
    for (const event of ['withdraw', 'decline', 'move', 'expire'] as const) {
      expect([event, nextState('confirmed', event), nextState('inProgress', event)]).toEqual([
        event,
        undefined,
        undefined,
      ]);
    }
  });
});

describe('The day of a consultation', () => {
  test.each([
    ['the last minute of the day before', '2026-12-01 23:59', false],
    ['00:00', '2026-12-02 00:00', true],
    ['the last minute of the consultation', '2026-12-02 10:44', true],
    ['its end', '2026-12-02 10:45', false],
  ])('%s: %s', async (_, moment, expected) => {
    const { chatId } = await bookingAt(database, at('2026-12-02 10:00'));
    expect(await isOnTheDay(database.prisma, chatId, at(moment))).toBe(expected);
  });

  test.each([
    ['requested', false],
    ['confirmed', true],
    ['inProgress', true],
    ['declined', false],
    ['cancelled', false],
    ['done', false],
  ] as const)('%s: %s', async (state, expected) => {
    const { chatId } = await bookingAt(database, at('2026-12-02 10:00'), { state });
    expect(await isOnTheDay(database.prisma, chatId, at('2026-12-02 09:00'))).toBe(expected);
  });
});
