// The list of chats on a phone.
import { html } from 'htm/preact';
import type { ChatLine, Phone } from '../../phone/phone.ts';
import { Avatar } from './avatar.ts';
import { timeOrDayOf } from './times.ts';
import { lastWordsOf } from './words.ts';

type ChatListProps = { phone: Phone | undefined; now: number; onOpen: (chatId: string) => void };

export function ChatList({ phone, now, onOpen }: ChatListProps) {
  if (!phone) return html`<p class="phone-waiting">読み込んでいます…</p>`;
  return html`<div class="phone-list">
    <h2>トーク</h2>
    <ul>
      ${phone.chats.map(
        (chat) => html`<li key=${chat.chatId}>
          <button type="button" class="phone-chat" onClick=${() => onOpen(chat.chatId)}>${drawChat(chat, now)}</button>
        </li>`,
      )}
    </ul>
  </div>`;
}

function drawChat({ kind, title, members, lastWords, lastAt, unread }: ChatLine, now: number) {
  return html`<${Avatar} name=${title} kind=${kind === 'group' ? 'group' : 'account'} />
    <span class="phone-chat-middle">
      <span class="phone-chat-title">${title}${kind === 'group' && ` (${members.length})`}</span>
      <span class="phone-chat-last">${lastWordsOf(lastWords) || 'まだメッセージはありません'}</span>
    </span>
    <span class="phone-chat-end">
      ${lastAt !== undefined && html`<time>${timeOrDayOf(lastAt, now)}</time>`}
      ${unread > 0 && html`<span class="badge">${unread}<span class="sr-only">件の未読</span></span>`}
    </span>`;
}
