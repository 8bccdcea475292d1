// What goes of the staff's side after its days: messages that were lost, calls, codes, chats, closures (D6).
import { addDays, addMinutes, subDays } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { nobody } from '../../src/records/forget.ts';
import { allRows } from '../privacy/all-records.ts';
import { bookingBefore, database, heard, now, openSwept, run } from './sweeping.ts';

openSwept();

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
