// What she is told about her request on its way. First lines and alt texts say nothing that a
// lock screen should not show.
import type { Moment } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView, Unchanged } from '../facts.ts';
import type { Button, Card, Fact, Message } from '../message.ts';
import { applyButton, menuButton, questionsButton, showBookingButton } from './buttons.ts';
import { byPhoneOnly, callButton, callInsteadText, phoneLine } from './contact.ts';
import { momentText, slotLines, slotText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';

export const noticeAlt = '予約のお知らせ';

export const bookingFacts = ({ receipt, slot }: BookingView, slotLabel: string): Fact[] => [
  { label: slotLabel, value: slotLines(slot) },
  { label: '受付番号', value: receipt },
];

const moves = ({ id, version }: BookingView) => ({ booking: id, version });

export const requestButtons = (view: BookingView): Button[] => [
  ...(view.isSuspended ? [] : [{ label: labels.rechoose, tap: { event: 'rechoose.asked', ...moves(view) } }]),
  { label: labels.withdraw, tap: { event: 'withdraw.asked', ...moves(view) } },
];

/** An unconfirmed request: that it is none yet comes first, and by when she hears. */
export const requestWaiting = (
  view: BookingView,
  title: string,
  opening: string,
  office: Office,
  what?: string,
): Card => ({
  kind: 'card',
  alt: noticeAlt,
  title,
  text: `${what === undefined ? '' : `${what}\n`}まだ確定していません。
${opening}${momentText(view.promised)}までに、このトークで結果をお知らせします。`,
  facts: bookingFacts(view, '希望日時'),
  note: `お急ぎのときは、お電話ください。\n${phoneLine(office)}`,
  buttons: requestButtons(view),
  choices: [menuButton],
});

/** What is true while no chat of the staff is enrolled. */
export const staffAway = 'いま、LINEから職員に連絡がとれません。\nお手数ですが、お電話ください。';

/** The same while there is nobody to answer in LINE: no time is promised. */
export const requestUnseen = (view: BookingView, title: string, office: Office): Card => ({
  kind: 'card',
  alt: noticeAlt,
  title,
  text: `まだ確定していません。\n${staffAway}\n${phoneLine(office)}`,
  facts: bookingFacts(view, '希望日時'),
  note: '申し込みの内容は、保存してあります。',
  buttons: [callButton(office), ...requestButtons(view)],
  choices: [menuButton],
});

const onceWas: Readonly<Record<string, string>> = {
  declined: 'いちどお断りした申し込みを、もう一度お受けしています。',
  cancelled: 'いちどキャンセルした予約を、申し込みとしてもう一度お受けしています。',
  // Nobody has answered, or none of the times that were proposed was taken.
  expired: 'いちど終わりになった申し込みを、もう一度お受けしています。',
};

/** Its person was told that it is over, and staff have taken it among the requests again. */
export const readmitted = (view: BookingView, was: string | null, office: Office): Message[] => {
  const what = (was === null ? undefined : lookUp(onceWas, was)) ?? '申し込みを、もう一度お受けしています。';
  return [requestWaiting(view, 'もう一度お受けしています', '', office, what)];
};

/**
 * R-11, R-14. `staffSeeItAt`: when staff will first see it, null while the office is open.
 * `moved`: an earlier request was moved to this slot. `isUnseen`: no chat of the staff is enrolled.
 */
export const receipt = (
  view: BookingView,
  staffSeeItAt: Moment | null,
  office: Office,
  moved = false,
  isUnseen = false,
): Message[] => {
  const title = moved ? '日時の変更を受け付けました' : '申し込みを受け付けました';
  if (isUnseen) return [requestUnseen(view, title, office)];
  const opening = staffSeeItAt === null ? '' : `職員は、${momentText(staffSeeItAt)}から確認します。\n`;
  return [requestWaiting(view, title, opening, office)];
};

/** She looks, and the promised time has passed. */
export const answerLate = (view: BookingView, office: Office): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'お返事が遅れています',
    text: `お待たせして、申し訳ありません。
まだ確定していません。
お手数ですが、お電話でおたずねください。
${phoneLine(office)}`,
    facts: bookingFacts(view, '希望日時'),
    buttons: [callButton(office), ...requestButtons(view)],
    choices: [menuButton],
  },
];

