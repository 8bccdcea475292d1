// Commands of the admin chat. Only whole messages count: whatever else staff say to each other is left alone.
import type { FlowEvent } from '../../flows/vocabulary.ts';
import { labels } from '../messages/ja/labels.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { plainWords } from './plain-words.ts';

const commands: Phrases = [
  [{ type: 'help.asked' }, 'ヘルプ へるぷ help 使い方'],
  [{ type: 'pending.asked' }, '承認待ち 承認まち 未承認'],
  [{ type: 'calls.asked' }, `${labels.calls} 電話 電話一覧`],
  [{ type: 'rooms.asked' }, '会議室 会議室一覧'],
  [{ type: 'invitation.asked' }, '招待 招待コード'],
  [
    { type: 'chats.asked' },
    'トーク一覧 登録トーク 登録チャット チャット一覧 職員用のトーク 職員用トーク 職員用チャット',
  ],
  [{ type: 'numbers.confirmed' }, labels.confirmNumbers],
  [{ type: 'numbers.retyped' }, labels.retype],
  [{ type: 'back' }, labels.back],
  [{ type: 'quit' }, labels.quit],
];

const table = new Map(phrasesOf(commands).map(([phrase, event]) => [plainWords(phrase), event]));

/** 会議室 追加 …: `text` is all that follows, as it was typed, for a passcode's capitals count. */
const adding = /^\s*会議室(?:を)?\s*追加(?:[\s:：]+(?<text>.*))?$/su;

export function staffMeaning(text: string): FlowEvent | undefined {
  const room = adding.exec(text);
  if (room !== null) return { type: 'room.added', text: room.groups?.text?.trim() ?? '' };
  return table.get(plainWords(text));
}
