// A text in a Flex Message, whole or in parts that look different.
import { html } from 'htm/preact';
import type { FlexText as Text } from '../../../messages/flex/parts.ts';
import { Tappable } from '../tappable.ts';
import { useShrinkToFit } from '../use-shrink-to-fit.ts';
import { type Around, placeStyle } from './place-style.ts';
import { gravityOf, lettersStyle, textStyle } from './text-style.ts';
import { wordsOf } from './words-of.ts';

export function FlexText({ part, around }: { part: Text; around: Around }) {
  const line = useShrinkToFit(part.adjustMode === 'shrink-to-fit' && !part.wrap);
  const style = { ...placeStyle(part, around), justifyContent: gravityOf(part.gravity) };
  const spans = part.contents ?? [];
  const inside =
    spans.length > 0
      ? spans.map((span) => html`<span style=${lettersStyle(span)}>${span.text}</span>`)
      : part.text;
  const letters = html`<p ref=${line} class="flex-letters" style=${textStyle(part)}>${inside}</p>`;
  if (!part.action) return html`<div class="flex-text" style=${style}>${letters}</div>`;
  // The button is a little higher than its line, so that a finger finds it; the layout does not move.
  return html`<div class="flex-text" style=${style}>
    <${Tappable} action=${part.action} class="flex-text-tap" words=${wordsOf(part)}>${letters}</${Tappable}>
  </div>`;
}
