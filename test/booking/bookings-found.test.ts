// Finding what is on record: the calendar around a wish, and a person's own booking.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allChoices } from '../../flows/vocabulary.ts';
import { asDay, asTime } from '../../src/core/jst.ts';
import type { Tx } from '../../src/db/client.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { requestBooking } from '../../src/records/booking-requests.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { bookingToShow, lastStep, openBookingOf } from '../../src/records/bookings.ts';
import { closuresBetween, takenBetween } from '../../src/records/calendar.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { at, office } from './the-office.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.bookingStep.deleteMany();
  await database.prisma.booking.deleteMany();
  await database.prisma.closure.deleteMany();
});

const now = at('2026-11-25 10:02');
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);

let people = 0;
async function somebody(): Promise<string> {
  people += 1;
  const data = { chatId: `U${people}`, createdAt: now };
  return (await database.prisma.person.create({ data })).id;
}

async function requested(time: string): Promise<Booking> {
  const wish = {
    day: asDay('2026-12-01'),
    time: asTime(time),
    choices: allChoices(false),
    promisedBy: now,
    now,
  };
  const personId = await somebody();
  const answer = await inTurn((tx) => requestBooking(tx, { ...wish, personId }, office));
  if (!answer.ok) throw new Error(`refused: ${answer.because}`);
  return answer.booking;
}

describe('the calendar', () => {
  const held = async (...range: Parameters<typeof takenBetween> extends [Tx, ...infer R] ? R : never) => {
    const taken = await inTurn((tx) => takenBetween(tx, ...range));
    return taken.map(({ startsAt }) => startsAt.toISOString());
  };
  const day = asDay('2026-12-01');

  test('has what holds a slot from the first day to the last, both whole, in Japan', async () => {
    const booking = await requested('10:00');
    const put = (startsAt: Date) =>
      database.prisma.booking.update({
        where: { id: booking.id },
        data: { startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000) },
      });
    await put(at('2026-12-01 00:00'));
    expect(await held(day, day)).toHaveLength(1);
    await put(at('2026-12-01 23:59'));
    expect(await held(day, day)).toHaveLength(1);
    await put(at('2026-12-02 00:00'));
    expect(await held(day, day)).toEqual([]);
    await put(at('2026-11-30 23:59'));
    expect(await held(day, day)).toEqual([]);
  });

  test('leaves out what is over and what is about to move', async () => {
    const [one, other] = [await requested('10:00'), await requested('14:00')];
    expect(await held(day, day, one.id)).toEqual([other.startsAt.toISOString()]);
    await inTurn((tx) => takeStep(tx, one, 'withdraw', { actor: 'person', at: now }));
    expect(await held(day, day)).toEqual([other.startsAt.toISOString()]);
  });

  test('is read once in a transaction, and its slots again once a booking was written there', async () => {
    const booking = await requested('10:00');
    await inTurn(async (tx) => {
      expect(await takenBetween(tx, day, day)).toHaveLength(1);
      await tx.booking.update({ where: { id: booking.id }, data: { state: 'done' } });
      expect(await takenBetween(tx, day, day)).toHaveLength(1);
      expect(await takenBetween(tx, day, day, booking.id)).toEqual([]);
    });
    const other = await requested('14:00');
    await inTurn(async (tx) => {
      expect(await takenBetween(tx, day, day)).toHaveLength(1);
      await takeStep(tx, other, 'withdraw', { actor: 'person', at: now });
      expect(await takenBetween(tx, day, day)).toEqual([]);
    });
  });

  test('has closed days and parts of days', async () => {
    const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map((text) => new Date(text));
    await database.prisma.closure.createMany({
      data: days.map((one, n) => ({
        day: one,
        createdAt: now,
        ...(n === 2 && { from: '13:00', until: '17:15' }),
      })),
    });
    const closures = await inTurn((tx) => closuresBetween(tx, day, asDay('2026-12-02')));
    expect(closures).toEqual([{ day }, { day: '2026-12-02', from: '13:00', until: '17:15' }]);
  });
});

describe('her own booking', () => {
  test('is the open one before any newer that is over', async () => {
    const first = await requested('10:00');
    const { personId } = first;
    const later = { startsAt: at('2026-12-02 10:00'), endsAt: at('2026-12-02 10:45') };
    const { id: _, number: __, ...row } = first;
    await database.prisma.booking.create({
      data: { ...row, ...later, state: 'withdrawn', createdAt: at('2026-11-25 11:00') },
    });
    expect(await inTurn((tx) => bookingToShow(tx, personId))).toEqual(first);
    await inTurn((tx) => takeStep(tx, first, 'decline', { actor: 'staff', at: now }));
    expect(await inTurn((tx) => openBookingOf(tx, personId))).toBeNull();
    expect(await inTurn((tx) => bookingToShow(tx, personId))).toMatchObject({ state: 'withdrawn' });
  });

  test('is none for somebody who never asked', async () => {
    const personId = await somebody();
    expect(await inTurn((tx) => bookingToShow(tx, personId))).toBeNull();
  });

  test('tells who took the last of its steps', async () => {
    const booking = await requested('10:00');
    const staff = await database.prisma.staffMember.create({
      data: { lineUserId: `U-staff-${booking.id}`, name: new Uint8Array([1]), seenAt: now },
    });
    await inTurn((tx) => takeStep(tx, booking, 'confirm', { actor: 'staff', staffId: staff.id, at: now }));
    expect(await inTurn((tx) => lastStep(tx, booking.id))).toMatchObject({
      event: 'confirm',
      staff: { id: staff.id },
    });
  });
});
