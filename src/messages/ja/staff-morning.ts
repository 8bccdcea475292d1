// The day's overview for staff, with the first word of the morning.
import type { MorningFacts } from '../facts-quiet.ts';
import type { Button, Fact, Message } from '../message.ts';
import { callsButton } from './buttons.ts';
import { dayText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { closuresToday, hitText } from './staff-closure-words.ts';
import { rowOf, stateName } from './staff-rows.ts';
import { unrecordedRow } from './staff-unrecorded.ts';
import { quotaLines, waitingLines, waitingRows } from './staff-waiting.ts';

const fact = (label: string, count: number): Fact[] => (count === 0 ? [] : [{ label, value: `${count}件` }]);

/** Only where there are too few times, or nobody decided on some. */
const supplyFacts = ({ free, until, full, expired }: MorningFacts['supply']): Fact[] =>
  free > 0 && full === 0 && expired === 0
    ? []
    : [
        { label: '空いている枠', value: `${free}枠(${dayText(until)}まで)` },
        ...(full === 0 ? [] : [{ label: '満席を見た方', value: `${full}人(7日間)` }]),
        ...(expired === 0 ? [] : [{ label: '期限切れ', value: `${expired}件(7日間)` }]),
      ];

/** `needed` is a forecast: by what is booked now. */
const monthText = ({ left, needed }: { left: number; needed: number }): string =>
  needed === 0 ? `${left}通` : `${left}通(予約の方へ あと${needed}通の見込み)`;

export function morning(facts: MorningFacts): Message[] {
  const { today, count, rows, closures, waiting, pending, calls, unrecorded, supply, month } = facts;
  const lines = [
    ...(count === 0 ? ['今日の相談はありません。'] : []),
    ...waitingLines(waiting.items, today.day),
    ...quotaLines(waiting.quota),
  ];
  const shown = [
    ...rows.map((row) =>
      rowOf(row, timeText(row.slot.time), [
        stateName(row.state),
        ...(row.room === null ? [] : [row.room]),
        ...hitText(row.hit),
      ]),
    ),
    ...waitingRows(waiting.items, today.day),
    ...unrecorded.rows.map(unrecordedRow),
  ];
  const numbers = [
    ...closuresToday(closures).map((value) => ({ label: '休業', value })),
    ...fact('承認待ち', pending.count),
    ...fact('期限すぎ', pending.overdue),
    ...fact(labels.calls, calls),
    ...fact('未記録', unrecorded.count),
    ...supplyFacts(supply),
    ...(month === undefined ? [] : [{ label: 'LINEの残り', value: monthText(month) }]),
  ];
  return [
    {
      kind: 'card',
      alt: '今日の予定です',
      title: `${dayText(today.day)} 相談 ${count}件`,
      ...(lines.length > 0 && { text: lines.join('\n') }),
      ...(numbers.length > 0 && { facts: numbers }),
      ...(shown.length > 0 && { rows: shown }),
      ...(waiting.more > 0 && { note: `ほかにお知らせが${waiting.more}件あります。` }),
      buttons: buttonsOf(facts),
    },
  ];
}

const buttonsOf = ({ today, count, rows, pending, calls, unrecorded }: MorningFacts): Button[] => [
  ...(rows.length < count
    ? [{ label: '今日', tap: { event: 'days.asked', from: today.day, until: today.day, page: 0 } }]
    : []),
  ...(pending.count > 0 ? [{ label: '承認待ち', tap: { event: 'pending.more', page: 0 } }] : []),
  ...(calls > 0 ? [callsButton] : []),
  ...(unrecorded.rows.length < unrecorded.count
    ? [{ label: '未記録', tap: { event: 'unrecorded.more', page: 0 } }]
    : []),
];
