// The buttons under the newest message.
import { html } from 'htm/preact';
import type { Action } from '../../messages/actions.ts';
import type { OpenChat } from '../../phone/phone.ts';

type QuickRepliesProps = {
  quickReply: OpenChat['quickReply'];
  onAction: (messageId: string, action: Action) => void;
};

export function QuickReplies({ quickReply, onAction }: QuickRepliesProps) {
  if (!quickReply) return null;
  const { messageId, items } = quickReply;
  return html`<div class="chat-quick" role="group" aria-label="すぐに返事をするボタン">
    ${items.map(
      ({ action, imageUrl }, place) => html`<button key=${`${messageId}-${place}`} type="button"
        onClick=${() => onAction(messageId, action)}>
        ${imageUrl && html`<img src=${imageUrl} alt="" />`}${action.label}
      </button>`,
    )}
  </div>`;
}
