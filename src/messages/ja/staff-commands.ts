// What staff send to ask for something, and what the help says of it.
import type { StaffCommand } from '../../../flows/vocabulary.ts';
import type { Moment } from '../../booking/shown.ts';
import type { Message } from '../message.ts';
import { momentText } from './dates.ts';
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
  'unrecorded.asked': {
    send: '未記録',
    also: '未記録一覧',
    help: '終わって、まだ記録のない相談を出します。',
  },
  'calls.asked': {
    send: labels.calls,
    also: '電話 電話一覧',
    help: 'お電話でお伝えすることを出します。',
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

/** What stands before a code in a one-to-one chat. `understanding/code.ts` reads it. */
const named = (code: string): string => `登録 ${code}`;

const invitation = (code: string, until: Moment): Message[] => [
  {
    kind: 'text',
    text: `招待コードは ${code} です。
職員用にするグループで、このコードを送ってください。
そこにいる方は、だれでも申し込みと氏名が見られます。
1対1のトークでは、次のように送ってください。
${named(code)}
${momentText(until)}まで、一度だけ使えます。
前に出したコードは、もう使えません。`,
  },
];

const pushesSet = (on: boolean, anybody: boolean): Message[] => [
  {
    kind: 'text',
    text: on
      ? `通知を入れました。
急ぎのお知らせは、開庁時間のあいだ、このトークに届きます。
1回ごとに、ここの人数分のメッセージを使います。`
      : `通知を切りました。
このトークには、自分からは何も送りません。
お知らせは、ここに次に書かれたときに、まとめて出します。${
          anybody
            ? ''
            : '\n通知の入ったトークは、もうありません。\n急ぎのお知らせも、どなたにも届きません。\n入れるときは「通知 入」と送ってください。'
        }`,
  },
];

/** What is answered with a sentence or two; lists of cards have files of their own. */
export const commandReplies = { invitation, pushesSet };
