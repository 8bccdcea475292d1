// The confirmed consultation: its numbers to copy, what to prepare, what to press when something goes wrong.
import { counsellorName } from '../../booking/counsellor-name.ts';
import type { Office } from '../../config/office.ts';
import { asDay, daysBetween } from '../../core/jst.ts';
import type { BookingView } from '../facts.ts';
import type { Button, Card, Message } from '../message.ts';
import { cancelledInLine } from './booking-ended.ts';
import { bookingFacts, noticeAlt } from './booking-messages.ts';
import { menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { nearDayText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { answerCalls, preparations, zoomName } from './preparations.ts';
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

/** With the way to the person's own calendar. */
const withCalendar = (card: Card, { id }: BookingView): Card => ({
  ...card,
  buttons: [
    ...(card.buttons ?? []),
    { label: labels.calendar, tap: { event: 'calendar.asked', booking: id } },
  ],
});

const absenceButton = ({ id }: BookingView): Button => ({
  label: labels.absence,
  tap: { event: 'absence.told', booking: id },
});
const moveWishButton = ({ id, version }: BookingView): Button => ({
  label: labels.moveWish,
  tap: { event: 'moveWish.asked', booking: id, version },
});
/** Who may not ask for another time here is offered none. */
export const moveWishButtons = (view: BookingView): Button[] =>
  view.isSuspended ? [] : [moveWishButton(view)];

/** */
export const troubleButtons = (view: BookingView, office: Office): Button[] => [
  { label: labels.trouble, tap: { event: 'trouble.told', booking: view.id } },
  absenceButton(view),
  ...moveWishButtons(view),
  callButton(office),
];

/** 「担当は斎藤です。」, where the office names its counsellors. */
export function inCharge({ counsellor }: BookingView, office: Office): string {
  const name = counsellor === undefined ? null : counsellorName(office, counsellor);
  return name === null ? '' : `\n担当は${name}です。`;
}

const toPrepare = ({ noCall }: BookingView): string =>
  noCall ? preparations : `${preparations}\n${answerCalls}`;

const absence = ({ noCall }: BookingView, office: Office): string => `${
  noCall
    ? '行けないときは、下のボタンでお知らせください。'
    : '行けないときは、お電話ください。\nLINEではキャンセルできません。'
}
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
    `${toPrepare(view)}
${zoomName}

${absence(view, office)}`,
    office,
  );

export const confirmed = (view: BookingView, office: Office): Message[] => [
  withCalendar(
    numbersCard(
      view,
      '予約が確定しました',
      `時間になったら、Zoomで入室してください。${inCharge(view, office)}`,
    ),
    view,
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
  withCalendar(
    numbersCard(
      view,
      '予約の日時が変わりました',
      `${slotText(view.slot)}に変わりました。\n前の日時の予約は、なくなりました。`,
    ),
    view,
  ),
  prepareCard(view, office),
];

/** In place of 「入室してください」, once she has said that she cannot come. */
export const absentText = ({ noCall }: BookingView): string => `行けないと、ご連絡をいただいています。
${noCall ? cancelledInLine : 'キャンセルには、お電話もお願いします。'}
やはり来られるときは「やっぱり行けます」と送ってください。`;

const absent = (view: BookingView): Card => {
  const card = numbersCard(view, '予約は、まだそのままです', absentText(view));
  return { ...card, buttons: [...(card.buttons ?? []), ...moveWishButtons(view)] };
};

/** The same, asked for later. */
export const confirmedShown = (view: BookingView, office: Office, isAbsent = false): Message[] =>
  isAbsent
    ? [
        {
          ...absent(view),
          note: phoneLine(office),
          choices: [callButton(office), menuButton],
        },
      ]
    : [
        withCalendar(
          numbersCard(
            view,
            '予約は確定しています',
            `時間になったら、Zoomで入室してください。${inCharge(view, office)}`,
          ),
          view,
        ),
        prepareCard(view, office),
      ];

/** That people take part from home is said early: a video consultation makes some uneasy. The numbers may still change. */
export const reminderDaysBefore = (view: BookingView, office: Office, today: string): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: `${daysBetween(asDay(today), asDay(view.slot.day))}日後に相談があります`,
    text: `ご自宅などから、Zoomで参加できます。
窓口に来ていただく必要はありません。${inCharge(view, office)}
お会いできるのを、楽しみにしています。`,
    facts: bookingFacts(view, '日時'),
    note: `ミーティングIDとパスコードは、「${labels.showBooking}」で見られます。`,
    buttons: [...moveWishButtons(view), absenceButton(view), callButton(office), muteButton],
    choices: [showBookingButton, menuButton],
  },
];

const muteButton: Button = { label: labels.muteEarly, tap: { event: 'earlyReminder.set', wanted: '0' } };

/** What she chose about reminders days before. */
export const earlyReminderSet = (wanted: boolean): Message[] => [
  wanted
    ? { kind: 'text', text: '早めのお知らせを、またお送りします。', choices: [showBookingButton, menuButton] }
    : {
        kind: 'text',
        text: '早めのお知らせを止めました。\n前日と直前のお知らせは、これからもお送りします。',
        choices: [
          { label: labels.wantEarly, tap: { event: 'earlyReminder.set', wanted: '1' } },
          showBookingButton,
          menuButton,
        ],
      },
];

/** `today`: JST day. With it the reminder can say 明日, and stays right when it goes out late. */
export const reminderDayBefore = (view: BookingView, office: Office, today = ''): Message[] => [
  numbersCard(
    view,
    'もうすぐ相談の日です',
    `${nearDayText(view.slot.day, today)}${timeText(view.slot.time)}からです。\nお会いできるのを、楽しみにしています。${inCharge(view, office)}`,
  ),
  careCard(view, '準備はよろしいですか？', `${toPrepare(view)}\n\n${absence(view, office)}`, office),
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
