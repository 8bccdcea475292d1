// What is kept of people no longer is deleted (D6), and the counts stay.
import { addDays, subDays } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { nobody } from '../../src/records/forget.ts';
import { sweep } from '../../src/records/sweep.ts';
import { office } from '../booking/the-office.ts';
import { allRows } from '../privacy/all-records.ts';
import { bookingBefore, database, heard, now, openSwept, reload, run } from './sweeping.ts';

openSwept();

test.each([
  ['done', 'cancelled'],
  ['noShow', 'declined'],
  ['expired', 'withdrawn'],
] as const)(
  'a finished booking (%s, %s) loses its person after its days and not before, and keeps state and day',
  async (...states) => {
    for (const state of states) {
      const kept = await bookingBefore(89, state);
      const old = await bookingBefore(91, state);
      await heard(old.chatId, now);
      expect(await run()).toMatchObject({ bookings: 1 });
      expect((await reload(kept.id)).person).toMatchObject({ chatId: kept.chatId, name: expect.anything() });
      const after = await reload(old.id);
      expect(after).toMatchObject({ state, startsAt: old.startsAt, number: old.number, personId: nobody.id });
      const person = await database.prisma.person.findUniqueOrThrow({ where: { id: old.personId } });
      expect(person).toMatchObject({ name: null, phone: null, nameHash: null, phoneHash: null });
    }
  },
);

test('who has a newer booking keeps name and numbers, and only the old booking is nobody’s', async () => {
  const newer = await bookingBefore(3, 'done');
  const old = await bookingBefore(200, 'done', newer.personId);
  await run();
  expect((await reload(old.id)).personId).toBe(nobody.id);
  expect((await reload(newer.id)).person.name).not.toBeNull();
});

test('what holds a slot is never touched, however long ago it was', async () => {
  const open = await bookingBefore(400, 'confirmed');
  await run();
  expect((await reload(open.id)).person.chatId).toBe(open.chatId);
});

test('meeting numbers go after their days, history and reminders after theirs', async () => {
  const [fresh, used, older] = [
    await bookingBefore(1, 'done'),
    await bookingBefore(3, 'done'),
    await bookingBefore(41, 'done'),
  ];
  await run();
  expect(await reload(fresh.id)).toMatchObject({ zoomPasscode: expect.anything() });
  expect(await reload(used.id)).toMatchObject({
    zoomMeetingId: null,
    zoomPasscode: null,
    steps: [{}],
    reminders: [{}],
  });
  expect(await reload(older.id)).toMatchObject({ steps: [], reminders: [] });
});

test('somebody without a booking goes with all that hangs on the chat, once nothing was heard for the days', async () => {
  const { prisma, sealer } = database;
  const chat = async (chatId: string, days: number) => {
    const at = subDays(now, days);
    await prisma.person.create({
      data: {
        chatId,
        createdAt: subDays(now, 300),
        consents: { create: { termsVersion: 'x', shownSha256: 'x', wording: '同意する', agreedAt: at } },
      },
    });
    await heard(chatId, at);
    await prisma.draft.create({
      data: {
        chatId,
        sealed: sealer.seal({ of: 'draft.details', row: chatId }, '{}'),
        expiresAt: addDays(now, 1),
      },
    });
    await prisma.undelivered.create({
      data: { id: uuidv7(), chatId, about: 'news', reason: '400', at: now },
    });
    await database.queue.put('outbox', [{ id: uuidv7(), key: chatId, data: {} }]);
  };
  await chat('Usilent', 11);
  await chat('Uheard', 9);
  expect(await run()).toMatchObject({ people: 1 });
  const rows = await allRows(prisma);
  expect(rows.filter((row) => row.includes('Usilent'))).toEqual([]);
  expect(rows.filter((row) => row.includes('Uheard')).length).toBeGreaterThan(4);
});

test('a thousand at once go in batches, and a second run finds nothing', async () => {
  const { prisma } = database;
  await prisma.person.createMany({
    data: Array.from({ length: 1000 }, (_, at) => ({ chatId: `U${at}`, createdAt: subDays(now, 30) })),
  });
  expect(await run()).toEqual({ people: 1000 });
  expect(await run()).toEqual({});
  expect(await prisma.person.count()).toBe(0);
});

test('the profile’s own days are at least those of the notice: nothing is deleted on the day itself', async () => {
  const booking = await bookingBefore(0, 'done');
  await sweep(database.prisma, office.retention, now);
  expect((await reload(booking.id)).zoomPasscode).not.toBeNull();
});
