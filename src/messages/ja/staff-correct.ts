// The numbers of a confirmed booking are put right: what it has, what it would get, and what was done.

import type { RoomChoice } from '../facts-rooms.ts';
import type { Brief, NumbersAsked, NumbersCorrection, TellsNumbers, Whose } from '../facts-staff.ts';
import type { Fact, Message } from '../message.ts';
import { counsellorButton, numbersButtons } from './buttons.ts';
import { slotLines, slotText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { closeBooking, passcodeWarnings } from './meeting-words.ts';
import { roomsToPick } from './room-buttons.ts';
import { noticeFacts } from './staff-requests.ts';
import { howTold } from './staff-whose.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
const whose = (name: string | null): Fact[] =>
  name === null ? [] : [{ label: fieldNames.name, value: name }];

const toldAs: Readonly<Record<TellsNumbers, string>> = {
  confirm: '「予約が確定しました」と、新しい番号で',
  reschedule: '「日時が変わりました」と、新しい番号で',
  renumber: '「ミーティングIDが変わりました」と',
};
const tells = (whose: Pick<Whose, 'reach' | 'noCall'>, told: TellsNumbers = 'renumber'): string =>
  howTold(whose, `1分後に、ご本人に${toldAs[told]}お知らせします。`);

export const whichNumbers = (
  rooms: readonly RoomChoice[],
  { name, room, isNamed = false, reach, noCall, told, ...brief }: NumbersAsked,
): Message[] => {
  const { buttons, ...shown } = roomsToPick(rooms, brief, 'room.changed');
  return [
    {
      kind: 'card',
      alt: '番号を直します',
      title: '番号を直す',
      text:
        rooms.length === 0
          ? '新しい番号を送ってください。'
          : `会議室を選ぶと、すぐに変わります。\n${tells({ reach, noCall }, told)}`,
      facts: [
        ...whose(name),
        ...noticeFacts(brief),
        ...(room === null ? [] : [{ label: 'いまの会議室', value: room }]),
      ],
      ...shown,
      buttons: [...buttons, ...numbersButtons(brief), ...(isNamed ? [counsellorButton(brief)] : [])],
    },
  ];
};

const shown = ({ meetingId, passcode, room }: NumbersCorrection['after']): string =>
  [...(room === null ? [] : [room]), spacedMeetingId(meetingId), passcode].join('\n');

export const numbersCorrection = ({
  name,
  reach,
  noCall,
  before,
  after,
  isClose,
  mark,
  told,
  ...brief
}: NumbersCorrection): Message[] => {
  const doubts = passcodeWarnings(after.passcode, after);
  return [
    {
      kind: 'card',
      alt: 'ご確認ください',
      title: 'この番号を送り直しますか？',
      text: [...doubts, tells({ reach, noCall }, told)].join('\n'),
      facts: [
        ...whose(name),
        ...noticeFacts(brief),
        ...(before === null ? [] : [{ label: '古い番号', value: shown(before) }]),
        { label: '新しい番号', value: shown(after) },
      ],
      ...(isClose && { note: closeBooking }),
      buttons: [
        {
          label: doubts.length > 0 ? labels.confirmDoubtful : labels.sendAgain,
          tap: { event: 'numbers.corrected', booking: brief.id, version: brief.version, numbers: mark },
          tone: 'primary',
        },
        ...numbersButtons(brief),
      ],
    },
  ];
};

export const numbersAsBefore = ({ receipt, slot }: Brief): Message[] =>
  say(`この予約は、もうその番号です。\n受付番号 ${receipt}\n${slotText(slot)}`);

/** From a quarter of an hour before the start. */
export const numbersTooLate = ({ receipt, slot }: Brief): Message[] => [
  {
    kind: 'text',
    text: `開始の15分前からは、番号を変えられません。
お電話でお知らせください。
受付番号 ${receipt}
${slotLines(slot)}`,
  },
];
