import { describe, expect, test } from 'vitest';
import { allChoices } from '../../flows/vocabulary.ts';
import {
  agree,
  allApply,
  answeringAll,
  back,
  change,
  day,
  field,
  firstRequest,
  hanako,
  hand,
  laterRequest,
  movedRequest,
  no,
  quit,
  reuse,
  says,
  time,
  unknownNumber,
  untilLastLook,
  yes,
} from './answers.ts';
import { office } from './office-world.ts';

describe('A first request', () => {
  const nine = [
    ['terms', agree],
    ['eligibility', allApply],
    ['name', says(hanako.name)],
    ['jobNumber', says(hanako.jobNumber)],
    ['phone', says(hanako.phone)],
    ['day', day('2026-12-01')],
    ['time', time('10:00')],
    ...answeringAll(true),
    ['review', hand],
  ] as const;

  test('takes nine answers', () => {
    const world = office();
    const scenario = firstRequest(world).goes(...nine);
    expect(nine).toHaveLength(9);
    expect(scenario).toMatchObject({ place: 'received', ended: true });
    expect(world.received).toEqual([
      { ...hanako, day: '2026-12-01', time: '10:00', choices: allChoices(true), moves: null },
    ]);
  });

  test('records the agreement with the words that were pressed, before anything else is asked', () => {
    const scenario = firstRequest(office()).does(agree);
    expect(scenario.done).toEqual([{ type: 'recordConsent', wording: '同意する' }]);
  });

  test('keeps name, number and phone out of what is saved of the scenario', () => {
    const saved = JSON.stringify(untilLastLook(office()).draft);
    for (const secret of Object.values(hanako)) expect(saved).not.toContain(secret);
  });

  test('ends with a word when she does not agree', () => {
    const scenario = firstRequest(office()).does({ type: 'terms.refused' });
    expect(scenario).toMatchObject({ place: 'leftWithoutConsent', heard: ['withoutConsent'], ended: true });
  });

  test('shows the way to somebody to whom a condition does not apply, and lets her go on when it does', () => {
    const scenario = firstRequest(office()).does(agree).does({ type: 'ineligible' });
    scenario.goes(['missingCondition', { type: 'condition.picked', condition: 'myPage' }]);
    expect(scenario.done).toEqual([
      { type: 'remark', key: 'missingCondition', facts: { condition: 'myPage' } },
    ]);
    scenario.goes(
      ['missingCondition', back],
      ['eligibility', { type: 'ineligible' }],
      ['missingCondition', allApply],
    );
    expect(scenario.done).toEqual([{ type: 'recordEligibility' }]);
    expect(scenario.question).toBe('name');
  });

  test('lets her go on without a jobseeker number', () => {
    const world = office();
    const scenario = firstRequest(world).does(agree).does(allApply).says(hanako.name);
    scenario.goes(['jobNumber', unknownNumber], ['phone', says(hanako.phone)], ['day', day('2026-12-01')]);
    scenario.goes(['time', time('10:00')], ...answeringAll(false), ['review', hand]);
    expect(world.received[0]).toMatchObject({ jobNumber: null });
  });

  test('says what is wrong with a name, a number or a phone, and asks again', () => {
    const scenario = firstRequest(office()).does(agree).does(allApply);
    expect(scenario.says('12345')).toMatchObject({ question: 'name', heard: ['nameRefused'] });
    expect(scenario.says(hanako.name).says('123')).toMatchObject({
      question: 'jobNumber',
      heard: ['jobNumberRefused'],
    });
    expect(scenario.says(hanako.jobNumber).says('123')).toMatchObject({
      question: 'phone',
      heard: ['phoneRefused'],
    });
  });

  test('reads each thing she types exactly once', () => {
    const scenario = firstRequest(office()).does(agree).does(allApply);
    const effects = [hanako.name, hanako.jobNumber, hanako.phone].map((text) => scenario.says(text).done);
    expect(effects).toEqual([
      [{ type: 'keepName', text: hanako.name }],
      [{ type: 'keepJobNumber', text: hanako.jobNumber }],
      [{ type: 'keepPhone', text: hanako.phone }],
    ]);
  });

  test('says a number back whose hyphen it had to guess', () => {
    const scenario = firstRequest(office()).does(agree).does(allApply).says(hanako.name).says('220201234567');
    scenario.goes(['jobNumberDoubtful', no], ['jobNumber', says('220201234567')]);
    scenario.goes(['jobNumberDoubtful', says('220201234568')], ['jobNumberDoubtful', yes]);
    expect(scenario.question).toBe('phone');
  });
});

