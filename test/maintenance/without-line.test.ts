// People who booked by telephone and have no LINE are forgotten like all others.
import { addDays, subDays } from 'date-fns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOf, chatOf, deletePeople, detachBookings, lockPeople, nobody } from '../../src/records/forget.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { sweep } from '../../src/records/sweep.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2027-06-01T03:00:00Z');

/** With a code for LINE that works until tomorrow, or no longer. */
async function bookedByPhone(startsAt: Date, codeHash: string) {
  const { prisma, sealer } = database;
  const { id, personId } = await bookingAt(database, startsAt, { state: 'done', source: 'phone' });
  await prisma.$transaction((tx) =>
    recordDetails(tx, sealer, personId, { name: '浜名 花子', jobNumber: null, phone: '09012345678' }),
  );
  await prisma.person.update({ where: { id: personId }, data: { chatId: null, createdAt: startsAt } });
  await prisma.linkCode.create({
    data: { codeHash, personId, bookingId: id, createdAt: startsAt, expiresAt: addDays(startsAt, 1) },
  });
  return { id, personId };
}

test('A person without LINE is taken out of the records with the codes and the pages of the bookings', async () => {
  const { prisma } = database;
  const { id, personId } = await bookedByPhone(subDays(now, 1), 'one');
  const link = { purpose: 'booking', chatId: 'C1', madeAt: now, expiresAt: now };
  await prisma.pageLink.create({ data: { tokenHash: 'x', subject: id, ...link } });
  await prisma.$transaction(async (tx) => {
    const ask = askOf(tx);
    expect(await lockPeople(ask, [personId])).toEqual([personId]);
    expect(await chatOf(ask, personId)).toBeUndefined();
    await detachBookings(ask, [id]);
    expect(await deletePeople(ask, [personId])).toBe(1);
  });
  expect(await prisma.person.findMany({ where: { id: { not: nobody.id } } })).toEqual([]);
  expect([await prisma.linkCode.count(), await prisma.pageLink.count()]).toEqual([0, 0]);
  expect(await prisma.booking.findUnique({ where: { id } })).toMatchObject({ personId: nobody.id });
});

test('What is old goes of them too: codes that work no longer, name and numbers, and then the person', async () => {
  const { prisma } = database;
  const { finishedBookingDays, personWithoutBookingDays } = office.retention;
  await bookedByPhone(subDays(now, office.retention.codeDays + 3), 'two');
  const old = await bookedByPhone(subDays(now, finishedBookingDays + personWithoutBookingDays), 'three');
  await sweep(prisma, office.retention, now);
  expect(await prisma.linkCode.count()).toBe(0);
  expect(await prisma.person.findUnique({ where: { id: old.personId } })).toBeNull();
});
