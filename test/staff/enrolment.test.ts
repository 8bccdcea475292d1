import { addHours, addMinutes, subSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { createSealer } from '../../src/db/seal.ts';
import { adminChats } from '../../src/records/admin-chats.ts';
import {
  codeForFirstStart,
  makeCode,
  sweepCodes,
  sweepMisses,
  tryCode,
} from '../../src/records/enrolment.ts';
import { askOf } from '../../src/records/forget.ts';
import { openTestDatabase, testKey } from '../helpers/database.ts';
import { recordingLog } from '../helpers/quiet-log.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.enrolmentCode.deleteMany();
  await database.prisma.enrolmentMiss.deleteMany();
  await database.prisma.adminChat.deleteMany();
});

const now = new Date('2026-11-25T01:00:00Z');
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);
const make = (number: number, at = now) => inTurn((tx) => makeCode(tx, database.sealer, at, () => number));
const tryAt = (at: Date, digits: string, chatId = 'C1') =>
  inTurn((tx) => tryCode(tx, database.sealer, chatId, digits, at));
const enrolled = () => inTurn(adminChats);

describe('a code', () => {
  test('has eight digits and lives for a day; zeros in front count', async () => {
    expect(await make(42)).toEqual({ code: '0000-0042', expiresAt: addHours(now, 24) });
  });

  test('is asked of the whole range of numbers', async () => {
    const ranges: number[] = [];
    const randomInt = (max: number) => ranges.push(max) - 1;
    await inTurn((tx) => makeCode(tx, database.sealer, now, randomInt));
    expect(ranges).toEqual([100_000_000]);
  });

  test('makes the chat the admin chat, once', async () => {
    await make(12_345_678);
    expect(await tryAt(now, '12345678')).toBe('enrolled');
    expect(await enrolled()).toEqual(['C1']);
    expect(await tryAt(now, '12345678', 'C2')).toBe('wrong');
    expect(await enrolled()).toEqual(['C1']);
  });

  test('works until its day is over, and not then', async () => {
    await make(12_345_678);
    expect(await tryAt(addHours(now, 24), '12345678')).toBe('wrong');
    expect(await tryAt(subSeconds(addHours(now, 24), 1), '12345678')).toBe('enrolled');
  });

  test('is the only one: a new one ends the older', async () => {
    await make(12_345_678);
    await make(23_456_789, addMinutes(now, 5));
    expect(await tryAt(addMinutes(now, 6), '12345678')).toBe('wrong');
    expect(await tryAt(addMinutes(now, 6), '23456789')).toBe('enrolled');
  });

  test('of several that are made at the same moment one works', async () => {
    await Promise.all([1, 2, 3].map((number) => make(number)));
    const open = await database.prisma.enrolmentCode.count({ where: { usedAt: null } });
    expect(open).toBe(1);
  });

  test('typed in two chats at the same moment enrols one of them', async () => {
    await make(12_345_678);
    const tried = await Promise.all(['C1', 'C2', 'C3'].map((chatId) => tryAt(now, '12345678', chatId)));
    expect(tried.toSorted()).toEqual(['enrolled', 'wrong', 'wrong']);
    expect(await enrolled()).toHaveLength(1);
  });

  test('lies in the records as a hash only', async () => {
    await make(12_345_678);
    const rows = await database.prisma.enrolmentCode.findMany();
    expect(JSON.stringify(rows)).not.toContain('12345678');
    expect(JSON.stringify(rows)).not.toContain('1234-5678');
  });

  test('made under a key of before still works while that key is listed', async () => {
    await make(12_345_678);
    const newer = createSealer([new Uint8Array(32).fill(9), testKey]);
    expect(await inTurn((tx) => tryCode(tx, newer, 'C1', '12345678', now))).toBe('enrolled');
  });
});

