import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../flows/vocabulary.ts';
import {
  agree,
  allApply,
  back,
  day,
  field,
  firstRequest,
  hanako,
  laterRequest,
  no,
  reuse,
  says,
  time,
  untilLastLook,
  yes,
} from './answers.ts';
import { office } from './office-world.ts';

describe('Choosing day and time', () => {
  const atDay = (world = office(hanako)) => laterRequest(world).does(reuse);

  test('shows more days and more times without leaving the question', () => {
    const scenario = atDay().does({ type: 'days.more' }).does({ type: 'days.more' });
    expect(scenario).toMatchObject({ question: 'day', draft: { page: 2 } });
    scenario.does(day('2026-12-01')).does({ type: 'times.more' });
    expect(scenario).toMatchObject({ question: 'time', draft: { allTimes: true } });
    expect(scenario.does(day('2026-12-02'))).toMatchObject({ question: 'time', draft: { allTimes: false } });
  });

  test('understands a day and a time that come in two messages', () => {
    const scenario = atDay().says('2026-12-02').says('14:00');
    expect(scenario).toMatchObject({ question: 'wish', draft: { day: '2026-12-02', time: '14:00' } });
  });

  test('says what she typed back before it counts, and lets her take it back', () => {
    const scenario = atDay().says('2026-12-02 14:00');
    expect(scenario.goes(['wish', no])).toMatchObject({ question: 'day', draft: { day: null, time: null } });
    scenario.says('2026-12-02 14:00').does({ type: 'times.more' });
    expect(scenario).toMatchObject({ question: 'time', draft: { day: '2026-12-02', time: null } });
  });

  test.each(['day', 'time', 'wish'] as const)(
    'leaves the question about the %s open when it does not understand',
    (asked) => {
      const scenario = atDay();
      if (asked === 'time') scenario.does(day('2026-12-01'));
      if (asked === 'wish') scenario.says('2026-12-01 10:00');
      expect(scenario.says('えっと')).toMatchObject({ question: asked, heard: ['wishUnclear'] });
    },
  );

  test('offers other times when only the time is taken, and other days when the day is full', () => {
    const world = office(hanako);
    world.taken = new Set(['2026-12-01 10:00', '2026-12-02']);
    const scenario = atDay(world).does(day('2026-12-01')).does(time('10:00'));
    expect(scenario).toMatchObject({
      question: 'time',
      heard: ['slotRefused'],
      draft: { day: '2026-12-01', time: null },
    });
    expect(scenario.does(day('2026-12-02'))).toMatchObject({ question: 'day', heard: ['slotRefused'] });
  });

  test('offers the times of the day she named, not of the one that stood before', () => {
    const world = office(hanako);
    world.taken.add('2026-12-03 10:00');
    expect(atDay(world).says('2026-12-03 10:00')).toMatchObject({
      question: 'time',
      draft: { day: '2026-12-03' },
    });
    const scenario = atDay(world).does(day('2026-12-01')).says('2026-12-03 10:00');
    expect(scenario).toMatchObject({
      question: 'time',
      heard: ['slotRefused'],
      draft: { day: '2026-12-03', time: null },
    });
  });

  test('asks for the day when a refusal does not say which day it meant', () => {
    const world = office(hanako);
    world.next('readWish', { type: 'slot.refused', dayOpen: true, reason: 'taken', facts: {} });
    expect(atDay(world).says('3日の10時')).toMatchObject({ question: 'day', heard: ['slotRefused'] });
  });

  const dayWithTime = (picked: string): FlowEvent => ({ type: 'day.picked', day: picked, time: '10:00' });
  const unclear: FlowEvent = { type: 'wish.unclear', reason: 'twoDays', facts: {} };

  test.each(['day', 'time', 'wish'] as const)(
    'keeps the time she typed when she presses which of two days she meant, at the question about the %s',
    (asked) => {
      const world = office(hanako);
      const scenario = atDay(world);
      if (asked === 'time') scenario.does(day('2026-12-02'));
      if (asked === 'wish') scenario.says('2026-12-02 14:00');
      world.next('readWish', unclear);
      scenario.goes([asked, says('来週の火曜10時')], [asked, dayWithTime('2026-12-08')]);
      expect(scenario).toMatchObject({ question: 'wish', draft: { day: '2026-12-08', time: '10:00' } });
    },
  );

  test('says at once when that time is taken on the day she meant', () => {
    const world = office(hanako);
    world.taken.add('2026-12-08 10:00');
    const scenario = atDay(world).does(dayWithTime('2026-12-08'));
    expect(scenario).toMatchObject({
      question: 'time',
      heard: ['slotRefused'],
      draft: { day: '2026-12-08', time: null },
    });
  });

  test('asks for the time when the day pressed at 「でよろしいですか」 came without one', () => {
    const scenario = atDay().says('2026-12-02 14:00').does(day('2026-12-08'));
    expect(scenario).toMatchObject({ question: 'time', draft: { day: '2026-12-08', time: null } });
  });
});

describe('a time that was offered elsewhere', () => {
  const wanted: FlowEvent = { type: 'slot.wanted', day: '2026-12-03', time: '15:00' };

  test('pressed before the day is asked waits there, and is said back', () => {
    const scenario = firstRequest(office()).goes(['terms', agree], ['eligibility', allApply]).does(wanted);
    expect(scenario).toMatchObject({ question: 'name', heard: ['slotNoted'] });
    scenario.goes(['name', says(hanako.name)], ['jobNumber', says(hanako.jobNumber)]);
    expect(scenario.goes(['phone', says(hanako.phone)])).toMatchObject({
      question: 'wish',
      draft: { day: '2026-12-03', time: '15:00' },
    });
  });

  test.each([
    ['where the day is asked', back],
    ['at the question after it', undefined],
  ])('pressed %s is looked up at once', (_, before) => {
    const world = office();
    const scenario = firstRequest(world).goes(['terms', agree], ['eligibility', allApply]);
    scenario.goes(['name', says(hanako.name)], ['jobNumber', says(hanako.jobNumber)]);
    scenario.goes(['phone', says(hanako.phone)], ['day', day('2026-12-01')], ['time', time('10:00')]);
    if (before) scenario.does(before);
    expect(scenario.does(wanted)).toMatchObject({ question: 'wish', heard: [] });
    world.taken.add('2026-12-03 15:00');
    expect(scenario.does(wanted)).toMatchObject({ question: 'time', heard: ['slotRefused'] });
  });

  test.each([
    ['at the last look', undefined],
    ['while something else is put right', field('phone')],
  ])('pressed %s leads back to it, and the old one stays where it is not taken', (_, before) => {
    const scenario = untilLastLook(office());
    if (before) scenario.does(before);
    expect(scenario.does(wanted).question).toBe('wish');
    expect(scenario.does(yes)).toMatchObject({ question: 'review', draft: { time: '15:00' } });
    scenario
      .does({ ...wanted, time: '16:00' })
      .does(back)
      .does(back);
    expect(scenario).toMatchObject({ question: 'review', draft: { time: '15:00' } });
  });
});
