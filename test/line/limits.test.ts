import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, LimitError, limits } from '../../src/line/limits.ts';
import { renderMessages } from '../../src/line/render.ts';
import type { Button, Card, Message } from '../../src/messages/message.ts';

const tapped = (label: string): Button => ({ label, tap: { event: 'e' } });
const bubble = (text: string, choices?: Button[]): Message => ({
  kind: 'text',
  text,
  ...(choices ? { choices } : {}),
});
const card = (parts: Partial<Card> = {}): Card => ({ kind: 'card', alt: '受付', text: '本文', ...parts });
/** A family of four: one character for people, eleven units for machines. */
const family = '👨‍👩‍👧‍👦';

describe('a limit of LINE', () => {
  const link = (length: number) => `https://example.jp/${'a'.repeat(length - 'https://example.jp/'.length)}`;
  const facts = (count: number) =>
    Array.from({ length: count }, (_, row) => ({ label: `項目${row}`, value: 'あ'.repeat(20) }));
  /** As many rows as a bubble holds: weighed, so that this says nothing about how a card is drawn. */
  const weigh = (count: number) => {
    const [message] = renderMessages([card({ facts: facts(count) })]);
    return message?.type === 'flex' ? Buffer.byteLength(JSON.stringify(message.contents)) : 0;
  };
  const most = 90 + Math.floor((30_000 - weigh(90)) / ((weigh(90) - weigh(80)) / 10));

  test.each([
    ['messages of one call', Array<Message>(5).fill(bubble('a')), Array<Message>(6).fill(bubble('a'))],
    ['messages of one call', [bubble('a')], []],
    ['text of a message', [bubble('あ'.repeat(5000))], [bubble('あ'.repeat(5001))]],
    ['text of a message', [bubble('🍎'.repeat(2500))], [bubble(`${'🍎'.repeat(2500)}a`)]],
    ['text of a message', [bubble('a')], [bubble('')]],
    ['altText of a card', [card({ alt: 'あ'.repeat(1500) })], [card({ alt: 'あ'.repeat(1501) })]],
    ['altText of a card', [card({ alt: 'a' })], [card({ alt: '' })]],
    ['text inside a card', [card({ note: 'a' })], [card({ note: '' })]],
    [
      'text inside a card',
      [card({ facts: [{ label: 'a', value: 'a' }] })],
      [card({ facts: [{ label: 'a', value: '' }] })],
    ],
    ['bubble of a card', [card({ facts: facts(most) })], [card({ facts: facts(most + 1) })]],
    [
      'quick replies of a message',
      [bubble('a', Array(13).fill(tapped('a')))],
      [bubble('a', Array(14).fill(tapped('a')))],
    ],
    [
      'label of a quick reply',
      [bubble('a', [tapped(family.repeat(20))])],
      [bubble('a', [tapped('あ'.repeat(21))])],
    ],
    ['label of a quick reply', [bubble('a', [tapped('a')])], [bubble('a', [tapped('')])]],
    [
      'label of a card button',
      [card({ buttons: [tapped(family.repeat(40))] })],
      [card({ buttons: [tapped('あ'.repeat(41))] })],
    ],
    [
      'uri of a link',
      [card({ buttons: [{ label: 'a', link: link(1000) }] })],
      [card({ buttons: [{ label: 'a', link: link(1001) }] })],
    ],
    [
      'text to fill in',
      [card({ buttons: [{ label: 'a', tap: { event: 'x' }, fill: '髙'.repeat(300) }] })],
      [card({ buttons: [{ label: 'a', tap: { event: 'x' }, fill: '髙'.repeat(301) }] })],
    ],
    [
      'text to copy',
      [card({ buttons: [{ label: 'a', copy: 'a'.repeat(1000) }] })],
      [card({ buttons: [{ label: 'a', copy: 'a'.repeat(1001) }] })],
    ],
    [
      'text to copy',
      [card({ buttons: [{ label: 'a', copy: 'a' }] })],
      [card({ buttons: [{ label: 'a', copy: '' }] })],
    ],
  ] as const)('holds: %s', (limit, inside, outside) => {
    expect(() => renderMessages(inside)).not.toThrow();
    expect(() => renderMessages(outside)).toThrow(LimitError);
    expect(() => renderMessages(outside)).toThrow(`The ${limit} has `);
  });

  test('is told without the words that broke it', () => {
    expect(() => renderMessages([bubble('浜松花子'.repeat(2000))])).toThrow(
      'The text of a message has 8000 UTF-16 units; LINE allows 1 to 5000.',
    );
  });

  test.each(['javascript:alert(1)', 'ftp://example.jp', '電話', ''])(
    'refuses the address 「%s」',
    (address) => {
      expect(() => renderMessages([card({ buttons: [{ label: 'a', link: address }] })])).toThrow(/address/);
    },
  );

  test('is never passed, whatever the product says', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const button = fc.record({ label: text, tap: fc.record({ event: text, x: text }) });
    const choices = fc.array(button, { maxLength: 14 });
    const messages = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('text' as const), text, choices }),
        fc.record({
          kind: fc.constant('card' as const),
          alt: text,
          title: text,
          buttons: fc.array(button),
          choices,
        }),
      ),
      { maxLength: 6 },
    );
    fc.assert(fc.property(messages, (said) => staysInside(said)));
  });
});

function staysInside(said: readonly Message[]): void {
  let rendered: ReturnType<typeof renderMessages>;
  try {
    rendered = renderMessages(said);
  } catch (error) {
    expect(error).toBeInstanceOf(LimitError);
    return;
  }
  expect(rendered.length).toBeLessThanOrEqual(5);
  for (const { quickReply } of rendered) {
    const items = quickReply?.items ?? [];
    expect(items.length).toBeLessThanOrEqual(limits['quick replies of a message'].max);
    for (const { action } of items) expect(countGraphemes(action?.label ?? '')).toBeLessThanOrEqual(20);
  }
}
