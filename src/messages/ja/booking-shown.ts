// 「予約を見る」: where her booking stands, whatever its state.
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { Message } from '../message.ts';
import { confirmedShown, numbersCard, troubleButtons } from './booking-confirmed.ts';
import { declined, endedCard, expired } from './booking-ended.ts';
import { noticeAlt, requestWaiting } from './booking-messages.ts';
import { applyButton, menuButton } from './buttons.ts';
import { lookUp } from './look-up.ts';

type Shown = (view: BookingView, office: Office) => Message[];

const ended =
  (title: string, text: string): Shown =>
  (view, office) => [endedCard(view, title, text, applyButton, office)];

/** By the states of flows/booking.ts. */
export const shownByState = {
  requested: (view, office) => [requestWaiting(view, '申し込みを受け付けています', '', office)],
  proposed: (view, office) => [requestWaiting(view, '日時を調整しています', '', office)],
  confirmed: confirmedShown,
  inProgress: (view, office) => [
    numbersCard(view, '相談の時間です', 'Zoomで入室してください。'),
    {
      kind: 'card',
      alt: noticeAlt,
      text: '困ったときは、下のボタンでお知らせください。',
      buttons: troubleButtons(view, office),
      choices: [menuButton],
    },
  ],
  byPhone: (view, office) => [
    endedCard(
      view,
      'お電話での相談です',
      '職員が登録の番号にお電話します。\nお急ぎのときは、お電話ください。',
      null,
      office,
    ),
  ],
  done: ended('相談は終わりました', 'ありがとうございました。\n次の相談もここから申し込めます。'),
  withdrawn: ended('取り下げた申し込みです', 'また申し込むことができます。'),
  declined: (view, office) => declined(view, null, office),
  expired,
  cancelled: ended(
    'キャンセルした予約です',
    'また申し込むことができます。\nわからないことは、お電話でおたずねください。',
  ),
  noShow: ended(
    'キャンセルになりました',
    'またお申し込みいただけます。\nご事情があるときは、お電話でお知らせください。',
  ),
} as const satisfies Record<string, Shown>;

const otherwise = ended('ご予約について', 'くわしいことは、お電話でおたずねください。');

export const bookingShown = (view: BookingView, office: Office): Message[] =>
  (lookUp<Shown>(shownByState, view.state) ?? otherwise)(view, office);
