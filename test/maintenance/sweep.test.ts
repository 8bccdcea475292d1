// What is kept no longer is deleted (D6), and the counts stay.
import { addDays, addMinutes, subDays } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BookingState } from '../../src/db/generated/client.ts';
import { nobody } from '../../src/records/forget.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { sweep } from '../../src/records/sweep.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { allRows } from '../privacy/all-records.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  database.prisma.$executeRawUnsafe(
    'TRUNCATE "Person", "PageLink", "Undelivered", "StaffMember", "EnrolmentCode", "Conversation", "AdminChat" CASCADE',
  ),
);

const now = new Date('2027-06-01T03:00:00Z');
/** All different, so that one taken for another would be seen. */
const retention = {
  draftHours: 24,
  zoomNumbersDays: 2,
  personWithoutBookingDays: 10,
  finishedBookingDays: 90,
  historyDays: 40,
  undeliveredDays: 20,
  codeDays: 5,
};
const run = (at = now) => sweep(database.prisma, retention, at);

/** With name, numbers, a step and a reminder, as it stands that many days after its day. */
async function bookingBefore(days: number, state: BookingState, whose?: string) {
  const { prisma, sealer } = database;
  const startsAt = subDays(addMinutes(now, -60), days);
  const booking = await bookingAt(database, startsAt, { state, ...(whose && { personId: whose }) });
  await prisma.$transaction((tx) =>
    recordDetails(tx, sealer, booking.personId, { name: '浜名 花子', jobNumber: null, phone: '09012345678' }),
  );
  await prisma.bookingStep.create({
    data: { bookingId: booking.id, at: startsAt, event: 'finish', to: state, actor: 'system' },
  });
  await prisma.reminderSent.create({
    data: { bookingId: booking.id, kind: 'soon', startsAt, sentAt: startsAt },
  });
  return booking;
}
/** When somebody last said something. */
const heard = (chatId: string, at: Date) =>
  database.prisma.conversation.create({
    data: {
      id: chatId,
      chatId,
      flow: 'home',
      version: '1',
      value: 'menu',
      context: {},
      step: 1,
      misses: 0,
      heardAt: at,
      updatedAt: at,
    },
  });
const reload = (id: string) =>
  database.prisma.booking.findUniqueOrThrow({
    where: { id },
    include: { person: true, steps: true, reminders: true },
  });

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

test('undelivered messages, codes and staff that nobody has seen go after their days', async () => {
  const { prisma } = database;
  for (const days of [19, 21]) {
    const at = subDays(now, days);
    await prisma.undelivered.create({
      data: { id: uuidv7(), chatId: `U${days}`, about: 'news', reason: '400', at },
    });
  }
  for (const days of [4, 6])
    await prisma.enrolmentCode.create({
      data: { codeHash: `${days}`, createdAt: subDays(now, days), expiresAt: subDays(now, days) },
    });
  for (const days of [39, 41])
    await prisma.staffMember.create({
      data: { lineUserId: `U${days}`, name: new Uint8Array(40), seenAt: subDays(now, days) },
    });
  await run();
  expect((await prisma.undelivered.findMany()).map(({ chatId }) => chatId)).toEqual(['U19']);
  expect((await prisma.enrolmentCode.findMany()).map(({ codeHash }) => codeHash)).toEqual(['4']);
  expect((await prisma.staffMember.findMany()).map(({ lineUserId }) => lineUserId)).toEqual(['U39']);
});

