// What did not reach people, for staff to tell by telephone.

import type { Moment } from '../../booking/shown.ts';
import type { CallFacts, CallList, CallOutcome, CallRow, CannotSend } from '../facts-calls.ts';
import type { Notice } from '../facts-staff.ts';
import type { Button, Message, Row } from '../message.ts';
import { callsButton } from './buttons.ts';
import {
  actedBefore,
  becauseOf,
  notToldOf,
  putOff,
  recordedAsTold,
  shortReason,
  toTell,
} from './call-words.ts';
import { momentSince, momentText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { callNobody, unlessBanned } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** It stands until somebody presses 伝えた or LINEで送り直す. */
export function callCard(call: CallFacts): Message[] {
  const { about, reason, tries, booking, name, maskedPhone, cannotSend, noCall } = call;
  return [
    {
      kind: 'card',
      alt: '届かなかったお知らせがあります',
      title: reason === 'noLine' ? 'LINEではお伝えできません' : 'LINEが届きませんでした',
      text: unlessBanned(noCall, '利用者の方に、お電話でお知らせください。'),
      facts: [
        { label: 'お伝えすること', value: toTell(about) },
        { label: '理由', value: becauseOf(reason) },
        ...(booking === null ? [] : noticeFacts(booking)),
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        ...(maskedPhone === null ? [] : [{ label: fieldNames.phone, value: maskedPhone }]),
        ...(tries === 0 ? [] : [{ label: '留守', value: `${tries}回` }]),
      ],
      ...(cannotSend !== null && { note: whyNotSent[cannotSend] }),
      buttons: buttonsOf(call),
    },
  ];
}

const buttonsOf = ({ call, tries, cannotSend }: CallFacts): Button[] => [
  { label: labels.callPage, tap: { event: 'call.page', call }, tone: 'primary' },
  { label: labels.told, tap: { event: 'call.told', call } },
  { label: labels.away, tap: { event: 'call.away', call, tries } },
  ...(cannotSend === null ? [{ label: labels.resend, tap: { event: 'call.resent', call } }] : []),
];

const whyNotSent: Readonly<Record<CannotSend, string>> = {
  noLine: 'LINEをお使いでない方です。',
  blocked: '利用者の方がブロック中で、LINEでは送り直せません。',
  quota: '今月のLINEの送信数が上限で、いまは送り直せません。',
  outdated: '予約の状態が変わったか、時間がすぎたため、送り直せません。',
  noBooking: 'LINEでのお返事は、送り直せません。',
};

/** The oldest first. */
export function callList({ count, rows, next, away }: CallList, now: Moment): Message[] {
  const later =
    away === null
      ? undefined
      : `ほかに留守の${away.count}件は、${momentSince(away.from, now.day)}から出ます。`;
  if (count === 0)
    return say(['お電話でお伝えすることはありません。', ...(later === undefined ? [] : [later])].join('\n'));
  return [
    {
      kind: 'card',
      alt: 'お電話でお伝えすることがあります',
      title: `${labels.calls} ${count}件`,
      text: 'LINEではお伝えできていません。\n古い順です。',
      rows: rows.map(rowOf),
      ...(later !== undefined && { note: later }),
      buttons: rest({ count, rows, next }),
    },
  ];
}

const rowOf = ({ id, name, about, reason, slot, tries }: CallRow): Row => ({
  title: name ?? '(氏名なし)',
  text: [
    `${notToldOf(about)}(${shortReason(reason)})`,
    ...(slot === null ? [] : [momentText(slot)]),
    ...(tries === 0 ? [] : [`留守${tries}回`]),
  ].join('・'),
  says: 'お電話の1件',
  tap: { event: 'call.asked', call: id },
});

/** The page behind, or all of them where only some were picked out. */
function rest({ count, rows, next }: Omit<CallList, 'away'>): Button[] {
  if (next !== null) return [{ label: labels.rest, tap: { event: 'calls.more', page: next } }];
  return rows.length < count && rows.length > 0 ? [callsButton] : [];
}

/** `link`: leads to a page that shows whom to call and what to say. */
export const callPageLink = (
  notice: Notice | null,
  link: string,
  { minutes, noCall }: { minutes: number; noCall: boolean },
): Message[] => [
  {
    kind: 'card',
    alt: '電話のページです',
    title: labels.callPage,
    text: `${noCall ? `${callNobody}\n` : ''}お電話番号と、お伝えする内容が見られます。
${minutes}分たつと、見られなくなります。
見たことは、記録に残ります。`,
    ...(notice !== null && { facts: noticeFacts(notice) }),
    buttons: [{ label: labels.openCallPage, link, tone: 'primary' }],
  },
];

export const callClosed = (how: 'told' | 'resent'): Message[] =>
  say(how === 'told' ? recordedAsTold : '送り直しを始めました。\n届かなかったときは、またここに出します。');

export const callPutOff = (again: Moment, now: Moment): Message[] => say(putOff(again, now));

/** For whoever pressed second. */
export const callActedBefore = (outcome: CallOutcome | null, now: Moment): Message[] =>
  say(actedBefore(outcome, now));

/** It was pressed on a card of before. */
export const callNotSent = (why: CannotSend, noCall = false): Message[] =>
  say(`${whyNotSent[why]}\n${unlessBanned(noCall, '必要なことは、お電話でお伝えください。')}`);
