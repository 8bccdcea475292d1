import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { nextState, takeStep } from '../../src/records/booking-steps.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { at } from './the-office.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = at('2026-11-25 10:02');
const byStaff = { actor: 'staff', at: now } as const;

let slots = 0;
/** A booking of somebody new, in a slot of its own. */
async function booked(changes: Partial<Booking> = {}): Promise<Booking> {
  slots += 1;
  const person = await database.prisma.person.create({ data: { chatId: `U${slots}`, createdAt: now } });
  const startsAt = new Date(at('2026-12-01 10:00').getTime() + slots * 86_400_000);
  return database.prisma.booking.create({
    data: {
      personId: person.id,
      state: 'requested',
      version: 1,
      counsellor: 0,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 45 * 60_000),
      companion: false,
      promisedBy: now,
      createdAt: now,
      ...changes,
    },
  });
}

const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);
const historyOf = ({ id }: Booking) =>
  database.prisma.bookingStep.findMany({ where: { bookingId: id }, orderBy: { id: 'asc' } });
const reread = ({ id }: Booking) => database.prisma.booking.findUniqueOrThrow({ where: { id } });

describe('a step in the life of a booking', () => {
  test('changes the state, counts the version and is written down with who, when and why', async () => {
    const booking = await booked();
    const outcome = await inTurn((tx) =>
      takeStep(tx, booking, 'decline', { ...byStaff, reason: 'visitInstead' }),
    );
    expect(outcome).toBe('done');
    expect(await reread(booking)).toMatchObject({ state: 'declined', version: 2 });
    expect(await historyOf(booking)).toEqual([
      expect.objectContaining({
        event: 'decline',
        from: 'requested',
        to: 'declined',
        actor: 'staff',
        staffId: null,
        reason: 'visitInstead',
        at: now,
      }),
    ]);
  });

  test('changes other columns together with the state', async () => {
    const booking = await booked();
    await inTurn((tx) => takeStep(tx, booking, 'move', byStaff, { companion: true }));
    expect(await reread(booking)).toMatchObject({ state: 'requested', version: 2, companion: true });
  });

  test.each([
    ['was changed since it was looked at', { version: 0 }],
    ['is not there at all', { id: '0190a6e0-0000-7000-8000-000000000001' }],
  ])('is not taken when the booking %s', async (_, seen) => {
    const booking = await booked();
    const outcome = await inTurn((tx) => takeStep(tx, { ...booking, ...seen }, 'confirm', byStaff));
    expect(outcome).toBe('alreadyDecided');
    expect(await reread(booking)).toEqual(booking);
    expect(await historyOf(booking)).toEqual([]);
  });

  test('is not taken when the chart does not allow it, and nothing is written', async () => {
    const booking = await booked({ state: 'confirmed' });
    for (const event of ['withdraw', 'expire', 'move', 'decline', 'confirm'] as const) {
      expect(await inTurn((tx) => takeStep(tx, booking, event, byStaff))).toBe('alreadyDecided');
    }
    expect(await reread(booking)).toEqual(booking);
    expect(await historyOf(booking)).toEqual([]);
  });

  test('that many try at the same moment succeeds for exactly one', async () => {
    const booking = await booked();
    const tries = Array.from({ length: 8 }, (_, n) =>
      inTurn((tx) => takeStep(tx, booking, n % 2 === 0 ? 'confirm' : 'withdraw', byStaff)),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await historyOf(booking)).toHaveLength(1);
    expect(await reread(booking)).toMatchObject({ version: 2 });
  });

  test('waits for another that is under way, and sees what came of it', async () => {
    const booking = await booked();
    const taken = Promise.withResolvers<void>();
    const ending = Promise.withResolvers<void>();
    const first = inTurn(async (tx) => {
      const outcome = await takeStep(tx, booking, 'withdraw', { actor: 'person', at: now });
      taken.resolve();
      await ending.promise;
      return outcome;
    });
    await taken.promise;
    const second = inTurn((tx) => takeStep(tx, booking, 'confirm', byStaff));
    ending.resolve();
    expect(await Promise.all([first, second])).toEqual(['done', 'alreadyDecided']);
    expect(await reread(booking)).toMatchObject({ state: 'withdrawn' });
  });

  test('is undone with its transaction, and free for the next', async () => {
    const booking = await booked();
    const failing = inTurn(async (tx) => {
      await takeStep(tx, booking, 'confirm', byStaff);
      throw new Error('something later failed');
    });
    await expect(failing).rejects.toThrow('something later failed');
    expect(await historyOf(booking)).toEqual([]);
    expect(await inTurn((tx) => takeStep(tx, booking, 'decline', byStaff))).toBe('done');
  });
});

test('an ended booking never comes back to life', () => {
  const events = [
    'confirm',
    'decline',
    'propose',
    'pick',
    'move',
    'withdraw',
    'expire',
    'cancel',
    'start',
  ] as const;
  for (const state of ['done', 'withdrawn', 'declined', 'expired', 'cancelled'] as const) {
    for (const event of events) expect(nextState(state, event), `${state} ${event}`).toBeUndefined();
  }
  expect(nextState('requested', 'confirm')).toBe('confirmed');
});
