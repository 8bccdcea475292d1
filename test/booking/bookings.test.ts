import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allChoices } from '../../flows/vocabulary.ts';
import { asDay, asTime } from '../../src/core/jst.ts';
import { brokenRule } from '../../src/db/broken-rule.ts';
import type { Tx } from '../../src/db/client.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { moveBooking, type NewRequest, requestBooking } from '../../src/records/booking-requests.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { takenBetween } from '../../src/records/calendar.ts';
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
});

const now = at('2026-11-25 10:02');
const officeOf = (counsellors: number): typeof office => ({
  ...office,
  consultation: { ...office.consultation, counsellors },
});
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);

let people = 0;
async function somebody(): Promise<string> {
  people += 1;
  const data = { chatId: `U${people}`, createdAt: now };
  return (await database.prisma.person.create({ data })).id;
}

const wish = (personId: string, time = '10:00', day = '2026-12-01'): NewRequest => ({
  personId,
  day: asDay(day),
  time: asTime(time),
  choices: allChoices(false),
  promisedBy: now,
  now,
});

const request = async (time?: string, counsellors = 1, personId?: string) => {
  const whose = personId ?? (await somebody());
  return inTurn((tx) => requestBooking(tx, wish(whose, time), officeOf(counsellors)));
};

async function requested(time?: string): Promise<Booking> {
  const answer = await request(time);
  if (!answer.ok) throw new Error(`refused: ${answer.because}`);
  return answer.booking;
}

/** Two turns of which the second begins before the first has ended. */
async function overlapping<A, B>(first: (tx: Tx) => Promise<A>, second: (tx: Tx) => Promise<B>) {
  const done = Promise.withResolvers<void>();
  const ending = Promise.withResolvers<void>();
  const one = inTurn(async (tx) => {
    const answer = await first(tx);
    done.resolve();
    await ending.promise;
    return answer;
  });
  await done.promise;
  const other = inTurn(second);
  ending.resolve();
  return Promise.allSettled([one, other]);
}

describe('asking for a slot', () => {
  test('holds it, with a first row of history', async () => {
    const booking = await requested();
    expect(booking).toMatchObject({
      state: 'requested',
      version: 1,
      counsellor: 0,
      startsAt: at('2026-12-01 10:00'),
      endsAt: at('2026-12-01 10:45'),
    });
    const steps = await database.prisma.bookingStep.findMany({ where: { bookingId: booking.id } });
    expect(steps).toEqual([expect.objectContaining({ event: 'request', from: null, to: 'requested' })]);
  });

  test('is refused while somebody holds it, also for a part of it', async () => {
    await requested('10:00');
    expect(await request('10:00')).toEqual({ ok: false, because: 'taken' });
    expect(await request('10:30')).toEqual({ ok: false, because: 'taken' });
    expect(await request('10:45')).toMatchObject({ ok: true });
  });

  test('gives people to the counsellors by turns until all of them are taken', async () => {
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await request('10:00', 3));
    expect(answers.map((answer) => (answer.ok ? answer.booking.counsellor : answer.because))).toEqual([
      0,
      1,
      2,
      'taken',
    ]);
  });

  test('at the same moment as many others fills every counsellor once and tells the rest', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, somebody));
    const answers = await Promise.all(all.map((personId) => request('10:00', 3, personId)));
    const taken = answers.flatMap((answer) => (answer.ok ? [answer.booking.counsellor] : []));
    expect(taken.toSorted()).toEqual([0, 1, 2]);
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array(4).fill({ ok: false, because: 'taken' }));
  });

  test('waits for somebody who is just asking for it, and gets the next counsellor', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const answers = await overlapping(
      (tx) => requestBooking(tx, wish(one), officeOf(2)),
      (tx) => requestBooking(tx, wish(other), officeOf(2)),
    );
    expect(answers).toMatchObject([
      { value: { ok: true, booking: { counsellor: 0 } } },
      { value: { ok: true, booking: { counsellor: 1 } } },
    ]);
  });

  test('waits for somebody who is just asking for it, and is told that it is gone', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const answers = await overlapping(
      (tx) => requestBooking(tx, wish(one), office),
      (tx) => requestBooking(tx, wish(other, '10:15'), office),
    );
    expect(answers.map((answer) => answer.status === 'fulfilled' && answer.value)).toEqual([
      expect.objectContaining({ ok: true }),
      { ok: false, because: 'taken' },
    ]);
  });

  test('is told to be gone, and shown so, where another server was quicker than the calendar that was read', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const day = asDay('2026-12-01');
    const startsAt = at('2026-12-01 10:00');
    const [answer, before, after] = await inTurn(async (tx) => {
      const read = await takenBetween(tx, day, day);
      // Past everything that says here that a booking was written.
      const slot = { startsAt, endsAt: at('2026-12-01 10:45'), counsellor: 0, ...allChoices(false) };
      const row = { state: 'requested', promisedBy: now, version: 1, createdAt: now } as const;
      await tx.booking.create({ data: { personId: one, ...slot, ...row } });
      const answered = await requestBooking(tx, wish(other), office);
      return [answered, read, await takenBetween(tx, day, day)];
    });
    expect(answer).toEqual({ ok: false, because: 'taken' });
    expect(before).toEqual([]);
    expect(after).toMatchObject([{ startsAt, counsellor: 0 }]);
  });

  test('is refused to somebody who has an open request, at whatever time', async () => {
    const { personId } = await requested();
    expect(await request('14:00', 1, personId)).toEqual({ ok: false, because: 'openBooking' });
  });

  test('twice at the same moment leaves one person with one request', async () => {
    const personId = await somebody();
    const answers = await overlapping(
      (tx) => requestBooking(tx, wish(personId, '10:00'), office),
      (tx) => requestBooking(tx, wish(personId, '14:00'), office),
    );
    expect(answers[1]).toMatchObject({ status: 'fulfilled', value: { because: 'openBooking' } });
    expect(await database.prisma.booking.count({ where: { personId } })).toBe(1);
  });
});