test('calls go after the same days with what staff did with them, and pages at their end', async () => {
  const { prisma } = database;
  const { id: staffId } = await prisma.staffMember.create({
    data: { lineUserId: 'Ucaller', name: new Uint8Array(40), seenAt: subDays(now, 300) },
  });
  for (const days of [19, 21]) {
    const { personId, id: bookingId } = await bookingBefore(30, 'done');
    const at = subDays(now, days);
    const call = { personId, bookingId, about: `${days}`, reason: 'quota', createdAt: at, dueAt: at };
    const { id: callId } = await prisma.call.create({ data: call });
    await prisma.callStep.create({ data: { callId, at, event: 'away', chatId: 'C1', staffId } });
    const page = { purpose: 'call', subject: callId, chatId: 'C1', madeAt: now };
    const expiresAt = days === 19 ? addMinutes(now, 1) : now;
    await prisma.pageLink.create({ data: { tokenHash: `${days}`, ...page, expiresAt } });
  }
  expect(await run()).toMatchObject({ calls: 1, pageLinks: 1 });
  expect((await prisma.call.findMany()).map(({ about }) => about)).toEqual(['19']);
  expect((await prisma.pageLink.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['19']);
  expect(await prisma.callStep.count()).toBe(1);
  // Who has told somebody is somebody of the staff as long as that is on record.
  expect(await prisma.staffMember.count()).toBe(1);
  await run(addDays(now, 10));
  expect([await prisma.call.count(), await prisma.callStep.count()]).toEqual([0, 0]);
  await run(addDays(now, 10));
  expect(await prisma.staffMember.count()).toBe(0);
});

test('an admin chat goes with its conversation and who invited it after the days of the history, counted from its end', async () => {
  const { prisma } = database;
  const invited = (lineUserId: string) =>
    prisma.staffMember.create({ data: { lineUserId, name: new Uint8Array(40), seenAt: subDays(now, 300) } });
  const chat = async (chatId: string, endedDaysAgo?: number) => {
    const leftAt = endedDaysAgo === undefined ? null : subDays(now, endedDaysAgo);
    const { id: invitedById } = await invited(`Ufor${chatId}`);
    await prisma.adminChat.create({ data: { chatId, enrolledAt: subDays(now, 300), leftAt, invitedById } });
    await heard(chatId, subDays(now, 300));
  };
  await chat('Cnow');
  await chat('C39', 39);
  await chat('C41', 41);
  await chat('Uended', 41);
  const { id: bookingId } = await bookingBefore(20, 'done');
  const staffId = (await prisma.staffMember.findUniqueOrThrow({ where: { lineUserId: 'UforC41' } })).id;
  for (const chatId of ['C39', 'C41', 'Uended'])
    await prisma.bookingStep.create({
      data: { bookingId, at: now, event: 'contactSeen', to: 'done', actor: 'staff', chatId, staffId },
    });
  expect(await run()).toMatchObject({ adminChats: 2 });
  expect((await prisma.adminChat.findMany()).map(({ chatId }) => chatId).toSorted()).toEqual(['C39', 'Cnow']);
  expect((await prisma.conversation.findMany()).map(({ chatId }) => chatId).toSorted()).toEqual([
    'C39',
    'Cnow',
  ]);
  const steps = await prisma.bookingStep.findMany({
    where: { bookingId, actor: 'staff' },
    orderBy: { id: 'asc' },
  });
  expect(steps.map(({ event, chatId }) => [event, chatId])).toEqual([
    ['contactSeen', 'C39'],
    ['contactSeen', nobody.chatId],
    ['contactSeen', nobody.chatId],
  ]);
  const left = (await prisma.staffMember.findMany()).map(({ lineUserId }) => lineUserId).toSorted();
  expect(left).toEqual(['UforC39', 'UforC41', 'UforCnow']);
  await run(addDays(now, 800));
  expect((await prisma.adminChat.findMany()).map(({ chatId }) => chatId)).toEqual(['Cnow']);
  expect((await prisma.staffMember.findMany()).map(({ lineUserId }) => lineUserId)).toEqual(['UforCnow']);
});

test('where staff decide now nothing of the conversation goes, though the person of the chat was silent for long', async () => {
  const { prisma } = database;
  const chatId = 'Uadmin';
  await prisma.person.create({ data: { chatId, createdAt: subDays(now, 300) } });
  await heard(chatId, subDays(now, 300));
  await prisma.adminChat.create({ data: { chatId, enrolledAt: subDays(now, 300) } });
  await prisma.undelivered.create({
    data: { id: uuidv7(), chatId, about: 'absence', reason: 'quota', state: 'waiting', at: now },
  });
  await database.queue.put('outbox', [{ id: uuidv7(), key: chatId, data: {} }]);
  await run();
  const tables = (await allRows(prisma))
    .filter((row) => row.includes(chatId))
    .map((row) => row.slice(0, row.indexOf(' ')));
  // The queue has its table and parts of it.
  const kinds = new Set(tables.map((table) => (table.startsWith('j') ? 'job' : table)));
  expect([...kinds].toSorted()).toEqual(['AdminChat', 'Conversation', 'Undelivered', 'job']);
});

test('closures of days long past go, and with them who made and who lifted them', async () => {
  const { prisma } = database;
  await prisma.closure.deleteMany();
  for (const days of [39, 41]) {
    const staff = await Promise.all(
      ['made', 'lifted'].map((did) =>
        prisma.staffMember.create({
          data: { lineUserId: `U${did}${days}`, name: new Uint8Array(40), seenAt: subDays(now, 300) },
        }),
      ),
    );
    const [madeById = null, liftedById = null] = staff.map(({ id }) => id);
    const deeds = { createdAt: subDays(now, 300), madeById, liftedAt: subDays(now, 300), liftedById };
    await prisma.closure.create({ data: { day: subDays(now, days), ...deeds } });
  }
  expect(await run()).toMatchObject({ closures: 1, staff: 2 });
  const left = (await prisma.staffMember.findMany()).map(({ lineUserId }) => lineUserId).toSorted();
  expect(left).toEqual(['Ulifted39', 'Umade39']);
  await prisma.closure.deleteMany();
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
