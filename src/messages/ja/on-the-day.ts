// The day of a consultation, and what comes in the way of it: one short card each, chosen by the clock.
import type { ConsultationPhase } from '../../booking/consultation-phase.ts';
import type { Moment } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { Absence, BookingView, CallsWish } from '../facts.ts';
import type { Button, Card, Message } from '../message.ts';
import { absentText, inCharge, moveWishButtons, numbersCard } from './booking-confirmed.ts';
import { cancelledInLine, told } from './booking-ended.ts';
import { noticeAlt } from './booking-messages.ts';
import { menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';

export const troubleButton = ({ id }: BookingView): Button => ({
  label: labels.trouble,
  tap: { event: 'trouble.told', booking: id },
});
export const absenceButton = ({ id }: BookingView): Button => ({
  label: labels.absence,
  tap: { event: 'absence.told', booking: id },
});
export const lateButton = ({ id }: BookingView): Button => ({
  label: labels.late,
  tap: { event: 'late.told', booking: id },
});
const preparationsButton: Button = { label: labels.preparations, tap: { event: 'preparation.asked' } };

/** R-20, T23: people decide, the phone is quickest. `isUntold`: staff cannot look at it, for they do not know. */
export const overdueText = ({ isUntold = false, noCall = false } = {}): string =>
  `開始から10分をすぎて${isUntold ? 'います。' : 'いるため、職員が確認します。'}${
    noCall ? '' : '\nお電話がいちばん早いです。'
  }`;

type Words = { title: string; text: string };

const shownAt = ({ slot }: BookingView): Partial<Record<ConsultationPhase, Words>> => {
  const enterAt = `${timeText(slot.time)}になったら、Zoomで入室してください。`;
  return {
    today: { title: '今日は相談の日です', text: enterAt },
    soon: { title: 'まもなく相談の時間です', text: enterAt },
    begun: { title: '相談の時間です', text: 'Zoomで入室してください。' },
    overdue: {
      title: '相談の時間です',
      text: '開始から10分をすぎています。\n入室がまだのときは、お電話がいちばん早いです。',
    },
  };
};

/** Her numbers with the ways out below them; nothing long, so that all of it is on the screen. */
export function dayCard(
  view: BookingView,
  { title, text }: Words,
  hour: ConsultationPhase,
  office: Office,
): Card {
  const isBefore = hour === 'today';
  const card = numbersCard(
    view,
    title,
    isBefore && text !== absentText(view) ? `${text}${inCharge(view, office)}` : text,
  );
  return {
    ...card,
    note: isBefore
      ? `連絡がないまま開始から10分たつと、キャンセルとみなします。\n${phoneLine(office)}`
      : phoneLine(office),
    buttons: [
      ...(card.buttons ?? []),
      troubleButton(view),
      ...(isBefore ? [absenceButton(view)] : []),
      callButton(office),
    ],
    choices: isBefore
      ? [lateButton(view), preparationsButton, menuButton]
      : [lateButton(view), absenceButton(view), menuButton],
  };
}

/** 「予約を見る」 on the day itself; undefined on any other. `instead`: of the words by the clock. */
export function shownOnTheDay(
  view: BookingView,
  hour: ConsultationPhase,
  office: Office,
  instead?: string,
): Message[] | undefined {
  const words = shownAt(view)[hour];
  if (words === undefined) return undefined;
  const card = dayCard(view, { ...words, text: instead ?? words.text }, hour, office);
  // Another time may be wished for until the hour: all the rest of her ways are there before it, and the phone after it.
  const buttons = card.buttons ?? [];
  return [hour === 'today' ? { ...card, buttons: buttons.toSpliced(-1, 0, ...moveWishButtons(view)) } : card];
}

/** The telephone was not answered, on another day or before the hour. */
export const phoneBusy = (view: BookingView, office: Office, opensAt: Moment | null): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'お電話がつながらず、申し訳ありません',
    text: `${
      opensAt === null
        ? '少し時間をおいて、おかけ直しください。'
        : `いまは受付時間外です。\n次の受付は、${momentText(opensAt)}からです。`
    }\n行けないことは、下のボタンでも職員に伝えられます。\n${phoneLine(office)}`,
    buttons: [absenceButton(view), callButton(office)],
    choices: [showBookingButton, menuButton],
  },
];

/** 「至急電話してください」 before the hour, while the office is open. No minute is promised. */
export const callWishTold = (office: Office): Message[] =>
  told(
    `お電話のご希望を、職員に伝えました。
登録の番号に、職員からお電話します。
お急ぎのときは、お電話ください。
${phoneLine(office)}`,
    office,
  );

/** 「遅れます」 before the hour: told only when she presses it. `noCall`: she must not be called. */
export const lateOffered = (view: BookingView, office: Office, noCall = false): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'ご連絡ありがとうございます',
    text: `遅れることは「${labels.late}」で職員に伝えられます。${
      noCall ? '' : '\nお急ぎのときは、お電話ください。'
    }\n${phoneLine(office)}`,
    buttons: [lateButton(view), absenceButton(view), callButton(office)],
    choices: [showBookingButton, menuButton],
  },
];

