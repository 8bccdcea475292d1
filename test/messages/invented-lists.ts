// Invented bookings, rooms and days as staff see them, long ones among them.
import { allChoices } from '../../flows/vocabulary.ts';
import { asDay } from '../../src/core/jst.ts';
import { brief, moment, secrets } from './invented.ts';
import { bookingOrigin } from './messages-about-phone-bookings.ts';

export const person = { ...brief, name: secrets.name, confirmed: 2 };

export const longName = '長い名前\n'.repeat(30);
export const longRoom = 'とても長い名前の会議室'.repeat(6);
export const rooms = Array.from({ length: 30 }, (_, n) => ({
  id: `${brief.id.slice(0, -2)}${n + 10}`,
  name: `相談室${n}`,
  inUse: n % 2 === 0 ? null : { time: '10:00', name: n % 3 === 0 ? null : longName },
  beside: n % 4 === 0 ? { time: '09:00', name: secrets.name } : null,
}));

export const list = (count: number) =>
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
export const days = (count: number) => ({
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

export const bookingFacts = {
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
