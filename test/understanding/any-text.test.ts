import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../src/core/jst.ts';
import { maskJobNumber, maskName, maskPhone } from '../../src/messages/mask.ts';
import { nameKey } from '../../src/records/name-key.ts';
import { readJobNumber } from '../../src/understanding/job-number.ts';
import { readName } from '../../src/understanding/name.ts';
import { readPhone } from '../../src/understanding/phone.ts';
import { readWish } from '../../src/understanding/wish.ts';
import { readMeetingId, readPasscode, readZoom } from '../../src/understanding/zoom.ts';
import { isAtOnce } from '../helpers/at-once.ts';
import { runs } from '../helpers/runs.ts';

const today = asDay('2026-11-25');
const readers: Record<string, (text: string) => unknown> = {
  readJobNumber,
  readPhone,
  readName,
  nameKey,
  readMeetingId,
  readPasscode,
  readZoom,
  maskJobNumber,
  maskName,
  maskPhone,
  readWish: (text) => readWish(text, today),
  'readWish, a day asked': (text) => readWish(text, today, { asked: 'day' }),
  'readWish, a time asked': (text) => readWish(text, today, { asked: 'time' }),
};

/** Pieces of what people type, in any order; and anything at all. */
const pieces =
  '0 1 2 9 12 30 99 1234 月 日 時 分 半 / : - ー 一 十 来週 の 火 曜 か よう じ じゅう にち は ん pm 午後 後 ( ) + . 〜 \n ID パスコード https://zoom.us/j/ 𠮷 🙏 \u200D \uD842'.split(
    ' ',
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')),
);

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => read(text)).not.toThrow();
      }),
      { numRuns: runs(500) },
    );
  });

  test.each(['1', '1-', ' ', '十', 'か', '火曜か', 'あ', '1日 ', '8', '\u200D'])(
    'answers at once when somebody sends five thousand characters of %j',
    (piece) => {
      const text = piece.repeat(5000 / piece.length);
      expect(isAtOnce(() => read(text), 500)).toBe(true);
    },
  );
});

test('a wish that was understood has a time, or one day, or two', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const wish = readWish(text, today);
      if (!wish.ok) return;
      expect(wish.days.length).toBeLessThanOrEqual(2);
      expect(wish.days.length > 0 || wish.time !== undefined).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
});
