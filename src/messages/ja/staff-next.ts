// 次回を予約: the times to choose from, and why none was booked.
import type { CannotBook } from '../../booking/staff-times.ts';
import type { FreeTimes } from '../facts-phone.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Button, Message } from '../message.ts';
import { fieldNames } from './field-names.ts';
import { phoneLabels } from './phone-labels.ts';
import { shortTime, whyNoBooking } from './staff-phone.ts';
import { noLineTold } from './staff-whose.ts';

const named = ({ id, version }: Brief) => ({ booking: id, version });

/** `isInstead`: of one that was cancelled. */
export const nextTimes = (
  { isInstead, ...whose }: Whose & { isInstead: boolean },
  { times, next }: FreeTimes,
): Message[] =>
  times.length === 0
    ? [{ kind: 'text', text: '空いている日時が、もうありません。' }]
    : [
        {
          kind: 'card',
          alt: '日時を選んでください',
          title: isInstead ? phoneLabels.otherTime : phoneLabels.next,
          text: `会議室が空いていれば、同じ会議室で確定します。
${whose.reach === 'line' ? 'ご本人には、1分後にお知らせします。' : noLineTold(whose.reach)}`,
          facts: [
            ...(whose.name === null ? [] : [{ label: fieldNames.name, value: whose.name }]),
            { label: '受付番号', value: whose.receipt },
          ],
          buttons: [
            ...times.map(
              (free): Button => ({
                label: shortTime(free),
                tap: { event: 'next.picked', ...named(whose), at: free.at },
              }),
            ),
            ...(next === null
              ? []
              : [
                  { label: phoneLabels.moreTimes, tap: { event: 'next.asked', ...named(whose), page: next } },
                ]),
          ],
        },
      ];

export const nextRefused = (because: CannotBook | 'taken' | 'openBooking'): Message[] => [
  {
    kind: 'text',
    text:
      because === 'openBooking'
        ? 'この方には、別の予約があります。\nそのあとで、予約できます。'
        : `その日時は、${whyNoBooking[because]}`,
  },
];
