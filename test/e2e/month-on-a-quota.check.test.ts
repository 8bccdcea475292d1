// 300 bookings in a month whose plan has 200 messages: whatever LINE does not take of a confirmation or of the reminder of the day
// before stands in お電話, and staff were told in time that it would not be enough.

import { startSimulator } from 'line-simulator';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/app/server.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { readOffice } from '../../src/config/office.ts';
import { addDays, addMinutes, dayOf, firstOfNext, instant, weekday } from '../../src/core/jst.ts';
import { numbersForBooking } from '../../src/records/zoom-numbers.ts';
import { bookingTimers, tellTimer } from '../../src/timers/timers.ts';
import { openTestDatabase, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';

const bookings = 300;
const limit = 200;
const channel = { channelSecret: 'a'.repeat(32), channelAccessToken: 'b'.repeat(64) };

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let server: RunningServer;
beforeAll(async () => {
  simulator = await startSimulator({ ...channel, botName: '窓口' });
  simulator.quota.limit = limit;
  database = await openTestDatabase();
  const env = readEnvironment({
    PORT: '0',
    LINE_CHANNEL_SECRET: channel.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
    LINE_API_BASE_URL: simulator.origin,
    CLOCK_CONTROL: '1',
    DATA_KEY: Buffer.from(testKey).toString('base64'),
  });
  server = await startServer({ env, office, keys: [testKey], log: quietLog as never, database });
});
afterAll(async () => {
  await server.close();
  await simulator.close();
});
const office = readOffice('hamamatsu', 'offices');

const moveTo = async (to: Date): Promise<void> => {
  simulator.clock.moveTo(to);
  await database.clock.moveTo(to);
};

test('everybody has heard, or is on the list of calls', async () => {
  const { prisma, queue, sealer, clock } = database;
  // The first of a month, at night: LINE counts anew.
  const first = firstOfNext(dayOf(clock.now()));
  await moveTo(instant(first, '00:30'));
  await prisma.adminChat.create({
    data: { chatId: `C${'1'.repeat(32)}`, enrolledAt: clock.now(), pushes: false },
  });
  const days = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter(
    (day) => day.slice(0, 7) === first.slice(0, 7) && weekday(day) > 0 && weekday(day) < 6,
  );
  const times = ['10:00', '11:00', '14:00', '15:00'];
  const warnings = () => prisma.undelivered.count({ where: { about: 'quotaLow', reason: 'short' } });
  const people = new Map<string, ReturnType<typeof simulator.person>>();
  const tells = new Map<string, string[]>();
  for (let index = 0; index < bookings; index += 1) {
    const person = simulator.person(`人${index}`);
    await person.follow();
    // From the second day on: each is confirmed on the day before, at the earliest.
    const day = days[1 + (index % (days.length - 1))] ?? first;
    const startsAt = instant(day, times[index % times.length] ?? '10:00');
    const { id: personId } = await prisma.person.create({
      data: { chatId: person.userId, createdAt: clock.now() },
    });
    const id = uuidv7();
    const slot = { counsellor: index, startsAt, endsAt: addMinutes(startsAt, 45) };
    const confirmedOn = addDays(dayOf(startsAt), -4) < first ? first : addDays(dayOf(startsAt), -4);
    await prisma.booking.create({
      data: {
        ...{ id, personId, state: 'confirmed', version: 2, companion: false, ...slot },
        ...{ promisedBy: startsAt, createdAt: clock.now() },
        ...numbersForBooking(sealer, id, { meetingId: '81234567890', passcode: 'hama2026' }),
      },
    });
    people.set(id, person);
    tells.set(confirmedOn, [...(tells.get(confirmedOn) ?? []), id]);
  }
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) {
    await moveTo(instant(day, '09:00'));
    // Staff confirm these; they are told a minute later.
    for (const bookingId of tells.get(day) ?? []) {
      const booking = await prisma.booking.findUniqueOrThrow({ where: { id: bookingId } });
      const { counsellor, startsAt, endsAt } = booking;
      const tellAt = addMinutes(clock.now(), 1);
      const slot = { counsellor, startsAt, endsAt };
      await prisma.undo.create({
        data: { bookingId, event: 'confirm', tellAt, state: 'requested', ...slot },
      });
      const timers = [
        tellTimer(bookingId, tellAt),
        ...bookingTimers(booking, office, { now: clock.now(), newId: () => uuidv7() }),
      ];
      await prisma.$transaction((tx) => queue.put('timers', timers, tx));
    }
    for (const time of ['09:05', '17:05', '20:00']) await moveTo(instant(day, time));
    if (day !== first) continue;
    expect(await prisma.undelivered.count({ where: { about: 'quota' } })).toBe(0);
    expect(await warnings()).toBe(1);
  }
  const taken = simulator.pushes().filter(({ status }) => status === 200);
  expect(taken.length).toBeLessThanOrEqual(limit);
  expect(taken.length).toBeGreaterThan(limit - 10);
  const calls = await prisma.call.findMany();
  const told = (bookingId: string, words: string): boolean =>
    people
      .get(bookingId)
      ?.messages()
      .some(({ text }) => text.includes(words)) ?? false;
  const lost = [...people.keys()].flatMap((id) =>
    (
      [
        ['confirmed', '予約が確定しました'],
        ['reminder', 'もうすぐ相談の日です'],
      ] as const
    ).flatMap(([about, words]) =>
      told(id, words) || calls.some((call) => call.bookingId === id && call.about === about)
        ? []
        : [`${about} ${id}`],
    ),
  );
  expect(lost).toEqual([]);
  expect(calls.length).toBeGreaterThan(bookings);
  expect(await warnings()).toBe(1);
}, 540_000);
