// Where meetings' numbers lie: with a room, with a booking, and for a day while they are typed. Always sealed.
import { addHours, subSeconds } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { keepNumbersDraft, readNumbersDraft } from '../../src/records/zoom-draft.ts';
import {
  numbersForBooking,
  numbersOfBooking,
  openNumbers,
  sealNumbers,
} from '../../src/records/zoom-numbers.ts';
import { listRooms, numbersOfRoom, putRoom } from '../../src/records/zoom-rooms.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.zoomRoom.deleteMany();
  await database.prisma.draft.deleteMany();
});

const now = new Date('2026-11-25T01:00:00Z');
const id = uuidv7();
const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);

describe('a meeting’s numbers', () => {
  test('open as they were sealed, for a room and for a booking', () => {
    const { sealer } = database;
    expect(openNumbers(sealer, { id, ...sealNumbers(sealer, id, numbers) })).toEqual(numbers);
    expect(numbersOfBooking(sealer, { id, ...numbersForBooking(sealer, id, numbers) })).toEqual(numbers);
  });

  test('are none while a booking has none, or only one of both', () => {
    const { zoomMeetingId, zoomPasscode } = numbersForBooking(database.sealer, id, numbers);
    const none = { id, zoomMeetingId: null, zoomPasscode: null };
    expect(numbersOfBooking(database.sealer, none)).toBeNull();
    expect(numbersOfBooking(database.sealer, { ...none, zoomMeetingId })).toBeNull();
    expect(numbersOfBooking(database.sealer, { ...none, zoomPasscode })).toBeNull();
  });

  test('cannot be read without the key, and do not open in each other’s place, nor in another room', () => {
    const { meetingId, passcode } = sealNumbers(database.sealer, id, numbers);
    expect(Buffer.from(meetingId).includes(numbers.meetingId)).toBe(false);
    expect(Buffer.from(passcode).includes(numbers.passcode)).toBe(false);
    for (const moved of [
      { id, meetingId: passcode, passcode: meetingId },
      { id: 'another', meetingId, passcode },
    ])
      expect(() => openNumbers(database.sealer, moved)).toThrow('sealed');
  });
});

describe('the office’s rooms', () => {
  const put = (name: string, own = numbers) =>
    inTurn((tx) => putRoom(tx, database.sealer, { name, numbers: own, newId: uuidv7() }, now));

  test('are listed by name, without their numbers', async () => {
    for (const name of ['b', 'c', 'a']) await put(name);
    const rooms = await inTurn(listRooms);
    expect(rooms.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(rooms[0] ?? {}).toSorted()).toEqual(['id', 'name']);
  });

  test('give their numbers by id, and none when they are gone', async () => {
    await put('相談室A');
    const [room] = await inTurn(listRooms);
    expect(await inTurn((tx) => numbersOfRoom(tx, database.sealer, room?.id ?? ''))).toEqual(numbers);
    const gone = '0190a6e0-0000-7000-8000-000000000001';
    expect(await inTurn((tx) => numbersOfRoom(tx, database.sealer, gone))).toBeUndefined();
  });

  test('take new numbers under the same name, and keep their id, which stands on cards already sent', async () => {
    await put('相談室A');
    const [before] = await inTurn(listRooms);
    const changed = { meetingId: '98765432109', passcode: 'new1' };
    await put('相談室A', changed);
    expect(await inTurn(listRooms)).toEqual([before]);
    expect(await inTurn((tx) => numbersOfRoom(tx, database.sealer, before?.id ?? ''))).toEqual(changed);
  });
});

describe('numbers that are being typed', () => {
  const keep = (typed: Partial<typeof numbers>, at = now, chatId = 'C1') =>
    inTurn((tx) => keepNumbersDraft({ tx, sealer: database.sealer, chatId, now: at, office }, typed));
  const draftAt = (at: Date, chatId = 'C1') =>
    inTurn((tx) => readNumbersDraft(tx, database.sealer, chatId, at));

  test('are kept for the chat in which they were typed, the last ones', async () => {
    expect(await draftAt(now)).toEqual({});
    await keep({ meetingId: numbers.meetingId });
    expect(await draftAt(now)).toEqual({ meetingId: numbers.meetingId });
    await keep(numbers);
    expect(await draftAt(now)).toEqual(numbers);
    await keep({ meetingId: '98765432109' });
    expect(await draftAt(now)).toEqual({ meetingId: '98765432109' });
    expect(await draftAt(now, 'C2')).toEqual({});
  });

  test('are gone after 24 hours', async () => {
    await keep(numbers);
    expect(await draftAt(subSeconds(addHours(now, 24), 1))).toEqual(numbers);
    expect(await draftAt(addHours(now, 24))).toEqual({});
  });

  test('lie sealed', async () => {
    await keep(numbers);
    const { sealed } = await database.prisma.draft.findUniqueOrThrow({ where: { chatId: 'C1' } });
    expect(Buffer.from(sealed).includes(numbers.meetingId)).toBe(false);
  });
});
