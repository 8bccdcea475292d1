// An office in the middle of its day: a conversation half-way, a booking, work that waits, and a row in every table.

import { v7 as uuidv7 } from 'uuid';
import { fillIn, openCounter } from '../../conversation/counter.ts';
import { open, type Where } from './places.ts';

/** What is hard to keep: quotes, escapes, line ends of every kind, characters of four bytes. */
export const oddText = 'C"\\n\\\n\r\t\u2028\u2029\u0001𠮷😀,{}[null]';

export const halfWay = 'Uhalfway';
export const booked = 'Ubooked';
export const notYetHeard = 'Unotyet';

const hour = 60 * 60 * 1000;

/** Resolves when it is closed again, with when its clock stood last. */
export async function fillOffice(where: Where): Promise<Date> {
  const database = await open(where);
  const counter = await openCounter({ database });
  const { queue, clock } = database;
  await fillIn(counter.visitor(booked), 'review');
  await counter.visitor(booked).presses('この内容で申し込む');
  await fillIn(counter.visitor(halfWay), 'name');
  const now = clock.now();
  const inAnHour = new Date(now.getTime() + hour);
  const followed = counter.visitor(notYetHeard).event({ type: 'followed', again: false });
  await queue.put('inbox', [{ id: followed.id, key: notYetHeard, data: followed, startAfter: inAnHour }]);
  await queue.put('timers', [
    { id: uuidv7(), key: 'kettle', data: { kettle: 'on' }, startAfter: inAnHour },
    { id: uuidv7(), key: 'in hand', data: { kettle: 'off' }, startAfter: inAnHour },
  ]);
  await queue.every('tea', '0 3 * * *', async () => {});
  await fillOtherTables(database, now);
  await database.close();
  return now;
}

async function fillOtherTables(
  { prisma, sealer }: Awaited<ReturnType<typeof open>>,
  at: Date,
): Promise<void> {
  const roomId = uuidv7();
  const seal = (of: string, row: string) => sealer.seal({ of, row }, '職員');
  await prisma.adminChat.create({ data: { chatId: 'Cadmin', enrolledAt: at } });
  await prisma.enrolmentCode.create({ data: { codeHash: 'x', createdAt: at, expiresAt: at, usedAt: at } });
  await prisma.enrolmentMiss.create({ data: { chatId: oddText, at } });
  await prisma.staffMember.create({
    data: { lineUserId: 'Ustaff', name: seal('staff.name', 'Ustaff'), seenAt: at },
  });
  const staff = await prisma.staffMember.findFirstOrThrow();
  const closureId = uuidv7();
  await prisma.closure.createMany({
    data: [
      { day: new Date('2026-12-29'), createdAt: at },
      {
        ...{ id: closureId, day: new Date('2026-12-28'), counsellors: 1, createdAt: at, liftedAt: at },
        ...{ reason: seal('closure.reason', closureId), madeById: staff.id, liftedById: staff.id },
      },
    ],
  });
  await prisma.undelivered.create({ data: { id: uuidv7(), chatId: 'U1', about: 'news', reason: '400', at } });
  await prisma.pushCount.create({
    data: { chatId: 'U1', day: new Date('2026-12-01'), count: 2, lastAt: at, beforeAt: at },
  });
  await prisma.zoomRoom.create({
    data: {
      id: roomId,
      name: '相談室A',
      meetingId: seal('zoom.meetingId', roomId),
      passcode: seal('zoom.passcode', roomId),
      createdAt: at,
    },
  });
  const { id: bookingId, startsAt, personId } = await prisma.booking.findFirstOrThrow();
  await prisma.contactLink.create({ data: { tokenHash: 'x', bookingId, chatId: 'Cadmin', expiresAt: at } });
  const call = { personId, bookingId, about: 'confirmed', reason: 'quota', createdAt: at, dueAt: at };
  const { id: callId } = await prisma.call.create({ data: { ...call, tries: 1 } });
  await prisma.callStep.create({ data: { callId, at, event: 'away', chatId: 'Cadmin' } });
  const staffId = staff.id;
  const by = { at, chatId: 'Cadmin', staffId };
  await prisma.personStep.create({ data: { personId, event: 'suspended', reason: 'noShows', ...by } });
  await prisma.peopleFound.create({
    data: { id: uuidv7(), chatId: 'Cadmin', people: [personId], expiresAt: at },
  });
  const month = new Date('2026-12-01');
  await prisma.registerLook.create({ data: { id: uuidv7(), month, event: 'asked', ...by } });
  const page = { purpose: 'call', subject: callId, chatId: 'Cadmin', madeAt: at, expiresAt: at };
  await prisma.pageLink.create({ data: { tokenHash: 'x', ...page, looks: 1 } });
  await prisma.numbersDraft.create({
    data: {
      bookingId,
      sealed: seal('draft.zoom', bookingId),
      chatId: 'Cadmin',
      message: 'm1',
      expiresAt: at,
    },
  });
  const slot = { counsellor: 99, startsAt, endsAt: new Date(startsAt.getTime() + 1) };
  await prisma.slotUse.create({ data: { kind: 'undo', bookingId, ...slot, until: at } });
  await prisma.moveWish.create({ data: { bookingId, ...slot, createdAt: at, until: at } });
  await prisma.offer.create({
    data: { bookingId, starts: [startsAt], until: at, createdAt: at, chatId: 'Cadmin', staffId },
  });
  await prisma.undo.create({
    data: {
      ...{ bookingId, event: 'confirm', tellAt: at, state: 'requested', ...slot },
      zoomMeetingId: seal('zoom.meetingId', bookingId),
      zoomPasscode: seal('zoom.passcode', bookingId),
    },
  });
  await prisma.linkCode.create({
    data: { codeHash: 'x', personId, bookingId, createdAt: at, expiresAt: at },
  });
  await prisma.opinion.create({ data: { bookingId, askedAt: at, opinion: 'useful' } });
  await prisma.fullSeen.create({ data: { personId, day: new Date('2026-12-01') } });
  await prisma.reminderSent.create({ data: { bookingId, kind: 'dayBefore', startsAt, sentAt: at } });
  await prisma.$executeRaw`
    UPDATE pgboss.job SET state = 'active', started_on = now(), output = 'null'::jsonb
    WHERE name = 'timers' AND singleton_key = 'in hand'`;
}
