// How properties of a Flex Message become styles, and how a text is taken apart.
import { describe, expect, test } from 'vitest';
import type { FlexBubble } from '../../src/messages/flex/container.ts';
import type { FlexBox, FlexPart } from '../../src/messages/flex/parts.ts';
import { blockPadding } from '../../src/page/message/flex/block-padding.ts';
import { boxStyle } from '../../src/page/message/flex/box-style.ts';
import { type Around, placeStyle } from '../../src/page/message/flex/place-style.ts';
import { textStyle } from '../../src/page/message/flex/text-style.ts';
import { linked, partsOfText, partsOfTextV2 } from '../../src/page/message/text-parts.ts';

const row: Around = { layout: 'horizontal', spacing: 'md', isFirst: false };
const column: Around = { ...row, layout: 'vertical' };
const box = (more: Partial<FlexBox> = {}): FlexBox => ({
  type: 'box',
  layout: 'vertical',
  contents: [],
  ...more,
});
const text: FlexPart = { type: 'text', text: 'a' };

describe('A part of a box', () => {
  test.each<[string, FlexPart, Around, string]>([
    ['shares the width of a row', text, row, '1 0 0'],
    ['takes as many shares as it says', { ...text, flex: 3 }, row, '3 0 0'],
    ['of flex 0 is as wide as what is inside', { ...text, flex: 0 }, row, 'none'],
    ['with a width of its own shares nothing', box({ width: '40%' }), row, 'none'],
    ['that is an icon shares nothing', { type: 'icon', url: 'https://example.com/' }, row, 'none'],
    ['that is a line shares nothing', { type: 'separator' }, row, 'none'],
    ['in a column is as high as what is inside', text, column, 'none'],
    ['in a column takes what is left over', { ...text, flex: 2 }, column, '2 0 auto'],
    ['that is a filler takes what is left over', { type: 'filler' }, column, '1 0 auto'],
    ['that stands by itself shares nothing', { ...text, flex: 2, position: 'absolute' }, row, 'none'],
  ])('%s', (_, part, around, flex) => {
    expect(placeStyle(part, around)).toMatchObject({ flex });
  });

  test('has the spacing of the box before it, but not the first part', () => {
    expect(placeStyle(text, row)).toMatchObject({ marginInlineStart: '8px' });
    expect(placeStyle(text, column)).toMatchObject({ marginTop: '8px' });
    expect(placeStyle(text, { ...row, isFirst: true })).not.toHaveProperty('marginInlineStart');
  });

  test('has its own margin in place of the spacing, even when it is the first', () => {
    const spaced: FlexPart = { ...text, margin: 'xxl' };
    expect(placeStyle(spaced, row)).toMatchObject({ marginInlineStart: '20px' });
    expect(placeStyle(spaced, { ...column, isFirst: true })).toMatchObject({ marginTop: '20px' });
  });

  test('that is absolute stands at its offsets, from the side where lines start', () => {
    const label: FlexPart = { ...text, position: 'absolute', offsetTop: '10%', offsetStart: 'lg' };
    expect(placeStyle(label, column)).toEqual({
      flex: 'none',
      position: 'absolute',
      top: '10%',
      insetInlineStart: '12px',
    });
  });
});

describe('A box', () => {
  test('has the padding of a side before that of all sides', () => {
    expect(boxStyle(box({ paddingAll: 'sm', paddingTop: 'xl' }))).toMatchObject({
      paddingTop: '16px',
      paddingBottom: '4px',
      paddingInlineStart: '4px',
    });
  });

  test('leaves paddings that it does not name to the block around it', () => {
    expect(boxStyle(box({ paddingTop: 'none' }))).not.toHaveProperty('paddingBottom');
  });

  test('is painted with a gradient of two or three colours', () => {
    const two = {
      type: 'linearGradient',
      angle: '45deg',
      startColor: '#000000',
      endColor: '#FFFFFF',
    } as const;
    const three = { ...two, centerColor: '#888888', centerPosition: '30%' };
    expect(boxStyle(box({ background: two })).backgroundImage).toBe(
      'linear-gradient(45deg, #000000 0%, #FFFFFF 100%)',
    );
    expect(boxStyle(box({ background: three })).backgroundImage).toBe(
      'linear-gradient(45deg, #000000 0%, #888888 30%, #FFFFFF 100%)',
    );
  });
});

