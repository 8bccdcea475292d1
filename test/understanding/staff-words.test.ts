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
    ['やめる', 'quit'],
    ['この番号で確定する', 'numbers.confirmed'],
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

  test('hears an unfinished 会議室 追加, so that it can say how', () => {
    expect(staffMeaning('会議室 追加')).toEqual({ type: 'room.added', text: '' });
  });

  test.each([
    '会議室の鍵どこ？',
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
