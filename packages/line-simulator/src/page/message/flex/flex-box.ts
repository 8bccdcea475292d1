// A box of a Flex Message, and whatever stands in it.
import { html } from 'htm/preact';
import type { FlexBox as Box, FlexPart as Part } from '../../../messages/flex/parts.ts';
import type { Style } from '../style.ts';
import { Tappable } from '../tappable.ts';
import { boxStyle } from './box-style.ts';
import { FlexButton } from './flex-button.ts';
import { FlexIcon, FlexImage } from './flex-picture.ts';
import { FlexText } from './flex-text.ts';
import { type Around, isAbsolute, placeStyle } from './place-style.ts';
import { holdsTaps, wordsOf } from './words-of.ts';

/** `fromBlock`: what the block around gives to its box, where that does not say otherwise. */
type Props = { part: Box; around: Around; fromBlock?: Style };

export function FlexBox({ part, around, fromBlock = {} }: Props) {
  const style = { ...placeStyle(part, around), ...fromBlock, ...boxStyle(part) };
  const first = part.contents.findIndex((child) => !isAbsolute(child));
  const { layout, spacing } = part;
  const inside = part.contents.map(
    (child, index) =>
      html`<${FlexPart} part=${child} around=${{ layout, spacing, isFirst: index === first }} />`,
  );
  return html`<${Tappable} action=${part.action} class="flex-box" style=${style} words=${wordsOf(part)} holdsTaps=${holdsTaps(part)}>
    ${inside}
  </${Tappable}>`;
}

function FlexPart({ part, around }: { part: Part; around: Around }) {
  switch (part.type) {
    case 'box':
      return html`<${FlexBox} part=${part} around=${around} />`;
    case 'text':
      return html`<${FlexText} part=${part} around=${around} />`;
    case 'button':
      return html`<${FlexButton} part=${part} around=${around} />`;
    case 'image':
      return html`<${FlexImage} part=${part} around=${around} />`;
    case 'icon':
      return html`<${FlexIcon} part=${part} around=${around} />`;
    case 'separator':
      return html`<div class="flex-separator" style=${{ ...placeStyle(part, around), ...(part.color ? { backgroundColor: part.color } : {}) }}></div>`;
    case 'filler':
      return html`<div style=${placeStyle(part, around)}></div>`;
  }
}