/** 「電話番号変わりました」, 「水曜に変えて」, said of a request that is with the office: nothing typed here changes it. */
export const detailUnchanged = (field: Unchanged, office: Office): Message[] => [
  { kind: 'text', text: unchangedText(field, office) },
];

function unchangedText(field: Unchanged, office: Office): string {
  switch (field) {
    case 'agreed':
      return `${stillThen}\n「${labels.moveWish}」を押すと、職員に伝えられます。`;
    case 'agreedByPhone':
      return `${stillThen}\n変更は、お電話でお願いします。\n${phoneLine(office)}`;
    case 'agreedInLine':
      return `${stillThen}\nLINEでは変えられません。\n行けないことは、このトークで職員に伝えられます。`;
    case 'date':
      return `${fieldNames.date}は、まだ変わっていません。\n「${labels.rechoose}」を押すと、変えられます。`;
    default:
      return `${fieldNames[field]}は、変わっていません。\n受付のあとの変更は、お電話で承ります。\n${phoneLine(office)}`;
  }
}
const stillThen = '日時は、まだ変わっていません。';

/** 「この内容で申し込む」 pressed again. */
export const alreadyReceived = ({ receipt: number }: BookingView, office: Office): Message[] => [
  {
    kind: 'text',
    text: `受付ずみです。\n受付番号は ${number} です。`,
    choices: [showBookingButton, menuButton, callButton(office)],
  },
];

/** The booking itself stands below it. */
export const timeNotAskedFor = (): Message[] => [
  { kind: 'text', text: 'すでに申し込みか予約があるため、この日時では申し込んでいません。' },
];

export const withdrawn = ({ receipt: number, slot }: BookingView, office: Office): Message[] => [
  {
    kind: 'text',
    text: `申し込みを取り下げました。
受付番号 ${number}
${slotText(slot)}
お電話でのご相談も承ります。
${phoneLine(office)}`,
  },
];

export const noBooking = (office: Office, isSuspended = false): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'いまは予約がありません',
    text: isSuspended
      ? callInsteadText(office)
      : `申し込みは、ここからできます。\nお電話での予約は、こちらでおたずねください。\n${phoneLine(office)}`,
    buttons: isSuspended ? [callButton(office)] : [applyButton, callButton(office)],
    choices: [menuButton, questionsButton],
  },
];

/** R-24: neutral words, and no reason. */
export const callInstead = (office: Office): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'お電話でご相談ください',
    text: `${byPhoneOnly}\n${phoneLine(office)}`,
    buttons: [callButton(office)],
    choices: [menuButton, questionsButton],
  },
];

/** The saved place in the conversation is lost with a new version of it; what she sent and `typed` is not. */
export const restarted = (office: Office, typed = false): Message[] => [
  {
    kind: 'text',
    text: `予約のしくみが新しくなりました。
お手数ですが、もう一度ご用件を選んでください。
受付ずみの申し込みは、そのままです。
${typed ? '入力した内容も残っています。\n' : ''}${phoneLine(office)}`,
  },
];

/** Before what was answered once already, when nobody knows whether it arrived. */
export const perhapsAgain = (): Message[] => [{ kind: 'text', text: '先ほどと同じお知らせかもしれません。' }];

/** Something of ours failed. */
export const apology = (office: Office): Message[] => [
  {
    kind: 'text',
    text: `申し訳ありません。
こちらの不具合で、うまくいきませんでした。
少し待って、もう一度お試しください。
お急ぎのときは、お電話ください。
${phoneLine(office)}`,
    choices: [menuButton, callButton(office)],
  },
];