describe('moving a request', () => {
  const move = (booking: Booking, time: string, version = booking.version) =>
    inTurn((tx) => moveBooking(tx, { booking: booking.id, version }, wish(booking.personId, time), office));

  test('keeps its number, frees the old slot and takes the new one', async () => {
    const booking = await requested('10:00');
    const moved = await move(booking, '14:00');
    expect(moved).toMatchObject({
      ok: true,
      booking: { number: booking.number, version: 2, state: 'requested', startsAt: at('2026-12-01 14:00') },
    });
    expect(await request('10:00')).toMatchObject({ ok: true });
    expect(await request('14:00')).toEqual({ ok: false, because: 'taken' });
  });

  test('by a quarter of an hour is possible: its own slot does not stand in its way', async () => {
    expect(await move(await requested('10:00'), '10:15')).toMatchObject({ ok: true });
  });

  test('onto somebody else is refused', async () => {
    await requested('14:00');
    expect(await move(await requested('10:00'), '14:15')).toEqual({ ok: false, because: 'taken' });
  });

  test('a second time with the button of before does nothing', async () => {
    const booking = await requested('10:00');
    await move(booking, '14:00');
    expect(await move(booking, '15:00')).toEqual({ ok: false, because: 'alreadyDecided' });
    const [after] = await database.prisma.booking.findMany();
    expect(after).toMatchObject({ startsAt: at('2026-12-01 14:00'), version: 2 });
  });

  test('is refused once it is confirmed', async () => {
    const booking = await requested('10:00');
    await inTurn((tx) => takeStep(tx, booking, 'confirm', { actor: 'staff', at: now }));
    expect(await move(booking, '14:00', 2)).toEqual({ ok: false, because: 'alreadyDecided' });
  });

  test('to the same slot as somebody else at the same moment fails for one, who finds it taken the next time', async () => {
    const [one, other] = [await requested('10:00'), await requested('11:00')];
    const to14 = (booking: Booking) => (tx: Tx) =>
      moveBooking(
        tx,
        { booking: booking.id, version: booking.version },
        wish(booking.personId, '14:00'),
        office,
      );
    const [first, second] = await overlapping(to14(one), to14(other));
    expect(first).toMatchObject({ status: 'fulfilled', value: { ok: true } });
    // A server lets both ask and refuses the second; the embedded engine takes one turn after the other.
    if (second.status === 'rejected') expect(brokenRule(second.reason)).toBe('counsellorTaken');
    expect(await inTurn(to14(other))).toEqual({ ok: false, because: 'taken' });
    expect(await database.prisma.booking.findUnique({ where: { id: other.id } })).toEqual(other);
  });
});

test('what the code would let through the database refuses', async () => {
  const personId = await somebody();
  const { id: _, number: __, ...row } = await requested('10:00');
  const twice = database.prisma.booking.create({ data: { ...row, personId } });
  expect(brokenRule(await twice.catch((error: unknown) => error))).toBe('counsellorTaken');
  const second = { startsAt: at('2026-12-01 14:00'), endsAt: at('2026-12-01 14:45') };
  const open = database.prisma.booking.create({ data: { ...row, ...second } });
  expect(brokenRule(await open.catch((error: unknown) => error))).toBe('openBooking');
});
