// The messages of a chat, the newest at the end.
import { html } from 'htm/preact';
import type { OpenChat } from '../../phone/phone.ts';
import { ChatEntry, type EntryHands } from './chat-entry.ts';
import { linesOf } from './chat-lines.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

type ChatLogProps = EntryHands & {
  chat: OpenChat;
  viewer: string;
  accountName: string;
  nameOf: (userId: string) => string;
  onEarlier: () => void;
};

export function ChatLog({ chat, onEarlier, ...rest }: ChatLogProps) {
  const { entries, earlier } = chat;
  const { log, content, hasNew, toEnd, stay, onScroll } = useStickToEnd({
    count: earlier + entries.length,
    newestOwn: earlier + entries.findLastIndex((one) => one.from === 'person' && one.userId === rest.viewer),
    first: earlier,
  });
  const more = () => {
    stay();
    onEarlier();
  };
  return html`<div class="chat-log-frame">
    <div class="chat-log" role="log" aria-live="polite" aria-label=${`${chat.title}のトーク`} tabindex="0"
      ref=${log} onScroll=${onScroll}>
      <div class="chat-lines" ref=${content}>
        ${earlier > 0 && html`<p class="chat-earlier"><button type="button" class="button" onClick=${more}>以前のメッセージ</button></p>`}
        ${entries.length === 0 && html`<p class="chat-note">まだメッセージはありません</p>`}
        ${linesOf(entries, earlier).map((line) =>
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
