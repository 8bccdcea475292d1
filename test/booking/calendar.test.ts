import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  businessDayAfter,
  businessDayBefore,
  type Closure,
  closedBecause,
  isBusinessDay,
  openHours,
} from '../../src/booking/calendar.ts';
import { addDays, asDay, asTime, type Day } from '../../src/core/jst.ts';
import { anyDay } from './arbitraries.ts';
import { office } from './the-office.ts';

const daysFrom = (from: string, until: string): Day[] => {
  const days: Day[] = [];
  for (let day = asDay(from); day <= asDay(until); day = addDays(day, 1)) days.push(day);
  return days;
};

/** Month/day of each holiday, as the Cabinet Office lists them. */
const holidays: Record<string, string> = {
  '2026': '1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23',
  '2027': '1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23',
  '2028': '1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23',
};

describe('the office is closed', () => {
  test.each(Object.entries(holidays))('on the holidays of %s and no others', (year, list) => {
    const expected = list.split(' ').map((monthDay) => {
      const [month = '', day = ''] = monthDay.split('/');
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    });
    // 1 January counts as the turn of the year, which says more.
    const found = daysFrom(`${year}-01-04`, `${year}-12-28`).filter(
      (day) => closedBecause(day, office, [])?.why === 'holiday',
    );
    expect([`${year}-01-01`, ...found]).toEqual(expected);
  });

  test('on a holiday in lieu, and says its name (R-02)', () => {
    expect(closedBecause(asDay('2027-03-22'), office, [])).toEqual({
      why: 'holiday',
      name: '春分の日 振替休日',
    });
    expect(closedBecause(asDay('2026-09-22'), office, [])?.why).toBe('holiday');
  });

  test('from 29 December to 3 January, also where that is a weekday (R-02)', () => {
    for (const day of [
      ...daysFrom('2026-12-29', '2027-01-03'),
      ...daysFrom('2027-12-29', '2028-01-03'),
      asDay('2028-12-29'),
    ])
      expect(closedBecause(day, office, []), day).toEqual({ why: 'yearEnd' });
  });

  test('on Saturdays and Sundays', () => {
    for (const day of ['2026-11-28', '2026-11-29'])
      expect(closedBecause(asDay(day), office, [])).toEqual({ why: 'weekend' });
  });

  test('on a day it closed itself', () => {
    const day = asDay('2026-12-01');
    expect(closedBecause(day, office, [{ day }])).toEqual({ why: 'closure' });
    expect(closedBecause(day, office, [{ day: asDay('2026-12-02') }])).toBeUndefined();
  });

  test('all day when its closures together leave no open hour', () => {
    const day = asDay('2026-12-01');
    const closures: Closure[] = [
      { day, until: asTime('12:30') },
      { day, from: asTime('12:30'), until: asTime('17:00') },
    ];
    expect(isBusinessDay(day, office, closures)).toBe(false);
    expect(isBusinessDay(day, office, closures.slice(1))).toBe(true);
  });

  test.each([
    ['2026-12-28', '2027-01-04'],
    ['2027-04-30', '2027-05-06'],
    ['2027-12-28', '2028-01-04'],
    ['2028-05-02', '2028-05-08'],
  ])('in the long run after %s, and opens again on %s', (last, next) => {
    expect(businessDayAfter(asDay(last), office, [])).toBe(next);
    expect(businessDayBefore(asDay(next), office, [])).toBe(last);
  });

  test('on the same days whatever the hour: 8:00 on the day after a holiday is a working day', () => {
    expect(isBusinessDay(asDay('2027-03-23'), office, [])).toBe(true);
  });
});

describe('the open hours', () => {
  const day = asDay('2026-12-01');

  test('of a business day are those of the profile', () => {
    expect(openHours(day, office, [])).toEqual([{ from: 540, until: 1020 }]);
    expect(openHours(asDay('2026-12-05'), office, [])).toEqual([]);
  });

  test('are cut by what the office closed', () => {
    const closures: Closure[] = [
      { day, from: asTime('15:00') },
      { day, from: asTime('11:00'), until: asTime('12:00') },
      { day: asDay('2026-12-02') },
    ];
    expect(openHours(day, office, closures)).toEqual([
      { from: 540, until: 660 },
      { from: 720, until: 900 },
    ]);
  });
});

describe('business days', () => {
  test('are counted without the closed ones', () => {
    expect(addBusinessDays(asDay('2026-11-20'), 1, office, [])).toBe('2026-11-24');
    expect(addBusinessDays(asDay('2026-11-20'), 0, office, [])).toBe('2026-11-20');
    expect(addBusinessDays(asDay('2027-01-04'), -2, office, [])).toBe('2026-12-25');
    expect(addBusinessDays(asDay('2026-11-20'), 1, office, [{ day: asDay('2026-11-24') }])).toBe(
      '2026-11-25',
    );
  });

  test('before and after one another are neighbours', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const after = businessDayAfter(day, office, []);
        expect(after > day).toBe(true);
        expect(isBusinessDay(after, office, [])).toBe(true);
        const back = businessDayBefore(after, office, []);
        expect(back === day).toBe(isBusinessDay(day, office, []));
      }),
    );
  });
});
