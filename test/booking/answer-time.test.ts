import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBy, staffSeeIt } from '../../src/booking/answer-time.ts';
import { decisionTime } from '../../src/booking/booking-window.ts';
import { businessDayBefore } from '../../src/booking/calendar.ts';
import { asDay, asTime } from '../../src/core/jst.ts';
import { openDays } from '../../src/records/slots.ts';
import { runs } from '../helpers/runs.ts';
import { anyMoment, closuresAround } from './arbitraries.ts';
import { at, office, officeWhere } from './the-office.ts';

describe('R-11 staff see a request', () => {
  test.each([
    ['at once while the office is open', '2026-11-25 10:05', '2026-11-25 10:05'],
    ['at the first stroke of the day', '2026-11-25 09:00', '2026-11-25 09:00'],
    ['the same morning when it comes before opening', '2026-11-25 03:00', '2026-11-25 09:00'],
    ['the next morning when it comes at closing time', '2026-11-25 17:00', '2026-11-26 09:00'],
    ['on Tuesday when it comes on the holiday evening', '2026-11-23 20:30', '2026-11-24 09:00'],
    ['on Monday when it comes on Friday evening', '2026-11-27 18:00', '2026-11-30 09:00'],
    ['in the new year when it comes at its turn', '2026-12-28 17:00', '2027-01-04 09:00'],
  ])('%s', (_, now, seen) => {
    expect(staffSeeIt(at(now), office, [])).toEqual(at(seen));
  });

  test('when they are back where the office closed for some hours', () => {
    const closures = [{ day: asDay('2026-11-25'), from: asTime('10:00'), until: asTime('13:00') }];
    expect(staffSeeIt(at('2026-11-25 10:05'), office, closures)).toEqual(at('2026-11-25 13:00'));
  });
});

describe('R-11 she hears', () => {
  test.each([
    ['by the next business day', '2026-11-25 10:05', '2026-12-01', '2026-11-26 16:30'],
    ['a business day after staff saw it on Tuesday', '2026-11-23 20:30', '2026-12-01', '2026-11-25 16:30'],
    ['today when tomorrow is the day', '2026-11-25 10:05', '2026-11-26', '2026-11-25 16:30'],
    ['today when it was asked at the last minute', '2026-11-25 15:59', '2026-11-26', '2026-11-25 16:30'],
    ['before the holidays about the day after them', '2026-12-28 09:30', '2027-01-04', '2026-12-28 16:30'],
    ['after the holidays about a later day', '2026-12-28 09:30', '2027-01-06', '2027-01-04 16:30'],
  ])('%s', (_, now, day, by) => {
    expect(answerBy(at(now), asDay(day), office, [])).toEqual(at(by));
  });

  test('before staff leave early', () => {
    const closures = [{ day: asDay('2026-11-26'), from: asTime('15:00') }];
    expect(answerBy(at('2026-11-25 10:05'), asDay('2026-12-01'), office, closures)).toEqual(
      at('2026-11-26 15:00'),
    );
  });

  test('the same day where the profile says so', () => {
    const quick = officeWhere({ answerWithinBusinessDays: 0 });
    expect(answerBy(at('2026-11-25 10:05'), asDay('2026-12-01'), quick, [])).toEqual(at('2026-11-25 16:30'));
  });

  test('when staff come in, where the calendar day is the cut-off and a holiday lies between', () => {
    const byCalendar = officeWhere({ closes: 'dayBefore' });
    expect(answerBy(at('2026-11-23 15:00'), asDay('2026-11-24'), byCalendar, [])).toEqual(
      at('2026-11-24 09:00'),
    );
  });

  test('never before staff saw it, never after the last business day before', () => {
    const situations = anyMoment.chain((when) =>
      fc.record({ when: fc.constant(when), closures: closuresAround(when) }),
    );
    fc.assert(
      fc.property(situations, ({ when, closures }) => {
        for (const { day } of openDays(when, office, closures, [])) {
          const seen = staffSeeIt(when, office, closures);
          const by = answerBy(when, day, office, closures);
          expect(seen >= when).toBe(true);
          expect(by >= seen).toBe(true);
          const lastDay = businessDayBefore(day, office, closures);
          expect(by <= decisionTime(lastDay, office, closures)).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
