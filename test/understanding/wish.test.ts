// A day, with or without a time, in what somebody wishes for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, numbersOf, weekday } from '../../src/core/jst.ts';
import { readWish } from '../../src/understanding/wish.ts';
import { toFullWidth } from './keyboard.ts';
import { reading, today } from './wish-reading.ts';

describe('a day and a time', () => {
  test.each([
    ['来週の火曜10時', '2026-12-01 10:00'],
    ['らいしゅうのかようび１０じ', '2026-12-01 10:00'],
    ['来週火よう10じでおねがいしまs', '2026-12-01 10:00'],
    ['ライシュウノカヨウビ10ジ', '2026-12-01 10:00'],
    ['明日の10時', '2026-11-26 10:00'],
    ['明日の10時っていけます?', '2026-11-26 10:00'],
    ['12月1日(火)10:00～10:45', '2026-12-01 10:00'],
    ['12/1 10:00', '2026-12-01 10:00'],
    ['12/8 14', '2026-12-08 14:00'],
    ['12/8 1400', '2026-12-08 14:00'],
    ['12月8日(火) 10で', '2026-12-08 10:00'],
    ['火曜 1430でお願いします', '2026-12-01 14:30'],
    ['明日の2', '2026-11-26 14:00'],
    ['12/8の14ごろ', '2026-12-08 14:00'],
    ['明日 10か11', '2026-11-26'],
    ['12/8 2026', '2026-12-08'],
    ['12/3 10時 30分だけ', '2026-12-03 10:00'],
    ['12/3の10時から面談お願いします', '2026-12-03 10:00'],
    ['木曜10時から面談を希望します', '2026-11-26 10:00'],
    ['木曜は14時から空いてます', '2026-11-26 14:00'],
    ['木曜は10時に変更してください', '2026-11-26 10:00'],
    ['十二月一日の午後二時半', '2026-12-01 14:30'],
    ['10日10時', '2026-12-10 10:00'],
    ['かようびにじゅうじ', '2026-12-01 10:00'],
    ['しがつじゅうににちくじ', '2027-04-12 09:00'],
    ['明日午前の11時からお願いします', '2026-11-26 11:00'],
    ['2026年12月1日（火曜日） 午前10時から 午前10時45分まで', '2026-12-01 10:00'],
  ])('are read from 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test('may come in two messages (T05)', () => {
    expect(reading('12月2日の')).toBe('2026-12-02');
    expect(reading('2時で')).toBe('14:00');
  });
});

