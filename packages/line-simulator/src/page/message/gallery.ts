// Every message of one chat side by side, each as wide as a phone: to look a bot's cards over (`/?gallery=<id of the chat>`).
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Action } from '../../messages/actions.ts';
import type { Entry } from '../../world/chats.ts';
import { systemWords } from '../phones/words.ts';
import { useLive } from '../use-live.ts';
import { BotMessage } from './bot-message.ts';
import { PersonMessage } from './person-message.ts';

export function Gallery({ chatId }: { chatId: string }) {
  const { value: chat, error } = useLive<{ entries: Entry[] }>(`/chats/${encodeURIComponent(chatId)}`);
  const [tapped, setTapped] = useState<Action>();
  return html`<main class="gallery">
    <h1>メッセージ一覧</h1>
    ${error && html`<p role="alert">${error}</p>`}
    ${tapped && html`<output class="gallery-tapped">${JSON.stringify(tapped)}</output>`}
    <div class="gallery-columns">
      ${chat?.entries.map((entry) => html`<div class="gallery-cell">${drawn(entry, setTapped)}</div>`)}
    </div>
  </main>`;
}

function drawn(entry: Entry, onAction: (action: Action) => void) {
  if (entry.from === 'bot') return html`<${BotMessage} message=${entry.message} onAction=${onAction} />`;
  if (entry.from === 'person') return html`<${PersonMessage} message=${entry.message} />`;
  return html`<p>${systemWords(entry.what)}</p>`;
}
