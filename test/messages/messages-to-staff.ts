// What is written to the admin chat, once each, with invented people.
import { buttonsIn, buttonsUntold } from '../../flows/booking-buttons.ts';
import { allChoices, cancelReasons, declineReasons } from '../../flows/vocabulary.ts';
import { personNotices } from '../../src/booking/person-notices.ts';
import { asDay } from '../../src/core/jst.ts';
import type { CardLead } from '../../src/messages/facts-staff.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { changedSince, settledAs } from '../../src/messages/ja/staff-outcomes.ts';
import { waitingKinds } from '../../src/messages/kinds.ts';
import { callsToStaff, type Named } from './calls-to-staff.ts';
import { brief, card, moment, now, office, reaches, secrets } from './invented.ts';
import { bookingFacts, list, longName, longRoom, person, rooms } from './invented-lists.ts';
import { aboutClosures, closed, fewer, hours } from './messages-about-closures.ts';
import { aboutLists } from './messages-about-lists.ts';
import { aboutMoves } from './messages-about-moves.ts';
import { toStaffAboutOffers } from './messages-about-offers.ts';
import { aboutPeople } from './messages-about-people.ts';
import { aboutPhoneBookings, withoutLine } from './messages-about-phone-bookings.ts';
import { aboutRooms } from './messages-about-rooms.ts';

export type { Named };

const settled = { receipt: '2611-0042', by: '田中', at: { day: '2026-11-25', time: '10:02' } };

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

const leads: readonly CardLead[] = [
  ...(['recorded', 'recordTakenBack', 'amend', 'decided', 'decidedAtOnce', 'decidedUnreachable'] as const),
  ...([
    'undone',
    'undoneLast',
    'undoneLate',
    'toldAlready',
    'changedSince',
    'atTheHour',
    'meetingTaken',
    'otherBooking',
    'backOntoClosed',
    'readmitted',
  ] as const),
  ...(['counsellorChanged', 'picked'] as const),
];
const waiting = waitingKinds.slice(0, 12).map((about, n) => ({
  about,
  at: moment,
  booking:
    n % 4 === 3
      ? null
      : { id: brief.id, receipt: brief.receipt, slot: brief.slot, name: secrets.name, noCall: n % 2 === 0 },
}));

const morning = (count: number) => ({
  ...{
    today: moment,
    count,
    rows: list(count),
    pending: { count, overdue: count },
    dueToday: count,
    calls: count,
  },
  waiting: {
    quota: count > 0 ? (['usedUp'] as const) : [],
    items: count > 0 ? waiting.slice(0, 4) : [],
    more: count,
    told: [],
  },
  unrecorded: { count, rows: list(Math.min(count, 3)).map((row) => ({ ...row, days: 2 })) },
  supply: { free: count > 0 ? 0 : 12, until: '2026-12-25', full: count, expired: count },
  month: count > 0 ? { left: 120, needed: count } : undefined,
});

