// A button in a Flex Message.
import { html } from 'htm/preact';
import type { FlexButton as Button } from '../../../messages/flex/parts.ts';
import { styleOf } from '../style.ts';
import { Tappable } from '../tappable.ts';
import { useShrinkToFit } from '../use-shrink-to-fit.ts';
import { type Around, placeStyle } from './place-style.ts';
import { gravityOf } from './text-style.ts';

export function FlexButton({ part, around }: { part: Button; around: Around }) {
  const label = useShrinkToFit(part.adjustMode === 'shrink-to-fit');
  const { style = 'link', height = 'md', color, action } = part;
  const place = { ...placeStyle(part, around), justifyContent: gravityOf(part.gravity) };
  // The colour is that of a link's letters, and of the other styles' ground.
  const paint = styleOf(style === 'link' ? { color } : { backgroundColor: color });
  return html`<div class="flex-button" style=${place}>
    <${Tappable} action=${action} class=${`flex-press flex-press-${style} flex-press-${height}`} style=${paint} words=${action.label ?? ''}>
      <span ref=${label} class="flex-label">${action.label}</span>
    </${Tappable}>
  </div>`;
}
