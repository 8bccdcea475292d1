import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, readNamedCode } from '../../src/understanding/code.ts';

const fullWidth = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const eightDigits = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, '0'));

/** Some spelling of eight digits. */
const typed = fc
  .record({
    digits: eightDigits,
    between: fc.constantFrom('', '-', '－', 'ー', 'ｰ', '―', '–', '−', '─', ' ', '　', ' - ', '\n', '\u200b'),
    wide: fc.boolean(),
  })
  .map(({ digits, between, wide }) => {
    const text = `${digits.slice(0, 4)}${between}${digits.slice(4)}`;
    return { digits, text: wide ? fullWidth(text) : text };
  });
const around = fc.constantFrom('', ' ', '\n', '　', '\ufeff');

describe('a code alone, as in a group', () => {
  test('is read however it is typed', () => {
    fc.assert(
      fc.property(typed, around, around, ({ digits, text }, before, after) => {
        expect(readCode(`${before}${text}${after}`)).toBe(digits);
        expect(readCode(`「${text}」`)).toBe(digits);
      }),
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
    `1234${' '.repeat(60)}5678`,
  ])('leaves 「%s」 alone', (text) => {
    expect(readCode(text)).toBeUndefined();
  });
});

describe('a code after 登録, as in a one-to-one chat', () => {
  test('is read however it is typed', () => {
    const words = fc.constantFrom('登録', '登録コード');
    const gaps = fc.constantFrom('', ' ', '　', '：', ': ', '\n');
    fc.assert(
      fc.property(typed, words, gaps, around, ({ digits, text }, word, gap, before) => {
        expect(readNamedCode(`${before}${word}${gap}${text}`)).toBe(digits);
        expect(readNamedCode(`「${word}${gap}${text}」`)).toBe(digits);
      }),
    );
  });

  test.each([
    '1234-5678',
    '２２０２　０１２３',
    '登録番号 2202-0123',
    '求職登録 2202-0123',
    '登録 22020-1234567',
    '登録したい 2202-0123',
    '登録',
    '登録を消したい',
    '登録 1234-5678 です',
  ])('leaves 「%s」 alone', (text) => {
    expect(readNamedCode(text)).toBeUndefined();
  });
});

test('whatever is typed, nothing but eight digits is found', () => {
  const pieces = fc.array(fc.constantFrom(...'登録コード0123 -ー　：\n「」ﷺ'), { maxLength: 80 });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((some) => some.join('')),
      ),
      (text) => {
        for (const read of [readCode, readNamedCode]) expect(read(text) ?? '00000000').toMatch(/^\d{8}$/);
      },
    ),
  );
});
