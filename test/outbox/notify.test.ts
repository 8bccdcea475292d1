// The door to everybody but the chat that speaks.
import { addDays } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import type { About } from '../../src/messages/kinds.ts';
import type { Message } from '../../src/messages/message.ts';
import {
  createWayOut,
  hasStaff,
  notifyPerson,
  notifyStaff,
  outgoingOf,
  promiseToStaff,
} from '../../src/outbox/notify.ts';
import { enrol, leaveAdminChat } from '../../src/records/admin-chats.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.adminChat.deleteMany();
});

const now = new Date('2026-11-25T01:00:00Z');
const later = new Date('2026-11-25T02:00:00Z');
const messages: Message[] = [{ kind: 'text', text: 'そうです' }];
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);

describe('what is told to staff', () => {
  test('goes to every admin chat but the one that is left out, and to none that was left', () =>
    inTurn(async (tx) => {
      for (const chat of ['C1', 'C2', 'C3', 'C4']) await enrol(tx, chat, now);
      await leaveAdminChat(tx, 'C2', now);
      const way = createWayOut(tx, now);
      const told = { about: 'nudge' as const, messages, cause: 'U1', event: 'e1' };
      expect(await notifyStaff({ ...way, office }, { ...told, except: 'C3' })).toBe(2);
      const each = { ...told, madeAt: now.getTime() };
      expect(way.outgoing).toEqual([
        { to: 'C1', ...each },
        { to: 'C4', ...each },
      ]);
    }));

  test('goes nowhere and is promised to nobody while there is no admin chat', () =>
    inTurn(async (tx) => {
      const way = createWayOut(tx, now);
      expect(await hasStaff(way)).toBe(false);
      expect(await notifyStaff({ ...way, office }, { about: 'request', messages })).toBe(0);
      expect(
        await promiseToStaff(
          { tx, now, office, promise: async () => true },
          { about: 'trouble', startsAt: now },
          true,
        ),
      ).toBe('no');
      expect(way.outgoing).toEqual([]);
    }));

  test('is promised for all admin chats together', () =>
    inTurn(async (tx) => {
      for (const chat of ['C1', 'C2']) await enrol(tx, chat, now);
      const asked: unknown[] = [];
      const promise = async (...what: unknown[]) => asked.push(what) > 1;
      expect(
        await promiseToStaff({ tx, now, office, promise }, { about: 'late', startsAt: now }, false),
      ).toBe('no');
      expect(
        await promiseToStaff({ tx, now, office, promise }, { about: 'trouble', startsAt: now }, true),
      ).toBe('pushed');
      expect(asked).toEqual([
        [['C1', 'C2'], 'late', false],
        [['C1', 'C2'], 'trouble', true],
      ]);
    }));
});

describe('what is told to a person', () => {
  const booking = (chatId: string | null, blockedAt: Date | null = null) => ({
    id: '01937f1e-0000-7000-8000-000000000001',
    personId: '01937f1e-0000-7000-8000-000000000002',
    person: { chatId, blockedAt },
  });
  const confirmed = { about: 'confirmed', important: true, messages, dropAfter: later } as const;
  const tell = (to: ReturnType<typeof booking>) =>
    inTurn(async (tx) => {
      const way = createWayOut(tx, now);
      return { reached: await notifyPerson(way, to, { ...confirmed, messages }), outgoing: way.outgoing };
    });

  test('goes to the chat of whose booking it is, and names the booking', async () => {
    const { reached, outgoing } = await tell(booking('U1'));
    expect(reached).toBe('reached');
    const { dropAfter, ...told } = confirmed;
    const times = { madeAt: now.getTime(), dropAfter: dropAfter.getTime() };
    expect(outgoing).toEqual([{ to: 'U1', booking: booking('U1').id, ...told, ...times }]);
  });

  test('who has blocked the account is put on the outbox too, where it becomes a call', async () => {
    const { reached, outgoing } = await tell(booking('U1', now));
    expect(reached).toBe('blocked');
    expect(outgoing).toHaveLength(1);
  });

  describe('who is not on LINE', () => {
    const withoutLine = async () => {
      const { id, personId } = await bookingAt(database, addDays(database.clock.now(), 3));
      return { id, personId, person: { chatId: null, blockedAt: null } };
    };
    const calls = (bookingId: string) => database.prisma.call.findMany({ where: { bookingId } });
    const tell = (to: Awaited<ReturnType<typeof withoutLine>>, about: About) =>
      inTurn(async (tx) => {
        const way = createWayOut(tx, now);
        return { reached: await notifyPerson(way, to, { about, messages }), outgoing: way.outgoing };
      });

    test('goes nowhere, is a call in the same transaction, and whoever tells it learns so', async () => {
      const to = await withoutLine();
      expect(await tell(to, 'confirmed')).toEqual({ reached: 'withoutLine', outgoing: [] });
      const { personId } = to;
      expect(await calls(to.id)).toMatchObject([
        { personId, about: 'confirmed', reason: 'noLine', state: 'open', dueAt: now, shownAt: null },
      ]);
      const failed = inTurn(async (tx) => {
        await notifyPerson(createWayOut(tx, now), to, { about: 'declined', messages });
        throw new Error('It does not happen after all');
      });
      await expect(failed).rejects.toThrow();
      expect(await calls(to.id)).toHaveLength(1);
    });

    test('is one call, however often the same is told', async () => {
      const to = await withoutLine();
      for (let times = 0; times < 3; times += 1) await tell(to, 'declined');
      expect(await calls(to.id)).toHaveLength(1);
    });

    test.each(['reminder', 'answer'] as const)('is not called for a mere %s', async (about) => {
      const to = await withoutLine();
      expect(await tell(to, about)).toEqual({ reached: 'withoutLine', outgoing: [] });
      expect(await calls(to.id)).toEqual([]);
    });
  });
});

test('what is told in a turn of a person counts for that person, but for a warning', () => {
  const because = { cause: 'U1', event: 'e1' };
  const told = { to: 'C1', about: 'late', messages } as const;
  expect(outgoingOf({ ...told, messages }, now, because)).toMatchObject(because);
  const warning = outgoingOf({ ...told, messages, isWarning: true }, now, because);
  expect(warning).toEqual({ ...told, madeAt: now.getTime() });
});
