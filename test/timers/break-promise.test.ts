// The time by which a person was to hear has come without an answer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Booking } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { breakPromise } from '../../src/timers/break-promise.ts';
import { at, office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from './bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const start = at('2026-12-01 10:00');
const promisedBy = at('2026-11-26 16:30');
const asked = (changes: Partial<Booking> = {}) =>
  bookingAt(database, start, { state: 'requested', version: 1, promisedBy, ...changes });
const promiseAt = (now: Date, { id }: { id: string }) =>
  database.prisma.$transaction((tx) =>
    breakPromise(tx, id, { now, office, sealer: database.sealer, words: ja }),
  );

test('She hears that the answer is late, with the phone and the ways to change or withdraw', async () => {
  const booking = await asked();
  const [told, ...more] = await promiseAt(promisedBy, booking);
  expect(more).toEqual([]);
  expect([told?.to, told?.about]).toEqual([booking.chatId, 'answerLate']);
  const text = shownText(told?.messages ?? []);
  for (const part of ['お返事が遅れています', '053-454-1910', '[日時を選び直す]', '[申し込みを取り下げる]'])
    expect(text).toContain(part);
});

describe('Nothing is told', () => {
  test.each(['confirmed', 'declined', 'withdrawn', 'expired'] as const)(
    'of one that is %s',
    async (state) => {
      expect(await promiseAt(promisedBy, await asked({ state }))).toEqual([]);
    },
  );

  test('of one that was moved since and has a later promise', async () => {
    const booking = await asked({ promisedBy: at('2026-11-27 16:30') });
    expect(await promiseAt(promisedBy, booking)).toEqual([]);
  });

  test('when it is found so late that the request has ended too', async () => {
    const booking = await asked();
    expect(await promiseAt(at('2026-11-30 16:30'), booking)).toEqual([]);
  });
});

test('After an outage it is told late rather than never', async () => {
  expect(await promiseAt(at('2026-11-27 09:00'), await asked())).toHaveLength(1);
});
