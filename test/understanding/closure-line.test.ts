import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, asTime, numbersOf, weekday } from '../../src/core/jst.ts';
import { readClosureLine } from '../../src/understanding/closure-line.ts';
import { runs } from '../helpers/runs.ts';

/** A Wednesday. */
const today = asDay('2026-11-25');
const read = (text: string) => readClosureLine(text, today);
const day = asDay('2026-12-03');
const close = (part: unknown, reason: string | null = null) => ({ what: 'close', day, part, reason });

describe('a line that closes', () => {
  test.each([
    ['休業 12/3', close('all')],
    ['休業　１２/３', close('all')],
    ['休業12/3', close('all')],
    ['休業:12月3日', close('all')],
    ['休業 12/3(木)', close('all')],
    ['休業 12月3日（木曜日）。', close('all')],
    ['休業 十二月三日', close('all')],
    ['休業 2026/12/3 終日', close('all')],
    ['休業日 12/3', close('all')],
    ['休業 来週の木曜', close('all')],
    ['休業 12/3 午前', close('morning')],
    ['休業 12/3午後', close('afternoon')],
    ['休業 12/3 午後 研修', close('afternoon', '研修')],
    ['休業 12/3(木) 午後(研修)', close('afternoon', '研修')],
    ['休業 12/3、研修', close('all', '研修')],
    ['休業 12/3（研修）', close('all', '研修')],
    ['休業 12/3 ICT研修　3階', close('all', 'ICT研修 3階')],
    ['休業 12/3 14:00-', close({ from: '14:00' })],
    ['休業 12/3 １４：００〜', close({ from: '14:00' })],
    ['休業 12/3 14時から', close({ from: '14:00' })],
    ['休業 12/3 午後2時半から 会議', close({ from: '14:30' }, '会議')],
    ['休業 12/3 14:00-16:00', close({ from: '14:00', until: '16:00' })],
    ['休業 12/3 14時から16時まで 研修', close({ from: '14:00', until: '16:00' }, '研修')],
    ['休業 12/3 14-16時', close({ from: '14:00', until: '16:00' })],
    ['休業 12/3 12時まで', close({ until: '12:00' })],
    ['休業 12/3 14:00- 3階の工事', close({ from: '14:00' }, '3階の工事')],
  ])('is heard in 「%s」', (text, line) => {
    expect(read(text)).toEqual(line);
  });

  test('knows 明日 and 今日', () => {
    expect(read('休業 明日 午後')).toMatchObject({ day: '2026-11-26', part: 'afternoon' });
    expect(read('休業 今日')).toMatchObject({ day: today, part: 'all' });
  });

  test.each([
    '休業 13/40',
    '休業 12/3-12/5',
    '休業 12/3、12/4',
    '休業 12/3～5',
    '休業 12',
    '休業 12/3 14:00',
    '休業 12/3 16:00-14:00',
    '休業 12/3 25時から',
    '休業 12/3は鈴木さんがいません',
    '休業 12/3 午後は会議',
    '休業 12/3 1人',
    '休業 12/3\nみなさまへ',
  ])('is asked for in the right form for 「%s」', (text) => {
    expect(read(text)).toEqual({ what: 'unclear', because: 'form' });
  });

  test('with another weekday beside the date does nothing', () => {
    expect(read('休業 12/3(水)')).toEqual({ what: 'unclear', because: 'weekday', day });
    expect(read('休業 解除 12/3(水)')).toEqual({ what: 'unclear', because: 'weekday', day });
  });

  test('has a reason of twenty characters at most, which has room on a button', () => {
    expect(read(`休業 12/3 ${'研'.repeat(20)}`)).toEqual(close('all', '研'.repeat(20)));
    expect(read(`休業 12/3 ${'研'.repeat(21)}`)).toEqual({ what: 'unclear', because: 'reason' });
    expect(read(`休業 12/3 ${'👨‍👩‍👧'.repeat(7)}`)).toEqual({ what: 'unclear', because: 'reason' });
  });
});

