// What she reads when she writes around the time of her consultation: what staff now know, and what helps next. Nothing
// is said to have been told that was not.

import type { ConsultationPhase } from '../../booking/consultation-phase.ts';
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { Office } from '../../config/office.ts';
import type { BookingView, InContactWindow, Said } from '../facts.ts';
import type { Button, Message } from '../message.ts';
import { nobodyHears, told } from './booking-ended.ts';
import { noticeAlt, staffAway } from './booking-messages.ts';
import { menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import {
  absenceButton,
  absenceOffered,
  dayCard,
  lateButton,
  overdueText,
  troubleButton,
} from './on-the-day.ts';

const contact = 'ご連絡があったこと';
/** 「…を、職員に伝えました。」 */
const saidOf: Record<PersonNotice, string> = {
  contact,
  active: contact,
  numbers: contact,
  absenceWritten: contact,
  trouble: 'Zoomに入れないこと',
  waiting: 'お待ちになっていること',
  inside: '音や画面でお困りのこと',
  callMe: 'お電話のご希望',
  late: '遅れること',
  absence: '行けないこと',
  coming: '行けるようになったこと',
  entered: 'Zoomがつながったこと',
  newPhone: '電話番号のことでご連絡があったこと',
  noPhone: 'お電話をひかえてほしいこと',
  mayCall: 'お電話してもよいこと',
  aboutCalls: 'お電話のことでご連絡があったこと',
  inNeed: 'つらい状況だということ',
};

/** Whoever must not be called is not asked to call. */
const callsKept = `${saidOf.noPhone}を、記録しました。\n職員が次に見るときに、わかります。`;
const nobody = `申し訳ありません。\n${staffAway}`;

function toldLine({ kind, told: heard }: Said): string[] {
  if (heard === null) return [];
  if (heard === 'nobody') return [kind === 'noPhone' ? callsKept : nobody];
  return [
    heard === 'now' ? `${saidOf[kind]}を、職員に伝えました。` : `${saidOf[kind]}は、職員に伝えてあります。`,
  ];
}

const allSaid = (facts: InContactWindow): Said[] => [facts, ...(facts.besides ?? [])];
const toldLines = (facts: InContactWindow): string[] => allSaid(facts).flatMap(toldLine);

const comeAfterAll = 'やはり来られるときは「やっぱり行けます」と送ってください。';
const enter = '準備ができたら、Zoomで入室してください。';

type Advice = (view: BookingView, facts: InContactWindow) => string[];

const isAhead = (hour: ConsultationPhase): boolean => hour === 'soon' || hour === 'today';
const untilStart: Advice = ({ slot }, { hour }) =>
  isAhead(hour) ? [`相談は、${timeText(slot.time)}からです。`] : [];

const general: Advice = (view, facts) => {
  const { situation, told: heard } = facts;
  if (heard === 'nobody') return [];
  if (situation === 'absent') return [comeAfterAll];
  const help = 'お困りのことは、下のボタンでお知らせください。';
  return situation === 'in' ? [help] : [...untilStart(view, facts), enter, help];
};

/** Staff call her: true only where they have been asked to, and at a number that she has not replaced. */
const calls = (line: string, facts: InContactWindow): string[] =>
  facts.told === 'nobody' || facts.noCall || allSaid(facts).some(({ kind }) => callsNobody.has(kind))
    ? []
    : [line];
const callsNobody: ReadonlySet<PersonNotice> = new Set(['newPhone', 'aboutCalls']);

const advice: Partial<Record<PersonNotice, Advice>> = {
  trouble: (view, facts) => [
    ...untilStart(view, facts),
    '番号を確かめて、もう一度お試しください。',
    ...calls('入れないままのときは、職員からお電話します。', facts),
  ],
  waiting: (view, facts) => [...untilStart(view, facts), 'このまま、Zoomでお待ちください。'],
  inside: () => [
    '音量と、マイクとカメラのボタンを確かめてください。',
    'なおらないときは、いちど退出して、入り直してください。',
    `それでもだめなときは「${labels.trouble}」を押してください。`,
  ],
  callMe: (_, facts) =>
    calls('登録の番号に、職員からお電話します。\nお電話に出られるよう、お待ちください。', facts),
  aboutCalls: (_, { told: heard }) =>
    heard === 'nobody'
      ? []
      : ['お電話してよいときは「電話ください」、', 'よくないときは「電話しないで」と送ってください。'],
  numbers: ({ zoom }) => (zoom === null ? [] : ['番号は、下のボタンでコピーできます。']),
  late: (_, { situation }) => (situation === 'in' ? [] : [enter]),
  coming: () => [enter],
  entered: () => ['無事につながって、よかったです。', 'このまま、Zoomをお使いください。'],
  newPhone: () => ['登録の番号は、まだ変わっていません。', 'お電話で、番号をお知らせください。'],
};

/** R-20, T23: the ten minutes are named where they may intent, never where she is in touch about something else. */
const namesTenMinutes: ReadonlySet<PersonNotice> = new Set([
  'contact',
  'trouble',
  'inside',
  'late',
  'numbers',
]);

function linesOf(view: BookingView, facts: InContactWindow): string[] {
  const rest = allSaid(facts).flatMap((said) => {
    // Of these the other one needs the help.
    if (said.kind === 'noPhone' && facts.besides?.length) return [];
    if (facts.hour === 'overdue' && namesTenMinutes.has(said.kind))
      return overdueText({ isUntold: said.told === 'nobody', noCall: facts.noCall });
    return (advice[said.kind] ?? general)(view, { ...facts, ...said });
  });
  return [...new Set([...toldLines(facts), ...rest])];
}

const thanks = 'ご連絡ありがとうございます';
const titles: Partial<Record<PersonNotice, string>> = {
  trouble: 'お困りのところ、申し訳ありません',
  inside: 'お困りのところ、申し訳ありません',
  waiting: 'お待たせして、申し訳ありません',
  numbers: '相談で使う番号です',
};

/** With these she may need her numbers once more. */
const bringsNumbers: ReadonlySet<PersonNotice> = new Set(['trouble', 'inside', 'numbers']);

type Way = (view: BookingView) => Button;
/** What she has just said needs no button. */
const waysOn: Partial<Record<PersonNotice, readonly Way[]>> & { contact: readonly Way[] } = {
  contact: [troubleButton, lateButton, absenceButton],
  late: [troubleButton, absenceButton],
  coming: [troubleButton, lateButton],
  waiting: [troubleButton],
  entered: [troubleButton],
  callMe: [],
  newPhone: [],
};
/** She said that she cannot come, or is in already: all that is left to say then. */
const waysThen = { absent: [absenceButton], in: [troubleButton] } as const;

/** Delivered so late that its time is over: what she can do now, and nothing of entering. */
function afterwards(facts: InContactWindow, office: Office): Message[] {
  const { opensAt, isAfter, noCall } = facts;
  return told(
    [
      '相談の時間は、もう終わりました。',
      ...(isAfter ? [] : ['メッセージが届くのが遅れ、申し訳ありません。']),
      ...toldLines(facts),
      ...(opensAt === null ? [] : [`職員は、${momentText(opensAt)}から確認します。`]),
      ...(noCall ? [] : ['このあとのことは、お電話でご相談ください。']),
      phoneLine(office),
    ].join('\n'),
    office,
  );
}

export function inContactWindow(view: BookingView, facts: InContactWindow, office: Office): Message[] {
  const { kind, hour, situation } = facts;
  if (hour === 'over') return afterwards(facts, office);
  const absence = allSaid(facts).find((said) => said.kind === 'absenceWritten');
  if (absence !== undefined) return absentInContactWindow(view, facts, absence, office);
  const title = titles[kind] ?? thanks;
  const text = linesOf(view, facts).join('\n');
  if (facts.isRecorded === true || allSaid(facts).some((said) => bringsNumbers.has(said.kind)))
    return [dayCard(view, { title, text }, hour, office)];
  const ways = (kind === 'contact' && situation && waysThen[situation]) || (waysOn[kind] ?? waysOn.contact);
  const buttons = ways.map((button) => button(view));
  return [
    {
      kind: 'card',
      alt: noticeAlt,
      title: isAhead(hour) ? thanks : title,
      text: `${text}\n${phoneLine(office)}`,
      buttons: hour === 'overdue' ? [callButton(office), ...buttons] : [...buttons, callButton(office)],
      choices: [showBookingButton, menuButton],
    },
  ];
}

/** What else she said stands on the same card. */
function absentInContactWindow(
  view: BookingView,
  facts: InContactWindow,
  { told }: Said,
  office: Office,
): Message[] {
  if (told === 'nobody') return nobodyHears(office, facts.opensAt);
  const others = allSaid(facts).filter(({ kind }) => kind !== 'absenceWritten');
  const also = others.flatMap((said) => [
    ...toldLine(said),
    ...(said.kind === 'newPhone' || said.kind === 'callMe'
      ? (advice[said.kind]?.(view, { ...facts, ...said }) ?? [])
      : []),
  ]);
  const isTold = facts.situation === 'absent' && told === 'before';
  return absenceOffered(view, { ...facts, told, isTold, also }, office);
}
