// A picture with places to tap.
import { html } from 'htm/preact';
import type { Action } from '../../messages/actions.ts';
import type { ImagemapAction } from '../../messages/imagemap.ts';
import type { LineMessage } from '../../messages/message.ts';
import { useOnAction } from './on-action.ts';
import { Picture } from './picture.ts';
import type { Style } from './style.ts';

type Message = Extract<LineMessage, { type: 'imagemap' }>;
type Area = ImagemapAction['area'];

export function Imagemap({ baseUrl, baseSize, altText, actions, video }: Message) {
  const onAction = useOnAction();
  const place = ({ x, y, width, height }: Area): Style => ({
    left: `${(100 * x) / baseSize.width}%`,
    top: `${(100 * y) / baseSize.height}%`,
    width: `${(100 * width) / baseSize.width}%`,
    height: `${(100 * height) / baseSize.height}%`,
  });
  const film =
    video &&
    html`<video class="imagemap-area" style=${place(video.area)} controls preload="none" src=${video.originalContentUrl} poster=${video.previewImageUrl}></video>`;
  const taps = actions.map((action) => {
    const tap = { onClick: () => onAction(actionOf(action)), 'aria-label': nameOf(action) };
    return html`<button type="button" ...${tap} class="tap imagemap-area" style=${place(action.area)}></button>`;
  });
  return html`<div class="imagemap" style=${{ aspectRatio: `${baseSize.width} / ${baseSize.height}` }} role="group" aria-label=${altText}>
    <${Picture} url=${`${baseUrl}/1040`} class="imagemap-picture" />${film}${taps}
  </div>`;
}

/** The action that any other button would have: the simulator compares it with its own. */
function actionOf(action: ImagemapAction): Action {
  const label = action.label ?? '';
  switch (action.type) {
    case 'uri':
      return { type: 'uri', label, uri: action.linkUri };
    case 'message':
      return { type: 'message', label, text: action.text };
    case 'clipboard':
      return { type: 'clipboard', label, clipboardText: action.clipboardText };
  }
}

function nameOf(action: ImagemapAction): string {
  if (action.label) return action.label;
  if (action.type === 'message') return action.text;
  return action.type === 'uri' ? action.linkUri : 'コピー';
}
