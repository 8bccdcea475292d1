// What did not arrive: staff hear of it where somebody waits for it, once, and by a way that is open.

import { addHours } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { jobPurpose } from '../../src/db/run-jobs.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { type Outgoing, outgoingSchema } from '../../src/outbox/outgoing.ts';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { takeWaitingNews } from '../../src/outbox/waiting-news.ts';
import { openCall } from '../../src/records/calls.ts';
import type { AsksLine } from '../../src/records/lost-chat.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { noteQuota } from '../../src/records/quota-note.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { quietLog, recordingLog } from '../helpers/quiet-log.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.clock.moveTo(instant(businessDayAfter(dayOf(database.clock.now()), office, []), '10:05'));
  const enrolledAt = database.clock.now();
  await database.prisma.adminChat.createMany({
    data: ['C1', 'C2'].map((chatId) => ({ chatId, enrolledAt })),
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.undelivered.deleteMany();
  await database.prisma.call.deleteMany();
  await database.prisma.person.upsert({
    where: { chatId },
    create: { chatId, createdAt: new Date() },
    update: {},
  });
  await database.prisma.$executeRaw`DELETE FROM pgboss.job WHERE name = 'outbox'`;
});

const chatId = 'U-somebody';

const done = <T>(value: T) => ({ kind: 'done' as const, value });
type Answers = { isIn: Awaited<ReturnType<AsksLine['isIn']>>; info?: Awaited<ReturnType<AsksLine['info']>> };
const lineWhere = ({ isIn, info = done({}) }: Answers): AsksLine => ({
  isIn: async () => isIn,
  info: async () => info,
});

const record = (about: string, changes: { id?: string; chatId?: string; reason?: string } = {}) =>
  recordUndelivered(
    { id: uuidv7(), chatId, about, reason: 'refused', ...changes },
    {
      database,
      services: createTurnServices(database.sealer, office),
      clock: database.clock,
      log: quietLog,
      line: lineWhere({ isIn: done(true) }),
    },
  );

async function outbox(): Promise<Outgoing[]> {
  const rows = await database.prisma.$queryRaw<{ id: string; sealed: string }[]>`
    SELECT id::text, data->>'sealed' AS sealed FROM pgboss.job WHERE name = 'outbox' ORDER BY id`;
  return rows.map(({ id, sealed }) =>
    outgoingSchema.parse(database.sealer.openJson(jobPurpose('outbox', id), sealed)),
  );
}

describe('a message that did not arrive', () => {
  test.each(['confirmed', 'declined', 'expired', 'reminder'])(
    'and that she must hear all the same (%s) is told to every admin chat',
    async (about) => {
      await record(about);
      expect((await outbox()).map(({ to, about: what }) => [to, what])).toEqual([
        ['C1', 'undelivered'],
        ['C2', 'undelivered'],
      ]);
    },
  );

  test.each(['answer', 'apology', 'request', 'undelivered'])(
    'that can be asked for again (%s) is only kept',
    async (about) => {
      await record(about);
      expect(await outbox()).toEqual([]);
      expect(await database.prisma.undelivered.count()).toBe(1);
    },
  );

  test('tells whose it was and of which request, so that staff can call her', async () => {
    const { chatId, personId, number } = await bookingAt(database, addHours(database.clock.now(), 48));
    const details = { name: '申込 花子', jobNumber: null, phone: '09012345678' };
    await database.prisma.$transaction((tx) => recordDetails(tx, database.sealer, personId, details));
    await record('confirmed', { chatId });
    const text = shownText((await outbox())[0]?.messages ?? []);
    expect(text).toContain('申込 花子');
    expect(text).toContain(`-${String(number).padStart(4, '0')}`);
  });

  test('is told once, however often it is recorded', async () => {
    const id = uuidv7();
    await record('confirmed', { id });
    await record('confirmed', { id });
    expect(await outbox()).toHaveLength(2);
    expect(await database.prisma.call.count()).toBe(1);
    expect(await database.prisma.undelivered.count()).toBe(0);
  });

  test('to somebody who is not on record any more can be told to nobody: it is only kept', async () => {
    await record('confirmed', { chatId: 'U-forgotten' });
    expect(await outbox()).toEqual([]);
    expect(await database.prisma.undelivered.findMany()).toMatchObject([
      { about: 'confirmed', state: 'kept' },
    ]);
  });

  test.each(['quota', 'blocked'])(
    '(%s) that says what an open call says already is only kept',
    async (reason) => {
      await record('confirmed', { reason });
      await record('confirmed', { reason });
      expect(await database.prisma.call.count()).toBe(1);
      expect(await database.prisma.undelivered.findMany()).toMatchObject([{ state: 'kept' }]);
    },
  );

  test('that says the same in the same moment is one call: the database refuses the second', async () => {
    const { prisma, clock } = database;
    const { personId, id: bookingId } = await bookingAt(database, addHours(clock.now(), 72));
    const call = { personId, bookingId, about: 'confirmed', reason: 'noLine' };
    const opened = () => prisma.$transaction((tx) => openCall(tx, call, clock.now()));
    expect((await Promise.all([opened(), opened(), opened()])).filter(Boolean)).toHaveLength(1);
    await prisma.call.updateMany({ data: { state: 'told' } });
    expect(await opened()).toBe(true);
  });

  test('as a reminder to somebody who blocks the account is no second call for that booking', async () => {
    const { chatId: hers } = await bookingAt(database, addHours(database.clock.now(), 96));
    await record('confirmed', { chatId: hers, reason: 'blocked' });
    await record('reminder', { chatId: hers, reason: 'blocked' });
    await database.prisma.call.updateMany({ data: { state: 'told' } });
    await record('reminder', { chatId: hers, reason: 'blocked' });
    expect(await database.prisma.call.count()).toBe(1);
  });

  test('because it came too late to matter is nobody’s loss', async () => {
    await record('reminder', { reason: 'dropped' });
    expect(await outbox()).toEqual([]);
  });
});

