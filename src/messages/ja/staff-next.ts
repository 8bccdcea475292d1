// 次回を予約: the times to choose from, and why none was booked.
import type { Slot } from '../../booking/shown.ts';
import type { CannotBook } from '../../booking/staff-times.ts';
import type { FreeTimes } from '../facts-phone.ts';
import type { RoomChoice } from '../facts-rooms.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Button, Message } from '../message.ts';
import { slotLines } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { phoneLabels } from './phone-labels.ts';
import { howToAddRoom } from './remarks-staff.ts';
import { roomsToPick } from './room-buttons.ts';
import { shortTime, whyNoBooking } from './staff-phone.ts';
import { suspendedFacts } from './staff-suspension-words.ts';
import { howTold, toldInAMinute } from './staff-whose.ts';

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
${howTold(whose, toldInAMinute)}`,
          facts: [
            ...(whose.name === null ? [] : [{ label: fieldNames.name, value: whose.name }]),
            { label: '受付番号', value: whose.receipt },
            ...suspendedFacts(whose.suspended ?? null),
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

/** Its own room is in use then, or it had none. Nothing is booked before one is picked. */
export const nextRooms = (
  whose: Whose,
  { at, ...slot }: Slot & { at: number },
  rooms: readonly RoomChoice[],
): Message[] => {
  const { buttons, note, ...shown } = roomsToPick(rooms, whose, 'next.roomed', { at });
  const text =
    buttons.length === 0
      ? 'その日時は、空いている会議室がありません。\n別の日時を選んでください。'
      : `まだ予約していません。
会議室を選ぶと、すぐに確定します。
${howTold(whose, toldInAMinute)}`;
  return [
    {
      kind: 'card',
      alt: '会議室を選んでください',
      title: buttons.length === 0 ? '会議室が空いていません' : '会議室を選んでください',
      text,
      facts: [
        ...(whose.name === null ? [] : [{ label: fieldNames.name, value: whose.name }]),
        ...suspendedFacts(whose.suspended ?? null),
        { label: '次の日時', value: slotLines(slot) },
      ],
      ...shown,
      ...(note !== undefined && { note }),
      buttons: [
        ...buttons,
        { label: phoneLabels.moreTimes, tap: { event: 'next.asked', ...named(whose), page: 0 } },
      ],
    },
  ];
};

const refusals = {
  openBooking: 'この方には、別の予約があります。\nそのあとで、予約できます。',
  noRoom: `会議室が、まだ登録されていません。\n次の予約は、していません。\n\n${howToAddRoom}`,
};

export const nextRefused = (because: CannotBook | 'taken' | keyof typeof refusals): Message[] => [
  {
    kind: 'text',
    text:
      because === 'openBooking' || because === 'noRoom'
        ? refusals[because]
        : `その日時は、${whyNoBooking[because]}`,
  },
];