describe('A block of a bubble', () => {
  const bubble = (more: Partial<FlexBubble> = {}): FlexBubble => ({ type: 'bubble', ...more });

  test('has wide margins in a large bubble, narrow ones in a small one, none around a picture', () => {
    expect(blockPadding('body', bubble())).toMatchObject({
      paddingInlineStart: '20px',
      paddingBottom: '20px',
    });
    expect(blockPadding('body', bubble({ size: 'nano' }))).toMatchObject({ paddingInlineStart: '10px' });
    expect(blockPadding('hero', bubble())).toEqual({});
  });

  test('that is the body moves closer to a footer', () => {
    expect(blockPadding('body', bubble({ footer: box() }))).toMatchObject({ paddingBottom: '10px' });
  });
});

describe('A text of a card', () => {
  test('is one line, unless it wraps; cut only where it says so', () => {
    expect(textStyle({ type: 'text' })).toEqual({ whiteSpace: 'nowrap', textOverflow: 'ellipsis' });
    expect(textStyle({ type: 'text', maxLines: 2 })).not.toHaveProperty('WebkitLineClamp');
    expect(textStyle({ type: 'text', wrap: true })).not.toHaveProperty('WebkitLineClamp');
    expect(textStyle({ type: 'text', wrap: true, maxLines: 0 })).not.toHaveProperty('WebkitLineClamp');
    expect(textStyle({ type: 'text', wrap: true, maxLines: 2 })).toMatchObject({ WebkitLineClamp: '2' });
  });

  test('has letters of a named size or of so many px', () => {
    expect(textStyle({ type: 'text', size: '5xl' })).toMatchObject({ fontSize: '74px' });
    expect(textStyle({ type: 'text', size: '17px' })).toMatchObject({ fontSize: '17px' });
  });
});

describe('A message', () => {
  const words = (text: string) => ({ kind: 'words', text });
  const link = (text: string) => ({ kind: 'link', text });

  test.each([
    [
      'ends an address before Japanese',
      'https://example.com/aを見る',
      [link('https://example.com/a'), words('を見る')],
    ],
    [
      'ends it before what ends the sentence',
      '(http://example.com).',
      [words('('), link('http://example.com'), words(').')],
    ],
    ['finds telephone numbers', 'tel:053-000-0000まで', [link('tel:053-000-0000'), words('まで')]],
    ['makes no link of a script', 'javascript:alert(1)', [words('javascript:alert(1)')]],
  ])('%s', (_, text, parts) => {
    expect(linked(text)).toEqual(parts);
  });

  test('has its emoji where the dollars stand, in any order', () => {
    const emoji = (index: number, emojiId: string) => ({ index, productId: 'p', emojiId });
    expect(partsOfText({ type: 'text', text: '$a$', emojis: [emoji(2, '2'), emoji(0, '1')] })).toEqual([
      { kind: 'emoji', productId: 'p', emojiId: '1' },
      words('a'),
      { kind: 'emoji', productId: 'p', emojiId: '2' },
    ]);
  });

  test('calls people by their names, and by the key where nobody knows the name', () => {
    const mention = (userId: string) => ({
      type: 'mention' as const,
      mentionee: { type: 'user' as const, userId },
    });
    const all = { type: 'mention' as const, mentionee: { type: 'all' as const } };
    const substitution = { a: mention('U1'), b: mention('U2'), c: all };
    const parts = partsOfTextV2({ type: 'textV2', text: '{a}{{{b}}}{c}', substitution }, (userId) =>
      userId === 'U1' ? '花子' : undefined,
    );
    expect(parts).toEqual([
      { kind: 'mention', text: '@花子' },
      words('{'),
      { kind: 'mention', text: '@b' },
      words('}'),
      { kind: 'mention', text: '@All' },
    ]);
  });
});
