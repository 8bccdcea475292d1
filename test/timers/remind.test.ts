import { addMinutes, subSeconds } from 'date-fns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReminderKind } from '../../src/booking/reminder-times.ts';
import type { Tx } from '../../src/db/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import type { Timer } from '../../src/timers/timers.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt, numbers } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Reminder = Timer & { kind: ReminderKind };
const start = at('2026-12-01 10:00');
const daysBefore = at('2026-11-28 17:00');
const dayBefore = at('2026-11-30 17:00');
const soon = at('2026-12-01 09:30');

async function remindIn(tx: Tx, now: Date, reminders: readonly Reminder[]) {
  const ids = reminders.map(({ booking }) => booking);
  return remind(tx, reminders, await bookingsOfPeople(tx, ids), {
    now,
    office,
    sealer: database.sealer,
    words: ja,
  });
}
const remindAt = (now: Date, ...reminders: Reminder[]) =>
  database.prisma.$transaction((tx) => remindIn(tx, now, reminders));
const book = (...changes: Parameters<typeof bookingAt> extends [unknown, unknown, ...infer R] ? R : never) =>
  bookingAt(database, start, ...changes);

describe('a reminder', () => {
  const moments: Readonly<Record<Exclude<ReminderKind, 'daysBefore'>, Date>> = { dayBefore, soon };
  test.each((['dayBefore', 'soon'] as const).map((kind) => [kind, moments[kind]] as const))(
    '%s goes to her chat with the numbers, and matters until the start',
    async (kind, now) => {
      const { id, chatId } = await book();
      const [reminder, ...more] = await remindAt(now, { booking: id, kind });
      expect(more).toEqual([]);
      expect(reminder).toMatchObject({
        to: chatId,
        about: 'reminder',
        madeAt: now.getTime(),
        dropAfter: start.getTime(),
      });
      expect(reminder).not.toHaveProperty('reply');
      const text = shownText(reminder?.messages ?? []);
      for (const part of ['812 3456 7890', numbers.passcode, '053-454-1910']) expect(text).toContain(part);
    },
  );

  test('is sent once, however often its timer fires, in one batch or in several', async () => {
    const { id } = await book();
    const timer = { booking: id, kind: 'soon' } as const;
    expect(await remindAt(soon, timer, timer)).toHaveLength(1);
    expect(await remindAt(soon, timer)).toEqual([]);
    expect(await remindAt(addMinutes(soon, 5), timer, timer)).toEqual([]);
    expect(await database.prisma.reminderSent.count({ where: { bookingId: id } })).toBe(1);
  });

  test('of one kind does not stand for the other', async () => {
    const { id } = await book();
    expect(await remindAt(dayBefore, { booking: id, kind: 'dayBefore' })).toHaveLength(1);
    expect(await remindAt(soon, { booking: id, kind: 'soon' })).toHaveLength(1);
  });

  test('comes again when the turn that sent it was rolled back', async () => {
    const { id } = await book();
    const timer = { booking: id, kind: 'soon' } as const;
    const failing = database.prisma.$transaction(async (tx) => {
      expect(await remindIn(tx, soon, [timer])).toHaveLength(1);
      throw new Error('the outbox is full');
    });
    await expect(failing).rejects.toThrow('the outbox is full');
    expect(await remindAt(soon, timer)).toHaveLength(1);
  });

  test.each([
    'requested',
    'withdrawn',
    'declined',
    'expired',
    'cancelled',
    'noShow',
    'byPhone',
    'inProgress',
    'done',
  ] as const)('is not sent for a booking that is %s', async (state) => {
    const { id } = await book({ state });
    expect(await remindAt(soon, { booking: id, kind: 'soon' })).toEqual([]);
    expect(await database.prisma.reminderSent.count({ where: { bookingId: id } })).toBe(0);
  });

  test.each(['absence', 'absenceWritten'])(
    'is not sent to whoever has said not to come (%s), and is once that is taken back',
    async (event) => {
      const tells = (id: string, what: string, minutes: number) =>
        database.prisma.bookingStep.create({
          data: {
            ...{ bookingId: id, event: what, from: 'confirmed', to: 'confirmed', actor: 'person' },
            at: addMinutes(dayBefore, minutes),
          },
        });
      const { id } = await book();
      await tells(id, event, 10);
      expect(await remindAt(soon, { booking: id, kind: 'soon' })).toEqual([]);
      await tells(id, 'coming', 20);
      expect(await remindAt(soon, { booking: id, kind: 'soon' })).toHaveLength(1);
    },
  );

  test('does not ask whoever must not be called to answer the phone', async () => {
    const { id } = await book();
    const step = {
      bookingId: id,
      event: 'noPhone',
      actor: 'person',
      from: 'confirmed',
      to: 'confirmed',
    } as const;
    await database.prisma.bookingStep.create({ data: { ...step, at: dayBefore } });
    const [reminder] = await remindAt(dayBefore, { booking: id, kind: 'dayBefore' });
    const text = shownText(reminder?.messages ?? []);
    expect(text).toContain('行けないときは、下のボタンでお知らせください');
    expect(text).not.toContain('お電話に出られるように');
  });

  test('is not sent once the consultation has begun, and is sent when it is late', async () => {
    const [late, over] = [await book(), await book()];
    expect(await remindAt(subSeconds(start, 1), { booking: late.id, kind: 'soon' })).toHaveLength(1);
    expect(await remindAt(start, { booking: over.id, kind: 'soon' })).toEqual([]);
  });

  test('is not sent by the timer of an earlier start, and comes at the new one', async () => {
    const { id } = await book();
    await database.prisma.booking.update({
      where: { id },
      data: { startsAt: at('2026-12-03 10:00'), endsAt: at('2026-12-03 10:45') },
    });
    const timers = [
      { booking: id, kind: 'dayBefore' },
      { booking: id, kind: 'soon' },
    ] as const;
    expect(await remindAt(dayBefore, timers[0])).toEqual([]);
    expect(await remindAt(soon, timers[1])).toEqual([]);
    expect(await remindAt(at('2026-12-02 17:00'), timers[0])).toHaveLength(1);
    expect(await remindAt(at('2026-12-03 09:30'), timers[1])).toHaveLength(1);
  });

  test('speaks anew of a start to which the booking was moved after it went out', async () => {
    const { id } = await book();
    expect(await remindAt(dayBefore, { booking: id, kind: 'dayBefore' })).toHaveLength(1);
    await database.prisma.booking.update({
      where: { id },
      data: { startsAt: at('2026-12-03 10:00'), endsAt: at('2026-12-03 10:45') },
    });
    expect(await remindAt(at('2026-12-02 17:00'), { booking: id, kind: 'dayBefore' })).toHaveLength(1);
  });

  describe('of three days before', () => {
    const early = (id: string) => ({ booking: id, kind: 'daysBefore' }) as const;
    const decides = (bookingId: string, event: string, when: Date) =>
      database.prisma.bookingStep.create({
        data: { bookingId, event, from: 'requested', to: 'confirmed', actor: 'staff', at: when },
      });

    test('names day, time and number, says that nobody has to come, and leaves the reserve alone', async () => {
      const { id } = await book();
      const [reminder] = await remindAt(daysBefore, early(id));
      expect(reminder).toMatchObject({ about: 'reminderEarly', dropAfter: start.getTime() });
      expect(reminder).not.toHaveProperty('important');
      const text = shownText(reminder?.messages ?? []);
      for (const part of ['3日後', '12月1日(火)', '10:00', '受付番号', '来ていただく必要はありません'])
        expect(text).toContain(part);
      // They may change until then.
      expect(text).not.toContain('812 3456 7890');
    });

    test('does not come on a later day, and the day before is said none the less', async () => {
      const { id } = await book();
      expect(await remindAt(at('2026-11-29 00:00'), early(id))).toEqual([]);
      expect(await remindAt(dayBefore, { booking: id, kind: 'dayBefore' })).toHaveLength(1);
    });

    test.each(['confirm', 'reschedule'])(
      'does not come on the day of a %s, and does after it',
      async (event) => {
        const [today, yesterday] = [await book(), await book()];
        await decides(today.id, event, at('2026-11-28 00:00'));
        await decides(yesterday.id, event, at('2026-11-27 23:59'));
        const sent = await remindAt(daysBefore, early(today.id), early(yesterday.id));
        expect(sent.map(({ to }) => to)).toEqual([yesterday.chatId]);
      },
    );

    test('does not come to whoever has turned it off; the other two do', async () => {
      const { id, personId } = await book();
      await database.prisma.person.update({ where: { id: personId }, data: { wantsEarlyReminder: false } });
      expect(await remindAt(daysBefore, early(id))).toEqual([]);
      expect(await remindAt(dayBefore, { booking: id, kind: 'dayBefore' })).toHaveLength(1);
      expect(await remindAt(soon, { booking: id, kind: 'soon' })).toHaveLength(1);
    });
  });

  test('for a booking that is not there, or for nobody at all, is nothing', async () => {
    const unknown = '0190a6e0-0000-7000-8000-000000000001';
    expect(await remindAt(soon, { booking: unknown, kind: 'soon' })).toEqual([]);
    expect(await remindAt(soon)).toEqual([]);
  });

  test('for two hundred people at once goes to each of them once', async () => {
    const bookings = [];
    for (let n = 0; n < 200; n += 1) bookings.push(await book());
    const timers = bookings.map(({ id }) => ({ booking: id, kind: 'soon' }) as const);
    const sent = await remindAt(soon, ...timers);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(bookings.map(({ chatId }) => chatId).toSorted());
    expect(await remindAt(soon, ...timers)).toEqual([]);
  });
});
