// Limits of Flex Messages: the last that LINE takes, and the first that it refuses.
import { describe, expect, test } from 'vitest';
import {
  either,
  FAMILY,
  https,
  type Json,
  LENGTH,
  many,
  postback,
  repeat,
  text,
  upTo,
  useJudge,
} from './helpers/limits.ts';

const platform = useJudge();

const flex = (contents: Json, altText = 'a') => ({ type: 'flex', altText, contents });
const box = (contents: Json[], more: Json = {}) => ({ type: 'box', layout: 'vertical', contents, ...more });
const words = (more: Json = {}) => ({ type: 'text', text: 'a', ...more });
const bubble = (part: Json = words(), more: Json = {}) => ({ type: 'bubble', body: box([part]), ...more });
const carousel = (...contents: Json[]) => flex({ type: 'carousel', contents });
const part = (component: Json) => flex(bubble(component));
const button = (action: Json) => part({ type: 'button', action });
const picture = (more: Json = {}) => ({ type: 'image', url: https(30), ...more });
const film = { hero: { type: 'video', url: https(30), previewUrl: https(30), altContent: picture() } };
const gradient = (angle: string) =>
  part(
    box([], { background: { type: 'linearGradient', angle, startColor: '#000000', endColor: '#ffffff' } }),
  );
const baseline = (child: Json) => part(box([child], { layout: 'baseline' }));

const bytesOf = (value: Json) => Buffer.byteLength(JSON.stringify(value));
/** A bubble whose JSON has exactly that many bytes. */
const bubbleOf = (bytes: number) =>
  bubble(words({ text: repeat(bytes - bytesOf(bubble(words({ text: '' })))) }));
const carouselOf = (bytes: number) => {
  const frame = bytesOf({ type: 'carousel', contents: [] }) + 1;
  const first = Math.floor((bytes - frame) / 2);
  return carousel(bubbleOf(first), bubbleOf(bytes - frame - first));
};

const BAD = 'invalid property';
const COMPONENT = '/body/contents/0';
const at = (path: string) => `${COMPONENT}/${path}`;
/** A property of a text that is taken, and one that is not. */
const ofText = (what: string, taken: Json, refused: Json, property: string) =>
  either(what, part(words(taken)), part(words(refused)), BAD, at(property));
const ofBox = (what: string, taken: Json, refused: Json, property: string) =>
  either(what, part(box([], taken)), part(box([], refused)), BAD, at(property));

// Rules 18 and 22.
const containers = [
  upTo('the alternative text', 1500, (n) => flex(bubble(), repeat(n)), LENGTH(1500), 'messages[0].altText'),
  upTo(
    'the bytes of a bubble',
    30 * 1024,
    (n) => flex(bubbleOf(n)),
    'The size of a bubble must not be larger than 30 KB',
    '/',
  ),
  upTo(
    'the bytes of a carousel',
    50 * 1024,
    carouselOf,
    'The size of a carousel must not be larger than 50 KB',
    '/',
  ),
  upTo('bubbles', 12, (n) => carousel(...many(n, bubble())), 'size must be between 1 and 12', '/contents'),
  either(
    'bubbles of one size',
    carousel(bubble(), bubble(words(), { size: 'mega' })),
    carousel(bubble(), bubble(words(), { size: 'kilo' })),
    'All bubbles of a carousel must have the same size',
    '/contents/1/size',
  ),
  either(
    'a bubble with a block',
    flex({ type: 'bubble', footer: box([]) }),
    flex({ type: 'bubble' }),
    'At least one block must be specified',
    '/',
  ),
  either(
    'a film above a wide bubble',
    flex(bubble(words(), film)),
    flex(bubble(words(), { ...film, size: 'nano' })),
    BAD,
    '/hero',
  ),
  either(
    'no film in a carousel',
    flex(bubble(words(), film)),
    carousel(bubble(words(), film)),
    BAD,
    '/contents/0/hero',
  ),
  upTo(
    'animated pictures',
    10,
    (n) => flex({ type: 'bubble', body: box(many(n, picture({ animated: true }))) }),
    'Up to 10 animated images can be used in a message',
    '/',
  ),
];