/** `opensAt`: when staff see it; null while the office is open. */
export const lateTold = (hour: ConsultationPhase, office: Office, opensAt: Moment | null): Message[] =>
  told(
    `遅れることを、職員に伝えました。
${hour === 'overdue' ? overdueText() : '準備ができたら、Zoomで入室してください。'}
${opensAt === null ? '' : `職員は、${momentText(opensAt)}から確認します。\n`}${phoneLine(office)}`,
    office,
  );

/** R-30, T21: she cannot come, in words of her own. What she wrote about anybody's health goes no further. */
export const absenceOffered = (
  view: BookingView,
  { ill, isTold, told: heard, opensAt, isMoving = false, noCall = false, also = [] }: Absence,
  office: Office,
): Message[] => [
  {
    kind: 'card',
    alt: noticeAlt,
    title: 'ご連絡ありがとうございます',
    text: [
      ...(ill ? ['どうぞ、お大事になさってください。'] : []),
      ...(heard === 'now' ? ['ご連絡があったことを、職員に伝えました。'] : []),
      isTold ? '行けないことは、職員に伝えてあります。' : '行けないことは、下のボタンで職員に伝えられます。',
      ...also,
      ...(isMoving ? ['日時は、まだ変わっていません。'] : noCall ? [cancelledInLine] : []),
      ...(noCall
        ? []
        : [isMoving ? '変更は、お電話でお願いします。' : 'キャンセルには、お電話もお願いします。']),
      ...(opensAt === null ? [] : [`次の受付は、${momentText(opensAt)}からです。`]),
      phoneLine(office),
    ].join('\n'),
    buttons: [...(isTold ? [] : [absenceButton(view)]), callButton(office)],
    choices: [showBookingButton, menuButton],
  },
];

/** After 「行けない」, that she comes after all. */
export const comingTold = ({ slot }: BookingView, office: Office, opensAt: Moment | null): Message[] =>
  told(
    `行けるようになったことを、職員に伝えました。
予約は、そのままです。
${slotText(slot)}
お会いできるのを楽しみにしています。
${opensAt === null ? '' : `職員は、${momentText(opensAt)}から確認します。\n`}${phoneLine(office)}`,
    office,
  );

/** 「電話しないで」 before the hour, and that a call is welcome after all. */
const callsTold = {
  now: 'を、職員に伝えました。',
  before: 'は、職員に伝えてあります。',
  kept: 'を、記録しました。\n職員が次に見るときに、わかります。',
} as const satisfies Record<CallsWish['told'], string>;

const openNames: Readonly<Partial<Record<string, string>>> = {
  requested: '申し込み',
  proposed: '申し込み',
  confirmed: '予約',
};

export const ofCallsTold = (
  { slot, state }: BookingView,
  office: Office,
  { kind, told: how, opens }: CallsWish,
): Message[] =>
  told(
    `${kind === 'noPhone' ? 'お電話をひかえてほしいこと' : 'お電話してもよいこと'}${callsTold[how]}
${openNames[state] === undefined ? '' : `${openNames[state]}は、そのままです。\n${slotText(slot)}\n`}${opens === null || how !== 'now' ? '' : `職員は、${momentText(opens)}から確認します。\n`}${phoneLine(office)}`,
    office,
  );

/** The same from somebody who never said that she could not. */
export const comingExpected = ({ slot }: BookingView, office: Office): Message[] =>
  told(
    `予約は、そのままです。
${slotText(slot)}
お会いできるのを楽しみにしています。
${phoneLine(office)}`,
    office,
  );

/** The same of what staff have cancelled or declined: nothing is promised. `isNew`: staff hear it by this very turn. */
export const comingAfterEnding = (
  { slot, state }: BookingView,
  office: Office,
  { isNew, opens }: { isNew: boolean; opens: Moment | null },
): Message[] =>
  told(
    `行けるようになったこと${isNew ? 'を、職員に伝えました。' : 'は、職員に伝えてあります。'}
${slotText(slot)}の${
      state === 'cancelled'
        ? '予約は、キャンセルになったままです。'
        : '申し込みは、お受けできていないままです。'
    }
もう一度お受けできるかは、職員が確認します。
${opens === null || !isNew ? '' : `職員は、${momentText(opens)}から確認します。\n`}${phoneLine(office)}`,
    office,
  );

/** 「パスコード忘れました」 on another day. */
export function numbersAgain(view: BookingView, office: Office, isAbsent = false): Message[] {
  const card = numbersCard(
    view,
    '相談で使う番号です',
    isAbsent ? absentText(view) : '時間になったら、Zoomで入室してください。',
  );
  return [
    {
      ...card,
      note: phoneLine(office),
      buttons: [...(card.buttons ?? []), callButton(office)],
      choices: [showBookingButton, menuButton],
    },
  ];
}
