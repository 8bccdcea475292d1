import { describe, expect, test } from 'vitest';
import { asDay } from '../../src/core/jst.ts';
import { staffMeaning as meaningOn } from '../../src/understanding/staff-words.ts';

/** A Wednesday. */
const today = asDay('2026-11-25');
const staffMeaning = (text: string) => meaningOn(text, today);

describe('the admin chat', () => {
  test.each([
    ['ヘルプ', 'help.asked'],
    ['ﾍﾙﾌﾟ', 'help.asked'],
    ['使い方？', 'help.asked'],
    ['承認待ち', 'pending.asked'],
    ['承認待ち。', 'pending.asked'],
    ['会議室', 'rooms.asked'],
    ['招待', 'invitation.asked'],
  ])('understands %s', (text, type) => {
    expect(staffMeaning(text)).toEqual({ type });
  });

  test('takes a room as it was typed, capitals and all', () => {
    const text = '相談室A 123 4567 8901 aBc123';
    for (const typed of [
      `会議室 追加 ${text}`,
      `会議室\u3000追加\u3000${text}`,
      `会議室追加 ${text} `,
      `会議室を追加\n${text}`,
    ])
      expect(staffMeaning(typed)).toEqual({ type: 'room.added', text });
  });

  test.each(['会議室 削除 相談室A', '会議室\u3000削除\u3000相談室A ', '会議室を削除：相談室A'])(
    'takes the room that is to go from 「%s」',
    (typed) => {
      expect(staffMeaning(typed)).toEqual({ type: 'room.removing', text: '相談室A' });
    },
  );

  test('takes the line of a booking’s numbers as it was typed, by the word and a digit after it', () => {
    const text = '2611-0004 123 4567 8901 aBc123';
    for (const typed of [`番号 ${text}`, `番号　${text}`, `番号${text}`, `  番号：${text}`, `番号\n${text}`])
      expect(staffMeaning(typed)).toEqual({ type: 'numbers.typed', text });
    expect(staffMeaning('番号 ２６１１ー０００４')).toEqual({
      type: 'numbers.typed',
      text: '２６１１ー０００４',
    });
  });

  test.each([
    '受付番号 2611-0004 123 4567 8901 abc123',
    '番号は2611-0004 123 4567 8901 abc123',
    '番号 2611-0004\n山田さんがZoomミーティングに招待しています。\nミーティング ID: 123 4567 8901\nパスコード: abc123',
    // What is wrong with these is said.
    '番号 2611-0004',
    '番号 2611-0004 123 4567',
    '番号 2611-0004 ミーティングID 123',
    '番号 2613-0004 123 4567 8901 abc123',
    '番号 123 4567 8901 abc123',
  ])('hears a line of numbers in 「%s」', (text) => {
    expect(staffMeaning(text)?.type).toBe('numbers.typed');
  });

  test.each([
    ['今日', '2026-11-25'],
    ['きょう', '2026-11-25'],
    ['明日', '2026-11-26'],
    ['あした。', '2026-11-26'],
    ['明後日', '2026-11-27'],
    ['昨日', '2026-11-24'],
    ['12/10', '2026-12-10'],
    ['１２／１０', '2026-12-10'],
    ['12月10日', '2026-12-10'],
    ['12月10日(木)', '2026-12-10'],
    // The date counts, whatever weekday stands beside it: the list names the right one.
    ['12/10(水)', '2026-12-10'],
    ['1/8', '2027-01-08'],
    ['11/20', '2026-11-20'],
    ['来週の火曜', '2026-12-01'],
    ['来週火曜日', '2026-12-01'],
    ['今週の金曜', '2026-11-27'],
  ])('is asked for a day with 「%s」', (text, day) => {
    expect(staffMeaning(text)).toEqual({ type: 'days.asked', from: day, until: day, page: 0 });
  });

  test('takes 来週の火曜 for a day of the week that 来週 lists, on a Sunday too', () => {
    const sunday = asDay('2026-11-29');
    const days = { type: 'days.asked', page: 0 };
    expect(meaningOn('来週', sunday)).toEqual({ ...days, from: '2026-11-30', until: '2026-12-06' });
    for (const [text, day] of [
      ['来週の火曜', '2026-12-01'],
      ['来週の日曜', '2026-12-06'],
      ['今週の火曜', '2026-11-24'],
      ['今週の日曜日', '2026-11-29'],
    ] as const)
      expect(meaningOn(text, sunday)).toEqual({ ...days, from: day, until: day });
  });

  test.each([
    ['今週', '2026-11-23', '2026-11-29'],
    ['来週', '2026-11-30', '2026-12-06'],
  ])('is asked for a week with 「%s」', (text, from, until) => {
    expect(staffMeaning(text)).toEqual({ type: 'days.asked', from, until, page: 0 });
  });

  test('takes a receipt number alone, whole or by its running number', () => {
    const whole = { type: 'receipt.typed', number: 4, yearMonth: '2611' };
    for (const text of ['2611-0004', '２６１１－０００４', ' 2611ー0004 '])
      expect(staffMeaning(text)).toEqual(whole);
    for (const text of ['2611-0004。', '受付番号 2611-0004', '受付番号：２６１１ー０００４'])
      expect(staffMeaning(text)).toEqual(whole);
    expect(staffMeaning('0004')).toEqual({ type: 'receipt.typed', number: 4, yearMonth: null });
  });

  test('hears an unfinished 会議室 追加, so that it can say how', () => {
    expect(staffMeaning('会議室 追加')).toEqual({ type: 'room.added', text: '' });
  });

  test.each([
    '会議室の鍵どこ？',
    'やめる',
    '5日',
    '火曜',
    '12/10は休みです',
    '明日お願いします',
    '2/30',
    '10:00',
    '123',
    '1234-5678',
    '811 2222 3333',
    '26110004',
    '2611 0004',
    'はい',
    'OK',
    'キャンセル',
    'この番号で確定する',
    '番号',
    '番号は？',
    '番号 教えてください',
    '番号 3番の方をお呼びください',
    '番号2つありますか？',
    '番号 053-454-1910 に折り返しください',
    '番号 2611-0004 の方が来られました',
    '番号は2611-0004です',
    '受付番号を教えてください',
    '053-454-1910 に折り返しください',
    '会議室を追加したいです',
    '会議室を削除したいです',
    '会議室 削除しておいて',
    '今日休みます',
    '承認待ちの件どうなった？',
    // To a colleague; 招待 makes a code and ends the one before.
    '招待？',
    '電話？',
    '会議室?',
    '明日？',
    'ヘルプお願いします！',
    '了解です',
    '👍',
    '確定する',
    'はい',
    '予約を見る',
    '',
  ])('leaves 「%s」 alone', (text) => {
    expect(staffMeaning(text)).toBeUndefined();
  });
});
