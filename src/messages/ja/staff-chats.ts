// The chats in which staff decide: a new one, the list of them, one that is ended, somebody who joins.

import type { Moment } from '../../booking/shown.ts';
import type { AdminChatView } from '../../records/chat-views.ts';
import type { Button, Fact, Message } from '../message.ts';
import { cutLabel } from './buttons.ts';
import { momentText } from './dates.ts';
import { labels } from './labels.ts';
import { called } from './staff-called.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** Names of LINE are anybody's to choose: one line, not too long. */
const shown = (name: string): string => cutLabel(name.replaceAll(/\s+/g, ' ').trim(), 30);

const nameOf = ({ name, isPerson }: AdminChatView): string => {
  const known = name === null ? '' : shown(name);
  return known === '' ? `名前のわからない${isPerson ? '方' : 'グループ'}` : known;
};

const kindOf = ({ isPerson, members }: AdminChatView): string =>
  isPerson ? '1対1のトーク' : `グループ${members === null ? '' : ` ${members}人`}`;

const facts = (chat: AdminChatView): Fact[] => [
  { label: 'トーク', value: nameOf(chat) },
  { label: '種類', value: kindOf(chat) },
  ...(chat.invitedBy === null ? [] : [{ label: '招待した方', value: called(shown(chat.invitedBy)) }]),
  { label: '登録', value: momentText(chat.enrolled) },
];

const ending = (
  event: 'chat.ending' | 'chat.ended',
  label: string,
  { id, since }: AdminChatView,
): Button => ({
  label,
  tap: { event, chat: id, since },
});

/** To all other admin chats. */
export const chatEnrolled = (chat: AdminChatView): Message[] => [
  {
    kind: 'card',
    alt: '職員用のトークが増えました',
    title: '職員用のトークが増えました',
    text: `次のトークでも、申し込みと氏名が見られます。
そこにいる方は、だれでも決められます。
心あたりがないときは「${labels.revoke}」を押してください。`,
    facts: facts(chat),
    buttons: [ending('chat.ended', labels.revoke, chat)],
  },
];

/** `others`: how many there are beside this one. At the head of the cards of some of them. */
export const chatList = (others: number, cards: number): Message[] => {
  if (others === 0) return say('職員用のトークは、ここだけです。\n増やすときは「招待」と送ってください。');
  const head = `ここのほかに、職員用のトークが${others}つあります。`;
  return say(others > cards ? `${head}\n新しい${cards}つを出します。` : head);
};

export const chatCard = (chat: AdminChatView): Message[] => [
  {
    kind: 'card',
    alt: '職員用のトークです',
    title: '職員用のトーク',
    facts: facts(chat),
    buttons: [ending('chat.ending', labels.endChat, chat)],
  },
];

export const endChatAsked = (chat: AdminChatView): Message[] => [
  {
    kind: 'card',
    alt: 'ご確認ください',
    title: 'このトークを終了しますか？',
    text: `終了すると、そのトークでは何も決められません。
申し込みのお知らせも届かなくなります。
もう一度使うには、招待コードが必要です。
終了しないときは、押さないでください。`,
    facts: facts(chat),
    buttons: [
      {
        label: labels.endChatYes,
        tap: { event: 'chat.ended', chat: chat.id, since: chat.since, sure: '1' },
      },
    ],
  },
];

export const chatEnded = (chat: AdminChatView, by: string | null): Message[] =>
  say(`${by === null ? '' : `${called(shown(by))}が`}職員用から外しました。
トーク ${nameOf(chat)}
そのトークでは、もう何も決められません。
前に出した招待コードも、もう使えません。`);

export const chatNotThere = (): Message[] => say('そのトークは、もう職員用ではありません。');

/** `until`: from then on the chat that asks is no new one any more. */
export const endChatTooSoon = ({ isPerson }: AdminChatView, until: Moment): Message[] =>
  say(`ここは、職員用になったばかりのトークです。
前からあるトークは、まだ終了できません。
${momentText(until)}からは終了できます。
お急ぎのときは、${isPerson ? 'その方にアカウントのブロックを頼んでください。' : 'そのグループからアカウントを退会させてください。'}`);

/** In the chat that was ended: at once, and when somebody next writes there. */
export const chatFarewell = (): Message[] =>
  say(`ここは、職員用のトークではなくなりました。
ほかの職員用のトークで、終了の操作がありました。
もう一度使うには、招待コードが必要です。`);

/** `names`: of some of them, where LINE told. `count`: of all who joined. */
export const memberJoined = (names: readonly string[], count: number): Message[] => {
  const shownNames = names.map((name) => called(shown(name)));
  const others = count - names.length;
  const who =
    count === 1
      ? [`${shownNames[0] ?? '新しい方'}が参加しました。`]
      : [
          `${count}人が参加しました。`,
          ...shownNames.map((name) => `・${name}`),
          ...(others > 0 && others < count ? [`ほかに${others}人`] : []),
        ];
  return say(`${who.join('\n')}
このトークでは、申し込みと利用者の方の氏名が見られます。
心あたりがないときは、退会してもらってください。`);
};
