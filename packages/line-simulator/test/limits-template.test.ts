// Limits of template messages: the last that LINE takes, and the first that it refuses.
import { describe, test } from 'vitest';
import {
  EMPTY,
  either,
  https,
  type Json,
  LENGTH,
  many,
  postback,
  repeat,
  upTo,
  useJudge,
} from './helpers/limits.ts';

const platform = useJudge();

const template = (inside: Json, altText = 'a') => ({ type: 'template', altText, template: inside });
const plain = { type: 'buttons', text: 'a', actions: [postback()] };
const buttons = (more: Json = {}) => template({ ...plain, ...more });
const confirm = (more: Json = {}) =>
  template({ type: 'confirm', text: 'a', actions: many(2, postback()), ...more });
const column = (more: Json = {}) => ({ text: 'a', actions: [postback()], ...more });
const carousel = (...columns: Json[]) => template({ type: 'carousel', columns });
const pictures = (action: Json) =>
  template({ type: 'image_carousel', columns: [{ imageUrl: https(30), action }] });

const LONGER = (max: number) => `must not be longer than ${max} characters`;
const SIZE = (min: number, max: number) => `size must be between ${min} and ${max}`;
const SAME = 'must be the same for all columns';

// Rules 18 to 21, and 23.
const button = [
  either('an alternative text', buttons(), template(plain, ''), EMPTY, 'messages[0].altText'),
  upTo('the alternative text', 1500, (n) => template(plain, repeat(n)), LENGTH(1500), 'messages[0].altText'),
  upTo('buttons', 4, (n) => buttons({ actions: many(n, postback()) }), SIZE(1, 4), 'template/actions'),
  either('one button', buttons(), buttons({ actions: [] }), SIZE(1, 4), 'template/actions'),
  either('some text', buttons(), buttons({ text: '' }), 'must be non-empty text', 'template/text'),
  upTo(
    'the text as people count',
    160,
    (n) => buttons({ text: repeat(n, '🍎') }),
    LONGER(160),
    'template/text',
  ),
  upTo(
    'the text under a title',
    60,
    (n) => buttons({ title: 'a', text: repeat(n) }),
    LONGER(60),
    'template/text',
  ),
  upTo(
    'the text under a picture',
    60,
    (n) => buttons({ thumbnailImageUrl: https(30), text: repeat(n) }),
    LONGER(60),
    'template/text',
  ),
  upTo('the title', 40, (n) => buttons({ title: repeat(n, 'あ') }), LONGER(40), 'template/title'),
  upTo(
    'the label',
    20,
    (n) => buttons({ actions: [postback({ label: repeat(n, 'あ') })] }),
    LONGER(20),
    'template/actions/0/label',
  ),
  either(
    'a label',
    buttons(),
    buttons({ actions: [{ type: 'postback', data: 'a' }] }),
    'must be specified',
    'template/actions/0/label',
  ),
  upTo(
    'an address',
    1000,
    (n) => buttons({ actions: [{ type: 'uri', label: 'a', uri: https(n) }] }),
    SIZE(0, 1000),
    'template/actions/0/uri',
  ),
  either(
    'no camera',
    buttons(),
    buttons({ actions: [{ type: 'camera', label: 'a' }] }),
    'invalid value',
    'template/actions/0/type',
  ),
];

// Rules 19 and 21.
const other = [
  upTo('two answers', 2, (n) => confirm({ actions: many(n, postback()) }), SIZE(2, 2), 'template/actions'),
  either('not one answer', confirm(), confirm({ actions: [postback()] }), SIZE(2, 2), 'template/actions'),
  upTo('the question', 240, (n) => confirm({ text: repeat(n, '🍎') }), LONGER(240), 'template/text'),
  upTo('columns', 10, (n) => carousel(...many(n, column())), SIZE(1, 10), 'template/columns'),
  upTo(
    'buttons of a column',
    3,
    (n) => carousel(column({ actions: many(n, postback()) })),
    SIZE(1, 3),
    'template/columns/0/actions',
  ),
  upTo(
    'the text of a column',
    120,
    (n) => carousel(column({ text: repeat(n) })),
    LONGER(120),
    'template/columns/0/text',
  ),
  upTo(
    'the text under the title of a column',
    60,
    (n) => carousel(column({ title: 'a', text: repeat(n) })),
    LONGER(60),
    'template/columns/0/text',
  ),
  upTo(
    'the title of a column',
    40,
    (n) => carousel(column({ title: repeat(n) })),
    LONGER(40),
    'template/columns/0/title',
  ),
  either(
    'equally many buttons',
    carousel(column(), column()),
    carousel(column(), column({ actions: many(2, postback()) })),
    SAME,
    'template/columns/1/actions',
  ),
  either(
    'titles on all or none',
    carousel(column({ title: 'a' }), column({ title: 'a' })),
    carousel(column({ title: 'a' }), column()),
    SAME,
    'template/columns/1/title',
  ),
  upTo(
    'the label of a picture',
    12,
    (n) => pictures(postback({ label: repeat(n) })),
    LONGER(12),
    'template/columns/0/action/label',
  ),
];

describe('LINE takes and refuses in templates', () => {
  test.for([...button, ...other])('$what', (limit) => platform.expectLimit(limit));
});