describe('a line that lifts', () => {
  test.each(['休業 解除 12/3', '休業解除　12月3日', '休業 12/3 解除', '休業 取消 12/3(木)'])(
    'is heard in 「%s」',
    (text) => {
      expect(read(text)).toEqual({ what: 'lift', day });
    },
  );
  test('is asked for in the right form', () => {
    expect(read('休業 解除 12/40')).toEqual({ what: 'unclear', because: 'lift' });
    expect(read('休業 解除 12/3 午後')).toEqual({ what: 'unclear', because: 'lift' });
  });
});

test.each(['休業 一覧', '休業一覧', '休業の一覧', '休業', '休業 解除'])(
  '「%s」 asks for the list',
  (text) => {
    expect(read(text)).toEqual({ what: 'list' });
  },
);

test.each([
  ['12/3 1人', 1],
  ['12月3日1人', 1],
  ['１２月３日２人', 2],
  ['12/3 一人', 1],
  ['12/3　１人', 1],
  ['12月3日 2人', 2],
  ['12月3日(木) 2名', 2],
  ['12/3(木)1人', 1],
  ['12/3 ひとり', 1],
  ['12/3 ふたり。', 2],
  ['12/3 0人', 0],
])('「%s」 says how many counsellors there are', (text, counsellors) => {
  expect(read(text)).toEqual({ what: 'counsellors', day, counsellors });
});

test.each([
  '休業はいつ？',
  '休業はいつでしたっけ',
  '休業 12/3?',
  '休業明けに連絡します',
  '休業明日からですね',
  '休業のお知らせを貼りました',
  '12/3は1人です',
  '12/3 1人しかいません',
  '12/3 花子さん1人',
  '1人',
  '休業 12/3 '.padEnd(130, '研'),
])('「%s」 is talk among colleagues', (text) => {
  expect(read(text)).toBeUndefined();
});

const anyDay = fc.integer({ min: -50, max: 250 }).map((count) => addDays(today, count));
const times = ['09:00', '10:30', '12:00', '14:15', '16:00'].map(asTime);
const anySpan = fc
  .uniqueArray(fc.constantFrom(...times), { minLength: 2, maxLength: 2 })
  .map((two) => two.toSorted());
const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '');

test('A line that staff write in any of these ways means what they wrote', () => {
  const reasons = fc.constantFrom('', '研修', '設備の点検', 'Zoomの更新');
  fc.assert(
    fc.property(
      anyDay,
      anySpan,
      reasons,
      fc.integer({ min: 0, max: 5 }),
      fc.nat(3),
      fc.boolean(),
      (date, [from = '', until = ''], reason, part, style, isWide) => {
        const { year, month, dayOfMonth } = numbersOf(date);
        const letter = '日月火水木金土'[weekday(date)];
        const dates = [
          `${month}/${dayOfMonth}`,
          `${month}月${dayOfMonth}日`,
          `${month}/${dayOfMonth}(${letter})`,
          `${year}年${month}月${dayOfMonth}日`,
        ];
        const parts = [
          ['', 'all'],
          ['午前', 'morning'],
          ['午後', 'afternoon'],
          [`${from}-`, { from }],
          [`${from}-${until}`, { from, until }],
          [`${until}まで`, { until }],
        ] as const;
        const [words, meant] = parts[part] ?? parts[0];
        const text = ['休業', dates[style], words, reason].filter((word) => word !== '').join(' ');
        expect(read(isWide ? wide(text) : text)).toEqual({
          ...{ what: 'close', day: date, part: meant },
          reason: reason === '' ? null : reason,
        });
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('Whatever is typed behind the word never throws', () => {
  const pieces =
    '休業 解除 一覧 12/3 12月 3日 (木) 来週の 木曜 午後 14:00 - 時 から まで 1人 。 （ 研修 \n 🙏 十'.split(
      ' ',
    );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 20 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      for (const line of [text, `休業 ${text}`, `休業 12/3 ${text}`, `${text} 1人`]) read(line);
    }),
    { numRuns: runs(2000) },
  );
});
