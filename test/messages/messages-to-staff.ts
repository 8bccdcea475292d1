// What is written to the admin chat, once each, with invented people.
import { buttonsIn } from '../../flows/booking-buttons.ts';
import { allChoices, declineReasons } from '../../flows/vocabulary.ts';
import { personNotices } from '../../src/booking/person-notices.ts';
import { asDay } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { settledAs } from '../../src/messages/ja/staff-outcomes.ts';
import { waitingKinds } from '../../src/messages/kinds.ts';
import { callsToStaff, type Named } from './calls-to-staff.ts';
import { brief, card, moment, now, office, secrets } from './invented.ts';

export type { Named };

const settled = { receipt: '2611-0042', by: '田中', at: { day: '2026-11-25', time: '10:02' } };
const person = { ...brief, name: secrets.name };
const longRoom = 'とても長い名前の会議室'.repeat(6);
const rooms = Array.from({ length: 30 }, (_, n) => ({
  id: `${brief.id.slice(0, -2)}${n + 10}`,
  name: `相談室${n}`,
}));

const chat = {
  id: 'C1',
  since: 1,
  name: '浜松分室',
  members: 5,
  isPerson: false,
  invitedBy: '鈴木',
  enrolled: moment,
};
const unknownChat = { ...chat, name: null, members: null, invitedBy: null };
const list = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: brief.id,
    slot: brief.slot,
    name: [secrets.name, null, '髙橋 美穂'.repeat(8), null][n % 4] ?? null,
    state: n % 3 === 0 ? 'confirmed' : 'done',
    choices: allChoices(n % 2 === 0),
    promised: moment,
    notice: n % 4 === 0 ? { kind: 'absence' as const, at: moment } : null,
  }));
const days = (count: number) => ({
  ...{
    from: asDay('2026-11-30'),
    until: asDay('2026-11-30'),
    page: 0,
    count,
    rows: list(count),
    hasMore: false,
  },
  ...{ pending: { count, overdue: Math.min(count, 1) }, calls: count },
});
const bookingFacts = {
  ...{ ...brief, state: 'confirmed' as const, name: secrets.name, by: '鈴木', since: moment },
  ...{ choices: allChoices(false), isNumberUnknown: false, sameNumber: [], isBlocked: false, promised: null },
  ...{ isOverdue: false, notice: null, noCall: false, lastAt: null, buttons: [] },
  past: { done: 0, byPhone: 0, noShow: 0, absent: 0 },
  lead: null,
};
const longName = '長い名前\n'.repeat(30);
const waiting = waitingKinds.map((about) => ({ about, at: moment, receipt: brief.receipt }));

