import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReceipt, receiptNumber } from '../../src/booking/receipt.ts';
import { dayOf } from '../../src/core/jst.ts';
import { anyMoment } from './arbitraries.ts';
import { at } from './the-office.ts';

test('a receipt number names the month and the running number', () => {
  expect(receiptNumber(42, at('2026-12-01 10:00'))).toBe('2612-0042');
  expect(receiptNumber(12_345, at('2026-12-01 10:00'))).toBe('2612-12345');
});

test('the month is the one in Japan', () => {
  expect(receiptNumber(1, new Date('2026-11-30T15:00:00Z'))).toBe('2612-0001');
});

test('there is no receipt for no booking', () => {
  for (const number of [0, -1, 1.5, Number.NaN])
    expect(() => receiptNumber(number, at('2026-12-01 10:00'))).toThrow(RangeError);
});

test.each([
  '2612-0042',
  '２６１２－００４２',
  '２６１２ー００４２',
  '2612−0042',
  '26120042',
  ' 2612 0042 ',
  '2612‐0042',
])('「%s」 is read', (text) => {
  expect(parseReceipt(text)).toEqual({ number: 42, yearMonth: '2612' });
});

test.each(['', '2612', '2612-042', '2613-0042', '2600-0042', '2612-0000', 'x2612-0042', '090-1234-5678'])(
  '「%s」 is no receipt number',
  (text) => {
    expect(parseReceipt(text)).toBeUndefined();
  },
);

test('every receipt number is read back, with and without its hyphen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), anyMoment, (number, createdAt) => {
      const text = receiptNumber(number, createdAt);
      const expected = { number, yearMonth: dayOf(createdAt).slice(2, 7).replace('-', '') };
      expect(parseReceipt(text)).toEqual(expected);
      expect(parseReceipt(text.replace('-', ''))).toEqual(expected);
    }),
  );
});
