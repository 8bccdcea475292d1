// What is written to the admin chat, once each, with invented people.
import { buttonsIn, buttonsUntold, buttonsWished } from '../../flows/booking-buttons.ts';
import { allChoices, cancelReasons, declineReasons } from '../../flows/vocabulary.ts';
import { personNotices } from '../../src/booking/person-notices.ts';
import { asDay, type Day } from '../../src/core/jst.ts';
import type { CardLead } from '../../src/messages/facts-staff.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { changedSince, settledAs } from '../../src/messages/ja/staff-outcomes.ts';
import { waitingKinds } from '../../src/messages/kinds.ts';
import { callsToStaff, type Named } from './calls-to-staff.ts';
import { brief, card, moment, now, office, reaches, secrets } from './invented.ts';
import { aboutPeople } from './messages-about-people.ts';
import { aboutPhoneBookings, bookingOrigin, withoutLine } from './messages-about-phone-bookings.ts';
import { aboutRooms } from './messages-about-rooms.ts';

export type { Named };

const settled = { receipt: '2611-0042', by: '田中', at: { day: '2026-11-25', time: '10:02' } };
const person = { ...brief, name: secrets.name, confirmed: 2 };
const longName = '長い名前\n'.repeat(30);
const longRoom = 'とても長い名前の会議室'.repeat(6);
const rooms = Array.from({ length: 30 }, (_, n) => ({
  id: `${brief.id.slice(0, -2)}${n + 10}`,
  name: `相談室${n}`,
  inUse: n % 2 === 0 ? null : { time: '10:00', name: n % 3 === 0 ? null : longName },
  beside: n % 4 === 0 ? { time: '09:00', name: secrets.name } : null,
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
    wish: n % 5 === 1 ? brief.slot : null,
    room: [null, '相談室A', 'とても長い名前の会議室'.repeat(2)][n % 3] ?? null,
    notice: n % 4 === 0 ? { kind: 'absence' as const, at: moment } : null,
    hit: n % 5 === 0 ? ('closed' as const) : null,
    counsellor: n % 2 === 0 ? '斎藤'.repeat(10) : null,
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
  ...{ pending: { count, overdue: Math.min(count, 1) }, calls: count, closures: [] },
});
const bookingFacts = {
  ...{ ...brief, state: 'confirmed' as const, name: secrets.name, by: '鈴木', since: moment },
  ...{ choices: allChoices(false), isNumberUnknown: false, sameNumber: [], isBlocked: false, promised: null },
  ...{ isOverdue: false, notice: null, hit: null, noCall: false, lastAt: null, buttons: [] },
  past: { done: 0, byPhone: 0, noShow: 0, absent: 0 },
  ...{
    person: brief.id,
    lead: null,
    tellAt: null,
    told: null,
    wish: null,
    reason: null,
    step: 'confirm',
    oneRoom: null,
  },
  meeting: { room: '相談室A', isRemoved: false, isClose: false },
  origin: bookingOrigin,
};
const leads: readonly CardLead[] = [
  ...(['recorded', 'amend', 'decided', 'decidedAtOnce', 'decidedUnreachable'] as const),
  ...([
    'undone',
    'toldAlready',
    'changedSince',
    'atTheHour',
    'meetingTaken',
    'otherBooking',
    'readmitted',
  ] as const),
  ...(['counsellorChanged'] as const),
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
  waiting: { isQuotaUsedUp: count > 0, items: count > 0 ? waiting.slice(0, 4) : [], more: count },
  unrecorded: { count, rows: list(Math.min(count, 3)).map((row) => ({ ...row, days: 2 })) },
  left: count > 0 ? 120 : undefined,
});

