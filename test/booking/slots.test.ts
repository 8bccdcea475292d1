import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeWish } from '../../src/booking/rules.ts';
import { startsOf } from '../../src/booking/starts.ts';
import { addDays, addMinutes, asDay, asTime, dayOf, instant } from '../../src/core/jst.ts';
import { freeCounsellor, freeTimes, nearestDays, openDays, type Taken } from '../../src/records/slots.ts';
import { runs } from '../helpers/runs.ts';
import { anyMoment, closuresAround, takenAround } from './arbitraries.ts';
import { at, office } from './the-office.ts';

const withCounsellors = (counsellors: number): typeof office => ({
  ...office,
  consultation: { ...office.consultation, counsellors },
});

const held = (start: string, counsellor = 0): Taken => ({
  startsAt: at(start),
  endsAt: addMinutes(at(start), 45),
  counsellor,
});

describe('a counsellor', () => {
  test('is free when no consultation of hers overlaps', () => {
    const taken = [held('2026-12-01 10:00')];
    expect(freeCounsellor(at('2026-12-01 10:00'), office, [], taken)).toBeUndefined();
    expect(freeCounsellor(at('2026-12-01 10:30'), office, [], taken)).toBeUndefined();
    expect(freeCounsellor(at('2026-12-01 10:45'), office, [], taken)).toBe(0);
    expect(freeCounsellor(at('2026-12-01 09:15'), office, [], taken)).toBe(0);
  });

  test('steps in where there are several', () => {
    const two = withCounsellors(2);
    expect(freeCounsellor(at('2026-12-01 10:00'), two, [], [held('2026-12-01 10:15')])).toBe(1);
    expect(freeCounsellor(at('2026-12-01 10:00'), two, [], [held('2026-12-01 10:15', 1)])).toBe(0);
    const both = [held('2026-12-01 10:15', 0), held('2026-12-01 10:30', 1)];
    expect(freeCounsellor(at('2026-12-01 10:00'), two, [], both)).toBeUndefined();
  });

  test('who left the office holds nobody up', () => {
    expect(freeCounsellor(at('2026-12-01 10:00'), office, [], [held('2026-12-01 10:00', 3)])).toBe(0);
  });
});

describe('the free times of a day', () => {
  const day = asDay('2026-12-01');

  test('leave out what overlaps', () => {
    const taken = [held('2026-12-01 10:00'), held('2026-12-02 14:00')];
    expect(freeTimes(day, office, [], taken, { fine: false })).toEqual(['11:00', '14:00', '15:00']);
    expect(freeTimes(day, office, [], taken, { fine: true })).toEqual([
      '10:45',
      '11:00',
      '11:15',
      '14:00',
      '14:15',
      '14:30',
      '14:45',
      '15:00',
      '15:15',
    ]);
  });

  test('are none on a closed day', () => {
    expect(freeTimes(asDay('2026-12-30'), office, [], [], { fine: true })).toEqual([]);
    expect(freeTimes(day, office, [{ day }], [], { fine: true })).toEqual([]);
  });
});

describe('the open days', () => {
  const now = at('2026-11-25 10:05');

  test('reach from tomorrow to the last day that is open', () => {
    const days = openDays(now, office, [], []);
    expect(days.at(0)?.day).toBe('2026-11-26');
    expect(days.at(-1)?.day).toBe('2026-12-25');
    expect(days).toHaveLength(22);
    expect(days.at(0)?.times).toEqual(['10:00', '11:00', '14:00', '15:00']);
    expect(days.at(0)?.otherTimes).toHaveLength(8);
  });

  test('T09: skip the day that closed before the holiday', () => {
    expect(openDays(at('2026-11-23 20:30'), office, [], []).at(0)?.day).toBe('2026-11-25');
  });

  test('leave out a day without a free start', () => {
    const full = ['10:00', '11:00', '14:00', '15:00'].map((time) => held(`2026-11-26 ${time}`));
    expect(openDays(now, office, [], full).at(0)?.day).toBe('2026-11-27');
  });

  test('keep a day whose offered starts are gone but not its others', () => {
    const wide = { ...office, consultation: { ...office.consultation, grid: ['10:00'] } };
    const first = openDays(now, wide, [], [held('2026-11-26 10:00')]).at(0);
    expect(first?.day).toBe('2026-11-26');
    expect(first?.times).toEqual([]);
    expect(first?.otherTimes).toContain('10:45');
  });

  test('T07: nearest to a wish that cannot be are the last two before the holidays', () => {
    const days = openDays(now, office, [], []);
    expect(nearestDays(asDay('2026-12-30'), days, 2).map(({ day }) => day)).toEqual([
      '2026-12-24',
      '2026-12-25',
    ]);
  });

  test('offer nothing that is refused or taken, and leave out nothing that is neither', () => {
    const situations = anyMoment.chain((when) =>
      fc.record({
        when: fc.constant(when),
        closures: closuresAround(when),
        taken: takenAround(dayOf(when)),
        counsellors: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(situations, ({ when, closures, taken, counsellors }) => {
        const profile = withCounsellors(counsellors);
        const offered = openDays(when, profile, closures, taken).flatMap(({ day, times, otherTimes }) =>
          [...times, ...otherTimes].map((time) => `${day} ${time}`),
        );
        const expected: string[] = [];
        for (let offset = -1; offset <= 35; offset += 1) {
          const day = addDays(dayOf(when), offset);
          for (const time of startsOf(profile, { fine: true })) {
            const allowed = judgeWish({ day, time }, when, profile, closures).ok;
            const free = freeCounsellor(instant(day, time), profile, closures, taken) !== undefined;
            if (allowed && free) expected.push(`${day} ${time}`);
          }
        }
        expect(offered.toSorted()).toEqual(expected);
      }),
      { numRuns: runs(40) },
    );
  });

  test('of a month with ten times as many held slots are not found a hundred times as slowly', () => {
    const ten = withCounsellors(10);
    const quickest = (count: number) => {
      const taken = Array.from({ length: count }, (_, index) => {
        const startsAt = instant(addDays(dayOf(now), index % 31), asTime('10:00'));
        const start = addMinutes(startsAt, 60 * (Math.floor(index / 31) % 5));
        return { startsAt: start, endsAt: addMinutes(start, 45), counsellor: index % 10 };
      });
      const durations = Array.from({ length: 9 }, () => {
        const begin = performance.now();
        openDays(now, ten, [], taken);
        return performance.now() - begin;
      });
      return Math.min(...durations);
    };
    quickest(80);
    expect(quickest(8_000) / quickest(800)).toBeLessThan(30);
  });
});
