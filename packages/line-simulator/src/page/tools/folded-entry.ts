// One line that opens to show what it stands for.

import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { clockWords } from './instants.ts';

type Props = { at: number; line: string; isBad: boolean; show: () => ComponentChildren };

/** `show` is only asked while it is open: a hundred closed lines cost nothing. */
export function FoldedEntry({ at, line, isBad, show }: Props) {
  const [isOpen, setOpen] = useState(false);
  const toggled = (event: Event) =>
    event.currentTarget instanceof HTMLDetailsElement && setOpen(event.currentTarget.open);
  return html`<details class=${`tools-entry${isBad ? ' tools-bad' : ''}`} onToggle=${toggled}>
    <summary><time>${clockWords(at).time}</time> ${line}</summary>
    ${isOpen && show()}
  </details>`;
}

/** Undefined is shown as nothing at all. */
export function Json({ title, value }: { title: string; value: unknown }) {
  if (value === undefined) return null;
  return html`<p>${title}</p><pre tabindex="0" aria-label=${title}>${JSON.stringify(value, null, 2)}</pre>`;
}
