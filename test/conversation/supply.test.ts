// The morning's card says when there are too few times: what is free, who saw that nothing is, what nobody decided on. Its numbers are
// those of the calendar and of the history.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, dayOf, instant } from '../../src/core/jst.ts';
import { readCalendar } from '../../src/records/calendar.ts';
import { putClosure } from '../../src/records/closures.ts';
import { openDays } from '../../src/records/slots.ts';
import { readSupply } from '../../src/records/supply.ts';
import { expire } from '../../src/timers/expire.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
let met = 0;
beforeAll(async () => {
  counter = await openCounter();
  const enrolledAt = addMinutes(counter.clock.now(), -60 * 24);
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt } });
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
});
afterAll(() => counter.close());
beforeEach(async () => {
  await counter.prisma.fullSeen.deleteMany();
  await counter.prisma.bookingStep.deleteMany();
  await counter.prisma.closure.deleteMany();
});

const supply = () =>
  counter.prisma.$transaction((tx) => readSupply(tx, counter.clock.now(), counter.services.office));

const closeAll = () =>
  counter.prisma.$transaction(async (tx) => {
    const row = { part: 'all' as const, counsellors: null, reason: null, madeById: null };
    for (let n = 0; n < 60; n += 1)
      await putClosure(
        tx,
        counter.database.sealer,
        { id: uuidv7(), day: addDays(dayOf(counter.clock.now()), n), ...row },
        counter.clock.now(),
      );
  });

async function someoneNew(): Promise<Visitor> {
  met += 1;
  const hanako = counter.visitor(`U-supply-${met}`);
  await hanako.follows();
  return hanako;
}

const nextMorning = async () => {
  const { clock, services } = counter;
  await clock.moveTo(instant(businessDayAfter(dayOf(clock.now()), services.office, []), '08:40'));
};

describe('who sees that no day is open', () => {
  test('is counted once, however often that is, for a week', async () => {
    await closeAll();
    const [hanako, momoko] = [await someoneNew(), await someoneNew()];
    for (const who of [hanako, momoko]) await fillIn(who, 'phone');
    await hanako.says('ほかの日');
    await hanako.says('なぜ?');
    expect(await supply()).toMatchObject({ free: 0, full: 2 });
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 6 * 24 * 60));
    expect(await supply()).toMatchObject({ full: 2 });
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 24 * 60));
    expect(await supply()).toMatchObject({ full: 0 });
  });

  test('is nobody where a day is open', async () => {
    await fillIn(await someoneNew(), 'phone');
    expect(await supply()).toMatchObject({ full: 0 });
  });
});

test('what is free are the starts of the usual grid, as the form offers them', async () => {
  const { prisma, clock, services } = counter;
  const today = dayOf(clock.now());
  const { closures, taken } = await prisma.$transaction((tx) =>
    readCalendar(tx, addDays(today, -14), addDays(today, 60)),
  );
  const days = openDays(clock.now(), services.office, closures, taken);
  const { free, until } = await supply();
  expect(free).toBe(days.flatMap(({ times }) => times).length);
  expect(free).toBeGreaterThan(0);
  expect(days.every(({ day }) => day <= until)).toBe(true);
});

test('a request that nobody decided on counts for a week', async () => {
  const hanako = await someoneNew();
  const promisedBy = addMinutes(counter.clock.now(), -60);
  const { id } = await putBooking(counter, hanako, 60, { state: 'requested', promisedBy });
  await counter.prisma.$transaction((tx) =>
    expire(tx, id, { ...counter.services, now: counter.clock.now() }),
  );
  expect(await supply()).toMatchObject({ expired: 1 });
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 8 * 24 * 60));
  expect(await supply()).toMatchObject({ expired: 0 });
});

describe('the card of the morning', () => {
  test('has the numbers where somebody went without', async () => {
    await closeAll();
    await fillIn(await someoneNew(), 'phone');
    await counter.prisma.closure.deleteMany();
    await nextMorning();
    const { free } = await supply();
    const card = await clerk.says('おはようございます');
    expect(card).toContain(`空いている枠 ${free}枠`);
    expect(card).toContain('満席を見た方 1人(7日間)');
    expect(card).not.toMatch(/期限切れ \d+件\(7日間\)/);
  });

  test('has none of them on an ordinary day', async () => {
    await nextMorning();
    const card = await clerk.says('おはようございます');
    expect(card).toContain('相談');
    expect(card).not.toContain('空いている枠');
  });
});
