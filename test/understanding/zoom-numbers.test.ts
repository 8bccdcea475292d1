// Where meetings' numbers lie: with a room, with a booking, and for a day while they are typed. Always sealed.
import { addHours, subSeconds } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { createSealer } from '../../src/db/seal.ts';
import {
  isMarkOf,
  keepNumbersDraft,
  markOf,
  readNumbersDraft,
  takeBackNumbers,
} from '../../src/records/numbers-draft.ts';
import {
  numbersForBooking,
  numbersOfBooking,
  openNumbers,
  sealNumbers,
} from '../../src/records/zoom-numbers.ts';
import { holdRoom, listRooms, putRoom } from '../../src/records/zoom-rooms.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase, testKey } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.zoomRoom.deleteMany();
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
    expect((await inTurn((tx) => holdRoom(tx, database.sealer, room?.id ?? '')))?.numbers).toEqual(numbers);
    const gone = '0190a6e0-0000-7000-8000-000000000001';
    expect(await inTurn((tx) => holdRoom(tx, database.sealer, gone))).toBeUndefined();
  });

  test('take new numbers under the same name, and keep their id, which stands on cards already sent', async () => {
    await put('相談室A');
    const [before] = await inTurn(listRooms);
    const changed = { meetingId: '98765432109', passcode: 'new1' };
    await put('相談室A', changed);
    expect(await inTurn(listRooms)).toEqual([before]);
    expect((await inTurn((tx) => holdRoom(tx, database.sealer, before?.id ?? '')))?.numbers).toEqual(changed);
  });
});

describe('numbers that staff typed for a booking', () => {
  const place = { chatId: 'C1', office };
  let booking: string;
  beforeEach(async () => {
    await database.prisma.numbersDraft.deleteMany();
    ({ id: booking } = await bookingAt(database, addHours(now, 48), { state: 'requested' }));
  });
  const keep = (typed: typeof numbers, message = 'M1', of = booking) =>
    inTurn((tx) => keepNumbersDraft({ tx, sealer: database.sealer, now, message, ...place }, of, typed));
  const draftAt = (at: Date, of = booking) =>
    inTurn((tx) => readNumbersDraft({ tx, sealer: database.sealer, now: at }, of));

  test('belong to it, the last ones, from whatever chat', async () => {
    const { id: other } = await bookingAt(database, addHours(now, 49), { state: 'requested' });
    expect(await draftAt(now)).toBeUndefined();
    await keep(numbers);
    await keep({ ...numbers, passcode: 'other' }, 'M2', other);
    expect(await draftAt(now)).toEqual(numbers);
    await keep({ ...numbers, passcode: 'later' }, 'M3');
    expect(await draftAt(now)).toEqual({ ...numbers, passcode: 'later' });
    expect(await draftAt(now, other)).toEqual({ ...numbers, passcode: 'other' });
  });

  test('are gone after 24 hours', async () => {
    await keep(numbers);
    expect(await draftAt(subSeconds(addHours(now, 24), 1))).toEqual(numbers);
    expect(await draftAt(addHours(now, 24))).toBeUndefined();
  });

  test('are taken back with the message they came in, in its chat, and with no other', async () => {
    const takeBack = (chatId: string, message: string) =>
      inTurn((tx) => takeBackNumbers(tx, chatId, message));
    await keep(numbers);
    expect(await takeBack('C1', 'M2')).toBe(false);
    expect(await takeBack('C2', 'M1')).toBe(false);
    expect(await draftAt(now)).toEqual(numbers);
    expect(await takeBack('C1', 'M1')).toBe(true);
    expect(await draftAt(now)).toBeUndefined();
  });

  test('lie sealed, and what stands for them on a button tells nothing', async () => {
    await keep(numbers);
    const { sealed } = await database.prisma.numbersDraft.findUniqueOrThrow({
      where: { bookingId: booking },
    });
    expect(Buffer.from(sealed).includes(numbers.meetingId)).toBe(false);
    const mark = markOf(database.sealer, numbers);
    expect(mark).toMatch(/^[\w-]{16}$/);
    expect(isMarkOf(database.sealer, numbers, mark)).toBe(true);
    expect(isMarkOf(database.sealer, { ...numbers, passcode: 'other' }, mark)).toBe(false);
  });

  test('are known by their button after a change of keys', () => {
    const [older, newer] = [createSealer([testKey]), createSealer([new Uint8Array(32).fill(9), testKey])];
    expect(isMarkOf(newer, numbers, markOf(older, numbers))).toBe(true);
  });
});
