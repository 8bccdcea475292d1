import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUnsuited, readWish } from '../../src/understanding/wish.ts';
import { flexibleWish, leftOut, reading, today } from './wish-reading.ts';

describe('what does not suit her', () => {
  test.each([
    ['水曜日はむり', 'unsuited'],
    ['木曜は仕事', 'unsuited'],
    ['すいようは いけません', 'unsuited'],
    ['来週の月曜は子どもの健診があって', 'unsuited'],
    ['12/1は都合が悪いです', 'unsuited'],
    ['あしたはちょっと…', 'unsuited'],
    ['火曜ＮＧ', 'unsuited'],
    ['だめな日は火曜と木曜です', 'unsuited'],
    ['月曜と水曜はパートなので', 'unsuited'],
    ['月・火・金は仕事です', 'unsuited'],
    ['土日は無理', 'unsuited'],
    ['火曜以外', 'unsuited'],
    ['15日以外ならいつでも', 'unsuited'],
    ['金曜を除いて', 'unsuited'],
    ['来週は無理です', 'unsuited'],
    ['10時はむり', 'unsuited'],
    ['明日は10時から仕事', 'unsuited'],
    ['明日の10時から仕事です', 'unsuited'],
    ['木曜は9時から12時までパート', 'unsuited'],
    ['木曜は10時から学校', 'unsuited'],
    ['12/3は15時に迎え', 'unsuited'],
    ['火曜は13時半に歯医者', 'unsuited'],
    ['明日は10時から無理です', 'unsuited'],
    ['10時だと間に合わない', 'unsuited'],
    ['10時には間に合いません', 'unsuited'],
    ['12/3に面接があるのでその前', 'unsuited'],
    ['9時は早すぎます', 'unsuited'],
    ['仕事が15時までです', 'unsuited'],
    ['パートは10時からです', 'unsuited'],
    ['お迎えの時間が15時なので', 'unsuited'],
    ['仕事は15時に終わります', 'unsuited'],
    ['仕事は月水金です', 'unsuited'],
    ['明日は一日仕事', 'unsuited'],
    ['明日は1日出かけてます', 'unsuited'],
    ['12/3までは無理', 'unsuited'],
    ['月曜から金曜は仕事', 'unsuited'],
    ['火曜じゃない日', 'unsuited'],
    ['火曜はやめて', 'unsuited'],
    ['12/9はいや', 'unsuited'],
    ['12/9ではない日がいいです', 'unsuited'],
    ['火曜じゃないほうがいい', 'unsuited'],
    ['12/9じゃなくていい', 'unsuited'],
    ['10時じゃなくても大丈夫です', 'unsuited'],
    ['水曜は夫がいる', 'unsuited'],
    ['12/3は主人が休みです', 'unsuited'],
    ['金曜 旦那が家にいます', 'unsuited'],
  ])('is no wish in 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test.each([
    ['水曜はむりなので木曜の10時', '2026-11-26 10:00'],
    ['12/1は用事があるので12/2の14時', '2026-12-02 14:00'],
    ['火曜日都合悪いです。水曜10時', '2026-12-02 10:00'],
    ['月水金は仕事なので火曜', '2026-12-01'],
    ['水曜は夫がいるので木曜', '2026-11-26'],
    ['火曜はやめて水曜', '2026-12-02'],
    ['火曜 はやめに', '2026-12-01'],
    ['水曜は夫がいるので大丈夫です', '2026-12-02'],
    ['火曜は主人が休みなので子どもを預けられます', '2026-12-01'],
    ['12/9じゃなくて12/10', '2026-12-10'],
    ['水曜は行けません、金曜で', '2026-11-27'],
    ['木曜は午前は無理だけど午後なら', '2026-11-26'],
    ['木曜は仕事だから15時からで', '2026-11-26 15:00'],
    ['木曜は10時から仕事だけど9時なら', '2026-11-26 09:00'],
    ['木曜は15時まで仕事なので16時から', '2026-11-26 16:00'],
    ['木曜は15時に迎えがあるので午前中', '2026-11-26'],
    ['仕事は木曜なので10時で', '10:00'],
    ['15時に子どもが帰ってくるので14時がいい', '14:00'],
    ['月曜から水曜までは無理なので木曜', '2026-11-26'],
  ])('is left out of the wish in 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test.each([
    ['木曜は仕事が休みです', '2026-11-26'],
    ['木曜の仕事のあと', '2026-11-26'],
    ['金曜なら無理じゃないです', '2026-11-27'],
    ['12/2は無理ですか', '2026-12-02'],
    ['火曜10時、無理なら木曜', '2026-11-26,2026-12-01 10:00'],
    ['木曜は用事がないので', '2026-11-26'],
    ['木曜は子どもが保育園なので大丈夫', '2026-11-26'],
    ['木曜は学校に行っているので10時なら', '2026-11-26 10:00'],
    ['仕事は木曜休みです', '2026-11-26'],
    ['希望は一日です', '2026-12-01'],
  ])('is not what 「%s」 says', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  test('「来週の木曜は用事があるので金曜10時」 is a Friday, of that week perhaps: both are shown', () => {
    expect(reading('来週の木曜は用事があるので金曜10時')).toBe('2026-11-27,2026-12-04 10:00');
  });

  test('is known day by day, so that it is not offered', () => {
    expect(readUnsuited('水曜と12/3は無理', today)).toMatchObject({ days: ['2026-12-03'], weekdays: [3] });
    expect(readUnsuited('水曜も金曜も無理', today)).toMatchObject({ days: [], weekdays: [3, 5] });
    expect(readUnsuited('来週は無理', today)?.days).toContain('2026-12-02');
    expect(readUnsuited('10時がいいです', today)).toBeUndefined();
  });
});