describe('wrong codes', () => {
  const wrong = async (count: number, chatId = 'C1', at = now) => {
    const answers = [];
    for (let n = 0; n < count; n += 1) answers.push(await tryAt(at, '00000000', chatId));
    return answers;
  };
  const misses = () => database.prisma.enrolmentMiss.count();

  test('ten of one chat within an hour stop that chat for an hour, and never the right code elsewhere', async () => {
    await make(12_345_678);
    expect(await wrong(10)).toEqual([...Array(9).fill('wrong'), 'stopped']);
    expect(await tryAt(addMinutes(now, 59), '12345678')).toBe('stopped');
    expect(await tryAt(addMinutes(now, 59), '12345678', 'C9')).toBe('enrolled');
  });

  test('are forgotten after that hour; what is tried meanwhile makes it no longer', async () => {
    await make(12_345_678);
    await wrong(10);
    expect(await wrong(3, 'C1', addMinutes(now, 30))).toEqual(Array(3).fill('stopped'));
    expect(await tryAt(addMinutes(now, 61), '12345678')).toBe('enrolled');
  });

  test('of a hundred other chats stop nobody, and are one line in the log', async () => {
    await make(12_345_678);
    const { log, lines } = recordingLog();
    const guess = (chatId: string) =>
      inTurn((tx) => tryCode(tx, database.sealer, chatId, '00000000', now, log));
    const data = Array.from({ length: 98 }, (_, n) => ({ chatId: `U${n}`, at: now }));
    await database.prisma.enrolmentMiss.createMany({ data });
    for (const chatId of ['U98', 'U99', 'U100']) expect(await guess(chatId)).toBe('wrong');
    expect(lines).toMatchObject([{ level: 'warn', fields: { misses: 100 } }]);
    expect(await tryAt(now, '12345678')).toBe('enrolled');
  });

  test('the hour counts from the tenth, however they were spread before it', async () => {
    await make(12_345_678);
    for (let n = 0; n < 10; n += 1) await tryAt(addMinutes(now, n * 6), '00000000');
    expect(await tryAt(addMinutes(now, 54 + 59), '12345678')).toBe('stopped');
    expect(await tryAt(addMinutes(now, 54 + 61), '12345678')).toBe('enrolled');
  });

  test('spread over hours stop nothing', async () => {
    await make(12_345_678);
    for (let n = 0; n < 15; n += 1) expect(await tryAt(addMinutes(now, n * 10), '00000000')).toBe('wrong');
  });

  test('are none while no code is open', async () => {
    expect(await wrong(20)).toEqual(Array(20).fill('wrong'));
    await make(12_345_678);
    expect(await wrong(20, 'C1', addHours(now, 24))).toEqual(Array(20).fill('wrong'));
    expect(await misses()).toBe(0);
  });

  test('are swept when they stop nobody any more, as are used and old codes', async () => {
    const { prisma } = database;
    const sweepAt = (at: Date) =>
      inTurn(async (tx) => {
        await sweepCodes(askOf(tx), at);
        await sweepMisses(askOf(tx), at);
      });
    const codes = () => prisma.enrolmentCode.count();
    await make(12_345_678);
    await wrong(10);
    await sweepAt(addMinutes(now, 59));
    expect(await tryAt(addMinutes(now, 59), '12345678')).toBe('stopped');
    expect([await codes(), await misses()]).toEqual([1, 10]);
    expect(await tryAt(now, '12345678', 'C2')).toBe('enrolled');
    await sweepAt(addHours(now, 2));
    expect([await codes(), await misses()]).toEqual([0, 0]);
    await make(12_345_678);
    await sweepAt(addHours(now, 24));
    expect(await codes()).toBe(0);
  });
});

describe('the code of a first start', () => {
  const chance = { randomInt: () => 87_654_321 };

  test('is made while no chat is enrolled, at every start', async () => {
    expect(await codeForFirstStart(database, chance)).toBe('8765-4321');
    expect(await codeForFirstStart(database, { randomInt: () => 11_112_222 })).toBe('1111-2222');
    expect(await tryAt(database.clock.now(), '87654321')).toBe('wrong');
    expect(await tryAt(database.clock.now(), '11112222')).toBe('enrolled');
    expect(await codeForFirstStart(database, chance)).toBeUndefined();
  });

  test('is made again once the account has left its only admin chat', async () => {
    await database.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: now, leftAt: now } });
    expect(await codeForFirstStart(database, chance)).toBe('8765-4321');
  });
});
