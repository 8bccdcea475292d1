// A wish to move a confirmed booking: what its person reads.
import type { Moment, Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { Message } from '../message.ts';
import { bookingFacts, noticeAlt, staffAway } from './booking-messages.ts';
import { menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText, slotLines } from './dates.ts';

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