const components = [
  upTo(
    'the label as people count',
    40,
    (n) => button(postback({ label: repeat(n, FAMILY) })),
    BAD,
    at('action/label'),
  ),
  either(
    'a label on a button',
    button(postback()),
    button({ type: 'postback', data: 'a' }),
    'must be specified',
    at('action/label'),
  ),
  either(
    'no label on a box',
    part(box([], { action: { type: 'postback', data: 'a' } })),
    part(box([], { action: { type: 'postback' } })),
    'must be specified',
    at('action/data'),
  ),
  either(
    'an address',
    button({ type: 'uri', label: 'a', uri: https(30) }),
    button({ type: 'uri', label: 'a', uri: 'example.com' }),
    'Invalid action URI',
    at('action/uri'),
  ),
  either('no camera', button(postback()), button({ type: 'camera', label: 'a' }), BAD, at('action')),
  either('some text', part(words()), part(words({ text: '' })), 'must be non-empty text', at('text')),
  either(
    'text or spans',
    part({ type: 'text', contents: [{ type: 'span', text: 'a' }] }),
    part({ type: 'text' }),
    'must be specified',
    at('text'),
  ),
  either(
    'only properties it knows',
    part(words()),
    part(words({ colour: '#000000' })),
    'unknown field',
    at('colour'),
  ),
  either(
    'also in actions',
    button(postback()),
    button(postback({ payload: 'a' })),
    'unknown field',
    at('action/payload'),
  ),
  either('only components it knows', part({ type: 'filler' }), part({ type: 'spacer' }), BAD, COMPONENT),
  either(
    'icons in baseline boxes',
    baseline({ type: 'icon', url: https(30) }),
    part({ type: 'icon', url: https(30) }),
    BAD,
    COMPONENT,
  ),
  either(
    'no separator in baseline boxes',
    baseline(words()),
    baseline({ type: 'separator' }),
    BAD,
    at('contents/0'),
  ),
  either(
    'a picture not too high',
    part(picture({ aspectRatio: '1:3' })),
    part(picture({ aspectRatio: '1:3.1' })),
    BAD,
    at('aspectRatio'),
  ),
  upTo('the address of a picture', 2000, (n) => part(picture({ url: https(n) })), BAD, at('url')),
  either('a gradient in a circle', gradient('359.9deg'), gradient('360deg'), BAD, at('background/angle')),
];

const properties = [
  ofText('a colour', { color: '#00b900FF' }, { color: 'green' }, 'color'),
  ofText('a font size', { size: '12.5px' }, { size: 'huge' }, 'size'),
  ofText('a margin', { margin: 'xxl' }, { margin: '10%' }, 'margin'),
  ofText('a share of the width', { flex: 0 }, { flex: -1 }, 'flex'),
  ofText('a number of lines', { maxLines: 0 }, { maxLines: 1.5 }, 'maxLines'),
  ofText('space between lines', { lineSpacing: '4px' }, { lineSpacing: 'md' }, 'lineSpacing'),
  ofText('an offset', { offsetTop: '-4px' }, { offsetTop: '4' }, 'offsetTop'),
  ofBox('a layout', { layout: 'horizontal' }, { layout: 'diagonal' }, 'layout'),
  ofBox('a padding', { paddingAll: '10%' }, { paddingAll: '10' }, 'paddingAll'),
  ofBox('a width', { width: '50%' }, { width: 'md' }, 'width'),
  ofBox('a border', { borderWidth: 'semi-bold' }, { borderWidth: 'thick' }, 'borderWidth'),
  ofBox('a corner', { cornerRadius: '8px' }, { cornerRadius: '50%' }, 'cornerRadius'),
];

describe('LINE takes and refuses in Flex Messages', () => {
  test.for([...containers, ...components, ...properties])('$what', (limit) => platform.expectLimit(limit));

  test('and looks at the insides only when the outer form of all messages is right', async () => {
    const bad = part({ type: 'spacer' });
    const outer = await platform.judge([text({ text: '' }), { type: 'poem' }, bad]);
    expect(outer.message).toBe('The request body has 2 error(s)');
    const inner = await platform.judge([text(), bad, bad]);
    expect(inner.message).toBe('A message (messages[1]) in the request body is invalid');
    expect(inner.details).toHaveLength(1);
  });
});
