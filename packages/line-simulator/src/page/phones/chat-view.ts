// One chat opened on a phone.
import { html } from 'htm/preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Action, RichMenuAction } from '../../messages/actions.ts';
import type { OpenChat } from '../../phone/phone.ts';
import { useSteady } from '../use-steady.ts';
import { ChatHead } from './chat-head.ts';
import { ChatLog } from './chat-log.ts';
import { ChatNotes } from './chat-notes.ts';
import { Composer, type ComposerHandle } from './composer.ts';
import { QuickReplies } from './quick-replies.ts';
import { RichMenu } from './rich-menu.ts';
import type { PersonState, State } from './state.ts';
import { useActions } from './use-actions.ts';
import { type Act, useAct } from './use-acts.ts';
import { useOpenChat } from './use-open-chat.ts';

type ChatViewProps = {
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
  const { chat, showEarlier } = useOpenChat(person.userId, chatId);
  const act = useAct(person.userId, chatId);
  const composer = useRef<ComposerHandle | undefined>(undefined);
  const { perform, dialog } = useActions({ act, composer, now: Date.parse(state.now) });
  useEffect(() => {
    if (isSeen && chat && chat.unread > 0) void act({ act: 'reads' });
  }, [isSeen, chat]);
  const onAction = useSteady((messageId: string, action: Action) =>
    perform({ act: 'taps', messageId }, action),
  );
  const own = useOwnHands(chat?.kind, act);
  const nameOf = useMemo(() => namesIn(state.people), [state.people]);
  if (!chat) return html`<p class="phone-waiting">読み込んでいます…</p>`;
  const canWrite = chat.kind === 'group' || person.friendship !== 'blocked';
  return html`<div class="chat">
    <${ChatHead} ...${{ chat, person, act, elsewhere, onBack }} />
    <${ChatLog} ...${{ chat, accountName, nameOf, onAction, own }} viewer=${person.userId} onEarlier=${showEarlier} />
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

function namesIn(people: readonly PersonState[]) {
  const names = new Map(people.map(({ userId, displayName }) => [userId, displayName]));
  return (userId: string) => names.get(userId) ?? 'もういない人';
}

function useOwnHands(kind: OpenChat['kind'] | undefined, act: Act) {
  const onUnsend = useSteady((messageId: string) => void act({ act: 'unsends', messageId }));
  const onEdit = useSteady((messageId: string, text: string) => void act({ act: 'edits', messageId, text }));
  return useMemo(() => ({ canEdit: kind === 'group', onUnsend, onEdit }), [kind]);
}
