// What was typed, without LINE's own emoji and without a mention of the account; talk among people is left alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/line/read-event.ts';
import { lineEvent, lineId } from './line-event.ts';

type Parts = { emojis?: unknown; mention?: unknown };

function whatOf(text: string, parts: Parts, source: object): unknown {
  const message = { type: 'text', id: '1', text, ...parts };
  return readEvent(lineEvent({ type: 'message', message, source }), 0)?.what;
}
const alone = (text: string, parts: Parts) => whatOf(text, parts, { type: 'user', userId: lineId('U1') });
const inGroup = (text: string, parts: Parts) =>
  whatOf(text, parts, { type: 'group', groupId: lineId('C1'), userId: lineId('U1') });

/** Each of these words, where it stands, as LINE tells of emoji. */
const emojisOf = (text: string, ...words: string[]) => ({
  emojis: words.map((word) => ({
    index: text.indexOf(word),
    length: word.length,
    productId: '5ac1bfd5040ab15980c9b435',
    emojiId: '001',
  })),
});
/** Each of these names, where it stands; the first is the account's. */
const mentioneesOf = (text: string, self: string, ...others: string[]) => ({
  mention: {
    mentionees: [self, ...others]
      .filter((name) => name !== '')
      .map((name) => ({
        index: text.indexOf(name),
        length: name.length,
        ...(name === '@All'
          ? { type: 'all' }
          : { type: 'user', userId: lineId('U2'), isSelf: name === self }),
      })),
  },
});

describe('emoji of LINE', () => {
  test.each([
    ['佐藤花子(love)', ['(love)'], '佐藤花子'],
    ['(moon)同意する(love)', ['(moon)', '(love)'], '同意する'],
    ['🤨𠮷田(love) 花子', ['(love)'], '🤨𠮷田 花子'],
    ['090(phone)1234(phone)5678', ['(phone)'], '090 1234(phone)5678'],
    ['12/8(sun)15時', ['(sun)'], '12/8 15時'],
    ['はい（ハート）', ['（ハート）'], 'はい'],
    ['はい$', ['$'], 'はい'],
    ['はい\u{100084}', ['\u{100084}'], 'はい'],
    ['@窓口 はい(love)', ['(love)'], '@窓口 はい'],
  ])('are cut out of 「%s」', (text, emojis, typed) => {
    expect(alone(text, emojisOf(text, ...emojis))).toEqual({ type: 'text', text: typed });
    expect(inGroup(text, emojisOf(text, ...emojis))).toEqual({ type: 'text', text: typed });
  });

  test('and nothing else are a sticker', () => {
    expect(alone('(love)(moon)', emojisOf('(love)(moon)', '(love)', '(moon)'))).toEqual({ type: 'sticker' });
    expect(alone(' (love)\n', emojisOf(' (love)', '(love)'))).toEqual({ type: 'sticker' });
  });

  test('that nobody has named stay: brackets are typed by hand, too', () => {
    expect(alone('佐藤(旧姓)花子', {})).toEqual({ type: 'text', text: '佐藤(旧姓)花子' });
  });

  test.each([
    ['beside the emoji', [{ index: 3, length: 6 }]],
    ['at the name', [{ index: 0, length: 4 }]],
    ['beyond the end', [{ index: 4, length: 7 }]],
    ['before the start', [{ index: -1, length: 4 }]],
    ['nowhere', [{ index: 4, length: 0 }, { index: 4 }, { length: 6 }, { index: 0.5, length: 1 }, null, 7]],
    ['in words', [{ index: '4', length: '6' }]],
    ['in no list', { index: 4, length: 6 }],
  ])('at a wrong place, %s, are not cut', (_name, emojis) => {
    expect(alone('佐藤花子(love)', { emojis })).toEqual({ type: 'text', text: '佐藤花子(love)' });
  });

  test('do not take half of a character with them', () => {
    expect(alone('🤨🤨', { emojis: [{ index: 1, length: 2 }] })).toEqual({ type: 'text', text: '🤨🤨' });
  });

  test('named twice are cut once', () => {
    const twice = emojisOf('(love)佐藤', '(love)', '(love)');
    expect(alone('(love)佐藤', twice)).toEqual({ type: 'text', text: '佐藤' });
  });
});

