import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closesAt, lastOpenDay, opensAt, opensOn } from '../../src/booking/booking-window.ts';
import { addDays, asDay, asTime, dayOf, daysBetween, timeOf } from '../../src/core/jst.ts';
import { anyDay } from './arbitraries.ts';
import { at, office, officeWhere } from './the-office.ts';

const railways = officeWhere({ opens: 'firstOfMonthWhenMissing' });
const byCalendar = officeWhere({ closes: 'dayBefore' });

describe('R-12 a day opens a month before', () => {
  test.each([
    ['2027-03-29', '2027-02-28', '2027-03-01'],
    ['2027-03-31', '2027-02-28', '2027-03-01'],
    ['2028-03-29', '2028-02-29', '2028-02-29'],
    ['2028-03-31', '2028-02-29', '2028-03-01'],
    ['2027-05-31', '2027-04-30', '2027-05-01'],
    ['2026-12-28', '2026-11-28', '2026-11-28'],
    ['2027-01-04', '2026-12-04', '2026-12-04'],
  ])('%s: on %s, or the way railways count on %s', (day, clamped, railwayDay) => {
    expect(opensOn(asDay(day), office)).toBe(clamped);
    expect(opensOn(asDay(day), railways)).toBe(railwayDay);
  });

  test('at midnight in Japan', () => {
    expect(opensAt(asDay('2027-03-29'), office)).toEqual(at('2027-02-28 00:00'));
  });

  test.each([
    ['2027-02-27', '2027-03-27'],
    ['2027-02-28', '2027-03-31'],
    ['2028-02-28', '2028-03-28'],
    ['2028-02-29', '2028-03-31'],
    ['2027-04-30', '2027-05-31'],
    ['2026-11-30', '2026-12-31'],
    ['2026-11-23', '2026-12-23'],
  ])('so on %s the last open day is %s', (today, last) => {
    expect(lastOpenDay(asDay(today), office)).toBe(last);
  });

  test('never before the month before, never later than 31 days ahead, and in the order of the days', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(office, railways), (day, profile) => {
        const opens = opensOn(day, profile);
        const ahead = daysBetween(opens, day);
        expect(ahead).toBeGreaterThanOrEqual(28 - 28 * Number(profile === railways));
        expect(ahead).toBeLessThanOrEqual(31);
        expect(opensOn(addDays(day, 1), profile) >= opens).toBe(true);
        expect(lastOpenDay(opens, profile) >= day).toBe(true);
        expect(lastOpenDay(addDays(opens, -1), profile) < day).toBe(true);
      }),
    );
  });

  test('and never later than the same day of the month before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const opens = opensOn(day, office);
        expect(opens.slice(8) <= day.slice(8)).toBe(true);
        expect(opens.slice(0, 7) < day.slice(0, 7)).toBe(true);
      }),
    );
  });
});

describe('R-10 a day closes the day before', () => {
  test.each([
    ['2026-11-24', '2026-11-20'],
    ['2027-01-04', '2026-12-28'],
    ['2027-05-06', '2027-04-30'],
    ['2027-03-01', '2027-02-26'],
  ])('%s: at 16:00 on %s, the last business day', (day, lastDay) => {
    expect(closesAt(asDay(day), office, [])).toEqual(at(`${lastDay} 16:00`));
  });

  test('on the calendar day before where the profile says so', () => {
    expect(closesAt(asDay('2026-11-24'), byCalendar, [])).toEqual(at('2026-11-23 16:00'));
  });

  test('earlier when the office closes the day before', () => {
    const closures = [{ day: asDay('2026-11-30') }];
    expect(closesAt(asDay('2026-12-01'), office, closures)).toEqual(at('2026-11-27 16:00'));
  });

  test('earlier by as much as the office leaves earlier on the last day', () => {
    const closures = [{ day: asDay('2026-11-30'), from: asTime('15:00') }];
    expect(closesAt(asDay('2026-12-01'), office, closures)).toEqual(at('2026-11-30 14:30'));
  });

  test('always before the day, after it opened, at the hour of the profile', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(office, byCalendar), (day, profile) => {
        const closes = closesAt(day, profile, []);
        expect(timeOf(closes)).toBe('16:00');
        expect(dayOf(closes) < day).toBe(true);
        expect(closes > opensAt(day, profile)).toBe(true);
      }),
    );
  });
});
