import { subMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { expire } from '../../src/timers/expire.ts';
import { at, office, officeWhere } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.prisma.adminChat.createMany({
    data: [
      { chatId: 'C1', enrolledAt: at('2026-11-01 10:00') },
      { chatId: 'C2', enrolledAt: at('2026-11-02 10:00') },
      { chatId: 'C-left', enrolledAt: at('2026-11-01 10:00'), leftAt: at('2026-11-03 10:00') },
    ],
  });
});
afterAll(() => database.close());
beforeEach(() => database.prisma.closure.deleteMany());

// Tuesday; staff decide until 16:30 on Monday.
const start = at('2026-12-01 10:00');
const due = at('2026-11-30 16:30');

const asked = (changes: Partial<Booking> = {}) =>
  bookingAt(database, start, {
    state: 'requested',
    version: 1,
    promisedBy: at('2026-11-26 16:30'),
    ...changes,
  });
const expireAt = (now: Date, { id }: { id: string }, where = office) =>
  database.prisma.$transaction((tx) =>
    expire(tx, id, { now, office: where, sealer: database.sealer, words: ja }),
  );
const reread = ({ id }: { id: string }) => database.prisma.booking.findUniqueOrThrow({ where: { id } });

describe('a request that nobody has answered', () => {
  test('expires: she gets an apology and other ways, every admin chat the news, its slot is free', async () => {
    const booking = await asked();
    const outgoing = await expireAt(due, booking);
    expect(outgoing.map(({ to, about }) => [to, about])).toEqual([[booking.chatId, 'expired']]);
    const waiting = await database.prisma.undelivered.findMany({ where: { bookingId: booking.id } });
    expect(waiting.map(({ chatId, about }) => [chatId, about]).sort()).toEqual([
      ['C1', 'expired'],
      ['C2', 'expired'],
    ]);
    const hers = shownText(outgoing[0]?.messages ?? []);
    for (const part of ['申し訳ありません', '相談を申し込む', '053-454-1910']) expect(hers).toContain(part);
    expect(await reread(booking)).toMatchObject({ state: 'expired', version: 2 });
    const steps = await database.prisma.bookingStep.findMany({ where: { bookingId: booking.id } });
    expect(steps).toEqual([
      expect.objectContaining({ event: 'expire', actor: 'system', staffId: null, at: due }),
    ]);
  });

  test('expires once', async () => {
    const booking = await asked();
    expect(await expireAt(due, booking)).not.toEqual([]);
    expect(await expireAt(due, booking)).toEqual([]);
  });

  test.each(['confirmed', 'declined', 'withdrawn', 'done', 'cancelled'] as const)(
    'means none that is %s meanwhile',
    async (state) => {
      const booking = await asked({ state });
      expect(await expireAt(due, booking)).toEqual([]);
      expect(await reread(booking)).toMatchObject({ state });
    },
  );

  test('is left alone by the timer of a start from which it was moved away', async () => {
    const booking = await asked();
    const later = { startsAt: at('2026-12-04 10:00'), endsAt: at('2026-12-04 10:45') };
    await database.prisma.$transaction((tx) =>
      takeStep(tx, booking, 'move', { actor: 'person', at: at('2026-11-27 10:00') }, later),
    );
    expect(await expireAt(due, booking)).toEqual([]);
    expect(await reread(booking)).toMatchObject({ state: 'requested' });
    expect(await expireAt(at('2026-12-03 17:00'), booking)).not.toEqual([]);
  });

  test('expires earlier where the office closes early on that day', async () => {
    const booking = await asked();
    await database.prisma.closure.create({
      data: { day: new Date('2026-11-30'), from: '15:00', until: '17:15', createdAt: start },
    });
    expect(await expireAt(at('2026-11-30 14:50'), booking)).toEqual([]);
    expect(await expireAt(at('2026-11-30 15:00'), booking)).not.toEqual([]);
  });

  test('does not expire a minute too early', async () => {
    const booking = await asked();
    expect(await expireAt(subMinutes(due, 1), booking)).toEqual([]);
    expect(await expireAt(due, booking)).not.toEqual([]);
  });

  test('does not expire before she is to hear from us, where a profile closes later than staff work', async () => {
    // Asked for on Sunday for Monday: staff see it on Monday at nine.
    const weekend = officeWhere({ closes: 'dayBefore' });
    const monday = {
      startsAt: at('2026-12-07 14:00'),
      endsAt: at('2026-12-07 14:45'),
      promisedBy: at('2026-12-07 09:00'),
    };
    const booking = await asked(monday);
    expect(await expireAt(at('2026-12-06 12:00'), booking, weekend)).toEqual([]);
    expect(await expireAt(at('2026-12-07 09:00'), booking, weekend)).not.toEqual([]);
  });

  test('that is not there is nothing', async () => {
    expect(await expireAt(due, { id: '0190a6e0-0000-7000-8000-000000000001' })).toEqual([]);
  });
});
