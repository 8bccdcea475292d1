// Other times that staff propose: what their person reads. It says which date it is about, until when, and what is held.
import type { Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { Offered, OfferLapsed, OfferOver, OfferShown } from '../facts-offers.ts';
import type { Button, Card, Message } from '../message.ts';
import { endedCard } from './booking-ended.ts';
import { bookingFacts, noticeAlt, requestButtons } from './booking-messages.ts';
import { applyButton, menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { dayText, momentText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';

const isAgreed = ({ state }: BookingView): boolean => state === 'confirmed';
const slotLabel = (view: BookingView): string => (isAgreed(view) ? 'いまの予約' : '希望日時');

const timeButtons = ({ id }: BookingView, { times }: OfferShown): Button[] =>
  times.map(({ day, time, at }) => ({
    label: `${dayText(day)} ${timeText(time)}`,
    tap: { event: 'offer.taken', booking: id, at },
  }));

const noneButton = ({ id }: BookingView, { madeAt }: OfferShown): Button => ({
  label: labels.noneSuits,
  tap: { event: 'offer.refused', booking: id, at: madeAt },
});

/** A request is moved; what is agreed on is wished to be. Who may not ask for another time is invited to none (R-24). */
const chooseButtons = ({ id, version, state, isSuspended }: BookingView): Button[] => {
  if (isSuspended) return [];
  return state === 'confirmed'
    ? [{ label: labels.moveWish, tap: { event: 'moveWish.asked', booking: id, version } }]
    : [{ label: labels.rechoose, tap: { event: 'rechoose.asked', booking: id, version } }];
};

const untilText = ({ until, times }: OfferShown): string =>
  times.length > 1
    ? `${momentText(until)}までにお選びください。
最初の日時は、それまでおさえています。
ほかの日時は、先に申し込んだ方のものになります。`
    : `${momentText(until)}までにお選びください。\nこの日時は、それまでおさえています。`;

const why = (view: BookingView, isHit: boolean): string => {
  if (!isAgreed(view))
    return 'ご希望の日時では、お受けできませんでした。\n申し訳ありません。\n別の日時をご案内します。';
  return isHit
    ? '予約の日時は、こちらの都合でお受けできなくなりました。\n申し訳ありません。\n別の日時をご案内します。'
    : '別の日時をご案内します。\n選ぶまで、いまの予約はそのままです。';
};

export const offered = (
  view: BookingView,
  { isHit = false, ...offer }: Offered,
  office: Office,
): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: '別の日時のご案内',
    text: why(view, isHit),
    facts: bookingFacts(view, slotLabel(view)),
    note: `${untilText(offer)}\nお電話でも承ります。\n${phoneLine(office)}`,
    buttons: [...timeButtons(view, offer), noneButton(view, offer), callButton(office)],
    choices: [menuButton],
  },
];

const card = (view: BookingView, title: string, text: string, buttons: Button[]): Card => ({
  kind: 'card',
  alt: noticeAlt,
  title,
  text,
  facts: bookingFacts(view, slotLabel(view)),
  buttons,
  choices: [menuButton],
});

export const offerRecalled = (view: BookingView, office: Office): Message[] => [
  card(
    view,
    '日時のご案内を取り下げました',
    `先ほどの別の日時のご案内は、取り下げました。
${isAgreed(view) ? 'いまの予約は、そのままです。' : `申し込みは、まだ確定していません。\n${momentText(view.promised)}までに、このトークで結果をお知らせします。`}
${phoneLine(office)}`,
    [callButton(office)],
  ),
];

/** Nobody took any: no fault of anybody. Where the office cannot then, the person has to choose or to call. */
export const offerLapsed = (
  view: BookingView,
  { stands, isHit }: OfferLapsed,
  office: Office,
  free: readonly Slot[] = [],
): Message[] => {
  if (!stands)
    return [
      endedCard(
        view,
        '日時のご案内が終わりました',
        {
          text: 'お選びいただく期限がすぎました。\nこの申し込みは、終わりになりました。',
          again: 'ほかの日時で、また申し込めます。',
          button: applyButton,
        },
        office,
        free,
      ),
    ];
  return [
    card(
      view,
      '日時のご案内が終わりました',
      `お選びいただく期限がすぎました。\n${isHit ? cannotThen(view) : 'いまの予約は、そのままです。'}\n${phoneLine(office)}`,
      [...(isHit ? chooseButtons(view) : []), callButton(office)],
    ),
  ];
};

/** Who must not be called is not asked to call either. */
const cannotThen = ({ noCall }: BookingView): string => `予約の日時は、こちらの都合でお受けできません。
申し訳ありません。
${noCall ? '別の日時を選んでください。' : '別の日時を選ぶか、お電話でご相談ください。'}`;

export const offerTaken = (): Message[] => [
  { kind: 'text', text: 'ご案内した日時をお選びいただき、ありがとうございます。' },
];

export const offerGone = (view: BookingView, offer: OfferShown, office: Office): Message[] => [
  {
    ...card(
      view,
      'その日時は、もう選べません',
      offer.times.length > 0
        ? 'ほかの方が先に申し込んだか、お受けできなくなりました。\n次の日時なら、いまお選びいただけます。'
        : 'ほかの方が先に申し込んだか、お受けできなくなりました。\n別の日時を選ぶか、お電話でご相談ください。',
      offer.times.length > 0
        ? [...timeButtons(view, offer), noneButton(view, offer), callButton(office)]
        : [...chooseButtons(view), callButton(office)],
    ),
    note: phoneLine(office),
  },
];

export const offerRefused = (
  view: BookingView,
  { stands, isHit }: OfferLapsed,
  office: Office,
): Message[] => [
  card(
    view,
    '合う日時がなく、申し訳ありません',
    `${stands && !isHit ? 'いまの予約は、そのままです。\n' : ''}${isHit ? `${cannotThen(view)}\n` : '別の日時は、下のボタンで選べます。\nお電話でもご相談いただけます。\n'}${phoneLine(office)}`,
    [...chooseButtons(view), callButton(office)],
  ),
];

const overTexts: Readonly<Record<OfferOver, string>> = {
  confirmed: 'その日時で、予約は確定しています。',
  requested: 'その日時の申し込みは、受け付けています。',
  wished: 'その日時への変更は、職員が確認しています。',
  over: 'その日時のご案内は、もう終わっています。',
};

/** An old button: one sentence. */
export const offerOver = (over: OfferOver, office: Office): Message[] => [
  { kind: 'text', text: overTexts[over], choices: [showBookingButton, callButton(office), menuButton] },
];

/** Of a request, when its person looks: with all that can be done with it. */
export const offeredShown = (view: BookingView, offer: OfferShown, office: Office): Message[] =>
  offered(view, offer, office).map((message) =>
    message.kind === 'card'
      ? { ...message, buttons: [...(message.buttons ?? []), ...requestButtons(view)] }
      : message,
  );

/** Beside the booking, when its person looks. */
export const offerBeside = (view: BookingView, offer: OfferShown): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: '別の日時のご案内',
    text: `${slotText(view.slot)}の予約の代わりです。`,
    note: untilText(offer),
    buttons: [...timeButtons(view, offer), noneButton(view, offer)],
  },
];
