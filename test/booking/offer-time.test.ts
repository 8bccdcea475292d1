// Until when other times can be chosen, which can be proposed, and how a button carries them.
import { describe, expect, test } from 'vitest';
import { isTimes, readTimes, withTime, writeTimes } from '../../src/booking/chosen-times.ts';
import { isOfferable, nearestStarts, offeredUntil } from '../../src/booking/offer-time.ts';
import { asDay } from '../../src/core/jst.ts';
import { at, office } from './the-office.ts';

const far = at('2026-12-20 10:00');
const until = (now: string, first: string, own = far) =>
  offeredUntil({ own, first: at(first) }, at(now), office, []);

describe('Other times can be chosen', () => {
  test('until noon of the next day, be it a Saturday', () => {
    expect(until('2026-11-25 10:02', '2026-12-02 10:00')).toEqual(at('2026-11-26 12:00'));
    expect(until('2026-11-27 16:00', '2026-12-02 10:00')).toEqual(at('2026-11-28 12:00'));
  });

  test('until the cut-off of the first of them, where that is sooner', () => {
    // Wednesday at four for Thursday.
    expect(until('2026-11-25 10:02', '2026-11-26 14:00')).toEqual(at('2026-11-25 16:00'));
  });

  test('until the booking that they are for is about to begin', () => {
    const own = at('2026-11-26 10:00');
    expect(until('2026-11-25 17:00', '2026-12-02 10:00', own)).toEqual(at('2026-11-26 09:45'));
  });

  test('for an hour at least, or they are not proposed at all', () => {
    expect(until('2026-11-25 15:00', '2026-11-26 14:00')).toEqual(at('2026-11-25 16:00'));
    expect(until('2026-11-25 15:01', '2026-11-26 14:00')).toBeUndefined();
    expect(isOfferable(asDay('2026-11-26'), at('2026-11-25 14:59'), office, [])).toBe(true);
    expect(isOfferable(asDay('2026-11-26'), at('2026-11-25 15:00'), office, [])).toBe(false);
  });
});

test('The nearest starts are those beside the wanted one, in their order, and none touches what they must not', () => {
  const starts = ['10:00', '11:00', '14:00', '15:00', '16:00'].map((time) => at(`2026-12-01 ${time}`));
  const wanted = at('2026-12-01 14:00');
  const near = nearestStarts(starts, wanted, [wanted, at('2026-12-01 15:15')], { minutes: 45, count: 3 });
  expect(near).toEqual([starts[0], starts[1], starts[4]]);
});

describe('A button carries up to three times', () => {
  const times = ['2026-12-01 10:00', '2026-12-01 11:00', '2026-12-02 10:00'].map((one) => at(one).getTime());

  test('as short text that reads back', () => {
    for (const some of [[], times.slice(0, 1), times]) {
      const text = writeTimes(some);
      expect(text.length).toBeLessThanOrEqual(26);
      expect(isTimes(text)).toBe(true);
      expect(readTimes(text)).toEqual(some);
    }
  });

  test.each([
    'x',
    '29334300.',
    '29334300.29334300',
    '29334360.29334300',
    '1.2',
    '29334300.29334301.29334302.29334303',
    '-9334300',
    '293343001',
  ])('and 「%s」 is none', (text) => expect(isTimes(text)).toBe(false));

  test('and one more takes its place among them, the same one only once', () => {
    expect(withTime(times.slice(1), times[0] ?? 0)).toEqual(times);
    expect(withTime(times, times[1] ?? 0)).toEqual(times);
  });
});