test('that an admin chat was ended, which it hears with its next word, is nobody’s call to make', async () => {
  const { prisma, sealer } = database;
  const chatId = 'U-ended';
  const { id } = await prisma.person.create({ data: { chatId, createdAt: new Date() } });
  const details = { name: '佐藤 花子', jobNumber: '22020-1234567', phone: '09012345678' };
  await prisma.$transaction((tx) => recordDetails(tx, sealer, id, details));
  await record('chatEnded', { chatId, reason: 'quota' });
  await record('answer', { chatId, reason: 'quota' });
  expect(await prisma.undelivered.findMany()).toMatchObject([{ about: 'chatEnded', state: 'kept' }]);
  expect(await prisma.call.findMany()).toMatchObject([{ about: 'answer', state: 'open', personId: id }]);
});

describe('the month’s used-up messages', () => {
  const now = new Date('2026-11-25T01:00:00Z');
  const news = async () =>
    shownText(
      await database.prisma.$transaction((tx) =>
        takeWaitingNews({ tx, sealer: database.sealer, words: ja, chatId: 'C1', now }),
      ),
    );
  const note = (at: Date) => noteQuota(database.prisma, uuidv7(), at);

  test('are told once, at the next chance', async () => {
    expect(await news()).toBe('');
    await note(now);
    await note(addHours(now, 1));
    expect(await news()).toContain('送信数が上限になりました');
    expect(await news()).toBe('');
  });

  test('are told again on another day', async () => {
    await note(now);
    await news();
    await note(addHours(now, 23));
    expect(await news()).toBe('');
    await note(addHours(now, 25));
    expect(await news()).toContain('送信数が上限になりました');
  });
});

describe('An admin chat to which LINE refuses a message', () => {
  const refusedThere = async (line: AsksLine, reason = 'refused') => {
    const { log, lines } = recordingLog();
    const { prisma } = database;
    const chatId = `C-${uuidv7()}`;
    await prisma.adminChat.create({ data: { chatId, enrolledAt: database.clock.now() } });
    const what = { id: uuidv7(), chatId, about: 'request', reason };
    const services = createTurnServices(database.sealer, office);
    await recordUndelivered(what, { database, services, clock: database.clock, log, line });
    const { leftAt } = await prisma.adminChat.findUniqueOrThrow({ where: { chatId } });
    await prisma.adminChat.delete({ where: { chatId } });
    return { isGivenUp: leftAt !== null, lines };
  };

  test('decides nothing more when LINE says that the account is out of it; others go on', async () => {
    const { isGivenUp, lines } = await refusedThere(lineWhere({ isIn: done(false) }));
    expect(isGivenUp).toBe(true);
    expect(lines).toMatchObject([{ level: 'warn', fields: { adminChatsLeft: 2 } }]);
    expect(JSON.stringify(lines)).not.toMatch(/\d{4}-\d{4}/);
  });

  test('and that was the last: the operator gets a code for the next at once', async () => {
    const others = await database.prisma.adminChat.findMany();
    await database.prisma.adminChat.deleteMany();
    const { isGivenUp, lines } = await refusedThere(lineWhere({ isIn: done(false) }));
    expect(isGivenUp).toBe(true);
    await database.prisma.adminChat.createMany({ data: others });
    expect(lines).toMatchObject([{ level: 'warn', message: expect.stringMatching(/\d{4}-\d{4}$/) }]);
  });

  test.each([
    ['the account is in it all the same', lineWhere({ isIn: done(true) })],
    ['LINE does not answer that question', lineWhere({ isIn: { kind: 'unreached' } })],
    ['nothing of LINE can be found now', lineWhere({ isIn: done(false), info: { kind: 'refused' } })],
  ])('decides on when %s', async (_why, line) => {
    expect(await refusedThere(line)).toEqual({ isGivenUp: false, lines: [] });
  });

  test.each(['unsendable', 'unknown', 'gaveUp', 'quota'])(
    'is not asked about for a message that ended as %s',
    async (reason) => {
      expect((await refusedThere(lineWhere({ isIn: done(false) }), reason)).isGivenUp).toBe(false);
    },
  );
});
