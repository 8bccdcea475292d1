// The sweep beside turns and timers on a server: on the embedded engine there is one connection, and nothing is locked.
import { subDays } from 'date-fns/subDays';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../src/records/sweep.ts';
import { office } from '../booking/the-office.ts';
import { describeOnServer, openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

const now = new Date('2027-06-01T03:00:00Z');

describeOnServer('the sweep', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const run = () =>
    sweep(database.prisma, { ...office.retention, zoomNumbersDays: 2, undeliveredDays: 20 }, now);

  test('leaves what a turn or timer has in hand for its next run, and neither waits for the other', async () => {
    const { prisma, sealer } = database;
    const bookings = [
      await bookingAt(database, subDays(now, 41), { state: 'done' }),
      await bookingAt(database, subDays(now, 42), { state: 'done' }),
    ];
    for (const chatId of ['Ufree', 'Uinhand']) {
      const sealed = sealer.seal({ of: 'draft.details', row: chatId }, '{}');
      await prisma.draft.create({ data: { chatId, sealed, expiresAt: subDays(now, 1) } });
      await prisma.undelivered.create({
        data: { id: uuidv7(), chatId, about: 'news', reason: '400', at: subDays(now, 21) },
      });
      await prisma.pushCount.create({
        data: { chatId, day: subDays(now, 2), count: 1, lastAt: subDays(now, 2) },
      });
    }
    const left = async () =>
      (await Promise.all([
        prisma.booking.count({ where: { zoomPasscode: { not: null } } }),
        prisma.draft.count(),
        prisma.undelivered.count(),
        prisma.pushCount.count(),
      ])) as number[];
    await prisma.$transaction(async (tx) => {
      await tx.booking.update({ where: { id: bookings[0]?.id ?? '' }, data: { version: { increment: 1 } } });
      await tx.draft.update({ where: { chatId: 'Uinhand' }, data: { expiresAt: subDays(now, 2) } });
      await tx.undelivered.updateMany({ where: { chatId: 'Uinhand' }, data: { shownAt: now } });
      await tx.pushCount.update({ where: { chatId: 'Uinhand' }, data: { count: 2 } });
      await run();
      expect(await left()).toEqual([1, 1, 1, 1]);
    });
    await run();
    expect(await left()).toEqual([0, 0, 0, 0]);
  });
});
