// One line of a chat: a message with who said it and when, or a note in the middle.
import { html } from 'htm/preact';
import type { Action } from '../../messages/actions.ts';
import type { BotEntry, Entry, PersonEntry } from '../../world/chats.ts';
import { BotMessage } from '../message/bot-message.ts';
import { PersonMessage } from '../message/person-message.ts';
import { still } from '../still.ts';
import { Avatar } from './avatar.ts';
import { OwnMenu, type OwnMenuProps } from './own-menu.ts';
import { timeOf } from './times.ts';
import { systemWords } from './words.ts';

export type EntryHands = {
  onAction: (messageId: string, action: Action) => void;
  /** What can be done with a message of one's own. */
  own: Omit<OwnMenuProps, 'entry'>;
};

type ChatEntryProps = EntryHands & {
  entry: Entry;
  isFirstOfRun: boolean;
  /** Whose phone it is (user id). */
  viewer: string;
  accountName: string;
  nameOf: (userId: string) => string;
};

/** Of a long chat most stays as it is: only what is new in it is drawn. */
export const ChatEntry = still(drawEntry);

function drawEntry(props: ChatEntryProps) {
  const { entry, viewer, nameOf } = props;
  if (entry.from === 'system') return html`<p class="chat-note">${systemWords(entry.what)}</p>`;
  if (entry.from === 'bot') return drawBot(props, entry);
  const name = nameOf(entry.userId);
  if (entry.unsent) {
    const who = entry.userId === viewer ? '' : `${name}が`;
    return html`<p class="chat-note">${who}メッセージの送信を取り消しました</p>`;
  }
  return entry.userId === viewer ? drawOwn(props, entry) : drawOther(props, entry, name);
}

function drawBot({ isFirstOfRun, accountName, nameOf, onAction }: ChatEntryProps, entry: BotEntry) {
  const { sender } = entry.message;
  const name = sender?.name ? `${sender.name} (${accountName})` : accountName;
  return html`<div class="chat-line">
    ${face({ name, kind: 'account', pictureUrl: sender?.iconUrl }, isFirstOfRun)}
    <div class="chat-said">
      ${nameLine(name, isFirstOfRun)}
      <div class=${wordsClass(entry.message)}>
        <${BotMessage} message=${entry.message} nameOf=${nameOf} onAction=${(action: Action) => onAction(entry.id, action)} />
      </div>
      <span class="chat-meta"><time>${timeOf(entry.at)}</time></span>
    </div>
  </div>`;
}

function drawOther({ isFirstOfRun }: ChatEntryProps, entry: PersonEntry, name: string) {
  return html`<div class="chat-line">
    ${face({ name }, isFirstOfRun)}
    <div class="chat-said">
      ${nameLine(name, isFirstOfRun)}
      <div class=${wordsClass(entry.message)}>${words(entry)}</div>
      <span class="chat-meta">${entry.edited && html`<span>編集済み</span>`}<time>${timeOf(entry.at)}</time></span>
    </div>
  </div>`;
}

function drawOwn({ own }: ChatEntryProps, entry: PersonEntry) {
  // The words come first for those who hear them; the style sheet turns the line round.
  return html`<div class="chat-line chat-line-own">
    <div class="chat-words"><span class="sr-only">自分: </span>${words(entry)}</div>
    <span class="chat-meta">
      ${entry.edited && html`<span>編集済み</span>`}${entry.read && html`<span>既読</span>`}
      <time>${timeOf(entry.at)}</time>
    </span>
    ${entry.shown === 'message' && html`<${OwnMenu} entry=${entry} ...${own} />`}
  </div>`;
}

/** Words leave room for the time beside them; cards are as wide as they are. */
const wordsClass = ({ type }: { type: string }): string =>
  type.startsWith('text') ? 'chat-words chat-words-text' : 'chat-words';

const words = ({ id, message }: PersonEntry) =>
  html`<${PersonMessage} message=${message} contentUrl=${`/_control/messages/${id}/content`} />`;

const face = (who: Parameters<typeof Avatar>[0], isFirstOfRun: boolean) =>
  isFirstOfRun ? html`<${Avatar} ...${who} />` : html`<span class="avatar-room"></span>`;

const nameLine = (name: string, isFirstOfRun: boolean) =>
  html`<span class=${isFirstOfRun ? 'chat-name' : 'sr-only'}>${name}<span class="sr-only">: </span></span>`;
