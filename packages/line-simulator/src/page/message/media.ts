// Stickers, pictures, films, sounds, places, files and coupons. `url` is undefined where there is no content.
import { html } from 'htm/preact';
import { Icon, type IconName } from './icon.ts';
import { Picture } from './picture.ts';

export function Sticker({ packageId, stickerId }: { packageId: string; stickerId: string }) {
  return html`<div class="sticker" role="img" aria-label=${`スタンプ ${packageId} ${stickerId}`}>
    <span class="sticker-face" aria-hidden="true">☺</span><span>スタンプ</span>
    <span>${packageId} / ${stickerId}</span>
  </div>`;
}

type Viewed = { url: string | undefined; preview?: string | undefined };

export function Image({ url, preview = url }: Viewed) {
  if (url === undefined || preview === undefined) return html`<${Tile} icon="picture" title="画像" />`;
  return html`<a class="media-link" href=${url} target="_blank" rel="noreferrer">
    <${Picture} url=${preview} class="media-picture" alt="画像" />
  </a>`;
}

export function Video({ url, preview }: Viewed) {
  if (url === undefined) return html`<${Tile} icon="film" title="動画" />`;
  return html`<video class="media-picture media-film" controls preload="none" src=${url} poster=${preview}></video>`;
}

/** `duration` in ms. */
export function Audio({ url, duration }: { url: string | undefined; duration: number | undefined }) {
  const length = duration === undefined ? '' : minutesOf(duration);
  if (url === undefined) return html`<${Tile} icon="sound" title="音声" detail=${length} />`;
  return html`<div class="sound">
    <audio controls preload="none" src=${url}></audio><span>${length}</span>
  </div>`;
}

const minutesOf = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

type LocationParts = { title?: string | undefined; address?: string | undefined };

export function Location({ title, address }: LocationParts) {
  return html`<div class="location">
    <span class="location-map"><${Icon} name="place" /></span>
    <span class="location-title">${title ?? '位置情報'}</span><span class="location-address">${address}</span>
  </div>`;
}

type TileParts = { icon: IconName; title: string; detail?: string; url?: string | undefined };

/** Something that has a name but nothing to look at. With an address it can be opened. */
export function Tile({ icon, title, detail = '', url }: TileParts) {
  const inside = html`<${Icon} name=${icon} />
    <span class="tile-words"><span>${title}</span><span class="tile-detail">${detail}</span></span>`;
  if (url === undefined) return html`<div class="tile">${inside}</div>`;
  return html`<a class="tile" href=${url} target="_blank" rel="noreferrer">${inside}</a>`;
}
