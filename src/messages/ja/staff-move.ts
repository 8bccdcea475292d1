// 日時を変える: the day, the time, and the last look. Every button names the booking.
import { overrideReasons } from '../../../flows/vocabulary.ts';
import type { MoveCheck, MoveDays, MoveReason, MoveTimes } from '../facts-moves.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Button, Fact, Message } from '../message.ts';
import { cutLabel } from './buttons.ts';
import { dayText, slotLines, slotText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { closeBooking } from './meeting-words.ts';
import { overrideReasonNames } from './phone-labels.ts';
import { howTold } from './staff-whose.ts';

const named = ({ id, version }: Brief) => ({ booking: id, version });

const whose = ({ name, slot, receipt }: Brief & Pick<Whose, 'name'>): Fact[] => [
  ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
  { label: 'いまの日時', value: slotLines(slot) },
  { label: '受付番号', value: receipt },
];

const otherDays = (brief: Brief, page: number): Button => ({
  label: labels.otherDays,
  tap: { event: 'move.asked', ...named(brief), page },
});

const needsReason = '受付の締め切りを過ぎた日は、理由を選びます。';

export const moveDays = ({ days, next, today, late, ...booking }: MoveDays): Message[] => [
  {
    kind: 'card',
    alt: '新しい日を選んでください',
    title: '新しい日を選んでください',
    text:
      days.length === 0
        ? '空いている日がありません。'
        : `いまの予約は、まだそのままです。${days.some((day) => late.includes(day)) ? `\n${needsReason}` : ''}`,
    facts: whose(booking),
    buttons: [
      ...days.map(
        (day): Button => ({
          label: day === today ? '今日' : dayText(day),
          tap: { event: 'move.day', ...named(booking), day },
        }),
      ),
      ...(next === null ? [] : [otherDays(booking, next)]),
    ],
  },
];

export const moveTimes = ({ day, times, hasMore, ...booking }: MoveTimes): Message[] => [
  {
    kind: 'card',
    alt: '新しい時間を選んでください',
    title: `${dayText(day)}の何時から？`,
    facts: whose(booking),
    buttons: [
      ...times.map(
        (time): Button => ({
          label: timeText(time),
          tap: { event: 'move.time', ...named(booking), day, time },
        }),
      ),
      ...(hasMore
        ? [{ label: labels.otherTimes, tap: { event: 'move.day', ...named(booking), day, fine: 1 } }]
        : []),
      otherDays(booking, 0),
    ],
  },
];

/** The time is too late for the chat. */
export const moveReason = ({ to, ...booking }: MoveReason): Message[] => [
  {
    kind: 'card',
    alt: '理由を選んでください',
    title: '変える理由は？',
    text: '受付の締め切りを過ぎた日時です。\n理由は、予約のカードに残ります。\nいまの予約は、まだそのままです。',
    facts: [...whose(booking), { label: '新しい日時', value: slotLines(to) }],
    buttons: [
      ...overrideReasons.map(
        (reason): Button => ({
          label: overrideReasonNames[reason],
          tap: { event: 'move.reasoned', ...named(booking), day: to.day, time: to.time, reason },
        }),
      ),
      otherDays(booking, 0),
    ],
  },
];

const withNewNumbers = '番号は、会議室のいまの番号に変わります。\nご本人にも、新しい番号が届きます。';

/** It says before the press what the person will be told. */
export const moveCheck = ({
  to,
  reason = null,
  room,
  isFree,
  isRenumbered,
  isClose,
  rooms,
  ...booking
}: MoveCheck): Message[] => {
  const slot = { ...named(booking), day: to.day, time: to.time, ...(reason !== null && { reason }) };
  const late = reason === null ? '' : 'Late';
  const why = reason === null ? undefined : lookUp<string>(overrideReasonNames, reason);
  const free = `${room ?? 'いまの番号'} 空き${isRenumbered ? `\n${withNewNumbers}` : ''}`;
  return [
    {
      kind: 'card',
      alt: '日時の変更をご確認ください',
      title: 'この日時に変えますか？',
      text: howTold(
        booking,
        `1分後に、ご本人に次のようにお知らせします。\n「日時が${slotText(to)}に変わりました」`,
      ),
      facts: [
        ...whose(booking),
        { label: '新しい日時', value: slotLines(to) },
        ...(why === undefined ? [] : [{ label: '理由', value: why }]),
        { label: '会議室', value: isFree ? free : `${room ?? 'いまの番号'}は、使用中です。` },
      ],
      ...(isClose && isFree && { note: closeBooking }),
      ...(!isFree &&
        rooms.length === 0 && { note: '空いている会議室がありません。\n別の日時を選んでください。' }),
      buttons: [
        ...(isFree
          ? [{ label: labels.move, tap: { event: `move.made${late}`, ...slot }, tone: 'primary' as const }]
          : rooms.map(
              ({ id, name }): Button => ({
                label: `${labels.move}(${cutLabel(name, 12)})`,
                tap: { event: `move.roomed${late}`, ...slot, room: id },
              }),
            )),
        otherDays(booking, 0),
      ],
    },
  ];
};

/** `isClosed`: staff have closed it since. */
export const moveSlotGone = (isClosed: boolean): Message[] => [
  {
    kind: 'text',
    text: `その日時は、${isClosed ? '休業になりました。' : 'もう空いていません。'}\n別の日時を選んでください。`,
  },
];