describe('a day', () => {
  test.each([
    ['12/1', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['12月1日(火)', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['令和8年12月1日', '2026-12-01'],
    ['㋋①日', '2026-12-01'],
    ['１日', '2026-12-01'],
    ['じゅうにがつついたち', '2026-12-01'],
    ['12月ようか', '2026-12-08'],
    ['二十日', '2026-12-20'],
    ['はつか', '2026-12-20'],
    ['2日とか無理ですか?', '2026-12-02'],
    ['今日', '2026-11-25'],
    ['明日', '2026-11-26'],
    ['あした', '2026-11-26'],
    ['あさって', '2026-11-27'],
    ['明後日', '2026-11-27'],
    ['しあさって', '2026-11-28'],
    ['三日後', '2026-11-28'],
    ['1週間後', '2026-12-02'],
    ['来月5日', '2026-12-05'],
    ['今月の30日', '2026-11-30'],
    ['再来週の金曜日', '2026-12-11'],
    ['今週の金曜', '2026-11-27'],
    ['今週の月曜', '2026-11-23'],
    ['来週の水', '2026-12-02'],
    ['火曜', '2026-12-01'],
    ['もくようび', '2026-11-26'],
    ['次の金曜', '2026-11-27'],
    ['12月1日(火曜日)', '2026-12-01'],
    ['火曜日の12/8', '2026-12-08'],
  ])('is read from 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test('named by its weekday alone is the next one, never today', () => {
    expect(reading('水曜')).toBe('2026-12-02');
    expect(reading('木曜')).toBe('2026-11-26');
  });

  test('of the month alone is the next one, today included', () => {
    expect(reading('25日')).toBe('2026-11-25');
    expect(reading('24日')).toBe('2026-12-24');
    expect(reading('30日')).toBe('2026-11-30');
    expect(reading('31日')).toBe('2026-12-31');
  });

  test('of the month counts from the month the conversation is about (T07)', () => {
    const text = '30日なら旦那が休みなので';
    expect(reading(text)).toBe('2026-11-30');
    expect(reading(text, today, { since: asDay('2026-12-01') })).toBe('2026-12-30');
  });

  test('without a year is the one that lies near', () => {
    expect(reading('1/4', asDay('2026-12-20'))).toBe('2027-01-04');
    expect(reading('12/28', asDay('2027-01-05'))).toBe('2026-12-28');
    expect(reading('11/24')).toBe('2026-11-24');
    expect(reading('6/1')).toBe('2027-06-01');
    expect(reading('2/29', asDay('2028-02-10'))).toBe('2028-02-29');
  });

  test('of next week has two meanings on a Sunday (T03)', () => {
    const sunday = asDay('2026-11-29');
    expect(reading('来週の火曜10時', sunday)).toBe('2026-12-01,2026-12-08 10:00');
    expect(reading('今週の火曜', sunday)).toBe('2026-12-01');
    expect(reading('火曜', sunday)).toBe('2026-12-01');
    expect(reading('来週の火曜', asDay('2026-11-28'))).toBe('2026-12-01');
    expect(reading('来週の火曜', asDay('2026-11-30'))).toBe('2026-12-08');
  });

  test('or another: both are kept', () => {
    expect(reading('火曜か木曜')).toBe('2026-11-26,2026-12-01');
    expect(reading('来週の火曜か水曜')).toBe('2026-12-01,2026-12-02');
    expect(reading('12/1か12/3')).toBe('2026-12-01,2026-12-03');
  });

  test('of three is not guessed', () => {
    expect(reading('12/1、12/2、12/3')).toBe('notUnderstood');
  });
});

describe('every day of the coming month', () => {
  const ahead = fc.integer({ min: 0, max: 31 });
  const start = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(asDay('2026-01-01'), count));
  const letters = '日月火水木金土';

  test('comes back from the words on its button', () => {
    fc.assert(
      fc.property(start, ahead, fc.boolean(), (from, count, wide) => {
        const day = addDays(from, count);
        const { month, dayOfMonth } = numbersOf(day);
        const label = `${month}月${dayOfMonth}日(${letters[weekday(day)]})`;
        expect(reading(wide ? toFullWidth(label) : label, from)).toBe(day);
        expect(reading(`${label}14:15～15:00`, from)).toBe(`${day} 14:15`);
        expect(reading(`${month}/${dayOfMonth}`, from)).toBe(day);
        expect(reading(day, from)).toBe(day);
      }),
    );
  });

  test('has the weekday it was called by', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('', '今週の', '来週の', '再来週の'),
        (from, wanted, week) => {
          const wish = readWish(`${week}${letters[wanted]}曜日`, from);
          expect(wish.ok && wish.days.length).toBeGreaterThan(0);
          if (wish.ok) for (const day of wish.days) expect(weekday(day)).toBe(wanted);
        },
      ),
    );
  });
});

describe('a wish for another one instead', () => {
  test.each([
    ['10時じゃなくて11時', '11:00'],
    ['10時ではなく11時でお願いします', '11:00'],
    ['12月1日じゃなくて12月2日の10時', '2026-12-02 10:00'],
    ['明日じゃなくて明後日', '2026-11-27'],
  ])('is read from 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
});

describe('a date with a weekday that is not its own', () => {
  test.each([
    ['12/8(水)', '2026-12-08,2026-12-09'],
    ['12月1日(月)', '2026-11-30,2026-12-01'],
    ['１２月８日　木曜日 10時', '2026-12-08,2026-12-10 10:00'],
    ['水曜の12/8', '2026-12-08,2026-12-09'],
    ['あした金曜', '2026-11-26,2026-11-27'],
    ['11/25(火)', '2026-11-25'],
  ])('is asked about: 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });
});
