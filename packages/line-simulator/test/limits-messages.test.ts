// Limits of texts, pictures, places: the last message that LINE takes, and the first that it refuses.
import { describe, expect, test } from 'vitest';
import {
  EMPTY,
  either,
  https,
  type Json,
  LENGTH,
  many,
  repeat,
  text,
  upTo,
  useJudge,
} from './helpers/limits.ts';

const platform = useJudge();

const KINDS = 'text, textV2, sticker, image, video, audio, location, coupon, imagemap, template, flex';
const at = (path: string) => `messages[0].${path}`;
const dollar = (count: number, words = '$') =>
  text({ text: words, emojis: many(count, { index: 0, productId: 'a', emojiId: '1' }) });

const v2 = (words: string, substitution: Json = {}) => ({ type: 'textV2', text: words, substitution });
const mention = { type: 'mention', mentionee: { type: 'user', userId: 'U1' } };
const emoji = { type: 'emoji', productId: 'a', emojiId: '1' };
const numbered = (count: number, value: Json) =>
  Object.fromEntries(many(count, 0).map((_, i) => [`k${i}`, value]));
const PATTERN = "does not match the pattern '^[a-zA-Z0-9_]{1,20}$'.";

const image = (more: Json = {}) => ({
  type: 'image',
  originalContentUrl: https(30),
  previewImageUrl: https(30),
  ...more,
});
const video = (more: Json = {}) => image({ type: 'video', ...more });
const place = (more: Json = {}) => ({
  type: 'location',
  title: 'a',
  address: 'a',
  latitude: 0,
  longitude: 0,
  ...more,
});
const area = { x: 0, y: 0, width: 1, height: 1 };
const imagemap = (more: Json = {}) => ({
  type: 'imagemap',
  baseUrl: https(30),
  altText: 'a',
  baseSize: { width: 1040, height: 1 },
  actions: [{ type: 'message', text: 'a', area }],
  ...more,
});
const tapped = (action: Json) => imagemap({ actions: [{ ...action, area }] });

// Rules 18, 19 and 25.
const texts = [
  either(
    'a type that there is',
    text(),
    { type: 'poem' },
    `Must be one of the following values: [${KINDS}]`,
    at('type'),
  ),
  either('a text that is not empty', text(), text({ text: '' }), EMPTY, at('text')),
  upTo('a text', 5000, (n) => text({ text: repeat(n) }), LENGTH(5000), at('text')),
  upTo(
    'a text of emoji, which count two',
    2500,
    (n) => text({ text: repeat(n, '🍎') }),
    LENGTH(5000),
    at('text'),
  ),
  either(
    'LINE emoji at a $',
    dollar(1),
    dollar(1, 'a'),
    "The character at 'index' must be '$'",
    at('emojis[0].index'),
  ),
  upTo('LINE emoji', 20, dollar, 'Size must be between 0 and 20', at('emojis')),
  upTo(
    'the name of a sender',
    20,
    (n) => text({ sender: { name: repeat(n, 'あ') } }),
    LENGTH(20),
    at('sender.name'),
  ),
  upTo('textV2', 5000, (n) => v2(repeat(n)), LENGTH(5000), at('text')),
  either(
    'a placeholder that is explained',
    v2('{a}', { a: mention }),
    v2('{b}', { a: mention }),
    "The key 'b' is not found in the substitution.",
    at('text'),
  ),
  upTo(
    'the key of a placeholder',
    20,
    (n) => v2(`{${repeat(n)}}`, { [repeat(n)]: mention }),
    `The key '${repeat(21)}' enclosed in '{}' ${PATTERN}`,
    at('text'),
  ),
  either(
    'doubled braces',
    v2('{{a}}'),
    v2('{{a}'),
    "'{' and '}' must be escaped as '{{' and '}}'",
    at('text'),
  ),
  upTo(
    'mentions',
    20,
    (n) => v2('a', numbered(n, mention)),
    'Up to 20 mentions can be used in a message',
    at('substitution'),
  ),
  upTo(
    'emoji in textV2',
    20,
    (n) => v2('a', numbered(n, emoji)),
    'Up to 20 emojis can be used in a message',
    at('substitution'),
  ),
];

// Rules 18 and 23.
const media = [
  either(
    'a sticker by numbers',
    { type: 'sticker', packageId: '446', stickerId: '1' },
    { type: 'sticker', packageId: 'cony', stickerId: '1' },
    'invalid value',
    at('packageId'),
  ),
  either(
    'a picture over https',
    image(),
    image({ originalContentUrl: 'http://example.com/' }),
    'invalid uri',
    at('originalContentUrl'),
  ),
  upTo(
    'the address of a picture',
    2000,
    (n) => image({ originalContentUrl: https(n) }),
    LENGTH(2000),
    at('originalContentUrl'),
  ),
  either(
    'a film with its preview',
    video(),
    video({ previewImageUrl: undefined }),
    EMPTY,
    at('previewImageUrl'),
  ),
  upTo(
    'the tracking id of a film',
    100,
    (n) => video({ trackingId: repeat(n) }),
    'invalid value',
    at('trackingId'),
  ),
  either(
    'a sound that takes a while',
    { type: 'audio', originalContentUrl: https(30), duration: 1 },
    { type: 'audio', originalContentUrl: https(30), duration: 0 },
    'invalid value',
    at('duration'),
  ),
  upTo('the title of a place', 100, (n) => place({ title: repeat(n) }), LENGTH(100), at('title')),
  upTo('the address of a place', 100, (n) => place({ address: repeat(n) }), LENGTH(100), at('address')),
  either(
    'a place on earth',
    place({ latitude: 90, longitude: -180 }),
    place({ latitude: 90.1 }),
    'invalid value',
    at('latitude'),
  ),
  upTo(
    'the tag of a coupon',
    30,
    (n) => ({ type: 'coupon', couponId: 'a', deliveryTag: repeat(n) }),
    LENGTH(30),
    at('deliveryTag'),
  ),
  either(
    'an imagemap 1040 wide',
    imagemap(),
    imagemap({ baseSize: { width: 1041, height: 1 } }),
    'Must be one of the following values: [1040]',
    at('baseSize.width'),
  ),
  upTo(
    'the alternative text of an imagemap',
    1500,
    (n) => imagemap({ altText: repeat(n) }),
    LENGTH(1500),
    at('altText'),
  ),
  upTo(
    'areas of an imagemap',
    50,
    (n) => imagemap({ actions: many(n, { type: 'message', text: 'a', area }) }),
    'Size must be between 1 and 50',
    at('actions'),
  ),
  upTo(
    'what an imagemap says',
    400,
    (n) => tapped({ type: 'message', text: repeat(n) }),
    LENGTH(400),
    at('actions[0].text'),
  ),
  upTo(
    'where an imagemap leads',
    1000,
    (n) => tapped({ type: 'uri', linkUri: https(n) }),
    LENGTH(1000),
    at('actions[0].linkUri'),
  ),
];

describe('LINE takes and refuses', () => {
  test.for([...texts, ...media])('$what', (limit) => platform.expectLimit(limit));

  test('1 to 5 messages (rule 12)', async () => {
    const because = 'Size must be between 1 and 5';
    const what = 'messages';
    await platform.expectLimit({ what, taken: [text()], refused: [], because, at: 'messages' });
    await platform.expectLimit({
      what,
      taken: many(5, text()),
      refused: many(6, text()),
      because,
      at: 'messages',
    });
  });

  test('and passes over properties it does not know, outside Flex Messages', async () => {
    expect(await platform.judge([text({ mood: 'good' })])).toEqual({ status: 200 });
  });
});
