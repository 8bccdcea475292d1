// What staff are told of people they search for, and of 利用見合わせ.
import { suspensionReasons, suspensionTerms } from '../../flows/vocabulary.ts';
import type { PersonCard, PersonLead } from '../../src/messages/facts-people.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Named } from './calls-to-staff.ts';
import { brief, moment, secrets } from './invented.ts';

const names = [secrets.name, null, 'あ'.repeat(40), 'محمد', '👩‍👩‍👧‍👦', '=HYPERLINK("https://example.com")'];
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: brief.id,
    name: names[n % names.length] ?? null,
    last: n % 2 === 0 ? brief.slot : null,
    current: n % 4 === 0 ? { slot: brief.slot, state: 'inProgress' } : null,
    next: n % 3 === 0 ? { slot: brief.slot, state: 'requested' } : null,
  }));
const list = (count: number, shown = count) => ({
  ...{ page: 0, count, rows: rows(shown), hasMore: count > shown, isCut: count === 0 || count > shown },
  found: count > shown ? brief.id : null,
});

const booking = { id: brief.id, receipt: brief.receipt, slot: brief.slot, state: 'noShow' };
const suspension = {
  ...{ since: brief.id, reason: 'noShows', lastDay: '2027-02-28', by: '鈴木', at: moment },
};
const person: PersonCard = {
  ...{ id: brief.id, name: secrets.name, lastAt: null, isNumberUnknown: false, sameNumber: [] },
  past: { done: 0, byPhone: 0, noShow: 0, absent: 0 },
  ...{ isBlocked: false, noCall: false, suspension: null, bookings: [], count: 0, open: [], lead: null },
};
const full: PersonCard = {
  ...person,
  name: 'あ'.repeat(40),
  lastAt: moment,
  past: { done: 2, byPhone: 1, noShow: 2, absent: 1 },
  ...{ isNumberUnknown: true, isBlocked: true, noCall: true, suspension, count: 60, changeable: brief },
  sameNumber: [{ receipt: '2610-0007', sameName: true }],
  bookings: Array(5).fill(booking),
  open: [brief],
};
const leads: readonly PersonLead[] = ['suspended', 'lifted', 'before', 'notNow'];
const counsellors = (count: number) =>
  Array.from({ length: count }, (_, counsellor) => ({
    counsellor,
    name: `${'あ'.repeat(17)}${counsellor}`,
    isTaken: counsellor % 2 === 0,
  }));
const asked = { person: brief.id, name: secrets.name };

export const aboutPeople: readonly Named[] = [
  ...[0, 1, 12].map((count): Named => [`peopleList ${count}`, ja.peopleList(list(count))]),
  ['peopleList 13', ja.peopleList(list(13, 12))],
  ['peopleList 60', ja.peopleList(list(60, 12))],
  ['whichCounsellor', ja.whichCounsellor(counsellors(50), { ...brief, name: 'あ'.repeat(40), now: '斎藤' })],
  ['whichCounsellor, none', ja.whichCounsellor([], { ...brief, name: null, now: null })],
  ['counsellorTaken', ja.counsellorTaken('斎藤')],
  ['counsellorAway', ja.counsellorAway()],
  [
    'whichNumbers, counsellors',
    ja.whichNumbers([], { ...brief, name: null, reach: 'line', room: null, isNamed: true }),
  ],
  ['registerLink', ja.registerLink('2026-12-01', 'https://counter.example.jp/register/abc', 10)],
  ['registerUnclear', ja.registerUnclear()],
  ['registerWithoutPage', ja.registerWithoutPage()],
  ['searchUnclear', ja.searchUnclear()],
  ['searchOver', ja.searchOver()],
  ['personGone', ja.personGone()],
  ['personCard', ja.personCard(person, moment)],
  ['personCard, full', ja.personCard(full, moment)],
  ['personCard, nobody known', ja.personCard({ ...person, name: null }, moment)],
  ...leads.flatMap((lead): Named[] => [
    [`personCard ${lead}`, ja.personCard({ ...full, lead }, moment)],
    [
      `personCard ${lead}, unknown`,
      ja.personCard(
        { ...full, lead, open: [], suspension: { ...suspension, by: null, at: null, lastDay: null } },
        moment,
      ),
    ],
  ]),
  ['whySuspend', ja.whySuspend(asked)],
  ...suspensionReasons.map(
    (reason): Named => [`suspendUntilWhen ${reason}`, ja.suspendUntilWhen({ ...asked, reason })],
  ),
  ...suspensionTerms.map((term): Named => {
    const lastDay = term === 'open' ? null : '2027-02-28';
    return [
      `suspendAgain ${term}`,
      ja.suspendAgain({ ...asked, reason: 'noShows', term, lastDay, open: [brief] }),
    ];
  }),
];
