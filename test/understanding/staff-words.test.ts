import { describe, expect, test } from 'vitest';
import { staffMeaning } from '../../src/understanding/staff-words.ts';

describe('the admin chat', () => {
  test.each([
    ['ヘルプ', 'help.asked'],
    ['ﾍﾙﾌﾟ', 'help.asked'],
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

  test('takes the line of a booking’s numbers as it was typed, by the word and a digit after it', () => {
    const text = '2611-0004 123 4567 8901 aBc123';
    for (const typed of [`番号 ${text}`, `番号　${text}`, `番号${text}`, `  番号：${text}`, `番号\n${text}`])
      expect(staffMeaning(typed)).toEqual({ type: 'numbers.typed', text });
    expect(staffMeaning('番号 ２６１１ー０００４')).toEqual({
      type: 'numbers.typed',
      text: '２６１１ー０００４',
    });
  });

  test('hears an unfinished 会議室 追加, so that it can say how', () => {
    expect(staffMeaning('会議室 追加')).toEqual({ type: 'room.added', text: '' });
  });

  test.each([
    '会議室の鍵どこ？',
    'やめる',
    'はい',
    'OK',
    'キャンセル',
    'この番号で確定する',
    '番号',
    '番号は？',
    '番号 教えてください',
    '053-454-1910 に折り返しください',
    '会議室を追加したいです',
    '今日休みます',
    '承認待ちの件どうなった？',
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