const part = { day: asDay('2026-11-30'), name: 'all' as const, from: null, until: null, counsellors: null };
const afternoon = {
  ...part,
  name: 'afternoon' as const,
  from: '12:00',
  until: '17:00',
  reason: '研'.repeat(20),
};
const closed = { ...afternoon, id: brief.id, by: '鈴木', at: moment };
const fewer = { ...part, reason: null, counsellors: 1, id: brief.id, by: null, at: moment };
const hours = { ...closed, name: 'hours' as const, from: '14:00', until: '16:00', reason: null };
const hits = (rows: number) => ({ rows: list(rows), confirmed: rows, requests: rows === 12 ? 48 : 0 });
const closureWords: readonly Named[] = [
  ...[closed, fewer, hours].flatMap((closure): Named[] => [
    ...[0, 1, 12].flatMap((rows): Named[] => [
      [
        `closureAsked ${rows}`,
        ja.closureAsked({ closure, hits: hits(rows), part: 'all', mark: 'mark', isNew: rows === 1 }),
      ],
      [`closureCard ${rows}`, ja.closureCard({ closure, hits: hits(rows), lead: null }, moment)],
      [`closureCard made ${rows}`, ja.closureCard({ closure, hits: hits(rows), lead: 'made' }, moment)],
    ]),
    ['closureLifted', ja.closureLifted({ closure, by: closure.by })],
    ['closedAlready', ja.closedAlready(closure, moment)],
    ['liftedBefore', ja.liftedBefore(closure, { by: closure.by, at: moment }, moment)],
  ]),
  ...[0, 1, 12].map(
    (rows): Named => [
      `closureList ${rows}`,
      ja.closureList({ page: 0, count: rows, closures: Array(rows).fill(closed), hasMore: rows === 12 }),
    ],
  ),
  ['whichClosure', ja.whichClosure('2026-11-30', [closed, fewer, hours])],
  ['closureDropped', ja.closureDropped('2026-11-30')],
  ...(['form', 'lift', 'weekday', 'reason'] as const).map(
    (because): Named => [`closureUnclear ${because}`, ja.closureUnclear(because, '2026-11-30')],
  ),
  ...(
    [
      ...(['weekend', 'yearEnd', 'closure', 'past'] as const).map((why) => ({
        ...{ why: 'needless' as const, day: part.day },
        because: { why },
      })),
      { why: 'needless', day: part.day, because: { why: 'holiday', name: '春分の日 振替休日' } },
      { why: 'outside' },
      { why: 'none', day: part.day },
      { why: 'counsellors', most: 2 },
      { why: 'noCounsellors', day: part.day },
      { why: 'allThere', day: part.day, most: 2 },
      { why: 'gone' },
    ] as const
  ).map((no): Named => [`noClosure ${no.why}`, ja.noClosure(no)]),
  ['dayList, closed', ja.dayList({ ...days(1), closures: [closed, fewer] }, moment)],
  [
    'dayList, a closed week',
    ja.dayList({ ...days(1), until: asDay('2026-12-06'), closures: Array(9).fill(closed) }, moment),
  ],
  [
    'pendingList, short',
    ja.pendingList(
      { page: 0, count: 1, rows: list(1).map((row) => ({ ...row, hit: 'short' as const })), hasMore: false },
      moment,
    ),
  ],
];

const moving: readonly Named[] = [
  ...[[], Array<Day>(8).fill(asDay('2026-12-01'))].map(
    (days): Named => [
      `moveDays ${days.length}`,
      ja.moveDays({ ...person, days, next: days.length === 0 ? null : 1 }),
    ],
  ),
  ['moveTimes', ja.moveTimes({ ...person, day: '2026-12-01', times: ['10:00', '11:00'], hasMore: true })],
  ...[true, false].flatMap((isFree): Named[] =>
    [[], rooms.slice(0, 3)].map((free) => {
      const check = { to: brief.slot, room: isFree ? '相談室A' : null, isFree, isClose: isFree, rooms: free };
      return [`moveCheck ${isFree} ${free.length}`, ja.moveCheck({ ...person, reach: 'line', ...check })];
    }),
  ),
  ...reaches.map((reach): Named => {
    const check = { to: brief.slot, room: null, isFree: true, isClose: false, rooms: [] };
    return [`moveCheck ${reach}`, ja.moveCheck({ ...person, reach, ...check })];
  }),
  ['moveSlotGone', ja.moveSlotGone()],
  ['moveWishCard', ja.moveWishCard({ ...person, to: brief.slot, until: moment })],
  [
    'bookingCard, wished',
    ja.bookingCard({ ...bookingFacts, wish: brief.slot, buttons: buttonsWished }, moment),
  ],
  ['bookingCard, kept', ja.bookingCard({ ...bookingFacts, step: 'keep', lead: 'decided' }, moment)],
];

export const toStaff: readonly Named[] = [
  ...closureWords,
  ['requestCard', ja.requestCard(card())],
  ['requestCard, moved', ja.requestCard(card(true))],
  ...[null, '鈴木'].map((by): Named => [`helping ${by}`, ja.helping({ ...person, by, at: moment })]),
  ['chatLeft', ja.chatLeft(chat)],
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
  ...reaches.map((reach): Named => [`whyDecline ${reach}`, ja.whyDecline({ ...person, reach })]),
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
    const untold = { tellAt: moment, buttons: buttonsUntold, lead: 'decided' as const };
    const isCancel = (cancelReasons as readonly string[]).includes(reason);
    const ended = isCancel
      ? { state: 'cancelled' as const, step: 'cancel' }
      : { state: 'declined' as const, step: 'decline' };
    return [
      `bookingCard, ${reason}`,
      ja.bookingCard({ ...bookingFacts, ...untold, ...ended, reason }, moment),
    ];
  }),
  ...reaches.map((reach): Named => [`whyCancel ${reach}`, ja.whyCancel({ ...person, reach })]),
  ...moving,
  ...(['past', 'closed', 'taken', 'openBooking'] as const).map(
    (because): Named => [`notReadmitted ${because}`, ja.notReadmitted(because)],
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
