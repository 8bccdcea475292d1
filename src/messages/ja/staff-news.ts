// News that staff act on by telephone.
import type { News } from '../../booking/bookings.ts';
import type { Hour } from '../../booking/hour.ts';
import type { Moment } from '../facts.ts';
import type { Fact, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { momentSince } from './dates.ts';
import { fieldNames } from './labels.ts';
import { callThem, inTouch, newsWords } from './staff-news-words.ts';
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

/** Before the start nobody has to be called yet. */
const early = 'まだ開始の前です。';
const beforeStart: Partial<Record<News, string>> = {
  contact: inTouch,
  numbers: early,
  trouble: `${early}\n時間になっても入室がないときは、\n${callThem}`,
  waiting: `${early}\n時間になったら、待機室をご確認ください。`,
};

/** `hour`: how near it is now. `isDelayed`: LINE delivered it long after she had written it. */
type Now = { hour: Hour; isDelayed: boolean };

/** What she lets us know about her consultation: `at` is when she did it, whenever it reached us. */
export function newsForStaff(kind: News, person: Person, at: Moment, { hour, isDelayed }: Now): Message[] {
  const { title, text } = newsWords[kind];
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
