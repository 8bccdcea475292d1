// Ten minutes after the start: staff are asked once, where nobody has recorded anything and the person gave no sign.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { recordNotice } from '../../src/records/notices.ts';
import { askForSign } from '../../src/timers/no-sign.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { bookingTimers, wishTimers } from '../../src/timers/timers.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  const chats = ['C1', 'C2'].map((chatId) => ({ chatId, enrolledAt: at('2026-11-01 10:00') }));
  await database.prisma.adminChat.createMany({ data: chats });
});
afterAll(() => database.close());

const start = at('2026-12-01 14:00');
const services = () => ({ office, sealer: database.sealer, words: ja });
const asks = (id: string, minutes = 10) =>
  database.prisma.$transaction((tx) =>
    askForSign(tx, id, { now: addMinutes(start, minutes), ...services() }),
  );
const booked = (changes: Partial<Prisma.BookingUncheckedCreateInput> = {}) =>
  bookingAt(database, start, changes);

describe('ten minutes after the start', () => {
  test('its timer is due, unless it was confirmed later than that', async () => {
    const booking = await booked();
    const dueAt = (now: Date) =>
      bookingTimers(booking, office, { now, newId: () => booking.id })
        .filter(({ data }) => JSON.stringify(data).includes('noSign'))
        .map(({ startAfter }) => startAfter);
    expect(dueAt(addMinutes(start, -60))).toEqual([addMinutes(start, 10)]);
    expect(dueAt(addMinutes(start, 11))).toEqual([]);
  });

  test('every chat of the staff is asked, with what can be recorded', async () => {
    const { id } = await booked();
    const told = await asks(id);
    expect(told.map(({ to, about }) => [to, about])).toEqual([
      ['C1', 'noSign'],
      ['C2', 'noSign'],
    ]);
    const text = shownText(told[0]?.messages ?? []);
    expect(text).toContain('まだ記録がありません');
    expect(text).toMatch(/\[来室\]\n\[連絡先を見る\]\n\[連絡なし\]/);
  });

  test('nobody is asked before, nor after the end', async () => {
    const { id } = await booked();
    expect(await asks(id, 9)).toEqual([]);
    expect(await asks(id, 45)).toEqual([]);
  });

  test.each(['inProgress', 'byPhone', 'noShow', 'absent', 'cancelled', 'done'] as const)(
    'nobody is asked where it is %s',
    async (state) => {
      const { id } = await booked({ state });
      expect(await asks(id)).toEqual([]);
    },
  );

  test.each([
    ['contact', -10],
    ['active', 3],
    ['trouble', 5],
    ['late', -5 * 60],
    ['absence', -3 * 24 * 60],
  ] as const)('nobody is asked after %s, %i minutes from the start', async (kind, minutes) => {
    const booking = await booked();
    await database.prisma.$transaction((tx) =>
      recordNotice(tx, booking, { kind, at: addMinutes(start, minutes) }),
    );
    expect(await asks(booking.id)).toEqual([]);
  });

  test('a question of days before is no sign of life', async () => {
    const booking = await booked();
    const days = { kind: 'contact' as const, at: addMinutes(start, -3 * 24 * 60) };
    await database.prisma.$transaction((tx) => recordNotice(tx, booking, days));
    expect(await asks(booking.id)).toHaveLength(2);
  });
});

describe('answers that are due within the hour', () => {
  const promisedBy = at('2026-11-26 17:00');
  const nudges = (id: string, now = at('2026-11-26 16:00')) =>
    database.prisma.$transaction((tx) => nudge(tx, id, { now, ...services() }));
  beforeEach(async () => {
    await database.prisma.booking.updateMany({ data: { state: 'declined' } });
  });

  test('are all in one message, once', async () => {
    const requests = [];
    for (let n = 0; n < 3; n += 1) requests.push(await booked({ state: 'requested', promisedBy }));
    const [first, second] = requests;
    const told = await nudges(first?.id ?? '');
    expect(told.map(({ to, about }) => [to, about])).toEqual([
      ['C1', 'nudge'],
      ['C2', 'nudge'],
    ]);
    expect(shownText(told[0]?.messages ?? [])).toContain('返事の期限が近い申し込み 3件');
    expect(await nudges(second?.id ?? '')).toEqual([]);
    expect(await nudges(first?.id ?? '')).toEqual([]);
  });

  test('one alone has its buttons', async () => {
    const { id } = await booked({ state: 'requested', promisedBy });
    expect(shownText((await nudges(id))[0]?.messages ?? [])).toContain('[お断りする]');
  });

  test('are of wishes to move too, gathered with the requests in one message, once', async () => {
    const { id } = await booked({ state: 'requested', promisedBy });
    const wished = await booked();
    const slot = { counsellor: 0, startsAt: at('2026-12-02 10:00'), endsAt: at('2026-12-02 10:45') };
    const wish = { bookingId: wished.id, ...slot, createdAt: at('2026-11-25 10:00'), until: promisedBy };
    await database.prisma.moveWish.create({ data: wish });
    const told = await nudges(wished.id);
    const text = shownText(told[0]?.messages ?? []);
    expect(text).toContain('返事の期限が近い申し込みと変更の希望 2件');
    expect(text).toContain('変更の希望 12月2日(水) 10:00');
    expect(await nudges(id)).toEqual([]);
    expect(await nudges(wished.id)).toEqual([]);
  });

  test.each(['keep', 'reschedule', 'cancel'])(
    'are not of a wish on which staff have decided: %s',
    async (event) => {
      const wished = await booked();
      const slot = { counsellor: 0, startsAt: at('2026-12-02 10:00'), endsAt: at('2026-12-02 10:45') };
      const wish = { bookingId: wished.id, ...slot, createdAt: at('2026-11-25 10:00'), until: promisedBy };
      await database.prisma.moveWish.create({ data: wish });
      const { state, counsellor, startsAt, endsAt } = wished;
      await database.prisma.undo.create({
        data: { bookingId: wished.id, event, tellAt: promisedBy, state, counsellor, startsAt, endsAt },
      });
      expect(await nudges(wished.id)).toEqual([]);
    },
  );

  test('of a wish are brought to mind an hour before its end, unless that is nearer', () => {
    const kinds = (now: Date) =>
      wishTimers(crypto.randomUUID(), promisedBy, { now }).map(({ data, startAfter }) => [data, startAfter]);
    expect(kinds(at('2026-11-26 10:00'))).toMatchObject([
      [{ kind: 'wishNudge' }, at('2026-11-26 16:00')],
      [{ kind: 'wishEnd' }, promisedBy],
    ]);
    expect(kinds(at('2026-11-26 16:30'))).toMatchObject([[{ kind: 'wishEnd' }, promisedBy]]);
  });

  test('come again for another promise', async () => {
    const { id } = await booked({ state: 'requested', promisedBy });
    await nudges(id);
    await database.prisma.booking.update({ where: { id }, data: { promisedBy: at('2026-11-27 17:00') } });
    expect(await nudges(id, at('2026-11-27 16:00'))).toHaveLength(2);
  });
});
