import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJobNumber } from '../../src/understanding/job-number.ts';
import { dashes, toFullWidth } from './keyboard.ts';

const read = (jobNumber: string) => ({ ok: true, result: 'read', jobNumber });
const confirm = (jobNumber: string, because: string) => ({ ok: true, result: 'confirm', jobNumber, because });
const refused = (reason: string) => ({ ok: false, reason });

describe('a number on a line of its own', () => {
  test.each(['22020-1234567\n090-1234-5678', '浜名花子\n22020-1234567'])('is read from %j', (text) => {
    expect(readJobNumber(text)).toMatchObject({ ok: true, jobNumber: '22020-1234567' });
  });
});

describe('a jobseeker number', () => {
  test.each([
    ['as it stands on the card', '22020-1234567', '22020-1234567'],
    ['with all eight digits', '22020-01234567', '22020-01234567'],
    ['with six', '22020-123456', '22020-123456'],
    ['of an office elsewhere, zeros first', '01010-0012345', '01010-0012345'],
    ['in full width', '２２０２０－１２３４５６７', '22020-1234567'],
    ['with a double dash', '22020--1234567', '22020-1234567'],
    ['with spaces everywhere', ' 2 2 0 2 0 - 1 2 3 4 5 6 7　', '22020-1234567'],
    ['with zero-width characters from a web page', '\u200B22020-\uFEFF1234567', '22020-1234567'],
    ['with a full stop', '22020-1234567。', '22020-1234567'],
    ['said in a sentence', '求職番号は 22020-1234567 です', '22020-1234567'],
    ['after a word that ends in a long vowel', 'ハローワークカード22020ー1234567', '22020-1234567'],
    ['beside a phone number', '22020-1234567、電話は090-1234-5678です', '22020-1234567'],
    [
      'among everything else (T13)',
      '佐藤花子です。求職番号99999ー0000000、でんわ０９０−００００−００００',
      '99999-0000000',
    ],
  ])('is read %s', (_, typed, jobNumber) => {
    expect(readJobNumber(typed)).toEqual(read(jobNumber));
  });

  test.each(dashes.map((dash) => [dash, `U+${dash.codePointAt(0)?.toString(16).toUpperCase()}`]))(
    'is read with 「%s」 (%s) for a hyphen',
    (dash) => {
      expect(readJobNumber(`22020${dash}1234567`)).toEqual(read('22020-1234567'));
      expect(readJobNumber(`２２０２０${dash}１２３４５６７です`)).toEqual(read('22020-1234567'));
    },
  );

  test.each([
    ['no hyphen', '220201234567', '22020-1234567', 'hyphenGuessed'],
    ['no hyphen, thirteen digits', '2202001234567', '22020-01234567', 'hyphenGuessed'],
    ['no hyphen, in a sentence', '番号は220201234567です', '22020-1234567', 'hyphenGuessed'],
    [
      'no hyphen, in a sentence with a month',
      '12月に登録した220201234567です',
      '22020-1234567',
      'hyphenGuessed',
    ],
    ['a space for a hyphen', '22020 1234567', '22020-1234567', 'hyphenGuessed'],
    ['a line break for a hyphen', '22020\n1234567', '22020-1234567', 'hyphenGuessed'],
    ['brackets for a hyphen', '(22020)01234567', '22020-01234567', 'hyphenGuessed'],
    ['one hyphen too many', '22020-123-4567', '22020-1234567', 'hyphenGuessed'],
    ['a short lower part', '22020-12345', '22020-12345', 'shortLowerPart'],
    ['a very short lower part', '22020-1', '22020-1', 'shortLowerPart'],
    ['circled digits', '②2020-1234567', '22020-1234567', 'unusualDigits'],
  ])('is shown again when it has %s', (_, typed, jobNumber, because) => {
    expect(readJobNumber(typed)).toEqual(confirm(jobNumber, because));
  });

  test.each([
    ['nine digits in the lower part', '22020-012345678', 'tooLong'],
    ['nine digits in the lower part, twice divided', '22020-12-3456789', 'tooLong'],
    ['six digits in the upper part', '220201-234567', 'tooLong'],
    ['fourteen digits', '22020123456789', 'tooLong'],
    ['four digits in the upper part', '2202-1234567', 'tooShort'],
    ['five digits', '22020', 'tooShort'],
    ['nothing after the hyphen', '22020-', 'tooShort'],
    ['the shape of an insurance number', '2202-012345-6', 'otherNumber'],
    ['the name of another number', '求人番号 22020-12345678', 'otherNumber'],
    ['a mobile phone number', '09012345678', 'looksLikePhone'],
    ['a mobile phone number, divided', '090-1234-5678', 'looksLikePhone'],
    ["the office's own phone number", '0534541910', 'looksLikePhone'],
    ['a phone number from abroad', '+81 90 1234 5678', 'looksLikePhone'],
    ['a phone number in a sentence', '電話は09012345678です', 'looksLikePhone'],
    ['a number that is not at hand', 'わかりません', 'notAtHand'],
    ['a lost card', 'カードなくしました', 'notAtHand'],
    ['a card that is not there', 'カードがないです', 'notAtHand'],
    ['no number', 'えっと', 'notANumber'],
    ['nothing', '', 'notANumber'],
    ['only a hyphen', 'ー', 'notANumber'],
    ['two numbers', '22020-1234567か22020-1234568です', 'severalNumbers'],
    ['a part of a longer number only', 'A122020-1234567', 'tooLong'],
  ])('is not taken from %s', (_, typed, reason) => {
    expect(readJobNumber(typed)).toEqual(refused(reason));
  });

  test('divided after five digits is never taken for a phone number', () => {
    expect(readJobNumber('09012-345678')).toEqual(read('09012-345678'));
    expect(readJobNumber('09012 345678')).toEqual(confirm('09012-345678', 'hyphenGuessed'));
  });

  test('is the same whatever the dash and the width', () => {
    const upper = fc.stringMatching(/^\d{5}$/);
    const lower = fc.stringMatching(/^\d{6,8}$/);
    fc.assert(
      fc.property(upper, lower, fc.constantFrom(...dashes), fc.boolean(), (first, last, dash, wide) => {
        const typed = wide ? `${toFullWidth(first)}${dash}${toFullWidth(last)}` : `${first}${dash}${last}`;
        expect(readJobNumber(typed)).toEqual(read(`${first}-${last}`));
      }),
    );
  });

  test('is never cut out of a longer row of digits', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{1,12}-\d{1,16}$/),
        fc.constantFrom('', '番号は', 'です'),
        (row, word) => {
          const reading = readJobNumber(`${word}${row}`);
          if (reading.ok) expect(reading.jobNumber.replace('-', '')).toBe(row.replace('-', ''));
          else expect(/^\d{5}-\d{1,8}$/.test(row)).toBe(false);
        },
      ),
    );
  });

  test('comes back from its own spelling', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5}-\d{1,8}$/), (jobNumber) => {
        const reading = readJobNumber(jobNumber);
        expect(reading.ok && reading.jobNumber).toBe(jobNumber);
      }),
    );
  });
});

