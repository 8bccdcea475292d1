// What is offered to somebody who leaves the choice to us.
import { describe, expect, test } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { offer } from '../../src/conversation/effects/flexible-wish.ts';
import { asDay, asTime } from '../../src/core/jst.ts';
import { readFlexibleWish } from '../../src/understanding/wish.ts';

/** Wednesday. */
const today = asDay('2026-11-25');
const open = [
  { day: '2026-11-26', times: ['10:00'], others: ['10:15'] },
  { day: '2026-12-01', times: ['10:00', '14:00', '15:00'], others: ['14:15'] },
  { day: '2026-12-03', times: ['11:00'], others: [] },
  { day: '2026-12-08', times: [], others: ['14:15'] },
  { day: '2026-12-09', times: ['14:00'], others: [] },
].map(({ day, times, others }) => ({
  day: asDay(day),
  times: times.map(asTime),
  otherTimes: others.map(asTime),
}));

const offered = (text: string, day?: string, time?: string) => {
  const flexibleWish = readFlexibleWish(text, today);
  if (flexibleWish === undefined) throw new Error(`${text} leaves no choice`);
  const named = {
    time: time === undefined ? undefined : asTime(time),
    day: day === undefined ? undefined : asDay(day),
  };
  return offer(flexibleWish, named, open, { consultation: readOffice('hamamatsu', 'offices').consultation });
};

describe('offered are', () => {
  test.each([
    ['来週', ['2026-12-01', '2026-12-03']],
    ['来週の午後', ['2026-12-01']],
    ['再来週', ['2026-12-08', '2026-12-09']],
    ['12/3まで', ['2026-11-26', '2026-12-01', '2026-12-03']],
    ['12/3より前', ['2026-11-26', '2026-12-01']],
    ['12/3以降の午後', ['2026-12-08', '2026-12-09']],
    ['できるだけ早く', ['2026-11-26', '2026-12-01', '2026-12-03']],
    ['午後ならいつでも', ['2026-12-01', '2026-12-08', '2026-12-09']],
  ])('for 「%s」 the days that have what she wishes', (text, days) => {
    expect(offered(text)).toMatchObject({ type: 'slot.refused', reason: 'someDays', facts: { days } });
  });

  test('with the ends that she named, so that they can be said', () => {
    expect(offered('12/1から12/3まで')).toMatchObject({
      facts: { dateRange: 'span', begins: '2026-12-01', ends: '2026-12-03' },
    });
  });

  test('for a week and a time only the days on which it is free, with the time', () => {
    expect(offered('来週', undefined, '11:00')).toMatchObject({
      reason: 'someDays',
      facts: { days: ['2026-12-03'], time: '11:00' },
    });
  });

  test.each([
    ['午後', ['14:00', '15:00'], true],
    ['午前', ['10:00'], false],
  ])('for 「%s」 the times of that half of the day, and no others', (text, times, more) => {
    expect(offered(text, '2026-12-01')).toMatchObject({
      day: '2026-12-01',
      dayOpen: true,
      reason: 'someTimes',
      facts: { times, more },
    });
  });

  test('the fine grid where nothing else is free then', () => {
    expect(offered('午後', '2026-12-08')).toMatchObject({ facts: { times: ['14:15'], more: false } });
  });

  test('for 「いつでもいい」 about a day its first time, to be said back', () => {
    expect(offered('いつでもいい', '2026-12-01')).toEqual({
      type: 'wish.slot',
      day: '2026-12-01',
      time: '10:00',
    });
  });

  test('the nearest days where the week has none, and the other times where the half day has none', () => {
    expect(offered('今週の午後')).toMatchObject({
      reason: 'noDays',
      facts: { near: ['2026-12-01', '2026-12-08', '2026-12-09'] },
    });
    expect(offered('午前', '2026-12-09')).toMatchObject({ reason: 'halfFull', dayOpen: true });
    expect(offered('午後', '2026-11-27')).toMatchObject({ reason: 'dayFull', dayOpen: false });
  });
});

test('「3時半まで」 is offered what is over by then, on the day that stands', () => {
  expect(offered('3時半まで', '2026-12-01')).toMatchObject({
    reason: 'someTimes',
    facts: { until: '15:30', times: ['10:00', '14:00'], more: true },
  });
  expect(offered('11時までに終わりたい', '2026-12-03')).toMatchObject({ reason: 'halfFull' });
});
