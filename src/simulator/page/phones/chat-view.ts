// One chat opened on a phone.
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Action, RichMenuAction } from '../../messages/actions.ts';
import type { OpenChat } from '../../phone/phone.ts';
import { useLive } from '../use-live.ts';
import { ChatHead } from './chat-head.ts';
import { ChatLog } from './chat-log.ts';
import { ChatNotes } from './chat-notes.ts';
import { Composer, type ComposerHandle } from './composer.ts';
import { QuickReplies } from './quick-replies.ts';
import { RichMenu } from './rich-menu.ts';
import type { PersonState, State } from './state.ts';
import { useActions } from './use-actions.ts';
import { useAct } from './use-acts.ts';

export type ChatViewProps = {
  person: PersonState;
  chatId: string;
  state: State;
  accountName: string;
  /** Is the phone in front of somebody's eyes? Only then are messages read. */
  isSeen: boolean;
  missed: string | undefined;
  elsewhere: number;
  onBack: () => void;
};

export function ChatView({
  person,
  chatId,
  state,
  accountName,
  isSeen,
  missed,
  elsewhere,
  onBack,
}: ChatViewProps) {
  const { value: chat } = useLive<OpenChat>(`/people/${person.userId}/chats/${chatId}`);
  const act = useAct(person.userId, chatId);
  const composer = useRef<ComposerHandle | undefined>(undefined);
  const { perform, dialog } = useActions({ act, composer, now: Date.parse(state.now) });
  useEffect(() => {
    if (isSeen && chat && chat.unread > 0) void act({ act: 'reads' });
  }, [isSeen, chat]);
  if (!chat) return html`<p class="phone-waiting">読み込んでいます…</p>`;
  const onAction = (messageId: string, action: Action) => perform({ act: 'taps', messageId }, action);
  const canWrite = chat.kind === 'group' || person.friendship !== 'blocked';
  return html`<div class="chat">
    <${ChatHead} ...${{ chat, person, act, elsewhere, onBack }} />
    <${ChatLog} chat=${chat} viewer=${person.userId} accountName=${accountName} nameOf=${namesIn(state)}
      onAction=${onAction} own=${ownHands(chat, act)} />
    <${ChatNotes} ...${{ chat, person, act, missed }} />
    ${
      canWrite &&
      html`<${QuickReplies} quickReply=${chat.quickReply} onAction=${onAction} />
      <${Composer} draftKey=${`${person.userId} ${chatId}`} title=${chat.title} act=${act} handle=${composer} />`
    }
    ${
      canWrite &&
      chat.richMenu &&
      html`<${RichMenu} key=${chat.richMenu.richMenuId} menu=${chat.richMenu}
        onAction=${(action: RichMenuAction) => perform({ act: 'tapsRichMenu' }, action)} />`
    }
    ${dialog}
  </div>`;
}

function namesIn({ people }: State) {
  const names = new Map(people.map(({ userId, displayName }) => [userId, displayName]));
  return (userId: string) => names.get(userId) ?? 'もういない人';
}

const ownHands = ({ kind }: OpenChat, act: ReturnType<typeof useAct>) => ({
  canEdit: kind === 'group',
  onUnsend: (messageId: string) => void act({ act: 'unsends', messageId }),
  onEdit: (messageId: string, text: string) => void act({ act: 'edits', messageId, text }),
});
