// What staff and people read of other times that staff propose.
import { buttonsIn, buttonsOffered } from '../../flows/booking-buttons.ts';
import { asDay, type Day } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Named } from './calls-to-staff.ts';
import { moment, office, reaches, slot, view } from './invented.ts';
import { bookingFacts, list, person } from './invented-lists.ts';
import { closed, fewer } from './messages-about-closures.ts';

const first = Date.parse('2026-12-01T01:00:00Z');
const times = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...slot,
    at: first + n * 60_000,
  }));
const offer = (count: number) => ({ times: times(count), until: moment, madeAt: 1_795_572_000_000 });
const states = ['proposed', 'confirmed'] as const;
const ends = [
  { stands: false, isHit: false },
  { stands: true, isHit: false },
  { stands: true, isHit: true },
];

export const toPeopleAboutOffers: readonly Named[] = [
  ...states.flatMap((state): Named[] => [
    ...[1, 3].map(
      (count): Named => [
        `offered ${state} ${count}`,
        ja.offered(view(state), { ...offer(count), isHit: count === 1 }, office),
      ],
    ),
    [`offerRecalled ${state}`, ja.offerRecalled(view(state), office)],
    ...[0, 2].map(
      (count): Named => [`offerGone ${state} ${count}`, ja.offerGone(view(state), offer(count), office)],
    ),
    [
      `bookingShown, ${state} with other times`,
      ja.bookingShown(view(state), office, { hour: 'ahead', reason: null, offer: offer(3) }),
    ],
  ]),
  ...ends.flatMap(({ stands, isHit }): Named[] => {
    const of = view(stands ? 'confirmed' : 'expired');
    return [
      [`offerLapsed ${stands} ${isHit}`, ja.offerLapsed(of, { stands, isHit }, office, stands ? [] : [slot])],
      [`offerRefused ${stands} ${isHit}`, ja.offerRefused(of, { stands, isHit }, office)],
    ];
  }),
  ['offerTaken', ja.offerTaken()],
  ...(['confirmed', 'requested', 'wished', 'over'] as const).map(
    (over): Named => [`offerOver ${over}`, ja.offerOver(over, office)],
  ),
];

const asked = { ...person, isAgreed: true, wish: slot, reach: 'line' as const };
const shown = { ...offer(3), by: '鈴木' };
export const toStaffAboutOffers: readonly Named[] = [
  ...[1, 2, 3].map(
    (count): Named => [
      `offerAsked ${count}`,
      ja.offerAsked({ ...asked, isAgreed: count === 1, wish: null, times: times(count), until: moment }),
    ],
  ),
  ...reaches.map(
    (reach): Named => [
      `offerAsked, none ${reach}`,
      ja.offerAsked({ ...asked, reach, times: [], until: null }),
    ],
  ),
  ['offerAsked, wished', ja.offerAsked({ ...asked, times: times(3), until: moment })],
  [
    'offerAsked, suspended',
    ja.offerAsked({ ...asked, times: [], until: null, suspended: { lastDay: null } }),
  ],
  ...[[], Array<Day>(8).fill(asDay('2026-12-01'))].map(
    (days): Named => [
      `offerDays ${days.length}`,
      ja.offerDays({
        ...person,
        days,
        chosen: days.map((_, n) => first + n * 60_000).slice(0, 2),
        next: days.length === 0 ? null : 1,
      }),
    ],
  ),
  [
    'offerTimes',
    ja.offerTimes({ ...person, day: '2026-12-01', times: times(3), chosen: [first - 60_000], hasMore: true }),
  ],
  ...[0, 1, 13].flatMap((count): Named[] => {
    const of = { closure: count === 1 ? fewer : closed, calls: count, waits: count };
    const rows = list(count).map(({ id, name }) => ({ id, name, slot, times: times(3) }));
    return [
      [`offersAsked ${count}`, ja.offersAsked({ ...of, offers: count, mark: 'mark', isNew: count === 1 })],
      [`offersMade ${count}`, ja.offersMade({ ...of, rows })],
    ];
  }),
  [
    'bookingCard, proposed',
    ja.bookingCard(
      { ...bookingFacts, state: 'proposed', step: 'propose', offer: shown, buttons: buttonsIn.proposed },
      moment,
    ),
  ],
  [
    'bookingCard, proposed instead',
    ja.bookingCard({ ...bookingFacts, step: 'propose', offer: shown, buttons: buttonsOffered }, moment),
  ],
  [
    'bookingCard, none suited',
    ja.bookingCard({ ...bookingFacts, state: 'requested', step: 'refuse', by: null }, moment),
  ],
  ...(['propose', 'recall'] as const).map(
    (step): Named => [
      `bookingCard, ${step}`,
      ja.bookingCard({ ...bookingFacts, step, lead: 'decided' }, moment),
    ],
  ),
  [
    'pendingList, proposed',
    ja.pendingList(
      {
        ...{ page: 0, count: 0, rows: [], hasMore: false },
        offered: list(2).map((row) => ({ ...row, offered: moment })),
      },
      moment,
    ),
  ],
];
