// The lists of bookings that staff look up.
import { asDay } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Named } from './calls-to-staff.ts';
import { moment } from './invented.ts';
import { days, list } from './invented-lists.ts';

export const aboutLists: readonly Named[] = [
  ...[0, 1, 12].map((rows): Named => [`dayList ${rows}`, ja.dayList(days(rows), moment)]),
  ...[0, 1, 12].map((rows): Named => {
    const ago = list(rows).map((row) => ({ ...row, state: 'unrecorded', days: 3 }));
    return [
      `unrecordedList ${rows}`,
      ja.unrecordedList({ page: 0, count: rows, rows: ago, hasMore: rows > 1 }),
    ];
  }),
  [
    'dayList, with what nobody recorded',
    ja.dayList(
      { ...days(12), unrecorded: { count: 60, rows: list(3).map((row) => ({ ...row, days: 3 })) } },
      moment,
    ),
  ],
  [
    'dayList, a week',
    ja.dayList({ ...days(12), until: asDay('2026-12-06'), count: 60, page: 1, hasMore: true }, moment),
  ],
  ...[0, 1, 12].map(
    (rows): Named => [
      `pendingList ${rows}`,
      ja.pendingList({ page: 0, count: rows, rows: list(rows), hasMore: false }, moment),
    ],
  ),
];
