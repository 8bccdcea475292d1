// LINE's events, as the bot takes them: who, when and what.
import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/line/read-event.ts';
import { lineEvent, lineId } from './line-event.ts';

const receivedAt = Date.parse('2026-12-01T10:00:01+09:00');
const read = (...args: Parameters<typeof lineEvent>) => readEvent(lineEvent(...args), receivedAt);

describe('an event of LINE', () => {
  test('is known by who, when and what, with the token for a free answer', () => {
    expect(read({ type: 'message', message: { type: 'text', id: '1', text: 'こんにちは' } })).toEqual({
      id: '019adadf-d240-0000-0000-000000000001',
      chat: { id: `U${'1'.repeat(32)}`, kind: 'person' },
      happenedAt: Date.parse('2026-12-01T10:00:00+09:00'),
      receivedAt,
      replyToken: 'reply-token',
      message: '1',
      what: { type: 'text', text: 'こんにちは' },
    });
  });

  test.each([
    [
      'a text with emoji and a mention of no form, untouched',
      { type: 'message', message: { type: 'text', text: '@窓口 $ 🤨', emojis: [{ index: 4 }], mention: {} } },
      { type: 'text', text: '@窓口 $ 🤨' },
    ],
    [
      'a sticker',
      { type: 'message', message: { type: 'sticker', packageId: '1', stickerId: '2' } },
      { type: 'sticker' },
    ],
    ['a picture', { type: 'message', message: { type: 'image' } }, { type: 'media', kind: 'image' }],
    ['a film', { type: 'message', message: { type: 'video' } }, { type: 'media', kind: 'video' }],
    ['a voice', { type: 'message', message: { type: 'audio' } }, { type: 'media', kind: 'audio' }],
    [
      'a file',
      { type: 'message', message: { type: 'file', fileName: 'x' } },
      { type: 'media', kind: 'file' },
    ],
    ['a place', { type: 'message', message: { type: 'location' } }, { type: 'media', kind: 'location' }],
    [
      'a kind of message that LINE will invent',
      { type: 'message', message: { type: 'hologram' } },
      { type: 'media', kind: 'other' },
    ],
    [
      'a button',
      { type: 'postback', postback: { data: 'event=agreed&step=3' } },
      { type: 'tap', tap: { event: 'agreed', step: '3' } },
    ],
    [
      'a date picker, of which we have none',
      { type: 'postback', postback: { data: 'event=d', params: { date: '2026-12-01' } } },
      { type: 'tap', tap: { event: 'd' } },
    ],
    [
      'a change of rich menu',
      { type: 'postback', postback: { data: 'event=m', params: { status: 'SUCCESS' } } },
      { type: 'tap', tap: { event: 'm' } },
    ],
    [
      'a button that is not ours, as an empty tap',
      { type: 'postback', postback: { data: 'buy=now' } },
      { type: 'tap', tap: {} },
    ],
    ['a new friend', { type: 'follow', follow: { isUnblocked: false } }, { type: 'followed', again: false }],
    [
      'a friend who is back',
      { type: 'follow', follow: { isUnblocked: true } },
      { type: 'followed', again: true },
    ],
    ['a new friend, told the old way', { type: 'follow' }, { type: 'followed', again: false }],
    ['a block', { type: 'unfollow' }, { type: 'unfollowed' }],
    ['an invitation', { type: 'join' }, { type: 'joined' }],
    ['a removal', { type: 'leave' }, { type: 'left' }],
  ])('is read: %s', (_name, event, what) => {
    expect(read(event)?.what).toEqual(what);
  });

  test('tells who joined a group, as far as LINE names them, and how many', () => {
    const source = { type: 'group', groupId: lineId('C1') };
    const [one, two] = [lineId('U1'), lineId('U2')];
    const joined = (...members: unknown[]) =>
      read({ type: 'memberJoined', source, joined: { members } })?.what;
    expect(joined({ type: 'user', userId: one }, { type: 'user', userId: two })).toEqual({
      type: 'memberJoined',
      members: [one, two],
      count: 2,
    });
    expect(joined({ type: 'user' })).toEqual({ type: 'memberJoined', members: [], count: 1 });
    const many = Array.from({ length: 400 }, () => ({ type: 'user', userId: one }));
    expect(joined(...many)).toMatchObject({ count: 400, members: { length: 10 } });
    expect(joined()).toBeUndefined();
  });

  test('tells which message was taken back, in any chat', () => {
    const unsend = { type: 'unsend', unsend: { messageId: '325708' }, replyToken: undefined };
    expect(read(unsend)?.what).toEqual({ type: 'unsent', message: '325708' });
    const group = { type: 'group', groupId: lineId('C1') };
    expect(read({ ...unsend, source: group })?.what).toEqual({ type: 'unsent', message: '325708' });
  });

  test('tells which message of a group was edited, and what it says now', () => {
    const source = { type: 'group', groupId: lineId('C1'), userId: lineId('U1') };
    const edited = { type: 'messageEdited', message: { type: 'text', id: '325708', text: '承認待ち' } };
    expect(read({ ...edited, source })?.what).toEqual({
      type: 'edited',
      message: '325708',
      text: '承認待ち',
    });
    const mention = { mentionees: [{ index: 0, length: 3, type: 'user', userId: lineId('U2') }] };
    const toAnother = { ...edited, message: { ...edited.message, text: '@花子 番号 1', mention } };
    expect(read({ ...toAnother, source })?.what).toEqual({ type: 'edited', message: '325708' });
    expect(read(edited)).toBeUndefined();
  });

  test.each([
    'memberLeft',
    'videoPlayComplete',
    'beacon',
    'accountLink',
    'membership',
    'module',
    'activated',
    'botSuspended',
    'somethingNew',
  ])('of type %s is none of our business', (type) => {
    expect(read({ type, message: { type: 'text', text: 'x' } })).toBeUndefined();
  });

  const words = { type: 'message', message: { type: 'text', text: 'x' } };

  test.each([
    ['while another channel holds the chat', { ...words, mode: 'standby' }],
    ['without a source', { ...words, source: undefined }],
    ['of a source without an id', { ...words, source: { type: 'user' } }],
    ['of an unknown kind of source', { ...words, source: { type: 'square', squareId: 'S1' } }],
    ['without words in its text', { type: 'message', message: { type: 'text' } }],
    ['without a message', { type: 'message' }],
    ['that takes back no message', { type: 'unsend', unsend: { messageId: 7 } }],
    [
      'that takes back a message of an endless id',
      { type: 'unsend', unsend: { messageId: '7'.repeat(201) } },
    ],
    ['without data in its tap', { type: 'postback', postback: {} }],
    ['without an id of its own', { ...words, webhookEventId: undefined }],
    ['with an empty id of its own', { ...words, webhookEventId: '' }],
    ['with an endless id of its own', { ...words, webhookEventId: 'A'.repeat(201) }],
    ['of a person without LINE’s id', { ...words, source: { type: 'user', userId: 'U1' } }],
    ['of a person with a group’s id', { ...words, source: { type: 'user', userId: lineId('C1') } }],
    ['of an id in capitals', { ...words, source: { type: 'user', userId: lineId('UA') } }],
    ['of an id with more', { ...words, source: { type: 'user', userId: `${lineId('U1')}\n` } }],
    ['of a group without LINE’s id', { ...words, source: { type: 'group', groupId: '\u0000' } }],
    ['of a room without LINE’s id', { ...words, source: { type: 'room', roomId: lineId('C1') } }],
  ])('%s is left alone', (_name, event) => {
    expect(read(event)).toBeUndefined();
  });

  test('may carry properties that LINE adds later', () => {
    expect(
      read({ ...words, novelty: { deep: [1] }, source: { type: 'user', userId: lineId('U1'), novelty: 1 } }),
    ).toBeDefined();
  });

  test.each([
    [
      'group',
      { type: 'group', groupId: lineId('C1'), userId: lineId('U1') },
      { chat: { id: lineId('C1'), kind: 'group' }, from: lineId('U1') },
    ],
    [
      'group that hides who wrote',
      { type: 'group', groupId: lineId('C1') },
      { chat: { id: lineId('C1'), kind: 'group' } },
    ],
    [
      'group where who wrote has no id of LINE’s',
      { type: 'group', groupId: lineId('C1'), userId: 'somebody' },
      { chat: { id: lineId('C1'), kind: 'group' } },
    ],
    [
      'room',
      { type: 'room', roomId: lineId('R1'), userId: lineId('U1') },
      { chat: { id: lineId('R1'), kind: 'room' }, from: lineId('U1') },
    ],
  ])('of a %s belongs to its chat, not to who wrote it', (_name, source, expected) => {
    const { chat, ...rest } = read({ ...words, source }) ?? {};
    expect({ chat, ...('from' in rest && rest.from ? { from: rest.from } : {}) }).toEqual(expected);
  });

  test.each([
    ['in 2036', Date.parse('2036-02-07T06:28:16Z')],
    ['in 9999', Date.parse('9999-12-31T23:59:59Z')],
    ['at the last moment a Date can hold', 8.64e15],
    ['after it', 8.64e15 + 2],
    ['a millisecond after it came', receivedAt + 1],
    ['at no time', null],
    ['at a time in words', '2026-12-01T10:00:00+09:00'],
  ])('that happened %s happened when it came', (_name, timestamp) => {
    expect(read({ ...words, timestamp })?.happenedAt).toBe(receivedAt);
  });
});
