// What people with open bookings will still get until the end of the month.
import { addDays, addMinutes } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BookedAhead, messagesAhead } from '../../src/booking/messages-ahead.ts';
import { at, office } from './the-office.ts';

const now = at('2026-12-07 10:05');
const until = at('2027-01-01 00:00');
const of = (startsAt: string, more: Partial<BookedAhead> = {}): BookedAhead => ({
  ...{ state: 'confirmed', promisedBy: now, wantsEarlyReminder: true },
  ...{ startsAt: at(startsAt), ...more },
});
const ahead = (...bookings: BookedAhead[]) => messagesAhead(bookings, { now, until }, office);

describe('a confirmed booking', () => {
  test('brings the reminders that lie ahead', () => {
    expect(ahead(of('2026-12-15 10:00'))).toEqual({ needed: 2, early: 1 });
    expect(ahead(of('2026-12-08 10:00'))).toEqual({ needed: 2, early: 0 });
    expect(ahead(of('2026-12-07 11:00'))).toEqual({ needed: 1, early: 0 });
  });

  test('brings no early one to who has turned that off', () => {
    expect(ahead(of('2026-12-15 10:00', { wantsEarlyReminder: false }))).toEqual({ needed: 2, early: 0 });
  });

  test('of next month brings what falls into this one', () => {
    expect(ahead(of('2027-01-04 10:00'))).toEqual({ needed: 0, early: 0 });
    expect(messagesAhead([of('2027-02-01 10:00')], { now, until: at('2027-02-01 00:00') }, office)).toEqual({
      needed: 1,
      early: 1,
    });
  });
});

describe.each(['requested', 'proposed'] as const)('a request (%s)', (state) => {
  test('brings its answer, and the reminders of a confirmed one after it', () => {
    const promisedBy = at('2026-12-08 17:00');
    expect(ahead(of('2026-12-15 10:00', { state, promisedBy }))).toEqual({ needed: 3, early: 1 });
    expect(ahead(of('2026-12-09 10:00', { state, promisedBy: at('2026-12-08 17:30') }))).toEqual({
      needed: 2,
      early: 0,
    });
  });

  test('that is answered next month brings nothing before', () => {
    expect(ahead(of('2027-01-08 10:00', { state, promisedBy: at('2027-01-05 17:00') }))).toEqual({
      needed: 0,
      early: 0,
    });
  });
});

test('as time goes on and nothing new is booked it never becomes more', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
  const anyBooking = fc.record({
    state: fc.constantFrom('requested' as const, 'confirmed' as const),
    startsAt: minute.map((minutes) => addMinutes(now, minutes)),
    promisedBy: minute.map((minutes) => addMinutes(now, minutes)),
    wantsEarlyReminder: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyBooking, { maxLength: 5 }), fc.nat(30), (bookings, days) => {
      const later = { now: addDays(now, days), until };
      const [first, then] = [
        messagesAhead(bookings, { now, until }, office),
        messagesAhead(bookings, later, office),
      ];
      expect(then.early).toBeLessThanOrEqual(first.early);
      expect(then.needed).toBeLessThanOrEqual(first.needed);
      expect(first.needed).toBeLessThanOrEqual(3 * bookings.length);
    }),
  );
});
