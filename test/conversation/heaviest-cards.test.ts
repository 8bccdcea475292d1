// The fullest cards that staff can get, under the heaviest names that the form takes: LINE takes each of them, and nothing that has
// to be done is lost for its size.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { limits } from '../../src/line/limits.ts';
import type { Message } from '../../src/messages/message.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { readName } from '../../src/understanding/name.ts';
import { bytesOf, type FullOffice, openFullOffice, rowsOf } from './full-office.ts';

/** Nine bytes for each letter that is seen. */
const heaviest = 'กี่'.repeat(66);
const max = limits['bubble of a card'].max;

let office: FullOffice;
beforeAll(async () => {
  office = await openFullOffice([heaviest]);
});
afterAll(() => office.counter.close());
beforeEach(() => office.clear());

/** Lines of the fullest card of these messages, which LINE takes all. */
function mostRows(messages: readonly Message[]): number {
  for (const message of messages) expect(bytesOf(message)).toBeLessThanOrEqual(max);
  return Math.max(...messages.map((message) => rowsOf(message).length));
}

/** What waits for the next word: so many kinds of news of each booking. */
async function news(kinds: readonly string[]): Promise<void> {
  const { prisma, clock } = office.counter;
  const bookings = await prisma.booking.findMany();
  await prisma.undelivered.createMany({
    data: bookings.flatMap(({ id: bookingId }) =>
      kinds.map((about) => ({
        ...{
          id: uuidv7(),
          chatId: 'C1',
          about,
          bookingId,
          at: clock.now(),
          reason: 'waits',
          state: 'waiting',
        },
      })),
    ),
  });
}

test('the form takes this name', () => {
  expect(readName(heaviest)).toEqual({ ok: true, name: heaviest });
});

test('今日 with a dozen of the day and three that nobody recorded', async () => {
  await office.fillClosures(1);
  await office.fillBookings(13, 'confirmed', addMinutes(office.in(0), 20));
  await office.fillBookings(12, 'unrecorded', office.in(-2), 13);
  expect(mostRows(await office.cardsFor('今日'))).toBe(15);
});

test('the week', async () => {
  await office.fillBookings(60, 'confirmed', addMinutes(office.in(0), 20));
  expect(mostRows(await office.cardsFor('今週'))).toBe(12);
});

test('the morning, with what came overnight', async () => {
  const { counter } = office;
  const morning = instant(businessDayAfter(dayOf(counter.clock.now()), counter.office, []), '08:40');
  await counter.clock.moveTo(morning);
  await office.fillBookings(13, 'confirmed', addMinutes(morning, 60));
  await office.fillBookings(12, 'unrecorded', office.in(-2), 13);
  await news(['withdrawn', 'newPhone', 'noCalls', 'request']);
  expect(mostRows(await office.cardsFor('おはよう'))).toBe(12);
});

test('what waited for the next word', async () => {
  await office.fillBookings(60, 'requested', office.in(3));
  await news(['withdrawn', 'noCalls']);
  expect(mostRows(await office.cardsFor('おつかれさまです'))).toBe(12);
});

test('お電話, after sixty had no answer', async () => {
  await office.fillCalls(60);
  expect(mostRows(await office.cardsFor('お電話'))).toBe(12);
});

test('the choice of a room, with sixty that are in use, and with sixty that are free', async () => {
  await office.fillBookings(59, 'confirmed', office.in(3));
  await office.fillBookings(1, 'requested', addMinutes(office.in(3), 30), 59);
  const { prisma } = office.counter;
  const request = await prisma.booking.findFirstOrThrow({ where: { state: 'requested' } });
  const chosen = async () => {
    await office.clerk.says(receiptOf(request));
    const before = (await office.counter.sentTo('C1')).length;
    await office.clerk.presses('確定する');
    return (await office.counter.sentTo('C1', before)).flatMap(({ messages }) => messages);
  };
  expect(mostRows(await chosen())).toBe(12);
  await prisma.booking.updateMany({
    where: { state: 'confirmed' },
    data: { startsAt: new Date(0), endsAt: new Date(1) },
  });
  const { clock } = office.counter;
  await clock.moveTo(addMinutes(clock.now(), 1));
  expect(mostRows(await chosen())).toBe(0);
});

test('a closure that hits sixty', async () => {
  await office.fillBookings(60, 'confirmed', instant(dayOf(office.in(7)), '10:00'));
  const [, month, date] = dayOf(office.in(7)).split('-');
  expect(mostRows(await office.cardsFor(`休業 ${month}/${date} 研修`))).toBe(12);
});

test('sixty requests whose answer is due within the hour', async () => {
  const { counter } = office;
  // In office hours: else it waits for the morning.
  await counter.clock.moveTo(
    instant(businessDayAfter(dayOf(counter.clock.now()), counter.office, []), '10:05'),
  );
  await office.fillBookings(60, 'requested', office.in(3));
  const { id } = await counter.prisma.booking.findFirstOrThrow({ orderBy: { promisedBy: 'desc' } });
  const at = { ...counter.services, now: counter.clock.now() };
  const outgoing = await counter.database.queue.transaction((tx) => nudge(tx, id, at));
  expect(mostRows(outgoing.flatMap(({ messages }) => messages))).toBe(12);
});

test('the person of many bookings', async () => {
  const { prisma } = office.counter;
  for (let n = 0; n < 15; n += 1) {
    await office.fillBookings(1, 'unrecorded', office.in(-40 + n));
    await prisma.booking.updateMany({ data: { state: 'done' } });
  }
  await office.cardsFor('検索 5678');
  const before = (await office.counter.sentTo('C1')).length;
  await office.clerk.presses(heaviest);
  const messages = (await office.counter.sentTo('C1', before)).flatMap((one) => one.messages);
  expect(mostRows(messages)).toBeGreaterThan(2);
});
