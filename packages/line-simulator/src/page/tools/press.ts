// A button that keeps the focus when it cannot be pressed any more, so that the keyboard does not lose its place.
import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';

type Props = {
  isOff?: boolean;
  onPress: () => void;
  /** Instead of its words, for screen readers. */
  label?: string | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
};

export const Press = ({ isOff = false, onPress, label, title, children }: Props) =>
  html`<button type="button" aria-disabled=${isOff} aria-label=${label} title=${title}
    onClick=${() => isOff || onPress()}>${children}</button>`;
