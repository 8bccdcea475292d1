import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayText,
  momentSince,
  momentText,
  nearDayText,
  slotText,
  timeText,
} from '../../src/messages/ja/dates.ts';

const weekdayOf = new Intl.DateTimeFormat('ja-JP', { timeZone: 'UTC', weekday: 'short' });

describe('days and times', () => {
  test('are written the way the office writes them', () => {
    expect(dayText('2026-12-01')).toBe('12月1日(火)');
    expect(dayText('2027-01-04')).toBe('1月4日(月)');
    expect(timeText('09:00')).toBe('9:00');
    expect(timeText('10:05')).toBe('10:05');
    expect(slotText({ day: '2026-12-01', time: '10:00', until: '10:45' })).toBe('12月1日(火)10:00～10:45');
    expect(momentText({ day: '2026-11-24', time: '09:00' })).toBe('11月24日(火)9:00');
  });

  test('name the day only when it is not today', () => {
    const moment = { day: '2026-11-25', time: '10:02' };
    expect(momentSince(moment, '2026-11-25')).toBe('10:02');
    expect(momentSince(moment, '2026-11-26')).toBe('11月25日(水)10:02');
  });

  test('say 明日 and 今日 only when it is so', () => {
    expect(nearDayText('2026-12-01', '2026-11-30')).toBe('明日、12月1日(火)');
    expect(nearDayText('2026-12-01', '2026-12-01')).toBe('今日、12月1日(火)');
    expect(nearDayText('2026-12-01', '2026-11-29')).toBe('12月1日(火)');
    expect(nearDayText('2027-01-01', '2026-12-31')).toBe('明日、1月1日(金)');
    expect(nearDayText('2026-12-01', '')).toBe('12月1日(火)');
  });

  test('are right for every day of the calendar', () => {
    const from = new Date('2026-01-01T00:00:00Z');
    const to = new Date('2032-12-31T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const expected = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日(${weekdayOf.format(date)})`;
        expect(dayText(day)).toBe(expected);
      }),
    );
  });

  test('refuse what is no day or time, rather than showing nonsense', () => {
    expect(() => dayText('2026-02-30')).toThrow(RangeError);
    expect(() => dayText('')).toThrow(RangeError);
    expect(() => timeText('25:00')).toThrow(RangeError);
  });
});
