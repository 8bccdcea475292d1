import { addMinutes } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dealt, deal } from '../../src/booking/deal.ts';
import { runs } from '../helpers/runs.ts';
import { at } from './the-office.ts';

const held = (id: string, time: string, counsellor: number, isAgreed = true): Dealt => ({
  id,
  startsAt: at(`2026-12-03 ${time}`),
  endsAt: addMinutes(at(`2026-12-03 ${time}`), 45),
  counsellor,
  isAgreed,
});

describe('with one counsellor less', () => {
  test('everybody is dealt to who is left, as far as they do not overlap', () => {
    const places = deal([held('a', '10:00', 0), held('b', '11:00', 1), held('c', '14:00', 1)], 1);
    expect([...places.entries()].toSorted()).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
  });

  test('of three that overlap in a chain the two at its ends stay', () => {
    const places = deal([held('a', '10:00', 0), held('b', '10:30', 1), held('c', '11:00', 0)], 1);
    expect(places.get('a')).toBe(0);
    expect(places.get('b')).toBe(1);
    expect(places.get('c')).toBe(0);
  });

  test('a request gives way to a booking, though it comes first', () => {
    const places = deal([held('a', '10:00', 0, false), held('b', '10:30', 1)], 1);
    expect(places.get('b')).toBe(0);
    expect(places.get('a')).toBe(1);
  });

  test('who can keep a counsellor keeps that one', () => {
    const places = deal([held('a', '10:00', 1), held('b', '14:00', 0)], 2);
    expect(places.get('a')).toBe(1);
    expect(places.get('b')).toBe(0);
  });
});

const overlap = (a: Dealt, b: Dealt) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const anyDay = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 24 }),
      length: fc.constantFrom(30, 45, 60),
      counsellor: fc.nat(4),
      isAgreed: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ minute, length, ...rest }, n): Dealt => {
      const startsAt = addMinutes(at('2026-12-03 10:00'), minute * 15);
      return { ...rest, id: String(n).padStart(2, '0'), startsAt, endsAt: addMinutes(startsAt, length) };
    }),
  );

test('Nobody has two at once, and nothing is left out that a counsellor has time for', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 3 }), (bookings, counsellors) => {
      const places = deal(bookings, counsellors);
      expect(places.size).toBe(bookings.length);
      for (const one of bookings)
        for (const other of bookings)
          if (one.id < other.id && overlap(one, other))
            expect(places.get(one.id)).not.toBe(places.get(other.id));
      const isIn = ({ id }: Dealt) => (places.get(id) ?? 0) < counsellors;
      const inside = bookings.filter(isIn);
      for (const out of bookings.filter((one) => !isIn(one))) {
        const most = Math.max(
          ...[out, ...inside.filter((one) => overlap(one, out))].map(
            ({ startsAt }) =>
              inside.filter((one) => overlap(one, out) && one.startsAt <= startsAt && startsAt < one.endsAt)
                .length,
          ),
        );
        expect(most).toBeGreaterThanOrEqual(counsellors);
      }
    }),
    { numRuns: runs(1000) },
  );
});
