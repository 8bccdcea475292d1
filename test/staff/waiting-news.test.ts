// What staff could not be sent: every kind either waits for their next word or says why not, and what waits is heard
// even when the chat for which it waited is no admin chat any more.

import { addHours, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTurnServices } from '../../src/app/turn-services.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { titleOfNotice } from '../../src/messages/ja/staff-notice-words.ts';
import { type About, toPerson, toStaff, waitingKinds } from '../../src/messages/kinds.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { recordUndelivered } from '../../src/outbox/undelivered.ts';
import { nameOfNotice, takeWaitingNews } from '../../src/outbox/waiting-news.ts';
import { enrol, leaveAdminChat } from '../../src/records/admin-chats.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let booking: Awaited<ReturnType<typeof bookingAt>>;
let start: Date;
beforeAll(async () => {
  database = await openTestDatabase();
  start = database.clock.now();
  booking = await bookingAt(database, addHours(start, 48));
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.undelivered.deleteMany();
  await database.prisma.call.deleteMany();
  await database.prisma.adminChat.deleteMany();
  await enrolAt(0, 'C1');
});

const at = (minutes: number) => addMinutes(start, minutes);
const enrolAt = (minutes: number, chatId: string) =>
  database.prisma.$transaction((tx) => enrol(tx, chatId, at(minutes)));
const leaveAt = (minutes: number, chatId: string) =>
  database.prisma.$transaction((tx) => leaveAdminChat(tx, chatId, at(minutes)));

/** Could not be sent to that chat. */
async function lose(about: About, chatId: string, minutes: number, { of }: { of?: string } = {}) {
  const id = uuidv7();
  const line = { isIn: async () => ({ kind: 'unreached' }), info: async () => ({ kind: 'unreached' }) };
  const what = { id, chatId, about, reason: 'reserve', madeAt: at(minutes).getTime() };
  await recordUndelivered(
    { ...what, ...(of !== undefined && { booking: of }) },
    {
      database,
      services: createTurnServices(database.sealer, office),
      clock: database.clock,
      log: quietLog,
      line,
    },
  );
  const { prisma } = database;
  const call = await prisma.call.findUnique({ where: { id } });
  return call ?? prisma.undelivered.findUniqueOrThrow({ where: { id } });
}
const news = async (chatId: string, said: ReadonlySet<string> = new Set()) =>
  shownText(
    await database.prisma.$transaction((tx) =>
      takeWaitingNews(
        { tx, sealer: database.sealer, words: ja, chatId, now: database.clock.now() },
        { said },
      ),
    ),
  );

describe('every kind of message for staff', () => {
  const kinds = Object.keys(toStaff) as (keyof typeof toStaff)[];

  test.each(kinds)('%s waits or is kept as the record says', async (kind) => {
    const { id } = booking;
    const states = [(await lose(kind, 'C1', 1)).state, (await lose(kind, 'C1', 1, { of: id })).state];
    const wanted = {
      waits: ['kept', 'waiting'],
      waitsAlone: ['waiting', 'waiting'],
      kept: ['kept', 'kept'],
      aside: ['kept', 'kept'],
    };
    expect(states).toEqual(wanted[toStaff[kind]]);
  });

  test.each(waitingKinds)('%s has a title of its own in the list of what waited', (kind) => {
    expect(titleOfNotice(kind)).not.toBe(titleOfNotice('no such kind'));
  });

  test('a wish to be deleted is shown with the receipt number, and without one where nothing is on record', async () => {
    await lose('deletion', 'C1', 1, { of: booking.id });
    expect(await news('C1')).toMatch(/登録を消すご希望がありました[\s\S]*受付番号 \d{4}-\d{4}/);
    await lose('deletion', 'C1', 2);
    expect(await news('C1')).toContain('・登録を消すご希望がありました');
  });

  test('what is a person’s is hers, though her chat is an admin chat', async () => {
    const { chatId } = booking;
    await enrolAt(0, chatId);
    const called = Object.entries(toPerson).flatMap(([kind, becomes]) => (becomes === 'kept' ? [] : [kind]));
    const hers = called.filter((kind) => !Object.hasOwn(toStaff, kind)) as About[];
    expect(hers).toContain('confirmed');
    for (const kind of hers)
      expect((await lose(kind, chatId, 1, { of: booking.id })).state, kind).toBe('open');
  });
});

describe('what waits for a chat that is no admin chat any more', () => {
  test.each(['trouble', 'request', 'withdrawn', 'deletion'] as const)(
    '%s is heard by the one that is enrolled next, once',
    async (kind) => {
      await lose(kind, 'C1', 1, { of: booking.id });
      await leaveAt(2, 'C1');
      await enrolAt(3, 'C2');
      expect(await news('C2')).toContain(titleOfNotice(kind));
      expect(await news('C2')).toBe('');
    },
  );

  test.each(['trouble', 'expired'] as const)(
    '%s waits also when the account was out of it before the message was given up',
    async (kind) => {
      await leaveAt(2, 'C1');
      await lose(kind, 'C1', 1, { of: booking.id });
      await enrolAt(3, 'C2');
      expect(await news('C2')).toContain(titleOfNotice(kind));
    },
  );

  test('of several that come later the first one that speaks hears it', async () => {
    await lose('trouble', 'C1', 1, { of: booking.id });
    await leaveAt(2, 'C1');
    await enrolAt(3, 'C2');
    await enrolAt(4, 'C3');
    expect(await news('C3')).toContain(titleOfNotice('trouble'));
    expect(await news('C2')).toBe('');
  });

  test('is not told again where another chat was there to hear it', async () => {
    await enrolAt(0, 'C2');
    await lose('trouble', 'C1', 1, { of: booking.id });
    await leaveAt(2, 'C1');
    expect(await news('C2')).toBe('');
    await lose('callMe', 'C2', 1, { of: booking.id });
    await enrolAt(3, 'C3');
    expect(await news('C3')).toBe('');
    expect(await news('C2')).toContain(titleOfNotice('callMe'));
  });

  test('of one that is one still stays its own', async () => {
    await lose('trouble', 'C1', 1, { of: booking.id });
    await enrolAt(3, 'C2');
    expect(await news('C2')).toBe('');
    expect(await news('C1')).toContain(titleOfNotice('trouble'));
  });

  test('is not repeated beside a card that says it', async () => {
    await lose('trouble', 'C1', 1, { of: booking.id });
    await leaveAt(2, 'C1');
    await enrolAt(3, 'C2');
    expect(await news('C2', new Set([nameOfNotice('trouble', booking.id)]))).toBe('');
    expect(await news('C2')).toBe('');
  });
});
