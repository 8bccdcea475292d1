// One phone: whose it is, and what is on its screen.
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Phone } from '../../phone/phone.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useLive } from '../use-live.ts';
import { Avatar } from './avatar.ts';
import { ChatList } from './chat-list.ts';
import { ChatView } from './chat-view.ts';
import type { OpenPhones } from './open-phones.ts';
import type { PersonState, State } from './state.ts';
import { focusPhone, phoneElementId } from './use-front.ts';
import { useVisible } from './use-visible.ts';
import type { OpenPhone } from './which-phones.ts';

type PhoneFrameProps = {
  place: number;
  phone: OpenPhone;
  person: PersonState;
  state: State;
  open: OpenPhones;
  missed: ReadonlyMap<string, string>;
  /** Is this the phone that the tools speak of? */
  isChosen: boolean;
  onChoose: () => void;
  onSeen: (isSeen: boolean) => void;
};

export function PhoneFrame(props: PhoneFrameProps) {
  const { place, phone, person, state, open, missed, isChosen, onChoose, onSeen } = props;
  const { value } = useLive<Phone>(`/people/${person.userId}/phone`);
  const screen = useRef<HTMLDivElement>(null);
  const isSeen = useVisible(screen);
  useKeptFocus(screen);
  useEffect(() => onSeen(isSeen), [isSeen]);
  const { chatId } = phone;
  const elsewhere = (value?.chats ?? [])
    .filter((chat) => chat.chatId !== chatId)
    .reduce((sum, { unread }) => sum + unread, 0);
  const accountName = value?.chats.find(({ kind }) => kind === 'user')?.title ?? '';
  const onBack = () => open.showChat(place, undefined);
  return html`<section class=${`phone ${isChosen ? 'phone-chosen' : ''}`} id=${phoneElementId(place)}
    aria-label=${`${person.displayName}の電話`} onFocusIn=${onChoose} onPointerDown=${onChoose}>
    <${PhoneHead} ...${{ place, person, state, open }} />
    <div class="phone-screen" ref=${screen} tabindex="-1">
      ${
        chatId === undefined
          ? html`<${ChatList} phone=${value} now=${Date.parse(state.now)}
              onOpen=${(chosen: string) => open.showChat(place, chosen)} />`
          : html`<${ChatView} key=${`${person.userId} ${chatId}`} missed=${missed.get(chatId)}
              ...${{ person, chatId, state, accountName, isSeen, elsewhere, onBack }} />`
      }
    </div>
  </section>`;
}

type PhoneHeadProps = Pick<PhoneFrameProps, 'place' | 'person' | 'state' | 'open'>;

/** Everybody has one phone: whose is open already cannot be chosen again. */
function PhoneHead({ place, person, state, open }: PhoneHeadProps) {
  const isOpen = (userId: string) =>
    userId !== person.userId && open.phones.some((phone) => phone.userId === userId);
  const choose = (event: Event & { currentTarget: HTMLSelectElement }) =>
    open.hand(place, event.currentTarget.value);
  const close = () => {
    open.close(place);
    focusPhone(Math.min(place, open.phones.length - 2));
  };
  return html`<header class="phone-head">
    <${Avatar} name=${person.displayName} />
    <select aria-label="だれの電話ですか" value=${person.userId} onChange=${choose}>
      ${state.people.map(
        ({ userId, displayName }) =>
          html`<option key=${userId} value=${userId} disabled=${isOpen(userId)}>${displayName}</option>`,
      )}
    </select>
    ${
      open.phones.length > 1 &&
      html`<button type="button" class="icon-button" aria-label=${`${person.displayName}の電話を閉じる`}
        onClick=${close}>×</button>`
    }
  </header>`;
}
