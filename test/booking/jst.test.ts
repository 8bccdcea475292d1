import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  asDateColumn,
  asDay,
  asTime,
  dayFromNumbers,
  dayOf,
  daysBetween,
  fromDateColumn,
  instant,
  isAfter,
  isBefore,
  minuteOfDay,
  monthAfter,
  numbersOf,
  parseDay,
  parseTime,
  timeAtMinute,
  timeOf,
  weekday,
} from '../../src/core/jst.ts';
import { anyDay } from './arbitraries.ts';

describe('a day', () => {
  test('is read only when it exists', () => {
    for (const text of ['2026-12-01', '2028-02-29']) expect(parseDay(text)).toBe(text);
    for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-12-1', '12-01', ' 2026-12-01', ''])
      expect(parseDay(text)).toBeUndefined();
  });

  test('that does not exist is refused loudly where our own data names it', () => {
    expect(() => asDay('2026-02-30')).toThrow(RangeError);
    expect(() => asTime('24:00')).toThrow(RangeError);
    expect(() => instant(asDay('2026-12-01'), '9:00')).toThrow(RangeError);
  });

  test('is made of numbers only when it exists', () => {
    expect(dayFromNumbers(2026, 2, 28)).toBe('2026-02-28');
    expect(dayFromNumbers(2026, 2, 29)).toBeUndefined();
    expect(dayFromNumbers(2026, 0, 1)).toBeUndefined();
  });

  test('in Japan begins nine hours before the one in Greenwich', () => {
    expect(dayOf(new Date('2027-03-22T14:59:59Z'))).toBe('2027-03-22');
    expect(dayOf(new Date('2027-03-22T15:00:00Z'))).toBe('2027-03-23');
    expect(timeOf(new Date('2027-03-22T23:05:00Z'))).toBe('08:05');
  });

  test('has its weekday: 2026-12-01 is a Tuesday', () => {
    expect(weekday(asDay('2026-12-01'))).toBe(2);
    expect(weekday(asDay('2026-11-29'))).toBe(0);
  });

  test('knows the months around it', () => {
    expect(monthAfter(asDay('2026-12-31'), 1)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter(asDay('2027-01-31'), -1)).toEqual({ year: 2026, month: 12 });
    expect(monthAfter(asDay('2027-01-31'), -13)).toEqual({ year: 2025, month: 12 });
    expect(numbersOf(asDay('2026-12-01'))).toEqual({ year: 2026, month: 12, dayOfMonth: 1 });
  });

  test('and time come back from the moment they make', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const moment = instant(day, timeAtMinute(minute));
        expect(dayOf(moment)).toBe(day);
        expect(minuteOfDay(timeOf(moment))).toBe(minute);
      }),
    );
  });

  test('lies as far away as it was moved', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, count) => {
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(isBefore(moved, day)).toBe(count < 0);
        expect(isAfter(moved, day)).toBe(count > 0);
      }),
    );
  });
});

describe('the zone of the machine', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // New York skips 02:30 on 14 March 2027, Apia skipped all of 30 December 2011.
  test.each([
    ['UTC', 0],
    ['Asia/Tokyo', -540],
    ['America/New_York', 300],
    ['Pacific/Apia', -840],
  ])('%s changes nothing', (machine, minutesBehind) => {
    process.env.TZ = machine;
    expect(new Date(2020, 0, 15).getTimezoneOffset(), 'the machine is there').toBe(minutesBehind);
    expect(instant(asDay('2027-03-14'), '02:30').toISOString()).toBe('2027-03-13T17:30:00.000Z');
    expect(instant(asDay('2011-12-30'), '10:00').toISOString()).toBe('2011-12-30T01:00:00.000Z');
    expect(addDays(asDay('2011-12-29'), 1)).toBe('2011-12-30');
    expect(dayOf(new Date('2027-03-13T17:30:00Z'))).toBe('2027-03-14');
    expect(weekday(asDay('2027-03-14'))).toBe(0);
  });
});

test('a time is read only when a clock shows it', () => {
  for (const text of ['00:00', '09:05', '23:59']) expect(parseTime(text)).toBe(text);
  for (const text of ['24:00', '9:00', '10:60', '10:5', '']) expect(parseTime(text)).toBeUndefined();
});

test('a day goes into a column of dates as its midnight in UTC, and comes back as it was', () => {
  expect(asDateColumn(asDay('2026-12-01'))).toEqual(new Date('2026-12-01T00:00:00Z'));
  expect(fromDateColumn(new Date('2026-12-01T00:00:00Z'))).toBe('2026-12-01');
});
