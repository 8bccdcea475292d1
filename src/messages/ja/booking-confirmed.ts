// The confirmed consultation: its numbers to copy, what to prepare, what to press when something goes wrong.
import { counsellorName } from '../../booking/counsellor-name.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { Button, Card, Message } from '../message.ts';
import { bookingFacts, noticeAlt } from './booking-messages.ts';
import { menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { nearDayText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { preparations, zoomName } from './preparations.ts';
import { joinLink, spacedMeetingId } from './zoom-numbers.ts';

/** Date, meeting ID and passcode. Without the numbers, that they are still to come. */
export function numbersCard(view: BookingView, title: string, text: string): Card {
  const { zoom } = view;
  if (zoom === null) {
    const soon = 'ミーティングIDとパスコードは、あとでこのトークに送ります。';
    return {
      kind: 'card',
      alt: noticeAlt,
      title,
      text: `${text}\n${soon}`,
      facts: bookingFacts(view, '日時'),
    };
  }
  return {
    kind: 'card',
    alt: noticeAlt,
    title,
    text,
    facts: [
      ...bookingFacts(view, '日時'),
      { label: 'ミーティングID', value: spacedMeetingId(zoom.meetingId) },
      { label: 'パスコード', value: zoom.passcode },
    ],
    buttons: [
      { label: labels.openZoom, link: joinLink(zoom.meetingId), tone: 'primary' },
      { label: labels.copyMeetingId, copy: zoom.meetingId },
      { label: labels.copyPasscode, copy: zoom.passcode },
    ],
  };
}

/** */
export const troubleButtons = ({ id, version, isSuspended }: BookingView, office: Office): Button[] => [
  { label: labels.trouble, tap: { event: 'trouble.told', booking: id } },
  { label: labels.absence, tap: { event: 'absence.told', booking: id } },
  ...(isSuspended
    ? []
    : [{ label: labels.moveWish, tap: { event: 'moveWish.asked', booking: id, version } }]),
  callButton(office),
];

/** 「担当は斎藤です。」, where the office names its counsellors. */
export function inCharge({ counsellor }: BookingView, office: Office): string {
  const name = counsellor === undefined ? null : counsellorName(office, counsellor);
  return name === null ? '' : `\n担当は${name}です。`;
}

const absence = (office: Office): string => `行けないときは、お電話ください。
LINEではキャンセルできません。
連絡がないまま開始から10分たつと、キャンセルとみなします。
${phoneLine(office)}`;

const careCard = (view: BookingView, title: string, text: string, office: Office): Card => ({
  kind: 'card',
  alt: noticeAlt,
  title,
  text,
  buttons: troubleButtons(view, office),
  choices: [menuButton],
});

const prepareCard = (view: BookingView, office: Office): Card =>
  careCard(
    view,
    '当日までの準備',
    `${preparations}
${zoomName}

${absence(office)}`,
    office,
  );

export const confirmed = (view: BookingView, office: Office): Message[] => [
  numbersCard(
    view,
    '予約が確定しました',
    `時間になったら、Zoomで入室してください。${inCharge(view, office)}`,
  ),
  prepareCard(view, office),
];

/** Other numbers than it had: those of the card above do not lead in any more. */
export const numbersChanged = (view: BookingView, office: Office): Message[] => [
  {
    ...numbersCard(
      view,
      'ミーティングIDが変わりました',
      '日時は、そのままです。\n前の番号では入室できません。\n新しい番号で入室してください。',
    ),
    note: phoneLine(office),
    choices: [menuButton],
  },
];

/** Staff have moved it, as was agreed by telephone or wished for. */
export const moved = (view: BookingView, office: Office): Message[] => [
  numbersCard(
    view,
    '予約の日時が変わりました',
    `${slotText(view.slot)}に変わりました。\n前の日時の予約は、なくなりました。`,
  ),
  prepareCard(view, office),
];

/** In place of 「入室してください」, once she has said that she cannot come. */
export const absentText = `行けないと、ご連絡をいただいています。
キャンセルには、お電話もお願いします。
やはり来られるときは「やっぱり行けます」と送ってください。`;

/** The same, asked for later. */
export const confirmedShown = (view: BookingView, office: Office, isAbsent = false): Message[] =>
  isAbsent
    ? [
        {
          ...numbersCard(view, '予約は、まだそのままです', absentText),
          note: phoneLine(office),
          choices: [callButton(office), menuButton],
        },
      ]
    : [
        numbersCard(
          view,
          '予約は確定しています',
          `時間になったら、Zoomで入室してください。${inCharge(view, office)}`,
        ),
        prepareCard(view, office),
      ];

/** `today`: JST day. With it the reminder can say 明日, and stays right when it goes out late. */
export const reminderDayBefore = (view: BookingView, office: Office, today = ''): Message[] => [
  numbersCard(
    view,
    'もうすぐ相談の日です',
    `${nearDayText(view.slot.day, today)}${timeText(view.slot.time)}からです。\nお会いできるのを、楽しみにしています。${inCharge(view, office)}`,
  ),
  careCard(view, '準備はよろしいですか？', `${preparations}\n\n${absence(office)}`, office),
];

export const reminderSoon = (view: BookingView, office: Office): Message[] => [
  numbersCard(
    view,
    'まもなく相談の時間です',
    `${timeText(view.slot.time)}になったら、Zoomで入室してください。${inCharge(view, office)}`,
  ),
  careCard(
    view,
    '入室の前に',
    `・個室など、周りに人がいない場所ですか。
・安全なWi-Fiか、携帯電話の回線ですか。
・Zoomアプリは最新ですか。
・録音と録画はできません。

つながらないときは、下のボタンで職員にお知らせください。
${phoneLine(office)}`,
    office,
  ),
];
