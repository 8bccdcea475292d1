// A picture that lies somewhere on the web, and what stands in its place when it cannot be had.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Style } from './style.ts';

type Props = { url: string; class?: string; style?: Style; alt?: string };

export function Picture({ url, class: looks = '', style, alt = '' }: Props) {
  const [missing, setMissing] = useState<string>();
  if (missing === url)
    return html`<span class=${`picture-missing ${looks}`} style=${style} role="img" aria-label="表示できない画像" title=${url}></span>`;
  return html`<img class=${looks} style=${style} src=${url} alt=${alt} onError=${() => setMissing(url)} />`;
}