describe('a mention in a group', () => {
  test.each([
    ['@マザーズハローワーク浜松 承認待ち', '承認待ち'],
    ['承認待ち @マザーズハローワーク浜松', '承認待ち'],
    ['@マザーズハローワーク浜松\n1234-5678', '1234-5678'],
  ])('of the account itself is cut out: 「%s」', (text, typed) => {
    const mention = mentioneesOf(text, '@マザーズハローワーク浜松');
    expect(inGroup(text, mention)).toEqual({ type: 'text', text: typed });
  });

  test('together with emoji is cut out as well', () => {
    const text = '@窓口 承認待ち(moon)';
    const parts = { ...mentioneesOf(text, '@窓口'), ...emojisOf(text, '(moon)') };
    expect(inGroup(text, parts)).toEqual({ type: 'text', text: '承認待ち' });
  });

  test('of the account at a wrong place is not cut', () => {
    const mention = { mentionees: [{ index: 1, length: 3, type: 'user', isSelf: true }] };
    expect(inGroup('@窓口 承認待ち', { mention })).toEqual({ type: 'text', text: '@窓口 承認待ち' });
  });

  test.each([
    ['a colleague', mentioneesOf('@鈴木 承認待ち', '', '@鈴木')],
    ['everybody', mentioneesOf('@All 承認待ち', '', '@All')],
    ['a colleague beside the account', mentioneesOf('@窓口 @鈴木 承認待ち', '@窓口', '@鈴木')],
    ['somebody who is not named', { mention: { mentionees: [{ index: 0, length: 3, type: 'user' }] } }],
    ['somebody at a wrong place', { mention: { mentionees: [{ type: 'user', isSelf: false }] } }],
    ['what LINE will invent', { mention: { mentionees: [{ type: 'here' }] } }],
    ['nothing that can be read', { mention: { mentionees: [null] } }],
  ])('of %s is talk among people, and left alone', (_name, mention) => {
    expect(inGroup('@鈴木 承認待ち', mention)).toBeUndefined();
  });

  test.each([{}, null, 7, { mentionees: null }, { mentionees: [] }])(
    'that is none (%j) changes nothing',
    (mention) => {
      expect(inGroup('承認待ち', { mention })).toEqual({ type: 'text', text: '承認待ち' });
    },
  );

  test('does not count in a one-to-one chat', () => {
    const text = '@鈴木 です';
    expect(alone(text, mentioneesOf(text, '', '@鈴木'))).toEqual({ type: 'text', text });
  });
});

test('whatever is said of places, only what is named is missing, and nothing breaks', () => {
  const place = fc.integer({ min: -2, max: 30 });
  const spans = fc.array(fc.oneof(fc.record({ index: place, length: place }), fc.anything()));
  const piece = fc.constantFrom('(love)', '花', '🤨', ')', '7', ' ', '@窓口', '\uD83E');
  fc.assert(
    fc.property(fc.array(piece), spans, spans, (pieces, emojis, mentionees) => {
      const text = pieces.join('');
      const own = mentionees.map((one) => ({ ...(one as object), isSelf: true }));
      const read = [alone(text, { emojis }), inGroup(text, { emojis, mention: { mentionees: own } })];
      for (const what of read) {
        expect(what).toMatchObject({ type: expect.stringMatching(/^(?:text|sticker)$/) });
      }
      const kept = (read[0] as { text?: string }).text ?? '';
      expect(kept.split('花').length).toBe(text.split('花').length);
      expect(kept.split('7').length).toBe(text.split('7').length);
    }),
  );
});
