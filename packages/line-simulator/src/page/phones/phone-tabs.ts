// On narrow screens: which phone is in front, or the tools.
import { html } from 'htm/preact';
import type { Phone } from '../../phone/phone.ts';
import { useLive } from '../use-live.ts';
import type { Front } from './use-front.ts';
import type { OpenPhone } from './which-phones.ts';

type PhoneTabsProps = {
  phones: readonly OpenPhone[];
  front: Front;
};

export function PhoneTabs({ phones, front: { chosen, showsTools, show } }: PhoneTabsProps) {
  return html`<nav class="phone-tabs" aria-label="電話と道具">
    ${phones.map(
      (
        { userId },
        place,
      ) => html`<${PhoneTab} key=${userId} userId=${userId} isShown=${!showsTools && chosen === place}
        onShow=${() => show(place)} />`,
    )}
    <button type="button" aria-pressed=${showsTools} onClick=${() => show(undefined)}>道具</button>
  </nav>`;
}

type PhoneTabProps = { userId: string; isShown: boolean; onShow: () => void };

function PhoneTab({ userId, isShown, onShow }: PhoneTabProps) {
  const { value } = useLive<Phone>(`/people/${userId}/phone`);
  const unread = (value?.chats ?? []).reduce((sum, chat) => sum + chat.unread, 0);
  return html`<button type="button" aria-pressed=${isShown} onClick=${onShow}>
    ${value?.displayName ?? '…'}
    ${unread > 0 && html`<span class="badge">${unread}<span class="sr-only">件の未読</span></span>`}
  </button>`;
}
