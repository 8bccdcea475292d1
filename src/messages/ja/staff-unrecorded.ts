// 未記録: consultations whose time is over, and nobody has recorded how they went.
import type { ListRow, UnrecordedList } from '../facts-staff.ts';
import type { Message, Row } from '../message.ts';
import { dayText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { rowOf, stateName } from './staff-rows.ts';

const age = (days: number): string => (days === 0 ? '今日' : `${days}日前`);

/** With its age, in any list of several days. */
export const unrecordedRow = (row: Pick<ListRow, 'id' | 'name' | 'slot' | 'state'> & { days: number }): Row =>
  rowOf(row, `${dayText(row.slot.day)} ${timeText(row.slot.time)}`, [stateName(row.state), age(row.days)]);

/** The newest first. */
export const unrecordedList = ({ page, count, rows, hasMore }: UnrecordedList): Message[] =>
  count === 0
    ? [{ kind: 'text', text: '未記録の相談はありません。' }]
    : [
        {
          kind: 'card',
          alt: '未記録の相談です',
          title: `未記録 ${count}件`,
          text: '行を押して、相談のようすを記録してください。',
          rows: rows.map(unrecordedRow),
          buttons: hasMore ? [{ label: labels.rest, tap: { event: 'unrecorded.more', page: page + 1 } }] : [],
        },
      ];
