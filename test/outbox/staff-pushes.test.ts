// What is pushed to staff and what waits: the table, held against what is really put on the outbox.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toStaff } from '../../src/messages/kinds.ts';
import type { Message } from '../../src/messages/message.ts';
import { createWayOut, notifyStaff, promiseToStaff } from '../../src/outbox/notify.ts';
import { type NewsKind, staffPushes } from '../../src/outbox/staff-pushes.ts';
import { enrol } from '../../src/records/admin-chats.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let booking: string;
beforeAll(async () => {
  database = await openTestDatabase();
  booking = (await bookingAt(database, at('2026-11-25 14:00'))).id;
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.undelivered.deleteMany();
  await database.prisma.closure.deleteMany();
  await database.prisma.adminChat.deleteMany();
  await database.prisma.$transaction((tx) => enrol(tx, 'C1', at('2026-11-01 10:00')));
});

const messages: Message[] = [{ kind: 'text', text: 'そうです' }];
const kinds = Object.keys(staffPushes) as NewsKind[];
const inHours = at('2026-11-25 10:00');
const today = at('2026-11-25 14:00');
const tomorrow = at('2026-11-26 14:00');

/** Of a Wednesday unless it says otherwise. */
async function tell(about: NewsKind, now: Date, startsAt: Date) {
  await database.prisma.undelivered.deleteMany();
  return database.prisma.$transaction(async (tx) => {
    const way = createWayOut(tx, now);
    await notifyStaff({ ...way, office }, { about, booking, startsAt, messages });
    const waiting = await tx.undelivered.findMany({ where: { chatId: 'C1', state: 'waiting' } });
    return { pushed: way.outgoing.map((one) => one.about), waits: waiting.map((one) => one.about) };
  });
}

describe.each(kinds)('%s', (about) => {
  const pushed = { pushed: [about], waits: [] };
  // What stands by itself, such as a call, waits nowhere else.
  const waits = { pushed: [], waits: toStaff[about] === 'kept' ? [] : [about] };

  test('is pushed in office hours as the table says', async () => {
    const rule = staffPushes[about];
    expect(await tell(about, inHours, today)).toEqual(rule === 'waits' ? waits : pushed);
    expect(await tell(about, inHours, tomorrow)).toEqual(rule === 'push' ? pushed : waits);
  });

  test('is never pushed at night, at a weekend, on a closed day or in a chat without pushes', async () => {
    for (const now of ['2026-11-25 08:59', '2026-11-25 17:00', '2026-11-28 10:00', '2026-11-23 10:00'])
      expect(await tell(about, at(now), at(now))).toEqual(waits);
    const day = new Date('2026-11-25T00:00:00Z');
    await database.prisma.closure.create({ data: { day, createdAt: inHours } });
    expect(await tell(about, inHours, today)).toEqual(waits);
    await database.prisma.closure.deleteMany();
    await database.prisma.adminChat.updateMany({ data: { pushes: false } });
    expect(await tell(about, inHours, today)).toEqual(waits);
  });
});

test('somebody in need learns that nobody is alerted where every chat has its pushes off; what waits by the rule is heard all the same', async () => {
  await database.prisma.adminChat.updateMany({ data: { pushes: false } });
  await database.prisma.$transaction(async (tx) => {
    const way = { tx, now: inHours, office, promise: async () => true };
    expect(await promiseToStaff(way, { about: 'trouble', startsAt: today }, true)).toBe('no');
    expect(await promiseToStaff(way, { about: 'contact', startsAt: today }, false)).toBe('waits');
    const early = { ...way, now: at('2026-11-25 07:50') };
    expect(await promiseToStaff(early, { about: 'absence', startsAt: today }, true)).toBe('waits');
  });
});
