// What staff read of a booking that is moved, and of a wish to move it.
import { buttonsWished } from '../../flows/booking-buttons.ts';
import { asDay, type Day } from '../../src/core/jst.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Named } from './calls-to-staff.ts';
import { brief, moment } from './invented.ts';
import { bookingFacts, person, rooms } from './invented-lists.ts';

const today = asDay('2026-12-01');

export const aboutMoves: readonly Named[] = [
  ...[[], Array<Day>(8).fill(asDay('2026-12-01'))].map(
    (days): Named => [
      `moveDays ${days.length}`,
      ja.moveDays({ ...person, days, next: days.length === 0 ? null : 1, today, late: days.slice(0, 1) }),
    ],
  ),
  ['moveTimes', ja.moveTimes({ ...person, day: '2026-12-01', times: ['10:00', '11:00'], hasMore: true })],
  ...[true, false].flatMap((isFree): Named[] =>
    [[], rooms.slice(0, 3)].map((free) => {
      const check = { to: brief.slot, room: isFree ? '相談室A' : null, isFree, isClose: isFree, rooms: free };
      return [
        `moveCheck ${isFree} ${free.length}`,
        ja.moveCheck({ ...person, reach: isFree ? 'line' : 'noLine', ...check }),
      ];
    }),
  ),
  ['moveReason', ja.moveReason({ ...person, to: brief.slot })],
  [
    'moveCheck, late',
    ja.moveCheck({
      ...{ ...person, to: brief.slot, reason: 'vacancy', room: null, isFree: false, isClose: false, rooms },
      isRenumbered: false,
      reach: 'line',
    }),
  ],
  [
    'bookingCard, moved late',
    ja.bookingCard(
      { ...bookingFacts, origin: { ...bookingFacts.origin, overrideReason: 'vacancy' } },
      moment,
    ),
  ],
  [
    'moveCheck, renumbered',
    ja.moveCheck({
      ...{ ...person, to: brief.slot, room: '相談室A', rooms: [] },
      ...{ reach: 'line', isFree: true, isRenumbered: true, isClose: false },
    }),
  ],
  ['moveSlotGone', ja.moveSlotGone(false)],
  ['moveSlotGone, closed', ja.moveSlotGone(true)],
  [
    'bookingCard, wished',
    ja.bookingCard(
      { ...bookingFacts, wish: brief.slot, promised: moment, lead: 'wished', buttons: buttonsWished },
      moment,
    ),
  ],
  ['bookingCard, kept', ja.bookingCard({ ...bookingFacts, step: 'keep', lead: 'decided' }, moment)],
];