describe('A later request', () => {
  test('takes four answers', () => {
    const world = office(hanako);
    const four = [
      ['knownDetails', reuse],
      ['day', day('2026-12-01')],
      ['time', time('10:00')],
      ['review', hand],
    ] as const;
    expect(four).toHaveLength(4);
    expect(laterRequest(world).goes(...four)).toMatchObject({ place: 'received' });
    expect(world.received).toEqual([
      { ...hanako, day: '2026-12-01', time: '10:00', choices: allChoices(false), moves: null },
    ]);
  });

  test('takes three when she types day and time in one sentence', () => {
    const scenario = laterRequest(office(hanako)).goes(
      ['knownDetails', reuse],
      ['day', says('2026-12-01 10:00')],
    );
    expect(scenario.goes(['wish', yes])).toMatchObject({ question: 'review' });
  });

  test('asks for agreement again when the terms have changed', () => {
    const scenario = laterRequest(office(hanako), { consent: 'changed' }).goes(['terms', agree]);
    expect(scenario.question).toBe('knownDetails');
  });

  test('forgets what she began to type when she takes what is on record after all', () => {
    const world = office(hanako);
    const scenario = laterRequest(world).does({ type: 'details.retyped' }).says('見本 桃子');
    scenario.goes(['jobNumber', back], ['name', back]);
    expect(scenario).toMatchObject({ question: 'knownDetails', done: [{ type: 'dropDraft' }] });
    expect(world.typed).toEqual({});
    scenario.goes(['knownDetails', reuse], ['day', back]);
    expect(scenario.question).toBe('knownDetails');
    scenario.does(reuse).does(day('2026-12-01')).does(time('10:00')).does(hand);
    expect(world.received[0]).toMatchObject(hanako);
  });
});

describe('Moving an unconfirmed request', () => {
  test('begins at the day and takes three answers', () => {
    const world = office(hanako);
    movedRequest(world).goes(['day', day('2026-12-08')], ['time', time('14:00')], ['review', hand]);
    expect(world.received).toEqual([
      { ...hanako, day: '2026-12-08', time: '14:00', choices: allChoices(false), moves: 'b-1' },
    ]);
  });

  test('has no question before the day', () => {
    expect(movedRequest(office(hanako)).does(back)).toMatchObject({
      question: 'day',
      heard: ['noBackFromHere'],
    });
  });

  test('checks every slot as a move, so that her own request is not in its way', () => {
    const scenario = movedRequest(office(hanako)).does(day('2026-12-08')).does(time('14:00'));
    expect(scenario.done[0]).toMatchObject({ type: 'checkSlot', moves: { booking: 'b-1', version: 3 } });
  });
});

describe('In the middle of the form', () => {
  test('a side question is answered and the open question stands', () => {
    const scenario = untilLastLook(office()).does(change);
    for (const aside of [
      'questions.asked',
      'phone.asked',
      'preparation.asked',
      'trouble.asked',
      'terms.asked',
      'why.asked',
      'repeat.asked',
      'booking.asked',
    ] as const) {
      expect(scenario.does({ type: aside })).toMatchObject({ question: 'whichField' });
      expect(scenario.done).toHaveLength(1);
    }
  });

  test('asking to apply, or for the menu, does not throw away what she has done', () => {
    const scenario = untilLastLook(office());
    expect(scenario.does({ type: 'apply.asked' })).toMatchObject({
      question: 'review',
      heard: ['alreadyApplying'],
    });
    expect(scenario.does({ type: 'menu.asked' })).toMatchObject({
      question: 'review',
      heard: ['alreadyApplying'],
    });
  });

  test('やめる ends it and drops what was typed', () => {
    const world = office();
    const scenario = untilLastLook(world).does(field('phone')).does(quit);
    expect(scenario).toMatchObject({ place: 'quit', heard: ['quit'], ended: true });
    expect(world.typed).toEqual({});
  });
});
