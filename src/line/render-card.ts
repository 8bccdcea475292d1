// A card → a flex bubble: title, text, facts in rows, small print, then buttons one below the other.
import type { messagingApi } from '@line/bot-sdk';
import { graphemes } from '../core/graphemes.ts';
import type { Button, Card, Fact, Row } from '../messages/message.ts';
import { demand, limits } from './limits.ts';
import { renderAction } from './render-action.ts';

/** One calm accent; every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2 AA), which a test holds. */
export const colours = {
  ground: '#FFFFFF',
  accent: '#17594A',
  onAccent: '#FFFFFF',
  ink: '#222222',
  muted: '#595959',
  plain: '#E3ECE9',
  /** LINE's own, for the words on a button of style `secondary`. */
  onPlain: '#111111',
  rule: '#D5DDDA',
} as const;

/** Throws a `LimitError` for an alt text, label or bubble too long, and for an empty text or card. */
export function renderCard(card: Card): messagingApi.FlexMessage {
  demand('altText of a card', card.alt.length);
  const body = renderBody(card);
  const buttons = card.buttons ?? [];
  const contents: messagingApi.FlexBubble = {
    type: 'bubble',
    ...(body.length > 0 ? { body: { type: 'box', layout: 'vertical', spacing: 'lg', contents: body } } : {}),
    ...(buttons.length > 0 ? { footer: renderButtons(buttons) } : {}),
  };
  if (!contents.body && !contents.footer) throw new Error('A card needs something to show.');
  demand('bubble of a card', Buffer.byteLength(JSON.stringify(contents)));
  return { type: 'flex', altText: card.alt, contents };
}

function renderBody({ title, text, facts, rows: list = [], note }: Card): messagingApi.FlexComponent[] {
  const rows = facts ?? [];
  const heading = [
    ...(title === undefined ? [] : [line(title, { size: 'lg', weight: 'bold', color: colours.accent })]),
    ...(text === undefined ? [] : [line(text, { size: 'md', color: colours.ink })]),
  ];
  const hasRule = heading.length > 0 && rows.length > 0;
  return [
    ...heading,
    ...(hasRule ? [{ type: 'separator', color: colours.rule } satisfies messagingApi.FlexSeparator] : []),
    ...(rows.length > 0 ? [renderFacts(rows)] : []),
    ...(list.length > 0 ? [renderRows(list)] : []),
    ...(note === undefined ? [] : [line(note, { size: 'sm', color: colours.muted })]),
  ];
}

/** Letters of a label that stand in one line of the narrow column. */
const SHORT_LABEL = 5;

/** A table of two columns; both wrap, so that a long label never cuts the value. */
function renderFacts(facts: readonly Fact[]): messagingApi.FlexBox {
  const [left, right] = facts.every(({ label }) => label.length <= SHORT_LABEL) ? [3, 7] : [2, 3];
  const rows = facts.map(
    ({ label, value }): messagingApi.FlexBox => ({
      type: 'box',
      layout: 'baseline',
      spacing: 'md',
      contents: [
        line(label, { size: 'sm', color: colours.muted, flex: left }),
        line(value, { size: 'md', color: colours.ink, flex: right }),
      ],
    }),
  );
  return { type: 'box', layout: 'vertical', spacing: 'md', contents: rows };
}

/** Each a target of its own for a thumb, parted by rules. */
function renderRows(rows: readonly Row[]): messagingApi.FlexBox {
  const contents = rows.flatMap((row): messagingApi.FlexComponent[] => [
    { type: 'separator', color: colours.rule },
    renderRow(row),
  ]);
  return { type: 'box', layout: 'vertical', contents };
}

const renderRow = ({ title, text, says, tap }: Row): messagingApi.FlexBox => {
  // Read aloud: it may be cut, the words below are whole.
  const label = cutTo(title, limits['label of a card button'].max);
  return {
    type: 'box',
    layout: 'horizontal',
    alignItems: 'center',
    spacing: 'md',
    paddingTop: 'md',
    paddingBottom: 'md',
    action: renderAction({ label, says, tap }, 'label of a card button'),
    contents: [
      {
        type: 'box',
        layout: 'vertical',
        flex: 1,
        contents: [
          line(title, { size: 'md', weight: 'bold', color: colours.ink }),
          line(text, { size: 'sm', color: colours.muted }),
        ],
      },
      line('›', { size: 'lg', color: colours.accent, flex: 0 }),
    ],
  };
};

const cutTo = (text: string, max: number): string => graphemes(text).slice(0, max).join('');

type Look = Pick<messagingApi.FlexText, 'size' | 'weight' | 'color' | 'flex'>;

/** `scaling`: it grows with the letter size she has chosen in LINE. */
function line(text: string, look: Look): messagingApi.FlexText {
  demand('text inside a card', text.length);
  return { type: 'text', text, wrap: true, scaling: true, ...look };
}

function renderButtons(buttons: readonly Button[]): messagingApi.FlexBox {
  const contents = buttons.map((button): messagingApi.FlexButton => {
    const isPrimary = button.tone === 'primary';
    return {
      type: 'button',
      style: isPrimary ? 'primary' : 'secondary',
      color: isPrimary ? colours.accent : colours.plain,
      height: 'md',
      adjustMode: 'shrink-to-fit',
      scaling: true,
      action: renderAction(button, 'label of a card button'),
    };
  });
  return { type: 'box', layout: 'vertical', spacing: 'sm', contents };
}
