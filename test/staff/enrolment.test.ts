import { addHours, addMinutes, subSeconds } from 'date-fns';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { createSealer } from '../../src/db/seal.ts';
import { adminChats } from '../../src/staff/admin-chats.ts';
import { codeForFirstStart, makeCode, readCode, tryCode } from '../../src/staff/enrolment.ts';
import { openTestDatabase, testKey } from '../helpers/database.ts';

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
    await make(23_456_789);
    expect(await tryAt(subSeconds(addHours(now, 24), 1), '12345678')).toBe('enrolled');
    expect(await tryAt(addHours(now, 24), '23456789')).toBe('wrong');
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
  const wrong = async (count: number, at = now) => {
    const answers = [];
    for (let n = 0; n < count; n += 1) answers.push(await tryAt(at, '00000000', `C${n % 3}`));
    return answers;
  };

  test('ten within an hour, in whatever chats, stop enrolment, for the right code too', async () => {
    await make(12_345_678);
    expect(await wrong(10)).toEqual([...Array(9).fill('wrong'), 'stopped']);
    expect(await tryAt(now, '12345678', 'C9')).toBe('stopped');
    expect(await enrolled()).toEqual([]);
  });

  test('are forgotten after an hour; while it is stopped, trying makes it no longer', async () => {
    await make(12_345_678);
    await wrong(10);
    expect(await tryAt(addMinutes(now, 59), '12345678')).toBe('stopped');
    expect(await tryAt(addMinutes(now, 61), '12345678')).toBe('enrolled');
  });

  test('spread over hours stop nothing', async () => {
    for (let n = 0; n < 15; n += 1) expect(await tryAt(addMinutes(now, n * 10), '00000000')).toBe('wrong');
  });
});

describe('the code of a first start', () => {
  const chance = { randomInt: () => 87_654_321 };

  test('is made while no chat is enrolled, at every start', async () => {
    expect(await codeForFirstStart(database, chance)).toBe('8765-4321');
    expect(await codeForFirstStart(database, { randomInt: () => 11_112_222 })).toBe('1111-2222');
    expect(await tryAt(database.clock.now(), '87654321')).toBe('enrolled');
    expect(await codeForFirstStart(database, chance)).toBeUndefined();
  });

  test('is made again once the account has left its only admin chat', async () => {
    await database.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: now, leftAt: now } });
    expect(await codeForFirstStart(database, chance)).toBe('8765-4321');
  });
});

describe('reading a code', () => {
  const fullWidth = (text: string) =>
    text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const eightDigits = fc
    .integer({ min: 0, max: 99_999_999 })
    .map((number) => String(number).padStart(8, '0'));

  test('takes it however it is typed', () => {
    fc.assert(
      fc.property(
        eightDigits,
        fc.constantFrom('', '-', '－', 'ー', '―', '–', '−', '─', ' ', '　', ' - '),
        fc.boolean(),
        fc.constantFrom('', ' ', '\n', '　'),
        (digits, between, wide, around) => {
          const typed = `${around}${digits.slice(0, 4)}${between}${digits.slice(4)}${around}`;
          expect(readCode(wide ? fullWidth(typed) : typed)).toBe(digits);
        },
      ),
    );
  });

  test.each([
    '',
    '1234-567',
    '1234-56789',
    '12345-678',
    '1234.5678',
    'コード 1234-5678',
    '1234-567a',
    '053-454-1910',
    '1234-5678です',
  ])('leaves 「%s」 alone', (text) => {
    expect(readCode(text)).toBeUndefined();
  });

  test('never fails, and never finds anything but eight digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(readCode(text) ?? '00000000').toMatch(/^\d{8}$/);
      }),
    );
  });
});
