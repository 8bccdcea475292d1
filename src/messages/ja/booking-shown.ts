import type { Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingShownAt, BookingView } from '../facts.ts';
import type { Message } from '../message.ts';
import { absentText, confirmedShown } from './booking-confirmed.ts';
import { declined, type Ended, endedCard, expired } from './booking-ended.ts';
import { requestUnseen, requestWaiting } from './booking-messages.ts';
import { applyButton, menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { slotText } from './dates.ts';
import { lookUp } from './look-up.ts';
import { shownOnTheDay } from './on-the-day.ts';

type Shown = (view: BookingView, office: Office, at: BookingShownAt) => Message[];

const ended =
  (title: string, said: Omit<Ended, 'button'>): Shown =>
  (view, office) => [endedCard(view, title, { ...said, button: applyButton }, office)];

const waiting =
  (title: string): Shown =>
  (view, office, { isUnseen }) => [
    isUnseen ? requestUnseen(view, title, office) : requestWaiting(view, title, '', office),
  ];

/** Only where staff recorded that it took place: nobody is thanked for what did not. */
const done = ended('相談は終わりました', {
  text: 'ありがとうございました。',
  again: '次の相談もここから申し込めます。',
});
const over = ended('相談の時間は終わりました', {
  again: 'また申し込むことができます。',
  last: 'お困りのことは、お電話でお知らせください。',
});

/** Who is in is not asked to come in. */
const whileIn = '入り直すときは、この番号をお使いください。';

/** By the states of flows/booking.ts. */
export const shownByState = {
  requested: waiting('申し込みを受け付けています'),
  proposed: waiting('日時を調整しています'),
  // Its time is over some moments before it is closed.
  confirmed: (view, office, at) =>
    at.hour === 'over'
      ? over(view, office, at)
      : (shownOnTheDay(view, at.hour, office, at.isAbsent ? absentText(view) : undefined) ??
        confirmedShown(view, office, at.isAbsent)),
  inProgress: (view, office, at) =>
    at.hour === 'over'
      ? done(view, office, at)
      : (shownOnTheDay(view, 'begun', office, at.isAbsent ? absentText(view) : whileIn) ??
        done(view, office, at)),
  byPhone: (view, office, at) =>
    at.hour === 'over'
      ? done(view, office, at)
      : [
          endedCard(
            view,
            'お電話での相談です',
            {
              text: 'この相談は、お電話でおこなうことになりました。\nお急ぎのときは、お電話ください。',
              button: null,
            },
            office,
          ),
        ],
  done,
  unrecorded: over,
  absent: ended('相談はお休みになりました', {
    text: 'ご連絡をありがとうございました。',
    again: 'またお申し込みいただけます。',
  }),
  withdrawn: ended('取り下げた申し込みです', { again: 'また申し込むことができます。' }),
  declined: (view, office, { reason }) => declined(view, reason, office),
  expired: (view, office) => expired(view, office),
  cancelled: ended('キャンセルした予約です', {
    again: 'また申し込むことができます。',
    last: 'わからないことは、お電話でおたずねください。',
  }),
  noShow: ended('キャンセルになりました', {
    again: 'またお申し込みいただけます。',
    last: 'ご事情があるときは、お電話でお知らせください。',
  }),
} as const satisfies Record<string, Shown>;

const otherwise = ended('ご予約について', { text: 'くわしいことは、お電話でおたずねください。' });

export const bookingShown = (
  view: BookingView,
  office: Office,
  at: BookingShownAt = { hour: 'ahead', reason: null },
): Message[] => [
  ...wishShown(at, office),
  ...(lookUp<Shown>(shownByState, view.state) ?? otherwise)(view, office, at),
];

/** Before the booking, which stays as it is. */
const wishShown = ({ wish }: BookingShownAt, office: Office): Message[] =>
  wish === undefined || wish === null
    ? []
    : [
        {
          kind: 'text',
          text: `${slotText(wish)}への変更を希望されています。
職員が確認しています。
希望を取り消すときは、お電話ください。
${phoneLine(office)}`,
        },
      ];

/** Said by that person first; it is never pushed. `next`: the one that is agreed on or asked for already. */
export const thanksForComing = (
  office: Office,
  isSuspended = false,
  next: { state: string; slot: Slot } | null = null,
): Message[] => {
  const mayApply = next === null && !isSuspended;
  const then = next === null ? (mayApply ? '次の相談も、ここから申し込めます。' : '') : ofNext(next);
  return [
    {
      kind: 'text',
      text: `こちらこそ、ご相談いただき、ありがとうございました。${then === '' ? '' : `\n${then}`}`,
      choices: [
        ...(mayApply ? [applyButton] : []),
        ...(next === null ? [] : [showBookingButton]),
        callButton(office),
        menuButton,
      ],
    },
  ];
};

const ofNext = ({ state, slot }: { state: string; slot: Slot }): string =>
  state === 'confirmed'
    ? `次の相談は、${slotText(slot)}です。`
    : `次の相談の申し込み(${slotText(slot)})は、まだ確定していません。`;
