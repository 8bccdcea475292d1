// What she is told when a request or booking comes to its end, and what she told us herself.
import type { CancelReason, DeclineReason } from '../../../flows/vocabulary.ts';
import type { Moment, Slot } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView } from '../facts.ts';
import type { Button, Card, Message } from '../message.ts';
import { bookingFacts, noticeAlt, staffAway } from './booking-messages.ts';
import { applyButton, menuButton, showBookingButton } from './buttons.ts';
import { byPhoneOnly, callButton, phoneLine } from './contact.ts';
import { dayText, momentText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';

/** `again`: that its person can ask for another one; `last`: what follows that. */
export type Ended = { text?: string; again?: string; last?: string; button: Button | null };

const sorry = 'ご希望にそえず申し訳ありません。';
const otherTimes = 'ほかの日時で、また申し込めます。';

/** The other one may have been made by telephone or in another chat: here there is nothing to look at. */
const unsure = 'お心あたりがないときは、お電話ください。';

const declinedBecause: Record<DeclineReason, Ended> = {
  timeUnavailable: {
    text: `${sorry}\n担当者の都合がつきませんでした。`,
    again: otherTimes,
    button: applyButton,
  },
  notEligible: {
    text: `${sorry}\nオンラインの利用条件に合いませんでした。\nほかの相談の方法を、お電話でご案内します。`,
    button: null,
  },
  visitInstead: {
    text: '申し訳ありません。\n今回は、窓口でのご相談をお願いします。\n来所の日時は、お電話でご相談ください。',
    button: null,
  },
  duplicate: {
    text: `ほかにご予約があるため、こちらの申し込みはお受けしていません。\nほかのご予約は、そのままです。\n${unsure}`,
    button: null,
  },
};

const otherwise: Ended = {
  text: sorry,
  again: otherTimes,
  button: applyButton,
};

const isKnown = (reason: string | null): reason is DeclineReason =>
  reason !== null && Object.hasOwn(declinedBecause, reason);

/** A card about a booking that will not take place as asked. Who may not ask for another one is told whom to call. */
export function endedCard(
  view: BookingView,
  title: string,
  { text, again, last, button }: Ended,
  office: Office,
  free: readonly Slot[] = [],
): Card {
  const isRefused = view.isSuspended === true && button === applyButton;
  const lines = [text, isRefused ? byPhoneOnly : again, last, phoneLine(office)];
  return {
    kind: 'card',
    alt: noticeAlt,
    title,
    text: lines.filter((line) => line !== undefined).join('\n'),
    facts: bookingFacts(view, '日時'),
    ...(free.length > 0 && { note: freeNow }),
    buttons: [...free.map(timeButton), ...(button === null || isRefused ? [] : [button]), callButton(office)],
    choices: [menuButton],
  };
}

const freeNow = 'いま空いている日時です。\nほかの方が先に申し込むことがあります。';
const timeButton = ({ day, time }: Slot): Button => ({
  label: `${dayText(day)} ${timeText(time)}`,
  tap: { event: 'slot.wanted', day, time },
});

export function declined(
  view: BookingView,
  reason: string | null,
  office: Office,
  free: readonly Slot[] = [],
): Message[] {
  const said = isKnown(reason) ? declinedBecause[reason] : otherwise;
  return [endedCard(view, 'お受けできませんでした', said, office, free)];
}

const cancelledBecause: Record<CancelReason, Ended> = {
  byPerson: {
    text: 'ご連絡のとおり、キャンセルしました。',
    again: 'またのご利用をお待ちしています。',
    button: applyButton,
  },
  counsellor: {
    text: '担当者の都合で、ご相談をお受けできなくなりました。\n申し訳ありません。',
    button: applyButton,
  },
  equipment: {
    text: '機器の都合で、ご相談をお受けできなくなりました。\n申し訳ありません。',
    button: applyButton,
  },
  duplicate: {
    text: `同じ内容の予約が重なっていたため、この予約をキャンセルしました。\nほかのご予約があるときは、そのままです。\n${unsure}`,
    button: null,
  },
};

/** What is said instead of asking for a call. */
export const cancelledInLine = 'キャンセルになったときは、このトークでお知らせします。';

/** Staff recorded it, on the person's call or for a reason of the office. */
export function cancelled(
  view: BookingView,
  reason: string | null,
  office: Office,
  free: readonly Slot[] = [],
): Message[] {
  const why = reason === null ? undefined : lookUp<Ended>(cancelledBecause, reason);
  const { text, ...more } = why ?? { text: 'この予約は、キャンセルになりました。', button: applyButton };
  const said = { ...more, text: `${slotText(view.slot)}の予約をキャンセルしました。\n${text}` };
  return [endedCard(view, 'キャンセルしました', said, office, free)];
}

/** Nobody answered by the cut-off: our fault, not hers. */
export const expired = (view: BookingView, office: Office, free: readonly Slot[] = []): Message[] => [
  endedCard(
    view,
    'お返事できませんでした',
    {
      text: '期限までに確定できず、申し訳ありません。\nこの日時では予約できていません。',
      again: otherTimes,
      last: 'お急ぎのときは、お電話ください。',
      button: applyButton,
    },
    office,
    free,
  ),
];

/** A plain answer with the ways on. */
export const told = (text: string, office: Office): Message[] => [
  { kind: 'text', text, choices: [callButton(office), showBookingButton, menuButton] },
];

/** R-25. `opensAt`: when staff see it; null while the office is open. No minute is promised. */
export const troubleTold = (office: Office, opensAt: Moment | null): Message[] =>
  told(
    opensAt === null
      ? `職員に伝えました。
登録の番号に、職員からお電話します。
お電話に出られるよう、お待ちください。
${phoneLine(office)}`
      : `職員に伝えました。
いまは受付時間外です。
職員は、${momentText(opensAt)}から確認します。
${phoneLine(office)}`,
    office,
  );

/** What she tells while no chat of the staff is enrolled. `opensAt`: null while the office is open. */
export const nobodyHears = (office: Office, opensAt: Moment | null): Message[] =>
  told(
    `申し訳ありません。
${staffAway}
${opensAt === null ? '' : `次の受付は、${momentText(opensAt)}からです。\n`}つながらないときは、少し待っておかけ直しください。
${phoneLine(office)}`,
    office,
  );

/** The same news a second time: staff have it already. */
export const toldAlready = (office: Office): Message[] =>
  told(`職員には、もう伝えてあります。\nお急ぎのときは、お電話ください。\n${phoneLine(office)}`, office);

/** 「次は遅れるかもしれません」 while a consultation runs and no other one is booked. Staff are with her. */
export const noNextYet = (office: Office): Message[] =>
  told(
    `次の相談の予約は、まだありません。\n次の相談のことは、いまの相談で職員にお話しください。\n${phoneLine(office)}`,
    office,
  );

/** Perhaps that person missed that staff moved it: day and time are always named. */
const whenItIs = ({ slot }: BookingView): string => `相談は${momentText(slot)}からです。`;

/** つながらない long before the start. `noCall`: she must not be called. */
export const troubleNotYet = (view: BookingView, office: Office, noCall = false): Message[] =>
  told(
    `${whenItIs(view)}
Zoomには、開始時間になったら入室できます。
入室できないときは、相談の時間に「${labels.trouble}」を押してください。
${noCall ? '' : 'ご心配なことは、お電話でおたずねください。\n'}${phoneLine(office)}`,
    office,
  );

/** 遅れます on a day before that of the consultation: told to nobody. `noCall`: she must not be called. */
export const lateNotYet = (view: BookingView, office: Office, noCall = false): Message[] =>
  told(
    `${whenItIs(view)}
遅れそうなときは、その日に「${labels.late}」と送ってください。
${noCall ? '' : 'ご心配なことは、お電話でおたずねください。\n'}${phoneLine(office)}`,
    office,
  );

/** The same on the evening before: it waits for staff. R-20: what is told is no silence, but more than that may be. */
export const lateKept = (view: BookingView, office: Office, noCall = false): Message[] =>
  told(
    `${whenItIs(view)}
遅れることを、記録しました。
職員は、相談の前に確認します。
開始から10分をすぎそうなときは、当日も「${labels.late}」と送ってください。
${noCall ? '' : 'ご心配なことは、お電話でおたずねください。\n'}${phoneLine(office)}`,
    office,
  );

/** つながらない from the rich menu or typed, without a consultation that is confirmed. Buttons that stay: a question may follow. */
export const troubleWithoutBooking = (office: Office): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: '確定した相談がありません',
    text: `お困りのところ申し訳ありません。
申し込みのようすは「${labels.showBooking}」でわかります。
お急ぎのときは、お電話ください。
${phoneLine(office)}`,
    buttons: [showBookingButton, callButton(office)],
    choices: [menuButton],
  },
];

/** R-30: the terms want the call; this message only helps staff. `noCall`: she cannot speak now, so it is not asked for. */
export const absenceTold = (office: Office, opensAt: Moment | null, noCall = false): Message[] =>
  told(
    `行けないことを、職員に伝えました。
LINEだけではキャンセルになりません。
${noCall ? cancelledInLine : 'お手数ですが、お電話もお願いします。'}
${opensAt === null ? '' : `次の受付は、${momentText(opensAt)}からです。\n`}${phoneLine(office)}`,
    office,
  );
