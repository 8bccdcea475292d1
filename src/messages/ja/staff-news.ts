// News that staff act on by telephone.
import type { News } from '../../booking/bookings.ts';
import type { Hour } from '../../booking/hour.ts';
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

/** whether it came before the ten minutes were over is for staff to judge. */
const cameAt = ({ slot }: Person, at: Moment): Fact => ({
  label: '連絡の時刻',
  value: momentSince(at, slot.day),
});

type Words = { title: string; text: string };

const call = '登録の番号にお電話ください。';
const ifAbsent = `入室がまだのときは、${call}`;
/** a sign of life. What she wrote is not passed on. */
const inTouch = '利用者の方から、トークに連絡がありました。\n内容は、ここには出しません。';
const contact: Words = {
  title: '相談の時間にメッセージがありました',
  text: `${inTouch}\n${ifAbsent}`,
};

const words: Record<News, Words> = {
  contact,
  active: contact,
  /** */
  trouble: { title: 'Zoomに入れない方がいます', text: call },
  waiting: {
    title: 'Zoomで待っている方がいます',
    text: `待機室を見て、入室を許可してください。\n見当たらないときは、${call}`,
  },
  inside: {
    title: 'Zoomの音や画面で困っている方がいます',
    text: `話せないときや、退出されたときは、\n${call}`,
  },
  callMe: { title: 'お電話をご希望の方がいます', text: `Zoomではなく、お電話でのご希望です。\n${call}` },
  numbers: { title: 'Zoomの番号をさがしている方がいます', text: ifAbsent },
  late: { title: '遅れると連絡がありました', text: '遅れて入室するそうです。' },
  /** contact in the sense of the terms, but no cancellation. */
  absence: {
    title: '行けないと連絡がありました',
    text: '予約は、まだそのままです。\nキャンセルは、お電話で承ることになっています。',
  },
  absenceWritten: {
    title: '行けないようだと連絡がありました',
    text: '「行けない」のボタンは、押されていません。\n予約は、まだそのままです。\n確かめるときは、お電話をお願いします。',
  },
  /** After 「行けない」. */
  coming: {
    title: 'やはり行けると連絡がありました',
    text: '「行けない」とのご連絡のあとです。\n予約は、そのままです。',
  },
  entered: {
    title: 'Zoomがつながったと連絡がありました',
    text: '前のご連絡のあとです。\nZoomをご確認ください。',
  },
  newPhone: {
    title: '電話番号が変わった方がいます',
    text: '登録の番号では、つながらないことがあります。\n新しい番号は、ここには出しません。\nお電話でお知らせくださいと、ご案内しました。',
  },
};

/** Before the start nobody has to be called yet. */
const early = 'まだ開始の前です。';
const beforeStart: Partial<Record<News, string>> = {
  contact: inTouch,
  numbers: early,
  trouble: `${early}\n時間になっても入室がないときは、\n${call}`,
  waiting: `${early}\n時間になったら、待機室をご確認ください。`,
};

/** `hour`: how near it is now. `isDelayed`: LINE delivered it long after she had written it. */
type Now = { hour: Hour; isDelayed: boolean };

/** What she lets us know about her consultation: `at` is when she did it, whenever it reached us. */
export function newsForStaff(kind: News, person: Person, at: Moment, { hour, isDelayed }: Now): Message[] {
  const { title, text } = words[kind];
  const isBefore = hour !== 'begun' && hour !== 'overdue';
  const now =
    hour === 'over'
      ? '相談の時間は、もう終わっています。\nお電話で、ごようすをうかがってください。'
      : ((isBefore ? beforeStart[kind] : undefined) ?? text);
  return newsCard(
    title,
    isDelayed ? `${now}\nLINEの遅れで、いま届きました。` : now,
    person,
    cameAt(person, at),
  );
}

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
