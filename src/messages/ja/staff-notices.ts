// PersonNotice that staff act on by telephone.

import { isContactWindow } from '../../booking/consultation-phase.ts';
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { Moment } from '../../booking/shown.ts';
import type { Consultee, NoticeTime } from '../facts-staff.ts';
import type { Button, Fact, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { momentSince } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { callNobody, callThem, inTouch, noticeWords } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';
import { stateName } from './staff-rows.ts';

/** On a card, so that her name stays off the lock screen. */
const newsCard = (
  title: string,
  text: string,
  { id, name, ...notice }: Consultee,
  more: readonly Fact[],
  buttons: readonly Button[],
): Message[] => [
  {
    kind: 'card',
    alt: title,
    title,
    text,
    facts: [
      ...noticeFacts(notice),
      ...(name === '' ? [] : [{ label: fieldNames.name, value: name }]),
      ...more,
    ],
    buttons: [...buttons, contactButton(id)],
  },
];

/** whether it came before the ten minutes were over is for staff to judge. */
const cameAt = ({ slot }: Consultee, at: Moment): Fact => ({
  label: '連絡の時刻',
  value: momentSince(at, slot.day),
});

/** Before the start nobody has to be called yet. */
const early = 'まだ開始の前です。';
type Words = { text?: string; call?: string };
const beforeStart: Partial<Record<PersonNotice, Words>> = {
  contact: { text: inTouch },
  numbers: { text: early },
  trouble: { text: early, call: `時間になっても入室がないときは、\n${callThem}` },
  waiting: { text: `${early}\n時間になったら、待機室をご確認ください。` },
};

/** Before its hour it is of no trouble with Zoom. */
const onItsDay: Words = { text: 'お電話がほしいとのことです。\nまだ相談の前です。', call: callThem };

const ended = '相談の時間は、もう終わっています。';
/** By a call at the wrong moment: nobody is asked to make one. */
const mayBeHarmed: ReadonlySet<PersonNotice> = new Set(['noPhone', 'aboutCalls', 'inNeed']);

/** The record is named before, and is what they would say otherwise. */
const againstRecord: Partial<Record<PersonNotice, Words>> = {
  entered: { text: 'Zoomをご確認ください。' },
  absence: {},
  absenceWritten: {},
};
const endedBy: ReadonlySet<string> = new Set(['cancelled', 'declined']);
/** Nothing is as it was: staff decide whether they can take it again. */
const afterEnding: Partial<Record<PersonNotice, Words>> = {
  coming: { text: '来られるそうです。\n予約は、もとに戻っていません。' },
};

function wordsOf(kind: PersonNotice, { hour, recorded }: NoticeTime): Words {
  if (hour === 'over')
    return mayBeHarmed.has(kind)
      ? { text: `${ended}\n${noticeWords[kind].text}` }
      : { text: ended, call: 'お電話で、ごようすをうかがってください。' };
  if (kind === 'callMe' && (hour === 'today' || hour === 'ahead')) return onItsDay;
  const isBefore = hour !== 'begun' && hour !== 'overdue';
  if (recorded && endedBy.has(recorded) && afterEnding[kind]) return afterEnding[kind];
  if (recorded && againstRecord[kind]) return againstRecord[kind];
  return (isBefore ? beforeStart[kind] : undefined) ?? noticeWords[kind];
}

/** Nobody waits for her any more. */
function recordLine({ recorded, isDelayed }: NoticeTime): string[] {
  if (!recorded || recorded === 'unrecorded') return [];
  return [`「${stateName(recorded)}」の記録${isDelayed ? 'があります。' : 'のあとに、連絡がありました。'}`];
}

function linesOf(kinds: readonly PersonNotice[], now: NoticeTime): string[] {
  const { isDelayed, noCall } = now;
  const texts = kinds.flatMap((kind, index) => [
    index > 0 ? noticeWords[kind].also : undefined,
    wordsOf(kind, now).text,
  ]);
  // Nobody is asked to call a number that may not be hers any more.
  const isElsewhere = kinds.length > 1 && kinds.includes('newPhone');
  const isCalled = !noCall && !isElsewhere && !kinds.some((kind) => mayBeHarmed.has(kind));
  return [
    ...recordLine(now),
    ...texts,
    ...(noCall ? [] : kinds.map((kind) => noticeWords[kind].whenCalling)),
    ...(isCalled ? kinds.map((kind) => wordsOf(kind, now).call) : []),
    ...(noCall && !kinds.includes('noPhone') ? [callNobody] : []),
    ...(isDelayed ? ['LINEの遅れで、いま届きました。'] : []),
  ].flatMap((line) => line?.split('\n') ?? []);
}

/** What she lets us know about her consultation, each line once: `at` is when she did it, whenever it reached us. */
export const newsForStaff = (
  kinds: readonly [PersonNotice, ...PersonNotice[]],
  person: Consultee,
  at: Moment,
  now: NoticeTime,
): Message[] =>
  newsCard(
    noticeWords[kinds[0]].title,
    [...new Set(linesOf(kinds, now))].join('\n'),
    person,
    [cameAt(person, at)],
    buttonsFor(kinds, person, now),
  );

function buttonsFor(kinds: readonly PersonNotice[], person: Consultee, now: NoticeTime): Button[] {
  const isAbsent = kinds.some((kind) => cannotCome.has(kind));
  if (now.recorded && !isAbsent)
    return [...cameAfterAll(person), ...takeAgain(person), ...helpButtons(person, now)];
  return [
    ...(kinds.some((kind) => needsHelp.has(kind)) ? helpButtons(person, now) : []),
    ...(isAbsent && now.recorded !== 'absent' ? absenceButtons(person, now) : []),
  ];
}

/** The record that was too early, or of the wrong one, is put right from here. */
const cameAfterAll = ({ id: booking, confirmed: version }: Consultee): Button[] =>
  version === null
    ? []
    : [
        {
          label: labels.cameAfterAll,
          tap: { event: 'outcome.recorded', booking, version, outcome: 'attended' },
        },
      ];

const takeAgain = ({ id: booking, ended: version }: Consultee): Button[] =>
  version == null ? [] : [{ label: labels.readmit, tap: { event: 'readmit.asked', booking, version } }];

const needsHelp: ReadonlySet<PersonNotice> = new Set(['trouble', 'waiting', 'inside', 'callMe']);

/** Colleagues read who is at it. */
const helpButtons = ({ id: booking }: Consultee, { hour }: NoticeTime): Button[] =>
  isContactWindow(hour)
    ? [{ label: labels.takeHelp, tap: { event: 'help.taken', booking }, tone: 'primary' }]
    : [];

const cannotCome: ReadonlySet<PersonNotice> = new Set(['absence', 'absenceWritten']);

/** One tap for the call that the person was asked to make, if she was; from a quarter of an hour before the start it is recorded how it went. */
function absenceButtons({ id: booking, confirmed: version }: Consultee, now: NoticeTime): Button[] {
  if (version === null || now.hour === 'over') return [];
  if (now.hour === 'ahead' || now.hour === 'today')
    return now.noCall
      ? [{ label: labels.cancel, tap: { event: 'cancel.asked', booking, version } }]
      : [
          {
            label: labels.cancelReceived,
            tap: { event: 'cancel.picked', booking, version, reason: 'byPerson' },
          },
        ];
  return [{ label: labels.absent, tap: { event: 'outcome.recorded', booking, version, outcome: 'absent' } }];
}