describe('all the days that do not suit her', () => {
  test.each([
    ['明日は10時から仕事', '2026-11-26'],
    ['12/3までは無理', '2026-11-25 2026-11-26 2026-11-27'],
    ['来週から仕事', '2026-11-30 2026-12-01 2026-12-02'],
    ['12/3以降は無理', '2026-12-03 2026-12-04 2026-12-05'],
    ['月〜金は仕事です', '月火水木金'],
    ['月曜から水曜までは無理', '月火水'],
    ['パートは月水金', '月水金'],
    ['木曜はだめ、金曜も10時から会議', '木金'],
    // No more is known than that the hour is taken.
    ['明日は10時に美容院', ''],
  ])('are left out: 「%s」', (text, expected) => {
    expect(leftOut(text)).toBe(expected);
  });
});

describe('the only one that suits her', () => {
  test.each([
    ['火曜しか行けない', '2026-12-01'],
    ['火曜しかむり', '2026-12-01'],
    ['火曜日しか空いてないです', '2026-12-01'],
    ['12/3しか休みが取れません', '2026-12-03'],
    ['12/3の10時しか空いていません', '2026-12-03 10:00'],
    ['10時しか無理', '10:00'],
    ['火曜以外は無理です', '2026-12-01'],
    ['火曜以外は仕事', '2026-12-01'],
    ['火曜じゃないと無理', '2026-12-01'],
    ['火曜でないと行けません', '2026-12-01'],
    ['火曜じゃなきゃだめ', '2026-12-01'],
  ])('is her wish: 「%s」', (text, expected) => {
    expect(reading(text)).toBe(expected);
    expect(leftOut(text)).toBe('');
  });

  test('may be a part of a week', () => {
    expect(flexibleWish('夕方しか無理')).toBe('afternoon');
    expect(flexibleWish('来週の午後しか行けない')).toBe('2026-11-30~2026-12-06 afternoon');
  });
});

describe('what she does at an hour', () => {
  const days = fc.constantFrom(
    '明日',
    '木曜',
    '来週の火曜',
    '12/3',
    '12月3日',
    '10日',
    'あさって',
    '12/3(木)',
  );
  const hours = fc.constantFrom('9時', '10時', '10:30', '13時半', '午後2時', '15時', '１０時');
  const doing = fc.constantFrom(
    ...'仕事 パート バイトです 学校 会議があります 歯医者 迎え 保育園のお迎えがあって 美容院 友達が来る 下の子が帰ってきます 無理 用事'.split(
      ' ',
    ),
  );

  test('is never offered as her wish', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('は', ' ', 'の', 'も'),
        hours,
        fc.constantFrom('から', 'に', 'には'),
        doing,
        (day, is, hour, from, what) => {
          const wish = readWish(`${day}${is}${hour}${from}${what}`, today);
          expect(wish).toEqual({ ok: false, reason: 'unsuited' });
        },
      ),
    );
  });

  test('is not seen in a wish', () => {
    const wishes = fc.constantFrom(
      ...'|お願いします|でお願いします|行けます|伺います|希望です|相談したいです|大丈夫です|空いてます|いいです|予約したい|変更してください|できますか|面談をお願いします|つなぎます|始めたいです'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(days, fc.constantFrom('は', ' ', 'の'), wishes, (day, is, wish) => {
        const plainly = reading(`${day} 10時`);
        for (const from of ['から', 'に']) expect(reading(`${day}${is}10時${from}${wish}`)).toBe(plainly);
      }),
    );
  });
});
