// The top of a chat: back to the list, what it is called, what can be done with it.
import { html } from 'htm/preact';
import type { OpenChat } from '../../phone/phone.ts';
import { MenuButton, type MenuItem } from './menu-button.ts';
import type { PersonState } from './state.ts';
import { type Act, type Ask, useAsk } from './use-acts.ts';

type ChatHeadProps = {
  chat: OpenChat;
  person: PersonState;
  act: Act;
  /** Unread messages in the person's other chats. */
  elsewhere: number;
  onBack: () => void;
};

export function ChatHead({ chat, person, act, elsewhere, onBack }: ChatHeadProps) {
  const ask = useAsk();
  const items = chat.kind === 'group' ? groupItems(chat, act, ask) : accountItems(person, act);
  const back = elsewhere > 0 ? `トーク一覧へ (ほかに未読${elsewhere}件)` : 'トーク一覧へ';
  return html`<header class="chat-head">
    <button type="button" class="icon-button" aria-label=${back} onClick=${onBack}>
      <span class="chat-back" aria-hidden="true">‹</span>${elsewhere > 0 && html`<span class="badge">${elsewhere}</span>`}
    </button>
    <h2>${chat.title}${chat.kind === 'group' && html` <span class="chat-count">(${chat.members.length})</span>`}</h2>
    ${items.length > 0 && html`<${MenuButton} label=${`${chat.title}の操作`} items=${items}>☰<//>`}
  </header>`;
}

function accountItems({ friendship }: PersonState, act: Act): MenuItem[] {
  if (friendship === 'blocked') return [{ text: 'ブロック解除', run: () => void act({ act: 'unblock' }) }];
  const block: MenuItem = {
    text: 'ブロックする',
    run: () => void act({ act: 'unfollow' }),
    isDangerous: true,
  };
  return friendship === 'friend' ? [block] : [{ text: '友だち追加', run: () => void act({ act: 'follow' }) }];
}

function groupItems({ chatId, botIsThere }: OpenChat, act: Act, ask: Ask): MenuItem[] {
  const happen = (what: string) => void ask('POST', `/groups/${chatId}/acts`, { act: what });
  return [
    botIsThere
      ? { text: 'アカウントを外す', run: () => happen('removesBot') }
      : { text: 'アカウントを招待', run: () => happen('invitesBot') },
    { text: 'グループを退会', run: () => void act({ act: 'leaves' }), isDangerous: true },
  ];
}
