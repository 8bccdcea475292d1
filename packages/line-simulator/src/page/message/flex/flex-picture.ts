// Pictures in a Flex Message: images, icons among words, and the film at the top of a bubble.
import { html } from 'htm/preact';
import type {
  FlexIcon as Icon,
  FlexImage as Image,
  FlexVideo as Video,
} from '../../../messages/flex/parts.ts';
import { Picture } from '../picture.ts';
import { styleOf } from '../style.ts';
import { Tappable } from '../tappable.ts';
import { type Around, placeStyle } from './place-style.ts';
import { letterSizeOf, pictureWidthOf, ratioOf } from './sizes.ts';
import { gravityOf } from './text-style.ts';

const SIDES = { start: 'flex-start', center: 'center', end: 'flex-end' } as const;

export function FlexImage({ part, around }: { part: Image; around: Around }) {
  const { align = 'center', gravity, size = 'md', aspectRatio, aspectMode, backgroundColor } = part;
  const place = {
    ...placeStyle(part, around),
    alignItems: SIDES[align],
    justifyContent: gravityOf(gravity),
  };
  const frame = styleOf({ width: pictureWidthOf(size), aspectRatio: ratioOf(aspectRatio), backgroundColor });
  const fit = { objectFit: aspectMode === 'cover' ? 'cover' : 'contain' };
  return html`<div class="flex-image" style=${place}>
    <${Tappable} action=${part.action} class="flex-frame" style=${frame} words="">
      <${Picture} url=${part.url} class="flex-fill" style=${fit} />
    </${Tappable}>
  </div>`;
}

export function FlexIcon({ part, around }: { part: Icon; around: Around }) {
  const height = letterSizeOf(part.size ?? 'md');
  const style = { height, aspectRatio: ratioOf(part.aspectRatio), objectFit: 'contain' };
  return html`<div class="flex-icon" style=${placeStyle(part, around)}>
    <${Picture} url=${part.url} style=${style} />
  </div>`;
}

export function FlexVideo({ part }: { part: Video }) {
  const { url, previewUrl, aspectRatio, action } = part;
  const words = action?.label ?? '';
  return html`<div class="flex-video">
    <video controls preload="none" poster=${previewUrl} src=${url} style=${{ aspectRatio: ratioOf(aspectRatio) }}></video>
    ${
      action &&
      html`<${Tappable} action=${action} class="flex-press flex-press-link flex-press-sm" words=${words}>
        <span class="flex-label">${words || action.type}</span>
      </${Tappable}>`
    }
  </div>`;
}
