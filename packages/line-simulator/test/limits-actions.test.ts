// Limits of quick replies and of what buttons do: the last that LINE takes, and the first that it refuses.
import { describe, expect, test } from 'vitest';
import {
  EMPTY,
  either,
  FAMILY,
  https,
  type Json,
  LENGTH,
  many,
  postback,
  quick,
  repeat,
  text,
  upTo,
  useJudge,
} from './helpers/limits.ts';

const platform = useJudge();

const ITEMS = 'messages[0].quickReply.items';
const at = (path: string) => `${ITEMS}[0].action.${path}`;
const SIZE = 'Size must be between 1 and 13';
const uri = (address: string, more: Json = {}) => quick({ type: 'uri', label: 'a', uri: address, ...more });
const typing = (more: Json) => quick(postback({ inputOption: 'openKeyboard', ...more }));
const picker = (more: Json) =>
  quick({ type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', ...more });
const BAD_TIME = 'invalid date or time format';
const withIcon = (imageUrl: string) =>
  text({ quickReply: { items: [{ type: 'action', imageUrl, action: postback() }] } });

// Rules 19 and 20.
const quickReplies = [
  upTo('quick replies', 13, (n) => quick(...many(n, postback())), SIZE, ITEMS),
  either('one quick reply', quick(postback()), quick(), SIZE, ITEMS),
  either(
    'a label',
    quick(postback()),
    quick(postback({ label: '' })),
    '`label` must be specified',
    `${ITEMS}[0].action`,
  ),
  upTo(
    'the label as people count',
    20,
    (n) => quick(postback({ label: repeat(n, FAMILY) })),
    LENGTH(20),
    at('label'),
  ),
  either(
    'an icon over https',
    withIcon(https(2000)),
    withIcon('http://example.com/'),
    'invalid uri',
    `${ITEMS}[0].imageUrl`,
  ),
];

// Rules 18 and 19.
const postbacks = [
  upTo('data', 300, (n) => quick(postback({ data: repeat(n) })), LENGTH(300), at('data')),
  upTo(
    'data of emoji, which count two',
    150,
    (n) => quick(postback({ data: repeat(n, '🍎') })),
    LENGTH(300),
    at('data'),
  ),
  upTo(
    'displayText as people count',
    300,
    (n) => quick(postback({ displayText: repeat(n, '🍎') })),
    LENGTH(300),
    at('displayText'),
  ),
  either(
    'displayText or text',
    quick(postback({ text: 'a' })),
    quick(postback({ text: 'a', displayText: 'a' })),
    "The 'displayText' and 'text' properties cannot both be used at the same time",
    at('displayText'),
  ),
  either(
    'text to fill in, with the keyboard',
    typing({ fillInText: 'a' }),
    typing({ fillInText: 'a', inputOption: 'openVoice' }),
    "'fillInText' is only valid when 'inputOption' is 'openKeyboard'",
    at('fillInText'),
  ),
  upTo('text to fill in', 300, (n) => typing({ fillInText: repeat(n) }), LENGTH(300), at('fillInText')),
];

// Rules 19, 20 and 23.
const others = [
  upTo(
    'what a message action says',
    300,
    (n) => quick({ type: 'message', label: 'a', text: repeat(n) }),
    LENGTH(300),
    at('text'),
  ),
  upTo(
    'what is put on the clipboard',
    1000,
    (n) => quick({ type: 'clipboard', label: 'a', clipboardText: repeat(n) }),
    LENGTH(1000),
    at('clipboardText'),
  ),
  either(
    'something for the clipboard',
    quick({ type: 'clipboard', label: 'a', clipboardText: 'a' }),
    quick({ type: 'clipboard', label: 'a', clipboardText: '' }),
    EMPTY,
    at('clipboardText'),
  ),
  upTo('an address', 1000, (n) => uri(https(n)), LENGTH(1000), at('uri')),
  either(
    'http, https, line, tel',
    uri('tel:0534541234'),
    uri('mailto:a@example.com'),
    'invalid uri',
    at('uri'),
  ),
  either(
    'an address percent-encoded',
    uri('https://example.com/%E8%8A%B1'),
    uri('https://example.com/花'),
    'invalid uri',
    at('uri'),
  ),
  either(
    'a telephone number without blanks',
    uri('tel:053-454-1234'),
    uri('tel:053 454 1234'),
    'invalid uri',
    at('uri'),
  ),
  either(
    'another address on desktops',
    uri('line://ti/p/a', { altUri: { desktop: 'http://example.com/' } }),
    uri('line://ti/p/a', { altUri: { desktop: 'ftp://example.com/' } }),
    'invalid uri',
    at('altUri.desktop'),
  ),
  either(
    'a camera label',
    quick({ type: 'camera', label: 'a' }),
    quick({ type: 'camera' }),
    '`label` must be specified',
    `${ITEMS}[0].action`,
  ),
  either(
    'an action that there is',
    quick(postback()),
    quick({ type: 'richmenuswitch', label: 'a', data: 'a', richMenuAliasId: 'a' }),
    'invalid value',
    at('type'),
  ),
];

// Rule 24.
const pickers = [
  either(
    'a date of the calendar',
    picker({ initial: '2028-02-29' }),
    picker({ initial: '2026-02-29' }),
    BAD_TIME,
    at('initial'),
  ),
  either(
    'dates from 1900',
    picker({ min: '1900-01-01' }),
    picker({ min: '1899-12-31' }),
    BAD_TIME,
    at('min'),
  ),
  either('dates to 2100', picker({ max: '2100-12-31' }), picker({ max: '2101-01-01' }), BAD_TIME, at('max')),
  either(
    'min below max',
    picker({ min: '2026-12-01', max: '2026-12-02' }),
    picker({ min: '2026-12-01', max: '2026-12-01' }),
    "'max' must be greater than 'min'",
    at('max'),
  ),
  either(
    'times of a day',
    picker({ mode: 'time', initial: '23:59' }),
    picker({ mode: 'time', initial: '24:00' }),
    BAD_TIME,
    at('initial'),
  ),
  either(
    'a date and a time',
    picker({ mode: 'datetime', initial: '2026-12-01t09:00' }),
    picker({ mode: 'datetime', initial: '2026-12-01 09:00' }),
    BAD_TIME,
    at('initial'),
  ),
  either(
    'date, time or both',
    picker({ mode: 'time' }),
    picker({ mode: 'week' }),
    'Must be one of the following values: [date, time, datetime]',
    at('mode'),
  ),
];

describe('LINE takes and refuses', () => {
  test.for([...quickReplies, ...postbacks, ...others, ...pickers])('$what', (limit) =>
    platform.expectLimit(limit),
  );

  test('and passes over properties it does not know', async () => {
    expect(await platform.judge([quick(postback({ mood: 'good' }))])).toEqual({ status: 200 });
  });
});
