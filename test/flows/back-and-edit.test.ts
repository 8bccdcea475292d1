import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allChoices, choiceKeys, type Field, type PromptKey } from '../../flows/vocabulary.ts';
import { runs } from '../helpers/runs.ts';
import {
  back,
  change,
  companion,
  day,
  field,
  hanako,
  hand,
  laterRequest,
  movedRequest,
  no,
  says,
  time,
  untilLastLook,
  yes,
} from './answers.ts';
import { type OfficeWorld, office } from './office-world.ts';
import { expectAlong, type Move } from './random-path.ts';

describe('ひとつ前へ', () => {
  test('leads from the last look back to the first thing she typed, question by question', () => {
    const scenario = untilLastLook(office());
    const questions: (PromptKey | null)[] = [];
    while (scenario.heard[0] !== 'noBackFromHere') questions.push(scenario.does(back).question);
    expect(questions).toEqual([
      ...choiceKeys.toReversed(),
      'day',
      'phone',
      'jobNumber',
      'name',
      'eligibility',
      'eligibility',
    ]);
  });

  test('leads somebody who is known back to what is on record', () => {
    const scenario = laterRequest(office(hanako)).does({ type: 'details.retyped' });
    expect(scenario.does(back)).toMatchObject({ question: 'knownDetails' });
    expect(scenario.does(back)).toMatchObject({ question: 'knownDetails', heard: ['noBackFromHere'] });
    scenario.goes(['knownDetails', { type: 'details.reused' }], ['day', back]);
    expect(scenario.question).toBe('knownDetails');
  });

  test('leads from the time to the day', () => {
    const scenario = movedRequest(office(hanako)).goes(['day', day('2026-12-08')], ['time', back]);
    expect(scenario.question).toBe('day');
  });
});

describe('直す', () => {
  const edits: [Field, PromptKey, ReturnType<typeof says>[]][] = [
    ['name', 'name', [says('見本 桃子')]],
    ['jobNumber', 'jobNumber', [says('220209999999'), yes]],
    ['phone', 'phone', [says('0530000000')]],
    ['date', 'day', [day('2026-12-02'), time('11:00')]],
    ['companion', 'companion', [companion(true)]],
  ];

  test.each(edits)('%s is asked alone, and then the last look stands again', (picked, question, answers) => {
    const scenario = untilLastLook(office()).goes(['review', change], ['whichField', field(picked)]);
    expect(scenario.question).toBe(question);
    for (const answer of answers) scenario.does(answer);
    expect(scenario).toMatchObject({ question: 'review', draft: { editing: false } });
  });

  test.each([[], [change]])(
    'a time in her own words is said back, and the last look stands again',
    (...before) => {
      const scenario = untilLastLook(office());
      for (const event of before) scenario.does(event);
      scenario.does({ type: 'wish.typed', text: '11:00' });
      expect(scenario).toMatchObject({ question: 'wish', draft: { day: '2026-12-01', time: '11:00' } });
      expect(scenario.does(yes)).toMatchObject({
        question: 'review',
        draft: { time: '11:00', editing: false },
      });
    },
  );

  test.each(edits)('%s can be left as it was', (picked) => {
    const world = office();
    const scenario = untilLastLook(world)
      .goes(['review', change], ['whichField', field(picked)])
      .does(back);
    expect(scenario.goes(['review', hand])).toMatchObject({ place: 'received' });
    expect(world.received[0]).toMatchObject({
      ...hanako,
      day: '2026-12-01',
      time: '10:00',
      choices: allChoices(false),
    });
  });

  test('the day she had is not lost when she goes back after choosing another', () => {
    const world = office();
    const scenario = untilLastLook(world).does(field('date')).does(day('2026-12-02'));
    scenario.goes(
      ['time', says('14:00')],
      ['wish', no],
      ['day', says('えっと')],
      ['day', back],
      ['review', hand],
    );
    expect(world.received[0]).toMatchObject({ day: '2026-12-01', time: '10:00' });
  });

  test('can be given up', () => {
    expect(untilLastLook(office()).does(change).does(back).question).toBe('review');
  });
});

describe('However she goes back and forth', () => {
  const moves: fc.Arbitrary<Move> = fc.record({
    turn: fc.oneof(
      { weight: 6, arbitrary: fc.constant('answer' as const) },
      { weight: 3, arbitrary: fc.constantFrom('back', 'back', 'aside', 'stumble', 'expire') },
    ),
    choice: fc.nat(3),
  });
  const situations = fc.constantFrom<'first' | 'later' | 'moved'>('first', 'later', 'moved');

  test('the office receives the last answer she gave to each question, and nothing else', () => {
    fc.assert(
      fc.property(situations, fc.array(moves, { maxLength: 40 }), (situation, path) => {
        const world: OfficeWorld = office(situation === 'first' ? {} : hanako);
        const expected = expectAlong(situation, path, world);
        expect(world.received).toHaveLength(1);
        expect(world.received[0]).toMatchObject(expected);
      }),
      { numRuns: runs(400) },
    );
  });
});
