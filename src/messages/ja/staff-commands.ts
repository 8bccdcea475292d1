// What staff send to ask for something, and what the help says of it.
import type { StaffCommand } from '../../../flows/vocabulary.ts';
import { labels } from './labels.ts';

/** `also`: other words for it, parted by spaces. Only what works today. */
type CommandWords = { send: string; also: string; help: string };

/** In the order of the help. */
export const staffCommandWords: Readonly<Record<StaffCommand, CommandWords>> = {
  'pending.asked': {
    send: '承認待ち',
    also: '承認まち 未承認',
    help: '返事を待っている申し込みを出します。',
  },
  'calls.asked': {
    send: labels.calls,
    also: '電話 電話一覧',
    help: 'LINEで届かなかったお知らせを出します。',
  },
  'rooms.asked': { send: '会議室', also: '会議室一覧', help: '登録した会議室を出します。' },
  'invitation.asked': {
    send: '招待',
    also: '招待コード',
    help: '別のトークを職員用にするコードを出します。',
  },
  'chats.asked': {
    send: 'トーク一覧',
    also: '登録トーク 登録チャット チャット一覧 職員用のトーク 職員用トーク 職員用チャット',
    help: '職員用のトークを出します。',
  },
};

export const commandLines = Object.values(staffCommandWords)
  .map(({ send, help }) => `「${send}」と送ると、${help}`)
  .join('\n');
