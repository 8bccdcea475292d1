// The rich menu: a bar under the chat that opens a picture with places to tap.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { RichMenuAction } from '../../messages/actions.ts';
import type { RichMenuOnPhone } from '../../phone/phone.ts';

type RichMenuProps = {
  menu: RichMenuOnPhone;
  onAction: (action: RichMenuAction) => void;
};

/** Wants the menu's id as its key: another menu opens or not as it says itself. */
export function RichMenu({ menu, onAction }: RichMenuProps) {
  const [isOpen, setOpen] = useState(menu.selected);
  const { size, areas, imageUrl, name, chatBarText } = menu;
  const tap = (action: RichMenuAction) => {
    if (action.type === 'postback' && CLOSING.has(action.inputOption ?? '')) setOpen(false);
    onAction(action);
  };
  return html`<section class="chat-menu" aria-label="メニュー">
    <button type="button" class="chat-menu-bar" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
      ${chatBarText} <span aria-hidden="true">${isOpen ? '▼' : '▲'}</span>
    </button>
    ${
      isOpen &&
      html`<div class="chat-menu-picture" style=${`aspect-ratio:${size.width} / ${size.height}`}>
      <img src=${imageUrl} alt=${name} />
      ${areas.map(
        ({ bounds, action }, place) => html`<button key=${place} type="button" aria-label=${labelOf(action)}
          title=${labelOf(action)} style=${placeOf(bounds, size)} onClick=${() => tap(action)}></button>`,
      )}
    </div>`
    }
  </section>`;
}

const CLOSING = new Set(['closeRichMenu', 'openKeyboard', 'openVoice']);

function labelOf(action: Readonly<Record<string, unknown>> & { type: string }): string {
  const { label, displayText, text, uri } = action;
  return String(label ?? displayText ?? text ?? uri ?? action.type);
}

type Bounds = RichMenuOnPhone['areas'][number]['bounds'];

function placeOf({ x, y, width, height }: Bounds, size: RichMenuOnPhone['size']): string {
  const across = (value: number) => `${(value / size.width) * 100}%`;
  const down = (value: number) => `${(value / size.height) * 100}%`;
  return `left:${across(x)};top:${down(y)};width:${across(width)};height:${down(height)}`;
}
