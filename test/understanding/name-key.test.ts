import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/records/name-key.ts';

describe('in a search', () => {
  test.each([
    ['髙橋 﨑子', '高橋崎子'],
    ['𠮷田', '吉田'],
    ['渡邊', '渡辺'],
    ['齋藤', '斎藤'],
    ['齊藤', '斉藤'],
    ['濱松 澤子', '浜松沢子'],
    ['櫻井 廣美', '桜井広美'],
    ['佐藤　花子', '佐藤花子'],
    ['ｻﾄｳ ﾊﾅｺ', 'さとう はなこ'],
    ['ガブリエラ', 'ｶﾞﾌﾞﾘｴﾗ'],
    ['JOÃO D’ÁVILA', 'joao davila'],
    ['Joa\u0303o', 'João'],
    ['マリア・シルバ', 'マリアシルバ'],
    ['葛\u{E0100}城', '葛城'],
    ['\uFA19', '神'],
    ['\u2FBC\u2F2D', '高山'],
    ['Anna-Lena', 'ANNA LENA'],
  ])('%s and %s are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['佐藤花子', '佐藤花美'],
    ['かとう', 'がとう'],
    ['林', '森'],
  ])('%s and %s are not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('marks of two scripts beside each other have one order', () => {
    const key = nameKey('\u{1D15E}\uFC5E');
    expect(nameKey(key)).toBe(key);
  });

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const key = nameKey(name);
        expect(nameKey(key)).toBe(key);
      }),
    );
  });
});
