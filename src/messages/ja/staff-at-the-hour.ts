// What staff are pushed without anybody having written: no sign ten minutes after a start, and answers that were promised.
import type { Moment } from '../../booking/shown.ts';
import type { AnswerDue, NoSign } from '../facts-quiet.ts';
import type { Room } from '../facts-rooms.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { dayText, momentText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { callNobody } from './staff-notice-words.ts';
import { decisionButtons, noticeFacts } from './staff-requests.ts';
import { nobodyKnown, rowOf, wishText } from './staff-rows.ts';
import { suspendedFacts } from './staff-suspension-words.ts';
import { whoseFacts } from './staff-whose.ts';

export const noSign = ({ id, version, name, noCall, ...notice }: NoSign): Message[] => {
  const outcome = (code: string) => ({ event: 'outcome.recorded', booking: id, version, outcome: code });
  return [
    {
      kind: 'card',
      alt: 'まだ記録のない相談があります',
      title: `${timeText(notice.slot.time)} ${name ?? nobodyKnown}`,
      text: `まだ記録がありません。\n開始から10分たちました。${noCall ? `\n${callNobody}` : ''}`,
      facts: noticeFacts(notice),
      buttons: [
        { label: labels.came, tap: outcome('attended'), tone: 'primary' },
        contactButton(id),
        { label: labels.missed, tap: outcome('missed') },
      ],
    },
  ];
};

/** An hour before the promised answer time. */
export const answerDue = ({
  promised,
  oneRoom,
  suspended = null,
  ...whose
}: Brief & Pick<Whose, 'name' | 'suspended'> & { promised: Moment; oneRoom: Room | null }): Message[] => [
  {
    kind: 'card',
    alt: '返事の期限が近い申し込みがあります',
    title: '返事の期限が近づいています',
    facts: [
      ...whoseFacts(whose),
      { label: '返事の期限', value: momentText(promised) },
      ...suspendedFacts(suspended),
    ],
    buttons: decisionButtons(whose, oneRoom),
  },
];

function whatWaits(rows: readonly AnswerDue[]): string {
  if (rows.every(({ wish }) => wish === null)) return '申し込み';
  return rows.every(({ wish }) => wish !== null) ? '変更の希望' : '申し込みと変更の希望';
}

/** Some of `count`, in one message. */
export const answersDue = (rows: readonly AnswerDue[], count: number): Message[] => [
  {
    kind: 'card',
    alt: `返事の期限が近い${whatWaits(rows)}があります`,
    title: `返事の期限が近い${whatWaits(rows)} ${count}件`,
    rows: rows.map(({ promised, wish, ...row }) =>
      rowOf(row, `${dayText(row.slot.day)} ${timeText(row.slot.time)}`, [
        ...wishText({ wish }),
        `返事の期限 ${momentText(promised)}`,
      ]),
    ),
    buttons: [{ label: '承認待ち', tap: { event: 'pending.more', page: 0 } }],
  },
];
