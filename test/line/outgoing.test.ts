import { describe, expect, test } from 'vitest';
import { type Outgoing, outgoingSchema } from '../../src/outbox/outgoing.ts';

const all: Outgoing = {
  to: 'U1',
  about: 'answer',
  madeAt: 1_764_550_800_000,
  reply: { token: 'token', until: 1_764_550_850_000 },
  dropAfter: 1_764_554_400_000,
  messages: [
    {
      kind: 'text',
      text: 'はい',
      choices: [{ label: '同意する', tap: { event: 'agreed', step: 3 }, tone: 'primary' }],
    },
    {
      kind: 'card',
      alt: '受付',
      title: '仮受付',
      text: '本文',
      facts: [{ label: '日時', value: '12月1日(火)10:00' }],
      note: '注',
      buttons: [
        { label: '電話する', link: 'tel:053-457-5157', tone: 'plain' },
        { label: 'コピー', copy: '123 4567 8901' },
      ],
    },
  ],
};

describe('what a turn puts on the outbox', () => {
  test('comes out of the queue as it went in', () => {
    expect(outgoingSchema.parse(JSON.parse(JSON.stringify(all)))).toEqual(all);
  });

  test('needs neither a reply token nor an end', () => {
    const { reply: _reply, dropAfter: _dropAfter, ...pushed } = all;
    expect(outgoingSchema.parse(pushed)).toEqual(pushed);
  });

  test.each([
    ['no message', { messages: [] }],
    ['more messages than LINE takes in one call', { messages: Array(6).fill({ kind: 'text', text: 'a' }) }],
    [
      'a button that does two things',
      { messages: [{ kind: 'text', text: 'a', choices: [{ label: 'a', link: 'tel:1', copy: 'b' }] }] },
    ],
    [
      'a tap without an event',
      { messages: [{ kind: 'text', text: 'a', choices: [{ label: 'a', tap: { step: 1 } }] }] },
    ],
    ['a message in LINE’s own format', { messages: [{ type: 'text', text: 'a' }] }],
    ['nobody to go to', { to: '' }],
    ['an empty token', { reply: { token: '', until: 1 } }],
  ])('is refused with %s', (_what, change) => {
    expect(outgoingSchema.safeParse({ ...all, ...change }).success).toBe(false);
  });
});
