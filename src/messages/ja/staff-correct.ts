// The numbers of a confirmed booking are put right: what it has, what it would get, and what was done.
import type { Brief, MeetingDecided, NumbersCorrection, RoomChoice } from '../facts-staff.ts';
import type { Fact, Message } from '../message.ts';
import { contactButton, numbersButtons } from './buttons.ts';
import { slotLines, slotText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { closeBooking, isShortPasscode, meetingLines, shortPasscodeText } from './meeting-words.ts';
import { roomsToPick } from './room-buttons.ts';
import { called } from './staff-called.ts';
import { unlessBanned } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
const whose = (name: string | null): Fact[] =>
  name === null ? [] : [{ label: fieldNames.name, value: name }];

const tellsAtOnce = '利用者の方に「ミーティングIDが変わりました」とお知らせします。';

/** `room`: in which it is now. */
export const whichNumbers = (
  rooms: readonly RoomChoice[],
  { name, room, ...brief }: Brief & { name: string | null; room: string | null },
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
          : `会議室を選ぶと、すぐに変わります。\n${tellsAtOnce}`,
      facts: [
        ...whose(name),
        ...noticeFacts(brief),
        ...(room === null ? [] : [{ label: 'いまの会議室', value: room }]),
      ],
      ...shown,
      buttons: [...buttons, ...numbersButtons(brief)],
    },
  ];
};

const shown = ({ meetingId, passcode, room }: NumbersCorrection['after']): string =>
  [...(room === null ? [] : [room]), spacedMeetingId(meetingId), passcode].join('\n');

export const numbersCorrection = ({
  name,
  before,
  after,
  isClose,
  mark,
  ...brief
}: NumbersCorrection): Message[] => {
  const isShort = isShortPasscode(after.passcode);
  return [
    {
      kind: 'card',
      alt: 'ご確認ください',
      title: 'この番号を送り直しますか？',
      text: `${isShort ? `${shortPasscodeText}\n` : ''}${tellsAtOnce}`,
      facts: [
        ...whose(name),
        ...noticeFacts(brief),
        ...(before === null ? [] : [{ label: '古い番号', value: shown(before) }]),
        { label: '新しい番号', value: shown(after) },
      ],
      ...(isClose && { note: closeBooking }),
      buttons: [
        {
          label: isShort ? labels.confirmShortPasscode : labels.resend,
          tap: { event: 'numbers.corrected', booking: brief.id, version: brief.version, numbers: mark },
          tone: 'primary',
        },
        ...numbersButtons(brief),
      ],
    },
  ];
};

/** `reachable`: the account is not blocked. */
export const numbersCorrected = ({
  id,
  by,
  room = null,
  isClose = false,
  reachable,
  noCall,
  ...notice
}: MeetingDecided): Message[] => {
  const lines = meetingLines({ room, isClose });
  return reachable
    ? say(`${by === null ? '' : `${called(by)}が`}番号を直しました。
受付番号 ${notice.receipt}
${slotText(notice.slot)}${lines}
利用者の方には、これからLINEでお知らせします。
届かなかったときは「${labels.calls}」に出ます。`)
    : [
        {
          kind: 'card',
          alt: '番号を直しました',
          title: '番号を直しました',
          text: `利用者の方にLINEが届きません。
${unlessBanned(noCall, 'ミーティングIDとパスコードを、お電話でお知らせください。')}${lines}`,
          facts: noticeFacts(notice),
          buttons: [contactButton(id)],
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
