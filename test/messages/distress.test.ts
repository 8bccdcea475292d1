// D13: whoever writes of violence or of not wanting to live gets the helplines, whatever was being asked.
import { describe, expect, test } from 'vitest';
import hamamatsu from '../../offices/hamamatsu.json' with { type: 'json' };
import { parseOffice } from '../../src/config/office.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';

const office = parseOffice(hamamatsu, 'hamamatsu');
const answerTo = (kind: string) =>
  shownText(ja.remarks.distress({ facts: { kind }, standing: 'name', misses: 0 }, office));

describe('somebody in need', () => {
  test.each([
    ['夫に殴られてて、家を出たいんですけど仕事がなくて…', 'violence'],
    ['ＤＶのことで相談できますか', 'violence'],
    ['彼氏の暴力から逃げたい', 'violence'],
    ['もう死にたいです', 'life'],
    ['消えたい', 'life'],
  ])('%s', (text, kind) => {
    for (const standing of ['menu', 'name', 'day', 'review', null] as const) {
      expect(ja.meaning(text, standing)?.event).toEqual({ type: 'distress.told', kind });
    }
  });

  test.each(['12月1日の10時', '佐藤 花子', 'DVD編集の仕事', 'キャンセルしたい', '電話したい'])(
    '%s is none',
    (text) => {
      expect(ja.meaning(text, 'name')?.event.type).not.toBe('distress.told');
    },
  );

  test('gets numbers that answer, and nobody pushes a booking', () => {
    expect(answerTo('violence')).toContain('#8008');
    expect(answerTo('violence')).toContain('0120-279-889');
    expect(answerTo('life')).toContain('0570-064-556');
    for (const kind of ['violence', 'life']) {
      expect(answerTo(kind)).toContain('110');
      expect(answerTo(kind)).toContain(office.phone);
      expect(answerTo(kind)).not.toMatch(/申し込/);
    }
  });
});
