// The common ways to say that one does not come: read alike at the hour, on the day and before it.
import { describe, expect, test } from 'vitest';
import { intentsInContactWindow } from '../../src/understanding/hour-words.ts';
import { requestWords } from '../../src/understanding/request-words.ts';
import { meaning } from '../../src/understanding/words.ts';

const absent = [
  'お休みします',
  'お休みさせてください',
  '本日お休みでお願いします',
  '急用ができました',
  '都合が悪くなりました',
  '今日は休みます',
  '今日お休みします',
  '今日は行けそうにないです',
  '今日はパスで',
  '明日お休みします',
  '明後日休みます',
  '今日はお休みしたいです',
  '本日は休ませていただきます',
  '明日は休ませてください',
  'おやすみします',
  '今日はお休みにします',
  '申し訳ありませんが、お休みいたします',
  '本日お休みをいただきます',
  '明日はパスします',
  '今日は参加できそうにありません',
  '出られそうもないです',
  '仕事が入りました',
  '今日お休みしてもいいですか',
];

describe('that she does not come', () => {
  test.each(absent)('「%s」 is read at the hour', (text) => {
    expect(intentsInContactWindow(text)).toEqual(['absence']);
  });

  test.each(absent)('「%s」 is read on any other day', (text) => {
    for (const openPrompt of ['menu', null] as const)
      expect(meaning(text, openPrompt)?.event).toEqual({ type: 'intent.written', intent: 'absence' });
  });
});

describe('what is said of other days off', () => {
  test.each([
    '土日は休みですか',
    '今日はお休みですか',
    '仕事を休みます',
    '明日は仕事お休みです',
    '保育園をお休みします',
    '学校は休みます',
    'お休みの日を教えてください',
    'おやすみなさい',
    'パスコードです',
    '今日パスポート持ってます',
    '昨日はお休みしてすみませんでした',
  ])('「%s」 is no absence', (text) => {
    expect(meaning(text, 'menu')?.event).not.toMatchObject({ intent: 'absence' });
    if (!/仕事|学校|昨日/.test(text)) expect(intentsInContactWindow(text)).not.toContain('absence');
  });
});

test('An absence of a few letters with a day in it is no wish for that day', () => {
  for (const text of ['明日お休みします', '明後日休みます', '12/8は休みます'])
    expect(requestWords(text), text).toBeUndefined();
});
