// A round picture: the first letter of the name, always in the same colour.
import { html } from 'htm/preact';

/** Dark enough for white letters. */
const COLOURS = ['#7a4a9e', '#1f6f8b', '#a2482a', '#4a5f1f', '#8a3a63', '#2f5aa8', '#6b5330', '#20705a'];

const colourOf = (name: string): string =>
  COLOURS[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS.length] ?? '';

type AvatarProps = { name: string; kind?: 'person' | 'account' | 'group'; pictureUrl?: string | undefined };

/** Says nothing to screen readers: the name stands beside it. */
export function Avatar({ name, kind = 'person', pictureUrl }: AvatarProps) {
  if (pictureUrl) return html`<img class="avatar" src=${pictureUrl} alt="" />`;
  const style = kind === 'account' ? '' : `background:${colourOf(name)}`;
  return html`<span class=${`avatar avatar-${kind}`} style=${style} aria-hidden="true">${[...name][0] ?? '?'}</span>`;
}
