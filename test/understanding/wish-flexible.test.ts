import { describe, expect, test } from 'vitest';
import { asDay } from '../../src/core/jst.ts';
import { readFlexibleWish } from '../../src/understanding/wish.ts';
import { flexibleWish, reading, today } from './wish-reading.ts';

describe('a wish that leaves a choice', () => {
  test.each([
    ['来週', '2026-11-30~2026-12-06'],
    ['らいしゅうがいい', '2026-11-30~2026-12-06'],
    ['再来週', '2026-12-07~2026-12-13'],
    ['今週中に', '2026-11-23~2026-11-29'],
    ['来月', '2026-12-01~2026-12-31'],
    ['来週の午後', '2026-11-30~2026-12-06 afternoon'],
    ['午後', 'afternoon'],
    ['ごご', 'afternoon'],
    ['午前', 'morning'],
    ['午後ならいつでも', 'afternoon earliest'],
    ['できるだけ早く', 'earliest'],
    ['一番早い日', 'earliest'],
    ['いつでもいい', 'earliest'],
    ['来週の火曜の午後', '2026-11-30~2026-12-06 afternoon'],
  ])('is read from 「%s」', (text, expected) => {
    expect(flexibleWish(text)).toBe(expected);
  });

  test('on a Sunday 来週 may be either week', () => {
    expect(flexibleWish('来週', asDay('2026-11-29'))).toBe('2026-11-30~2026-12-13');
  });

  test.each(['来週は無理です', '午後は仕事です', '午後2時', '12月1日', '午前か午後', 'うーん'])(
    'is none in 「%s」',
    (text) => {
      expect(flexibleWish(text)).toBe('');
    },
  );
});

describe('an end', () => {
  test.each(['3時半まで', '15:30までに終わりたい', '１５時以前', '3時半までなら大丈夫'])(
    'is no start: 「%s」',
    (text) => {
      expect(reading(text)).toBe('notUnderstood');
      expect(readFlexibleWish(text, today)?.until).toMatch(/^15:[03]0$/);
    },
  );

  test('with a start is only its end', () => {
    expect(reading('10時から11時まで')).toBe('10:00');
  });
});

describe('a day as an end', () => {
  test.each([
    ['12/3まで', '2026-11-25~2026-12-03'],
    ['12月3日までにお願いします', '2026-11-25~2026-12-03'],
    ['12/3より前', '2026-11-25~2026-12-02'],
    ['12/3が締切なのでその前', '2026-11-25~2026-12-02'],
    ['12/3を過ぎてから', '2026-12-04~2027-04-03'],
    ['12/3の次の日', '2026-12-04~2027-04-03'],
    ['給料日25日なのでその後', '2026-11-26~2027-03-26'],
    ['12/3に荷物が届くのでそれより後で', '2026-12-04~2027-04-03'],
    ['金曜の前に', '2026-11-25~2026-11-26'],
    ['来週の水曜までの午前中', '2026-11-25~2026-12-02 morning'],
    ['再来週までに', '2026-11-25~2026-12-13'],
    ['20日までに終わらせたい', '2026-11-25~2026-12-20'],
    ['11/30から12/4の間で', '2026-11-30~2026-12-04'],
    ['12/3から12/10まで', '2026-12-03~2026-12-10'],
  ])('is not the one day wished for: 「%s」', (text, expected) => {
    expect(reading(text)).toBe('notUnderstood');
    expect(flexibleWish(text)).toBe(expected);
  });

  test.each([
    ['12/3以降', '2026-12-03'],
    ['来週以降でお願いします', '2026-11-30'],
    ['5日より後', '2026-12-06'],
    ['明日から', '2026-11-26'],
  ])('or as a beginning: 「%s」', (text, from) => {
    expect(reading(text)).toBe('notUnderstood');
    expect(readFlexibleWish(text, today)?.dateRange).toMatchObject({ name: 'span', from, begins: from });
  });

  test('stands beside a wish', () => {
    expect(reading('12/3までで火曜がいい')).toBe('2026-12-01');
    expect(reading('12/3より前の10時')).toBe('10:00');
    expect(reading('火曜から木曜に変更したい')).toBe('2026-11-26,2026-12-01');
  });
});
