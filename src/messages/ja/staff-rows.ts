// One booking as a line of a list, wherever staff see one.
import type { ListRow } from '../facts-staff.ts';
import type { Row } from '../message.ts';
import { lookUp } from './look-up.ts';

const stateNames: Readonly<Record<string, string>> = {
  requested: '承認待ち',
  proposed: '別の日時を提案中',
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
