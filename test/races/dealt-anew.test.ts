// Somebody asks for a slot in the very moment in which staff deal the day anew among fewer counsellors.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { addMinutes, asDay, asTime, instant } from '../../src/core/jst.ts';
import { requestBooking } from '../../src/records/booking-requests.ts';
import { dealAnew } from '../../src/records/closure-hits.ts';
import { putClosure } from '../../src/records/closures.ts';
import { describeOnServer, openTestDatabase } from '../helpers/database.ts';

const profile = readOffice('hamamatsu', 'offices');
const office = { ...profile, consultation: { ...profile.consultation, counsellors: 2 } };
const day = asDay('2026-12-03');
const now = instant(asDay('2026-11-25'), '10:05');

describeOnServer('two transactions', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const person = () => database.prisma.person.create({ data: { chatId: uuidv7(), createdAt: now } });
  const choices = { companion: false };

  test('the one who asks gets no slot for which nobody is left, though it looked free before', async () => {
    const { prisma, sealer } = database;
    const startsAt = instant(day, '10:00');
    const { id: personId } = await person();
    const times = { startsAt, endsAt: addMinutes(startsAt, 45), promisedBy: now, createdAt: now };
    const booking = await prisma.booking.create({
      data: { personId, state: 'confirmed', version: 2, counsellor: 1, ...times, ...choices },
    });
    const { id: other } = await person();
    const request = { personId: other, day, time: asTime('10:00'), choices, promisedBy: now, now };
    let asked: ReturnType<typeof requestBooking> | undefined;
    await prisma.$transaction(
      async (tx) => {
        const closure = { id: uuidv7(), day, part: 'all' as const, counsellors: 1, reason: null };
        await putClosure(tx, sealer, { ...closure, madeById: null }, now);
        await dealAnew(tx, day, 1);
        asked = prisma.$transaction((theirs) => requestBooking(theirs, request, office));
        const waiting = () =>
          prisma.$queryRaw`SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        await expect.poll(waiting, { timeout: 10_000 }).toEqual([{ waiting: 1 }]);
      },
      { timeout: 20_000 },
    );
    expect(await asked).toEqual({ ok: false, because: 'taken' });
    expect((await prisma.booking.findUniqueOrThrow({ where: { id: booking.id } })).counsellor).toBe(0);
  });
});
