// One booking as a line of a list, wherever staff see one.
import type { BookingCard, ListRow } from '../facts-staff.ts';
import type { Row } from '../message.ts';
import { dayText, momentSince, timeText } from './dates.ts';
import { lookUp } from './look-up.ts';

const stateNames: Readonly<Record<string, string>> = {
  requested: '承認待ち',
  proposed: '提案中',
  confirmed: '確定',
  inProgress: '相談中',
  unrecorded: '未記録',
  done: '実施',
  withdrawn: '取り下げ',
  declined: 'お断り',
  expired: '期限切れ',
  cancelled: 'キャンセル',
  noShow: '連絡なし',
  byPhone: '電話で実施',
  absent: '欠席(連絡あり)',
};
export const stateName = (state: string): string => lookUp(stateNames, state) ?? state;

export const nobodyKnown = '(氏名なし)';

export const rowOf = (row: Pick<ListRow, 'id' | 'name'>, when: string, about: readonly string[]): Row => ({
  title: `${when} ${row.name ?? nobodyKnown}`,
  text: about.join('・'),
  says: `${when}の予約`,
  tap: { event: 'card.asked', booking: row.id },
});

/** The time that its person wishes for instead. */
export const wishText = ({ wish }: Pick<ListRow, 'wish'>): string[] =>
  wish === null ? [] : [`変更の希望 ${dayText(wish.day)} ${timeText(wish.time)}`];

/** What became of somebody's consultations, in numbers. */
export function pastText({ past, lastAt }: Pick<BookingCard, 'past' | 'lastAt'>): string {
  const counted = (
    [
      ['実施', past.done],
      ['電話で実施', past.byPhone],
      ['連絡なし', past.noShow],
      ['欠席', past.absent],
    ] as const
  ).flatMap(([name, count]) => (count === 0 ? [] : [`${name}${count}`]));
  if (lastAt === null || counted.length === 0) return '初めて';
  return `${counted.join('・')}(最後 ${dayText(lastAt.day)})`;
}

/** Nobody of the staff has to do anything. */
export const offeredRow = (row: ListRow, today: string): Row =>
  rowOf(row, `${dayText(row.slot.day)} ${timeText(row.slot.time)}`, [
    '提案中',
    ...(row.offered ? [`提案の期限 ${momentSince(row.offered, today)}`] : []),
  ]);
