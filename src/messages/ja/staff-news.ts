// News that staff act on by telephone.
import type { Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { fieldNames } from './labels.ts';
import { type Notice, noticeFacts } from './staff-requests.ts';

type Person = Notice & { id: string; name: string };

/** On a card, so that her name stays off the lock screen. */
const newsCard = (title: string, text: string, { id, name, ...notice }: Person): Message[] => [
  {
    kind: 'card',
    alt: title,
    title,
    text,
    facts: [...noticeFacts(notice), ...(name === '' ? [] : [{ label: fieldNames.name, value: name }])],
    buttons: [contactButton(id)],
  },
];

/** */
export const troubleForStaff = (person: Person): Message[] =>
  newsCard('Zoomに入れない方がいます', '登録の番号にお電話ください。', person);

/** contact in the sense of the terms, but no cancellation. */
export const absenceForStaff = (person: Person): Message[] =>
  newsCard(
    '行けないと連絡がありました',
    '予約は、まだそのままです。\nキャンセルは、お電話で承ることになっています。',
    person,
  );

/** She has blocked the account while a booking stands. */
export const unreachable = ({ id, ...notice }: Notice & { id: string }): Message[] => [
  {
    kind: 'card',
    alt: 'LINEが届かなくなった方がいます',
    title: 'LINEが届かない方がいます',
    text: '予約は、そのままです。\nご連絡は、お電話でお願いします。',
    facts: noticeFacts(notice),
    buttons: [contactButton(id)],
  },
];

/** LINE refused a message, or it was given up. `booking` null: she has none. */
export const undelivered = (
  booking: { id: string; receipt: string } | null,
  name: string | null,
): Message[] => [
  {
    kind: 'card',
    alt: '届かなかったお知らせがあります',
    title: 'LINEが届きませんでした',
    text: '利用者の方に、お電話でお知らせください。',
    facts: [
      ...(booking === null ? [] : [{ label: '受付番号', value: booking.receipt }]),
      ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
    ],
    ...(booking !== null && { buttons: [contactButton(booking.id)] }),
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
