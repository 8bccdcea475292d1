// Template messages: cards whose look is LINE's.
import { html } from 'htm/preact';
import type { Action } from '../../messages/actions.ts';
import type { Template as AnyTemplate } from '../../messages/template.ts';
import { Picture } from './picture.ts';
import { Scroller } from './scroller.ts';
import { type Style, styleOf } from './style.ts';
import { Tappable } from './tappable.ts';

export function Template({ template, altText }: { template: AnyTemplate; altText: string }) {
  switch (template.type) {
    case 'buttons':
      return html`<div role="group" aria-label=${altText}><${Card} part=${template} look=${template} /></div>`;
    case 'confirm':
      return html`<div role="group" aria-label=${altText}>
        <div class="template-card">
          <p class="template-words template-text">${template.text}</p>
          <${Choices} actions=${template.actions} class="template-side-by-side" />
        </div>
      </div>`;
    case 'carousel':
      return html`<${Scroller} label=${altText}>
        ${template.columns.map((column) => html`<${Card} part=${column} look=${template} />`)}
      </${Scroller}>`;
    case 'image_carousel':
      return html`<${Scroller} label=${altText}>
        ${template.columns.map((column) => html`<${LabelledPicture} ...${column} />`)}
      </${Scroller}>`;
  }
}

type CardParts = {
  thumbnailImageUrl?: string | undefined;
  imageBackgroundColor?: string | undefined;
  title?: string | undefined;
  text: string;
  defaultAction?: Action | undefined;
  actions: readonly Action[];
};
type Look = { imageAspectRatio?: string | undefined; imageSize?: string | undefined };

function Card({ part, look }: { part: CardParts; look: Look }) {
  const { thumbnailImageUrl, title, text, defaultAction, actions } = part;
  const frame = styleOf({
    aspectRatio: look.imageAspectRatio === 'square' ? '1 / 1' : '1.51 / 1',
    backgroundColor: part.imageBackgroundColor ?? '#ffffff',
  });
  const fit: Style = { objectFit: look.imageSize === 'contain' ? 'contain' : 'cover' };
  return html`<div class="template-card">
    <${Tappable} action=${defaultAction} class="template-head" words=${title ?? text}>
      ${
        thumbnailImageUrl &&
        html`<span class="template-frame" style=${frame}><${Picture} url=${thumbnailImageUrl} class="flex-fill" style=${fit} /></span>`
      }
      <span class="template-words">
        ${title && html`<span class="template-title">${title}</span>`}
        <span class="template-text">${text}</span>
      </span>
    </${Tappable}>
    <${Choices} actions=${actions} />
  </div>`;
}

function Choices({ actions, class: looks = '' }: { actions: readonly Action[]; class?: string }) {
  return html`<div class=${`template-choices ${looks}`}>
    ${actions.map(
      (action) =>
        html`<${Tappable} action=${action} class="template-choice" words=${action.label ?? ''}>${action.label}</${Tappable}>`,
    )}
  </div>`;
}

function LabelledPicture({ imageUrl, action }: { imageUrl: string; action: Action }) {
  const { label = '' } = action;
  return html`<${Tappable} action=${action} class="template-picture" words=${label}>
    <${Picture} url=${imageUrl} class="flex-fill" style=${{ objectFit: 'cover' }} />
    ${label && html`<span class="template-picture-label">${label}</span>`}
  </${Tappable}>`;
}
