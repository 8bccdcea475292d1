// The messages of a chat, the newest at the end.
import { html } from 'htm/preact';
import type { OpenChat } from '../../phone/phone.ts';
import { ChatEntry, type EntryHands } from './chat-entry.ts';
import { linesOf } from './chat-lines.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

export type ChatLogProps = EntryHands & {
  chat: OpenChat;
  viewer: string;
  accountName: string;
  nameOf: (userId: string) => string;
};

export function ChatLog({ chat, ...rest }: ChatLogProps) {
  const own = chat.entries.filter((entry) => entry.from === 'person' && entry.userId === rest.viewer);
  const { log, content, hasNew, toEnd, onScroll } = useStickToEnd(chat.entries.length, own.length);
  return html`<div class="chat-log-frame">
    <div class="chat-log" role="log" aria-live="polite" aria-label=${`${chat.title}のトーク`} tabindex="0"
      ref=${log} onScroll=${onScroll}>
      <div class="chat-lines" ref=${content}>
        ${chat.entries.length === 0 && html`<p class="chat-note">まだメッセージはありません</p>`}
        ${linesOf(chat.entries).map((line) =>
          line.kind === 'day'
            ? html`<p key=${line.key} class="chat-note">${line.text}</p>`
            : html`<${ChatEntry} key=${line.key} entry=${line.entry} isFirstOfRun=${line.isFirstOfRun} ...${rest} />`,
        )}
        ${chat.isLoading && html`<${Loading} />`}
      </div>
    </div>
    ${hasNew && html`<button type="button" class="chat-to-end" onClick=${toEnd}>新しいメッセージ ↓</button>`}
  </div>`;
}

const Loading = () =>
  html`<p class="chat-loading"><span class="sr-only">返事を用意しています</span><i></i><i></i><i></i></p>`;
