import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeWish } from '../../src/booking/rules.ts';
import { startsOf, startsOn } from '../../src/booking/starts.ts';
import { addDays, asDay, asTime, dayOf } from '../../src/core/jst.ts';
import { anyMoment, closuresAround } from './arbitraries.ts';
import { at, office, officeWhere } from './the-office.ts';

const now = at('2026-11-25 10:05');
const judge = (day: string, time?: string, when = now) =>
  judgeWish({ day: asDay(day), ...(time === undefined ? {} : { time: asTime(time) }) }, when, office, []);

describe('R-01 a consultation lies wholly inside the hours for it', () => {
  test('four starts are offered first', () => {
    expect(startsOf(office, { fine: false })).toEqual(['10:00', '11:00', '14:00', '15:00']);
  });

  test('every quarter of an hour under 「ほかの時間」', () => {
    expect(startsOf(office, { fine: true }).join(' ')).toBe(
      '10:00 10:15 10:30 10:45 11:00 11:15 14:00 14:15 14:30 14:45 15:00 15:15',
    );
  });

  test.each(['10:00', '11:15', '14:00', '15:15'])('%s is fine', (time) => {
    expect(judge('2026-12-01', time)).toEqual({ ok: true });
  });

  test.each(['09:45', '11:30', '12:00', '13:30', '15:30', '16:00', '00:00', '23:59'])('%s is not', (time) => {
    expect(judge('2026-12-01', time)).toEqual({ ok: false, reason: 'outsideHours' });
  });

  test('a time between two starts is told its neighbours', () => {
    expect(judge('2026-12-01', '10:20')).toEqual({
      ok: false,
      reason: 'offGrid',
      nearest: ['10:15', '10:30'],
    });
  });

  test('an offered start that the fine grid would miss counts too', () => {
    const odd = { ...office, consultation: { ...office.consultation, grid: ['10:10', '11:50', '14:00'] } };
    expect(startsOf(odd, { fine: false })).toEqual(['10:10', '14:00']);
    expect(startsOf(odd, { fine: true })).toContain('10:10');
    expect(judgeWish({ day: asDay('2026-12-01'), time: asTime('10:10') }, now, odd, [])).toEqual({
      ok: true,
    });
  });

  test('a window shorter than a consultation has no start', () => {
    const short = {
      ...office,
      consultation: { ...office.consultation, windows: [{ from: '10:00', until: '10:30' }] },
    };
    expect(startsOf(short, { fine: true })).toEqual([]);
  });
});

describe('R-02 only on days the office works', () => {
  test.each([
    ['2026-12-30', { why: 'yearEnd' }],
    ['2027-01-02', { why: 'yearEnd' }],
    ['2027-03-22', { why: 'holiday', name: '春分の日 振替休日' }],
    ['2026-12-05', { why: 'weekend' }],
  ])('%s is refused with its reason', (day, because) => {
    expect(judge(day, '10:00')).toEqual({ ok: false, reason: 'closedDay', because });
  });

  test('the first working day of the year is fine', () => {
    expect(judge('2027-01-04', '10:00', at('2026-12-04 00:00'))).toEqual({ ok: true });
  });

  test('a day the office closed is refused, and one whose closure leaves no room for a consultation', () => {
    const day = asDay('2026-12-01');
    const allDay = [{ day }];
    const consultations = [{ day, from: asTime('10:30'), until: asTime('15:30') }];
    for (const closures of [allDay, consultations])
      expect(judgeWish({ day }, now, office, closures)).toEqual({
        ok: false,
        reason: 'closedDay',
        because: { why: 'closure' },
      });
  });

  test('a closure of some hours refuses the starts that meet it', () => {
    const day = asDay('2026-12-01');
    const closures = [{ day, from: asTime('10:30'), until: asTime('14:15') }];
    expect(startsOn(day, office, closures, { fine: true })).toEqual([
      '14:15',
      '14:30',
      '14:45',
      '15:00',
      '15:15',
    ]);
    expect(judgeWish({ day, time: asTime('10:00') }, now, office, closures)).toEqual({
      ok: false,
      reason: 'closedThen',
    });
    expect(judgeWish({ day, time: asTime('14:15') }, now, office, closures)).toEqual({ ok: true });
  });
});

describe('R-10 until 16:00 of the last business day before', () => {
  test('a minute before is in time, the stroke itself is not', () => {
    expect(judge('2026-11-26', '10:00', at('2026-11-25 15:59'))).toEqual({ ok: true });
    const cutOff = at('2026-11-25 16:00');
    expect(judge('2026-11-26', '10:00', cutOff)).toEqual({ ok: false, reason: 'tooLate', cutOff });
  });

  test('T09: on the evening of a holiday it is too late for the next morning', () => {
    const evening = at('2026-11-23 20:30');
    const cutOff = at('2026-11-20 16:00');
    expect(judge('2026-11-24', '10:00', evening)).toEqual({ ok: false, reason: 'tooLate', cutOff });
    expect(judge('2026-11-25', '10:00', evening)).toEqual({ ok: true });
  });

  test('where the calendar day decides, the holiday evening is still in time until 16:00', () => {
    const profile = officeWhere({ closes: 'dayBefore' });
    const wish = { day: asDay('2026-11-24'), time: asTime('10:00') };
    expect(judgeWish(wish, at('2026-11-23 15:59'), profile, []).ok).toBe(true);
    expect(judgeWish(wish, at('2026-11-23 16:00'), profile, []).ok).toBe(false);
  });

  test('today is for the phone, yesterday is past', () => {
    expect(judge('2026-11-25', '15:00')).toEqual({
      ok: false,
      reason: 'sameDay',
      cutOff: at('2026-11-24 16:00'),
    });
    expect(judge('2026-11-24')).toEqual({ ok: false, reason: 'past' });
  });
});

describe('R-12 from a month before', () => {
  test('T07: what opens later says when', () => {
    expect(judge('2026-12-28')).toEqual({ ok: false, reason: 'notOpenYet', opensOn: '2026-11-28' });
    expect(judge('2027-01-04')).toEqual({ ok: false, reason: 'notOpenYet', opensOn: '2026-12-04' });
    expect(judge('2026-12-25')).toEqual({ ok: true });
  });

  test('from midnight in Japan on', () => {
    expect(judge('2026-12-28', '10:00', at('2026-11-27 23:59')).ok).toBe(false);
    expect(judge('2026-12-28', '10:00', at('2026-11-28 00:00')).ok).toBe(true);
  });
});

test('a day without a time is refused just when every time on it is', () => {
  const wishes = anyMoment.chain((when) =>
    fc.record({
      when: fc.constant(when),
      closures: closuresAround(when),
      offset: fc.integer({ min: -3, max: 40 }),
    }),
  );
  fc.assert(
    fc.property(wishes, ({ when, closures, offset }) => {
      const day = addDays(dayOf(when), offset);
      const anyTime = startsOf(office, { fine: true }).some(
        (time) => judgeWish({ day, time }, when, office, closures).ok,
      );
      expect(judgeWish({ day }, when, office, closures).ok).toBe(anyTime);
    }),
  );
});
