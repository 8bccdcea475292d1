// A wish to move a confirmed booking: what its person reads, and the card of the staff.
import type { Moment, Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { MoveWishCard } from '../facts-moves.ts';
import type { Message } from '../message.ts';
import { bookingFacts, noticeAlt, staffAway } from './booking-messages.ts';
import { contactButton, menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText, slotLines, slotText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';

/** `isUnseen`: no chat of the staff is enrolled, so nothing is promised. */
export const wishReceived = (
  view: BookingView,
  { to, until, isUnseen }: { to: Slot; until: Moment; isUnseen: boolean },
  office: Office,
): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: '日時の変更の希望を受け付けました',
    text: isUnseen
      ? `いまの予約はそのままです。\n${staffAway}\n${phoneLine(office)}`
      : `いまの予約はそのままです。
職員が確認します。
${momentText(until)}までに、このトークで結果をお知らせします。`,
    facts: [
      { label: '希望の日時', value: slotLines(to) },
      { label: 'いまの予約', value: slotLines(view.slot) },
      { label: '受付番号', value: view.receipt },
    ],
    ...(isUnseen && { buttons: [callButton(office)] }),
    choices: [menuButton],
  },
];

const asBefore = (view: BookingView, title: string, text: string, office: Office): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title,
    text: `${text}\n${phoneLine(office)}`,
    facts: bookingFacts(view, '予約の日時'),
    buttons: [callButton(office)],
    choices: [menuButton],
  },
];

export const wishRefused = (view: BookingView, office: Office): Message[] =>
  asBefore(
    view,
    '予約は、いまの日時のままです',
    'ご希望の日時には変えられませんでした。\n申し訳ありません。\nご都合が悪いときは、お電話でご相談ください。',
    office,
  );

/** Nobody decided in time: our fault. */
export const wishLapsed = (view: BookingView, office: Office): Message[] =>
  asBefore(
    view,
    '予約は、いまの日時のままです',
    '日時の変更について、お返事できませんでした。\n申し訳ありません。\nお手数ですが、お電話でおたずねください。',
    office,
  );

export const moveWishCard = ({ name, to, until, ...booking }: MoveWishCard): Message[] => {
  const wish = { booking: booking.id, version: booking.version, day: to.day, time: to.time };
  return [
    {
      kind: 'card',
      alt: '日時の変更の希望があります',
      title: '日時の変更の希望',
      text: `ご本人には「いまの予約はそのままです」とお返事しています。\n「${labels.move}」を押すと、1分後に${slotText(to)}になったことが届きます。`,
      facts: [
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        { label: 'いまの日時', value: slotLines(booking.slot) },
        { label: '希望の日時', value: slotLines(to) },
        { label: '受付番号', value: booking.receipt },
        { label: '返事の期限', value: momentText(until) },
      ],
      buttons: [
        { label: labels.move, tap: { event: 'wish.granted', ...wish }, tone: 'primary' },
        { label: labels.keepAsItIs, tap: { event: 'wish.refused', ...wish } },
        contactButton(booking.id),
      ],
    },
  ];
};
