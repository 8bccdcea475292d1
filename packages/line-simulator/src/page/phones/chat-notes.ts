// What stands in the way in a chat, and the button that removes it.
import { html } from 'htm/preact';
import type { OpenChat } from '../../phone/phone.ts';
import type { PersonState } from './state.ts';
import { type Act, useAsk } from './use-acts.ts';

type ChatNotesProps = { chat: OpenChat; person: PersonState; act: Act; missed: string | undefined };

export function ChatNotes({ chat, person, act, missed }: ChatNotesProps) {
  const ask = useAsk();
  const invite = () => void ask('POST', `/groups/${chat.chatId}/acts`, { act: 'invitesBot' });
  return html`<div class="chat-notes">
    <div role="status">${missed && html`<p class="chat-missed">${missed}</p>`}</div>
    ${chat.kind === 'group' && !chat.botIsThere && note('このグループにアカウントはいません。', '招待する', invite)}
    ${
      chat.kind === 'user' &&
      person.friendship === 'none' &&
      note('まだ友だちではありません。', '友だち追加', () => void act({ act: 'follow' }))
    }
    ${
      chat.kind === 'user' &&
      person.friendship === 'blocked' &&
      note(
        'ブロックしています。何も届かず、送ることもできません。',
        'ブロック解除',
        () => void act({ act: 'unblock' }),
      )
    }
  </div>`;
}

const note = (text: string, doIt: string, run: () => void) =>
  html`<p class="chat-hint"><span>${text}</span><button type="button" class="button" onClick=${run}>${doIt}</button></p>`;