export const toStaff: readonly Named[] = [
  ...aboutClosures,
  ...(['requested', 'requestMoved', 'bookedByPhone'] as const).map(
    (lead): Named => [`bookingCard, ${lead}`, ja.bookingCard(card(lead), moment)],
  ),
  ...[null, '鈴木'].map((by): Named => [`helping ${by}`, ja.helping({ ...person, by, at: moment })]),
  ...(['sent', 'byPhone', 'lost'] as const).map(
    (how): Named => [
      `bookingCard, told ${how}`,
      ja.bookingCard({ ...bookingFacts, told: { how, at: moment } }, moment),
    ],
  ),
  ['pushesSet on', ja.pushesSet(true, true)],
  ['pushesSet off', ja.pushesSet(false, true)],
  ['pushesSet off, nobody', ja.pushesSet(false, false)],
  ['staffHelp', ja.staffHelp(asDay('2026-11-30'))],
  ['answerDue', ja.answerDue({ ...person, promised: moment, oneRoom: null })],
  ['morning, nothing', ja.morning({ ...morning(0), closures: [] })],
  ['morning', ja.morning({ ...morning(5), closures: [closed, fewer, hours] })],
  ['answersDue', ja.answersDue(list(12), 30)],
  ...[true, false].map((noCall): Named => [`noSign ${noCall}`, ja.noSign({ ...person, noCall })]),
  [
    'whichRoom',
    ja.whichRoom(
      [
        { id: brief.id, name: '相談室A', inUse: null, beside: { time: '11:00', name: secrets.name } },
        { id: brief.id, name: longRoom, inUse: { time: '10:00', name: secrets.name }, beside: null },
      ],
      person,
    ),
  ],
  ['whichRoom, none', ja.whichRoom([], { ...brief, name: null })],
  ['whichRoom, many', ja.whichRoom(rooms, person)],
  ['whichRoom, closed', ja.whichRoom(rooms.slice(0, 2), { ...person, hit: 'closed' })],
  ...reaches.map((reach): Named => [`whyDecline ${reach}`, ja.whyDecline({ ...person, reach })]),
  ...[true, false].map((noCall): Named => {
    const link = 'https://counter.example.jp/contact/abc';
    return [`contactLink ${noCall}`, ja.contactLink(brief, link, { minutes: 10, noCall })];
  }),
  ['contactOver', ja.contactOver(30)],
  ['contactWithoutPage', ja.contactWithoutPage()],
  ...aboutLists,
  ...Object.entries(buttonsIn).map(
    ([state, buttons]): Named => [
      `bookingCard ${state}`,
      ja.bookingCard({ ...bookingFacts, state: state as keyof typeof buttonsIn, buttons }, moment),
    ],
  ),
  [
    'bookingCard, all that is out of the ordinary',
    ja.bookingCard(
      {
        ...bookingFacts,
        ...{ isNumberUnknown: true, isBlocked: true, isOverdue: true, noCall: true },
        suspended: { lastDay: '2027-05-31' },
        counsellor: '斎藤',
        ...{ promised: moment, choices: allChoices(true), by: null, name: null },
        notice: { kind: 'late', at: moment },
        hit: 'closed',
        sameNumber: [{ receipt: '2610-0007', sameName: true }],
        origin: { ...withoutLine, overrideReason: 'urgent', isUntold: true },
        past: { done: 2, byPhone: 1, noShow: 1, absent: 1 },
        lastAt: moment,
      },
      moment,
    ),
  ],
  ...[...Object.keys({ ...settledAs, ...changedSince }), 'somethingNew'].map(
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
  ...leads.map((lead): Named => [`bookingCard, ${lead}`, ja.bookingCard({ ...bookingFacts, lead }, moment)]),
  ...([...declineReasons, ...cancelReasons] as const).map((reason): Named => {
    const isCancel = (cancelReasons as readonly string[]).includes(reason);
    const ended = isCancel
      ? { state: 'cancelled' as const, step: 'cancel' }
      : { state: 'declined' as const, step: 'decline' };
    const untold = { tellAt: moment, buttons: buttonsUntold(ended.state), lead: 'decided' as const };
    return [
      `bookingCard, ${reason}`,
      ja.bookingCard({ ...bookingFacts, ...untold, ...ended, reason }, moment),
    ];
  }),
  ...reaches.map((reach): Named => [`whyCancel ${reach}`, ja.whyCancel({ ...person, reach })]),
  ['whyCancel, no call', ja.whyCancel({ ...person, reach: 'blocked', noCall: true })],
  ['whyCorrect', ja.whyCorrect(person, 'missed')],
  ['whyCorrect, reopened', ja.whyCorrect(person, 'reopened')],
  ...aboutMoves,
  ...toStaffAboutOffers,
  ...(['past', 'closed', 'taken', 'openBooking'] as const).map(
    (because): Named => [`notReadmitted ${because}`, ja.notReadmitted(because)],
  ),
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
  ...callsToStaff,
  ['waitingNews', ja.waitingNews({ quota: ['usedUp'], items: waiting, more: 3, told: [] }, '2026-11-30')],
  ...(['usedUp', 'short', 'most', 'much'] as const).map(
    (quota): Named => [
      `waitingNews, quota ${quota}`,
      ja.waitingNews({ quota: [quota], items: [], more: 0, told: [] }, '2026-11-30'),
    ],
  ),
  [
    'waitingNews, told',
    ja.waitingNews(
      {
        quota: [],
        items: [],
        more: 0,
        told: Array(60).fill({ receipt: brief.receipt, at: moment }),
      },
      '2026-11-30',
    ),
  ],
  ...aboutRooms,
  ...aboutPeople,
  ...aboutPhoneBookings,
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
