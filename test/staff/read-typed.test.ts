import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbersLine, readTypedRoom } from '../../src/understanding/read-typed.ts';
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
  .tuple(
    digits(3).filter((first) => !first.startsWith('0')),
    digits(4),
    digits(4),
    fc.constantFrom(' ', '-', '', '　', '－'),
    fc.boolean(),
  )
  .map(([a, b, c, between, wide]) => {
    const typed = [a, b, c].join(between);
    return { id: `${a}${b}${c}`, typed: wide ? fullWidth(typed) : typed };
  });

describe('the line with a meeting’s numbers for a booking', () => {
  const receipts = fc
    .tuple(
      fc.constantFrom('2511', '2611', '2701'),
      digits(4),
      fc.constantFrom('-', 'ー', '－', ''),
      fc.boolean(),
    )
    .filter(([, number]) => number !== '0000')
    .map(([yearMonth, number, dash, wide]) => {
      const typed = `${yearMonth}${dash}${number}`;
      return { receipt: { yearMonth, number: Number(number) }, typed: wide ? fullWidth(typed) : typed };
    });
  const gaps = fc.constantFrom(' ', '　', '\n', '  ');

  test('is read in any spelling: receipt number, ID, passcode', () => {
    fc.assert(
      fc.property(
        receipts,
        meetingIds,
        passcodes,
        gaps,
        ({ receipt, typed: whose }, { id, typed }, passcode, gap) => {
          const read = { ok: true, receipt, numbers: { meetingId: id, passcode } };
          expect(readNumbersLine([whose, typed, passcode].join(gap))).toEqual(read);
          const invitation = `ミーティングID: ${typed}\nパスコード: ${passcode}`;
          expect(readNumbersLine(`${whose}${gap}${invitation}`)).toEqual(read);
        },
      ),
    );
  });

  test('takes the running number alone for the booking', () => {
    const read = {
      ok: true,
      receipt: { number: 4 },
      numbers: { meetingId: '12345678901', passcode: 'ab12' },
    };
    expect(readNumbersLine('0004 123 4567 8901 ab12')).toEqual(read);
    expect(readNumbersLine('０００４　123-4567-8901　ab12')).toEqual(read);
  });

  test.each([
    '2611-0004、123 4567 8901、ab12',
    '2611-0004,12345678901,ab12',
    '2611-0004 / 123 4567 8901 / ab12',
    '2611-0004：123 4567 8901：ab12',
    '2611 0004 123 4567 8901 ab12',
    '２６１１　０００４\n12345678901\nab12',
    '2611-0004 123 4567 8901 ab12。',
  ])('is read with other signs between its parts: %j', (text) => {
    const receipt = { number: 4, yearMonth: '2611' };
    const numbers = { meetingId: '12345678901', passcode: 'ab12' };
    expect(readNumbersLine(text)).toEqual({ ok: true, receipt, numbers });
  });

  test.each([
    ['', 'receipt'],
    ['0000 123 4567 8901 abc', 'receipt'],
    ['26110004x 123 4567 8901 abc', 'receipt'],
    ['123 4567 8901 abc', 'receipt'],
    ['2611-0004', 'missing'],
    ['2611-0004 お願いします', 'missing'],
    ['2611-0004 1234 5678 abc', 'meetingId'],
    ['2611-0004 053-454-1910', 'meetingId'],
    ['2611-0004 012 3456 7890 abc', 'meetingId'],
    ['2611-0004 123 4567 8901', 'passcodeMissing'],
    ['2611-0004 123 4567 8901 much-too-long-for-zoom', 'passcode'],
    ['2611-0004 123 4567 8901 ab#cd', 'passcode'],
  ] as const)('「番号 %s」 is told what is wrong: %s', (text, reason) => {
    expect(readNumbersLine(text)).toEqual({ ok: false, reason });
  });

  test('gives valid numbers whenever it gives any, whatever was typed, and nothing ever fails', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789 -　パスコードID:zoom.us/j/?pwd=@'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('', '2611-0004 '), (text, before) => {
        const line = readNumbersLine(before + text);
        if (!line.ok) return;
        expect(line.receipt.number).toBeGreaterThan(0);
        expect(line.numbers.meetingId).toMatch(/^[1-9]\d{8,10}$/);
        expect(line.numbers.passcode).toMatch(/^[\w@*-]{1,10}$/);
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
