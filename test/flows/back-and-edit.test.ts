import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, PromptKey } from '../../flows/vocabulary.ts';
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
import { type Move, wander } from './wander.ts';

describe('ひとつ前へ', () => {
  it('leads from the last look back to the first thing she typed, question by question', () => {
    const talk = untilLastLook(office());
    const questions: (PromptKey | null)[] = [];
    while (talk.heard[0] !== 'noBackFromHere') questions.push(talk.does(back).question);
    expect(questions).toEqual([
      'companion',
      'day',
      'phone',
      'jobNumber',
      'name',
      'eligibility',
      'eligibility',
    ]);
  });

  it('leads somebody who is known back to what is on record', () => {
    const talk = laterRequest(office(hanako)).does({ type: 'details.retyped' });
    expect(talk.does(back)).toMatchObject({ question: 'knownDetails' });
    expect(talk.does(back)).toMatchObject({ question: 'knownDetails', heard: ['noBackFromHere'] });
    talk.goes(['knownDetails', { type: 'details.reused' }], ['day', back]);
    expect(talk.question).toBe('knownDetails');
  });

  it('leads from the time to the day', () => {
    const talk = movedRequest(office(hanako)).goes(['day', day('2026-12-08')], ['time', back]);
    expect(talk.question).toBe('day');
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

  it.each(edits)('%s is asked alone, and then the last look stands again', (picked, question, answers) => {
    const talk = untilLastLook(office()).goes(['review', change], ['whichField', field(picked)]);
    expect(talk.question).toBe(question);
    for (const answer of answers) talk.does(answer);
    expect(talk).toMatchObject({ question: 'review', draft: { editing: false } });
  });

  it.each([[], [change]])(
    'a time in her own words is said back, and the last look stands again',
    (...before) => {
      const talk = untilLastLook(office());
      for (const event of before) talk.does(event);
      talk.does({ type: 'wish.typed', text: '11:00' });
      expect(talk).toMatchObject({ question: 'wish', draft: { day: '2026-12-01', time: '11:00' } });
      expect(talk.does(yes)).toMatchObject({ question: 'review', draft: { time: '11:00', editing: false } });
    },
  );

  it.each(edits)('%s can be left as it was', (picked) => {
    const world = office();
    const talk = untilLastLook(world)
      .goes(['review', change], ['whichField', field(picked)])
      .does(back);
    expect(talk.goes(['review', hand])).toMatchObject({ place: 'received' });
    expect(world.received[0]).toMatchObject({
      ...hanako,
      day: '2026-12-01',
      time: '10:00',
      companion: false,
    });
  });

  it('the day she had is not lost when she goes back after choosing another', () => {
    const world = office();
    const talk = untilLastLook(world).does(field('date')).does(day('2026-12-02'));
    talk.goes(
      ['time', says('14:00')],
      ['wish', no],
      ['day', says('えっと')],
      ['day', back],
      ['review', hand],
    );
    expect(world.received[0]).toMatchObject({ day: '2026-12-01', time: '10:00' });
  });

  it('can be given up', () => {
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

  it('the office receives the last answer she gave to each question, and nothing else', () => {
    fc.assert(
      fc.property(situations, fc.array(moves, { maxLength: 40 }), (situation, path) => {
        const world: OfficeWorld = office(situation === 'first' ? {} : hanako);
        const expected = wander(situation, path, world);
        expect(world.received).toHaveLength(1);
        expect(world.received[0]).toMatchObject(expected);
      }),
      { numRuns: 400 },
    );
  });
});
