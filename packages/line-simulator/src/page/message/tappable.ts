// Something that may be tapped: a real button when it may, a plain box when not.
import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import type { Action } from '../../messages/actions.ts';
import { useOnAction } from './on-action.ts';
import type { Style } from './style.ts';

type Props = {
  action: Action | undefined;
  class: string;
  style?: Style | undefined;
  /** What can be read inside; empty where there is only a picture, which is then called by the action's label. */
  words: string;
  /** Is there more to tap inside? No button may hold another one, so this one lies behind them. */
  holdsTaps?: boolean;
  children?: ComponentChildren;
};

export function Tappable({ action, class: looks, style, words, holdsTaps = false, children }: Props) {
  const onAction = useOnAction();
  if (!action) return html`<div class=${looks} style=${style}>${children}</div>`;
  const name = words || (action.label ?? NAMELESS);
  const tap = { type: 'button', onClick: () => onAction(action) };
  if (holdsTaps)
    return html`<div class=${`${looks} tap-ground`} style=${style}>
      <button ...${tap} class="tap tap-behind" aria-label=${name}></button>${children}
    </div>`;
  const called = words === '' ? { 'aria-label': name } : {};
  return html`<button ...${tap} ...${called} class=${`tap ${looks}`} style=${style}>${children}</button>`;
}

const NAMELESS = 'タップできる画像';