export const toStaff: readonly Named[] = [
  ['requestCard', ja.requestCard(card())],
  ['requestCard, moved', ja.requestCard(card(true))],
  ['staffHelp', ja.staffHelp()],
  ['answerDue', ja.answerDue({ ...brief, promised: moment })],
  [
    'whichRoom',
    ja.whichRoom(
      [
        { id: brief.id, name: '相談室A' },
        { id: brief.id, name: longRoom },
      ],
      brief,
    ),
  ],
  ['whichRoom, none', ja.whichRoom([], brief)],
  ['whichRoom, many', ja.whichRoom(rooms, brief)],
  ['whyDecline', ja.whyDecline(brief)],
  ...[true, false].map((noCall): Named => {
    const link = 'https://counter.example.jp/contact/abc';
    return [`contactLink ${noCall}`, ja.contactLink(brief, link, { minutes: 10, noCall })];
  }),
  ['contactOver', ja.contactOver(30)],
  ['contactWithoutPage', ja.contactWithoutPage()],
  ...[0, 1, 12].map((rows): Named => [`dayList ${rows}`, ja.dayList(days(rows), moment)]),
  [
    'dayList, a week',
    ja.dayList({ ...days(12), until: asDay('2026-12-06'), count: 60, page: 1, hasMore: true }, moment),
  ],
  ...[0, 1, 12].map(
    (rows): Named => [
      `pendingList ${rows}`,
      ja.pendingList({ page: 0, count: rows, rows: list(rows), hasMore: false }, moment),
    ],
  ),
  ...Object.entries(buttonsIn).map(
    ([state, buttons]): Named => [
      `bookingCard ${state}`,
      ja.bookingCard({ ...bookingFacts, state: state as keyof typeof buttonsIn, buttons }, moment),
    ],
  ),
  ...(['recorded', 'amend'] as const).map(
    (lead): Named => [`bookingCard, ${lead}`, ja.bookingCard({ ...bookingFacts, lead }, moment)],
  ),
  [
    'bookingCard, all that is out of the ordinary',
    ja.bookingCard(
      {
        ...bookingFacts,
        ...{ isNumberUnknown: true, isBlocked: true, isOverdue: true, noCall: true },
        ...{ promised: moment, choices: allChoices(true), by: null, name: null },
        notice: { kind: 'late', at: moment },
        sameNumber: [{ receipt: '2610-0007', sameName: true }],
        past: { done: 2, byPhone: 1, noShow: 1, absent: 1 },
        lastAt: moment,
      },
      moment,
    ),
  ],
  ...[...Object.keys(settledAs), 'somethingNew'].map(
    (state): Named => [`alreadyDecided ${state}`, ja.alreadyDecided({ ...settled, state }, now)],
  ),
  ['requestMoved', ja.requestMoved(brief)],
  ['requestUnknown', ja.requestUnknown()],
  ['receiptUnknown', ja.receiptUnknown()],
  ['numbersGone', ja.numbersGone(brief)],
  ['numbersTakenBack', ja.numbersTakenBack()],
  ['numbersReplaced', ja.numbersReplaced()],
  ...['hama2026', '123'].map((passcode): Named => {
    const numbers = { meetingId: secrets.meetingId, passcode, mark: 'mark' };
    return [`numbersCheck ${passcode}`, ja.numbersCheck({ ...brief, name: '浜松 花子', ...numbers })];
  }),
  ...['receipt', 'missing', 'meetingId', 'passcodeMissing', 'passcode', 'phone'].map(
    (reason): Named => [`numbersUnclear ${reason}`, ja.numbersUnclear(reason)],
  ),
  ['confirmedForStaff', ja.confirmedForStaff({ ...brief, by: '田中', reachable: true })],
  ['confirmedForStaff, unreachable', ja.confirmedForStaff({ ...brief, by: null, reachable: false })],
  ...declineReasons.map(
    (reason): Named => [`declinedForStaff ${reason}`, ja.declinedForStaff({ ...brief, by: '田中', reason })],
  ),
  ['withdrawnForStaff', ja.withdrawnForStaff(brief)],
  ['expiredForStaff', ja.expiredForStaff(brief)],
  ['deletionForStaff open', ja.deletionForStaff({ onRecord: 'open', name: '田中', booking: brief }, office)],
  ['deletionForStaff over', ja.deletionForStaff({ onRecord: 'over', name: '田中', booking: brief }, office)],
  [
    'deletionForStaff nothing',
    ja.deletionForStaff({ onRecord: 'nothing', name: null, booking: null }, office),
  ],
  ...personNotices.flatMap((kind) =>
    (['ahead', 'soon', 'begun', 'over'] as const).map((hour): Named => {
      const now = { hour, isDelayed: hour === 'over', noCall: false };
      return [`newsForStaff ${kind}, ${hour}`, ja.newsForStaff([kind], person, moment, now)];
    }),
  ),
  ...personNotices.flatMap((kind) =>
    (['soon', 'begun', 'over'] as const).map((hour): Named => {
      const now = { hour, isDelayed: false, noCall: true };
      return [
        `newsForStaff noPhone and ${kind}, ${hour}`,
        ja.newsForStaff(['noPhone', kind], person, moment, now),
      ];
    }),
  ),
  ['unreachable', ja.unreachable(brief)],
  ...callsToStaff,
  ['waitingNews', ja.waitingNews({ isQuotaUsedUp: true, items: waiting, more: 3 }, '2026-11-30')],
  ['waitingNews, quota', ja.waitingNews({ isQuotaUsedUp: true, items: [], more: 0 }, '2026-11-30')],
  ['roomList', ja.roomList([{ id: brief.id, name: '相談室A' }])],
  ['roomList, none', ja.roomList([])],
  ['roomAdded', ja.roomAdded('相談室A')],
  ['roomUnclear name', ja.roomUnclear('name')],
  ['roomUnclear numbers', ja.roomUnclear('numbers')],
  ['invitation', ja.invitation('1234-5678', moment)],
  ['joinedGroup', ja.joinedGroup()],
  ['enrolled', ja.enrolled()],
  ['enrolled, alone', ja.enrolled(true, true)],
  ['chatEnrolled', ja.chatEnrolled(chat)],
  ['chatEnrolled, unknown', ja.chatEnrolled(unknownChat)],
  ['chatEnrolled, long', ja.chatEnrolled({ ...chat, name: longName, invitedBy: longName })],
  ['chatEnrolled, person', ja.chatEnrolled({ ...unknownChat, id: 'U1', isPerson: true })],
  ['chatList, none', ja.chatList(0, 0)],
  ['chatList', ja.chatList(2, 2)],
  ['chatList, many', ja.chatList(9, 4)],
  ['chatCard', ja.chatCard(chat)],
  ['endChatAsked', ja.endChatAsked(chat)],
  ['chatEnded', ja.chatEnded(chat, '鈴木')],
  ['chatEnded, by nobody known', ja.chatEnded(unknownChat, null)],
  ['chatNotThere', ja.chatNotThere()],
  ['endChatTooSoon', ja.endChatTooSoon(chat, moment)],
  ['endChatTooSoon, person', ja.endChatTooSoon({ ...chat, isPerson: true }, moment)],
  ['chatFarewell', ja.chatFarewell()],
  ['memberJoined', ja.memberJoined(['山田', '伊藤さん'], 2)],
  ['memberJoined, many', ja.memberJoined(['山田', longName, '加藤'], 9)],
  ['memberJoined, unknown', ja.memberJoined([], 1)],
  ['wrongCode', ja.wrongCode()],
  ['wrongCodeAlone', ja.wrongCodeAlone(office)],
  ['enrolmentStopped', ja.enrolmentStopped()],
  ['staffApology', ja.staffApology()],
];
