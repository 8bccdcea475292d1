import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedNumbers, readTypedRoom } from '../../src/understanding/read-typed.ts';
import { isAtOnce } from '../helpers/at-once.ts';
import { runs } from '../helpers/runs.ts';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
/** Nine digits in a row would be a meeting ID. */
const passcodes = fc
  .string({ unit: fc.constantFrom(...'abcXYZ0189@*_-'), minLength: 1, maxLength: 10 })
  .filter((text) => !/\d{9}/.test(text));
const fullWidth = (text: string) =>
  text.replaceAll(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** As Zoom shows it, or as people write it. */
const meetingIds = fc
  .tuple(digits(3), digits(4), digits(4), fc.constantFrom(' ', '-', '', '　', '－'), fc.boolean())
  .map(([a, b, c, between, wide]) => {
    const typed = [a, b, c].join(between);
    return { id: `${a}${b}${c}`, typed: wide ? fullWidth(typed) : typed };
  });

describe('a meeting’s numbers, typed in the admin chat', () => {
  test('are read in any spelling of the ID', () => {
    fc.assert(
      fc.property(meetingIds, ({ id, typed }) => {
        expect(readTypedNumbers(typed, 'any')).toEqual({ kind: 'read', numbers: { meetingId: id } });
      }),
    );
  });

  test('are read together when they come together', () => {
    fc.assert(
      fc.property(meetingIds, passcodes, ({ id, typed }, passcode) => {
        const text = `ミーティングID: ${typed}\nパスコード: ${passcode}`;
        expect(readTypedNumbers(text, 'any')).toEqual({ kind: 'read', numbers: { meetingId: id, passcode } });
        expect(readTypedNumbers(text, 'passcode')).toEqual({
          kind: 'read',
          numbers: { meetingId: id, passcode },
        });
      }),
    );
  });

  test('take a passcode alone, once the ID is known, as it was typed', () => {
    fc.assert(
      fc.property(passcodes, (passcode) => {
        expect(readTypedNumbers(passcode, 'passcode')).toEqual({ kind: 'read', numbers: { passcode } });
      }),
    );
  });

  test.each([
    ['any', 'おつかれさまです'],
    ['any', '10:30から会議です'],
    ['any', '12/1の件、お願いします'],
    ['any', ''],
    ['passcode', 'パスコードは何でしたっけ'],
    ['passcode', '了解しました。'],
    ['passcode', ''],
  ] as const)('while asked for %s leave alone what colleagues say: 「%s」', (only, text) => {
    expect(readTypedNumbers(text, only)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['any', '1234 5678', 'meetingId'],
    ['any', '1234567890123', 'meetingId'],
    ['passcode', 'much-too-long-for-zoom', 'passcode'],
    ['passcode', 'ab#cd', 'passcode'],
  ] as const)('while asked for %s that nearly are some get a word: 「%s」', (only, text, reason) => {
    expect(readTypedNumbers(text, only)).toEqual({ kind: 'unclear', reason });
  });

  test('are valid whenever any are read, whatever was typed, and nothing ever fails', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789 -　パスコードID:zoom.us/j/?pwd=@'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('any' as const, 'passcode' as const), (text, only) => {
        const reading = readTypedNumbers(text, only);
        if (reading.kind !== 'read') return;
        const { meetingId, passcode } = reading.numbers;
        expect(meetingId ?? passcode).toBeDefined();
        expect(meetingId ?? '123456789').toMatch(/^\d{9,11}$/);
        expect(passcode ?? 'ok').toMatch(/^[\w@*-]{1,10}$/);
      }),
      { numRuns: runs(3_000) },
    );
  });
});

describe('a room, typed in one line', () => {
  const names = fc.constantFrom('相談室A', '第2面談室', 'みかん', 'Room-1', '2F東', '会議室(北)');

  test('is read: name, ID, passcode', () => {
    fc.assert(
      fc.property(
        names,
        meetingIds,
        passcodes,
        fc.constantFrom(' ', '　', '\t', '\n'),
        (name, { id, typed }, passcode, gap) => {
          expect(readTypedRoom(`${name}${gap}${typed}${gap}${passcode}`)).toEqual({
            ok: true,
            name,
            numbers: { meetingId: id, passcode },
          });
        },
      ),
    );
  });

  test.each([
    ['nothing at all', '', 'numbers'],
    ['a name alone', '相談室A', 'numbers'],
    ['no passcode', '相談室A 123 4567 8901', 'numbers'],
    ['an ID that is too short', '相談室A 123 456 pass', 'numbers'],
    ['a passcode with signs that Zoom has not', '相談室A 123 4567 8901 pa#ss', 'numbers'],
    ['digits for a name', '3 123 4567 8901 pass', 'name'],
    ['a name that no button holds', `${'長'.repeat(21)} 123 4567 8901 pass`, 'name'],
  ])('is refused with %s', (_, text, reason) => {
    expect(readTypedRoom(text)).toEqual({ ok: false, reason });
  });

  test('is refused when it is longer than any room needs', () => {
    const fits = `相談室A${' '.repeat(176)}123 4567 8901 pass`;
    expect(fits.length).toBeLessThanOrEqual(200);
    expect(readTypedRoom(fits).ok).toBe(true);
    expect(readTypedRoom(`${fits}${' '.repeat(20)}`)).toEqual({ ok: false, reason: 'numbers' });
  });

  test('never fails, and answers at once, however it was meant', () => {
    const anything = fc.string({
      unit: fc.constantFrom(' ', '　', '\t', '1', '-', 'ー', 'a', '室', 'ﷺ'),
      maxLength: 5_000,
      size: 'max',
    });
    const hostile = [
      `会議室 追加 a${' '.repeat(4_900)}b c`,
      `a${' '.repeat(190)}b c`,
      `室 ${'1 '.repeat(2_500)}`,
      `室 ${'1 '.repeat(95)}#`,
      `室${' '.repeat(5_000)}`,
      'ﷺ'.repeat(200),
    ];
    const read = (text: string) => expect([true, false]).toContain(readTypedRoom(text).ok);
    // The old way needed seconds for one of them.
    for (const text of hostile)
      expect(
        isAtOnce(() => read(text), 100),
        text.slice(0, 20),
      ).toBe(true);
    fc.assert(
      fc.property(anything, (text) => {
        expect(isAtOnce(() => read(text), 500)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
