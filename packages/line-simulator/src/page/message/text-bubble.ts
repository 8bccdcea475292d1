// A text in a speech bubble.
import { html } from 'htm/preact';
import type { TextPart } from './text-parts.ts';

export function TextBubble({ parts }: { parts: readonly TextPart[] }) {
  return html`<p class="text-bubble">${parts.map((part) => html`<${Part} part=${part} />`)}</p>`;
}

function Part({ part }: { part: TextPart }) {
  switch (part.kind) {
    case 'words':
      return html`${part.text}`;
    case 'link':
      return html`<a href=${part.text} target="_blank" rel="noreferrer">${part.text}</a>`;
    case 'mention':
      return html`<span class="mention">${part.text}</span>`;
    case 'emoji': {
      // LINE's pictures belong to LINE and are not here.
      const name = `LINE絵文字 ${part.productId} ${part.emojiId}`;
      return html`<span class="line-emoji" role="img" aria-label=${name} title=${name}></span>`;
    }
  }
}