describe('マイナンバー', () => {
  /** Invented, with the digit that such a number would end in. */
  const whole = '123456789018';

  test.each([
    'マイナンバー 123456789012',
    'マイナンバーは１２３４５６７８９０１２です',
    'まいなんばー123456789012',
    '個人番号：123456789012',
    'マイナンバーカードならあります',
    'my number 1234 5678 9012',
    '1234 5678 9012',
    '1234-5678-9012',
    '１２３４－５６７８－９０１２',
  ])('is not taken: 「%s」', (text) => {
    expect(readJobNumber(text)).toEqual(refused('myNumber'));
  });

  test.each([whole, '１２３４５６７８９０１８', `${whole}です`, `番号は${whole}`])(
    'may be 「%s」, so a jobseeker number has to be sent with its hyphen',
    (text) => {
      expect(readJobNumber(text)).toEqual(refused('perhapsMyNumber'));
    },
  );

  test.each(['2202 0123 4567 だったかな', '2202-0123-4567', '1301 0765 4321です'])(
    'is not said to be 「%s」, which begins as a jobseeker number and ends as no マイナンバー',
    (text) => {
      expect(readJobNumber(text)).toEqual(refused('perhapsMyNumber'));
    },
  );

  test('is never taken, whoever it belongs to', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (first) => {
        const taken = [...'0123456789'].filter((last) => readJobNumber(first + last).ok);
        // A phone number with a digit too many is refused for that.
        expect(taken.length).not.toBe(10);
      }),
    );
  });

  test.each([
    ['マイナンバーではなく、22020-1234567です', '22020-1234567'],
    ['22020-1234567 マイナンバー 123456789018', '22020-1234567'],
    ['12345-6789018', '12345-6789018'],
  ])('is not what a number with its hyphen is: 「%s」', (text, jobNumber) => {
    expect(readJobNumber(text)).toMatchObject({ ok: true, jobNumber });
  });
});

describe('a number that is ruled out', () => {
  test.each([
    '22020-1234567ではない',
    '22020-1234567は前の番号',
    '22020-1234567じゃないです',
    '22020-1234567は違います',
    '22020-1234567だったけど変わった',
    '古い番号は22020-1234567です',
    '２２０２０－１２３４５６７は使っていません',
  ])('is not taken from 「%s」', (text) => {
    expect(readJobNumber(text)).toEqual(refused('ruledOut'));
  });

  test('leaves the other one', () => {
    expect(readJobNumber('22020-1234567じゃなくて22020-7654321です')).toEqual(read('22020-7654321'));
    expect(readJobNumber('前の番号は22020-1234567、今は22020-7654321')).toEqual(read('22020-7654321'));
  });

  test('is none of what she is sure of', () => {
    expect(readJobNumber('22020-1234567で間違いありません')).toEqual(read('22020-1234567'));
    expect(readJobNumber('22020-1234567に変わりました')).toEqual(read('22020-1234567'));
  });
});
