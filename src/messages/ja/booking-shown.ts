import type { Hit } from '../../booking/closures.ts';
import type { Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingShownAt, BookingView } from '../facts.ts';
import type { Card, Message } from '../message.ts';
import { absentText, confirmedShown } from './booking-confirmed.ts';
import { declined, type Ended, endedCard, expired } from './booking-ended.ts';
import { bookingFacts, noticeAlt, requestUnseen, requestWaiting } from './booking-messages.ts';
import { applyButton, menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { slotText } from './dates.ts';
import { lookUp } from './look-up.ts';
import { offerBeside, offeredShown, offerLapsed } from './offer.ts';
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

/** Staff have not said yet what becomes of it: nobody is told how to enter. */
const closedCard = (view: BookingView, hit: Hit, office: Office): Card => ({
  kind: 'card',
  alt: noticeAlt,
  title: '職員からご連絡します',
  text: [
    hit === 'closed'
      ? 'この日時は、オンラインの相談をお休みします。'
      : 'この日時は、相談ができなくなりました。',
    'ご予約のことは、職員からあらためてご連絡します。',
    ...(view.noCall ? [] : ['お急ぎのときは、お電話ください。']),
    phoneLine(office),
  ].join('\n'),
  facts: bookingFacts(view, '日時'),
  buttons: [callButton(office)],
  choices: [menuButton],
});

/** Who is in is not asked to come in. */
const whileIn = '入り直すときは、この番号をお使いください。';

/** By the states of flows/booking.ts. */
export const shownByState = {
  requested: waiting('申し込みを受け付けています'),
  proposed: (view, office, at) =>
    at.offer ? offeredShown(view, at.offer, office) : waiting('日時を調整しています')(view, office, at),
  // Its time is over some moments before it is closed.
  confirmed: (view, office, at) => {
    if (at.hour === 'over') return over(view, office, at);
    if (at.hit != null) return [closedCard(view, at.hit, office)];
    return (
      shownOnTheDay(view, at.hour, office, at.isAbsent ? absentText(view) : undefined) ??
      confirmedShown(view, office, at.isAbsent)
    );
  },
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
  expired: (view, office, { wasProposed }) =>
    wasProposed ? offerLapsed(view, { stands: false, isHit: false }, office) : expired(view, office),
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
  ...(at.offer && view.state === 'confirmed' ? offerBeside(view, at.offer) : []),
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
