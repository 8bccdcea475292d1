// News that staff act on by telephone.
import type { Moment } from '../facts.ts';
import type { Fact, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { momentSince } from './dates.ts';
import { fieldNames } from './labels.ts';
import { type Notice, noticeFacts } from './staff-requests.ts';

type Person = Notice & { id: string; name: string };

/** On a card, so that her name stays off the lock screen. */
const newsCard = (
  title: string,
  text: string,
  { id, name, ...notice }: Person,
  ...more: Fact[]
): Message[] => [
  {
    kind: 'card',
    alt: title,
    title,
    text,
    facts: [
      ...noticeFacts(notice),
      ...(name === '' ? [] : [{ label: fieldNames.name, value: name }]),
      ...more,
    ],
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

/** whether it came before the ten minutes were over is for staff to judge. */
const cameAt = ({ slot }: Person, at: Moment): Fact => ({
  label: '連絡の時刻',
  value: momentSince(at, slot.day),
});

export const lateForStaff = (person: Person, at: Moment): Message[] =>
  newsCard('遅れると連絡がありました', '遅れて入室するそうです。', person, cameAt(person, at));

/** After 「行けない」. */
export const comingForStaff = (person: Person, at: Moment): Message[] =>
  newsCard(
    'やはり行けると連絡がありました',
    '「行けない」とのご連絡のあとです。\n予約は、そのままです。',
    person,
    cameAt(person, at),
  );

/** a sign of life at the hour of her consultation. What she wrote is not passed on. */
export const contactForStaff = (person: Person, at: Moment): Message[] =>
  newsCard(
    '相談の時間にメッセージがありました',
    '利用者の方が、トークに何か送りました。\n内容は、ここには出しません。\n入室がまだのときは、お電話をお願いします。',
    person,
    cameAt(person, at),
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
