// Times on the page are Japan's, wherever the browser is.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOf, inputValueOf, timeOf, timeOrDayOf } from '../../src/page/phones/times.ts';
import { clockWords, instantOf, nextMorning } from '../../src/page/tools/instants.ts';

const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

/** 1 December 2026, 00:05 in Japan: the day before nearly everywhere else. */
const AT = Date.parse('2026-11-30T15:05:07Z');

describe.each(['America/St_Johns', 'Pacific/Kiritimati'])('In %s', (zone) => {
  beforeEach(() => {
    process.env.TZ = zone;
  });

  test('messages have the time and the day of Japan', () => {
    expect([timeOf(AT), dayOf(AT), inputValueOf(AT)]).toEqual(['0:05', '12月1日(火)', '2026-12-01T00:05']);
    const lastMomentOfTheDay = Date.parse('2026-12-01T14:59:59Z');
    expect(timeOrDayOf(AT, lastMomentOfTheDay)).toBe('0:05');
    expect(timeOrDayOf(AT, lastMomentOfTheDay + 1000)).toBe('12/1');
  });

  test('the tools read and write the time of Japan', () => {
    expect(clockWords(AT)).toEqual({ day: '2026年12月1日(火)', time: '0:05:07' });
    expect(instantOf('2026-12-01T00:05')).toBe(Date.parse('2026-11-30T15:05:00Z'));
    expect(instantOf('2026-12-')).toBeUndefined();
    expect(nextMorning(AT)).toBe(Date.parse('2026-12-02T00:00:00Z'));
  });
});
