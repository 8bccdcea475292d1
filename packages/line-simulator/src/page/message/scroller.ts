// Cards side by side, swiped through; by keyboard with the arrow keys.
import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';

type Props = { label: string; class?: string; children: ComponentChildren };

export function Scroller({ label, class: looks = '', children }: Props) {
  return html`<div class=${`scroller ${looks}`} role="group" aria-label=${label} tabindex="0">${children}</div>`;
}
