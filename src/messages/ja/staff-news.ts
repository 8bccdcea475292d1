// News that staff act on by telephone.
import type { Message } from '../message.ts';
import { slotText } from './dates.ts';
import { fieldNames } from './labels.ts';
import { type Notice, noticeFacts } from './staff-requests.ts';

type Person = Notice & { name: string };

/** On a card, so that her name stays off the lock screen. */
const newsCard = (title: string, text: string, { name, ...notice }: Person): Message[] => [
  {
    kind: 'card',
    alt: title,
    title,
    text,
    facts: [...noticeFacts(notice), ...(name === '' ? [] : [{ label: fieldNames.name, value: name }])],
  },
];

/** */
export const troubleForStaff = (person: Person): Message[] =>
  newsCard('つながらないそうです', '登録の番号に、お電話をお願いします。', person);

/** contact in the sense of the terms, but no cancellation. */
export const absenceForStaff = (person: Person): Message[] =>
  newsCard(
    '行けないと連絡がありました',
    '予約は、まだそのままです。\nキャンセルは、お電話で承ることになっています。',
    person,
  );

/** She has blocked the account while a booking stands. */
export const unreachable = (notice: Notice): Message[] => [
  {
    kind: 'text',
    text: `LINEが届かなくなった方がいます。
受付番号 ${notice.receipt}
${slotText(notice.slot)}
予約は、そのままです。
ご連絡は、お電話でお願いします。`,
  },
];

/** LINE refused a message, or it was given up. */
export const undelivered = (receipt: string | null, name: string | null): Message[] => [
  {
    kind: 'card',
    alt: '届かなかったお知らせがあります',
    title: 'LINEが届きませんでした',
    text: '利用者の方に、お電話でお知らせください。',
    facts: [
      ...(receipt === null ? [] : [{ label: '受付番号', value: receipt }]),
      ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
    ],
  },
];

export const quotaReached = (): Message[] => [
  {
    kind: 'text',
    text: `今月のLINEの送信数が上限になりました。
利用者の方へのお知らせが止まっています。
急ぎのものは、お電話でお知らせください。
LINE公式アカウントの管理者に、プランの確認をお願いします。`,
  },
];
