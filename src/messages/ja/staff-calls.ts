// What did not reach people, for staff to tell by telephone, and what waited for the next word of staff.

import type { CallFacts, Notice, WaitingFacts } from '../facts-staff.ts';
import type { Button, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { momentSince } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { titleOfNotice, unlessBanned } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** What could not be told, by the kind of message. */
const toTell: Readonly<Record<string, string>> = {
  confirmed: '予約が確定したこと、ミーティングIDとパスコード',
  numbersChanged: '新しいミーティングIDとパスコード',
  declined: '申し込みをお断りしたこと',
  cancelled: '予約をキャンセルしたこと',
  expired: '期限までに確定できなかったこと',
  reminder: '相談の日時の再確認',
  receipt: '申し込みを受け付けたこと',
};
const anAnswer = 'LINEへのお返事';

const because: Readonly<Record<string, string>> = {
  quota: '今月のLINEの送信数が上限',
  reserve: '今月のLINEの送信数が残りわずか',
  limit: 'この方への一日の送信数が上限',
  blocked: '利用者の方がブロック中',
  refused: 'LINEが受け付けない',
  unknown: '届いたかどうか不明',
};
const otherwise = '送れなかった';

/** It stands until somebody presses 伝えた or 送り直す. */
export function callCard({ call, about, reason, booking, name, maskedPhone, noCall }: CallFacts): Message[] {
  const told: Button = { label: labels.told, tap: { event: 'call.told', call }, tone: 'primary' };
  const resend: Button = { label: labels.resend, tap: { event: 'call.resent', call } };
  return [
    {
      kind: 'card',
      alt: '届かなかったお知らせがあります',
      title: 'LINEが届きませんでした',
      text: unlessBanned(noCall, '利用者の方に、お電話でお知らせください。'),
      facts: [
        { label: 'お伝えすること', value: lookUp(toTell, about) ?? anAnswer },
        { label: '理由', value: lookUp(because, reason) ?? otherwise },
        ...(booking === null ? [] : noticeFacts(booking)),
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        ...(maskedPhone === null ? [] : [{ label: fieldNames.phone, value: maskedPhone }]),
      ],
      buttons: booking === null ? [told] : [told, resend, contactButton(booking.id)],
    },
  ];
}

/** At the head of the cards that follow, the oldest first. */
export function callList(count: number, shown: number): Message[] {
  if (count === 0) return say('お電話でお伝えすることはありません。');
  const head = `お電話でお伝えすることが${count}件あります。`;
  if (count <= shown) return say(head);
  return say(
    `${head}\n古い${shown}件を出します。\n残りは、そのあとでもう一度「${labels.calls}」と送ってください。`,
  );
}

export const callClosed = (how: 'told' | 'resent'): Message[] =>
  say(
    how === 'told'
      ? '伝えたことを記録しました。'
      : '送り直しを始めました。\n届かなかったときは、またここに出します。',
  );

/** For whoever pressed second. */
export const callClosedBefore = (how: 'told' | 'resent' | undefined): Message[] =>
  say(
    {
      told: '職員の方が、もうお伝え済みです。',
      resent: '職員の方が、もう送り直しています。',
      none: 'このお知らせは、記録にありません。',
    }[how ?? 'none'],
  );

/** A confirmation of what is not confirmed any more is never sent again. */
export const callOutdated = ({ receipt }: Notice, noCall = false): Message[] =>
  say(`受付番号 ${receipt} は、いまは状態が変わっています。
送り直しはしませんでした。
${unlessBanned(noCall, '必要なことは、お電話でお伝えください。')}`);

export const callBlocked = (noCall = false): Message[] =>
  say(`利用者の方がブロック中で、LINEは届きません。\n${unlessBanned(noCall, 'お電話でお伝えください。')}`);

const quotaReached = `今月のLINEの送信数が上限になりました。
お知らせを送れないことがあります。
送れなかったものは「${labels.calls}」で出せます。
LINE公式アカウントの管理者に、プランの確認をお願いします。`;

/** Gathered into one message: it goes out with the answer to whatever was written in the admin chat. */
export function waitingNews({ isQuotaUsedUp, items, more }: WaitingFacts, today: string): Message[] {
  const lines = items.map(
    ({ about, at, receipt }) =>
      `・${receipt === null ? '' : `${receipt} `}${titleOfNotice(about)}(${momentSince(at, today)})`,
  );
  const news = [
    '先にお送りできなかったお知らせです。',
    ...lines,
    ...(more > 0 ? [`ほかに${more}件あります。`] : []),
    ...(items.some(({ about }) => about === 'request') ? ['申し込みは「承認待ち」で出せます。'] : []),
  ].join('\n');
  return say([...(isQuotaUsedUp ? [quotaReached] : []), ...(items.length > 0 ? [news] : [])].join('\n\n'));
}
