import { describe, expect, test } from 'vitest';
import { flows } from '../../flows/index.ts';
import { allChoices, type FlowEvent } from '../../flows/vocabulary.ts';
import { back, no, quit, says, yes } from './answers.ts';
import { scenarioIn } from './scenario.ts';
import { type ScriptedWorld, scripted } from './scripted-world.ts';

const hers = { booking: 'b-1', version: 3 };
const apply: FlowEvent = { type: 'apply.asked' };
const rechoose: FlowEvent = { type: 'rechoose.asked', ...hers };
const withdraw: FlowEvent = { type: 'withdraw.asked', ...hers };
const atHome = (world: ScriptedWorld = scripted()) => scenarioIn(flows.home, { silent: false }, world);
const showing = { type: 'showBooking' };
const gone = [{ type: 'remark', key: 'bookingGone' }, showing];

describe('At home', () => {
  test('the menu stands, or nothing where the last message stands for itself', () => {
    expect(atHome()).toMatchObject({ place: 'menu', question: 'menu' });
    expect(scenarioIn(flows.home, { silent: true }, scripted())).toMatchObject({
      place: 'resting',
      question: null,
    });
  });

  test('somebody new is greeted, and somebody who comes back is greeted as such', () => {
    for (const again of [false, true]) {
      const scenario = atHome().does({ type: 'followed', again });
      expect(scenario.done).toEqual([{ type: 'remark', key: 'greeting', facts: { again } }]);
      expect(scenario.question).toBe('menu');
    }
  });

  test('what is not understood leads to the menu', () => {
    const world = scripted().will(
      'lookAtContactWindow',
      { type: 'contact.none', kind: null, topic: null },
      { type: 'contact.none', kind: 'sticker', topic: null },
    );
    const scenario = scenarioIn(flows.home, { silent: true }, world);
    expect(scenario.does(says('あ'))).toMatchObject({ question: 'menu', heard: ['notUnderstood'] });
    expect(scenario.does({ type: 'sent.unreadable', kind: 'sticker' })).toMatchObject({
      question: 'menu',
      heard: ['unreadable'],
    });
    expect(scenario.done.at(-1)).toEqual({ type: 'remark', key: 'unreadable', facts: { kind: 'sticker' } });
  });

  test.each([
    ['words', says('今から行きます'), null, null],
    ['a photo', { type: 'sent.unreadable', kind: 'image' }, 'image', null],
    [
      'a word that may be a question',
      { type: 'question.picked', topic: 'children', guessed: true },
      null,
      'children',
    ],
  ] as const)('%s at the hour of her consultation bring no menu', (_, event, kind, topic) => {
    const scenario = atHome(scripted().will('lookAtContactWindow', { type: 'contact.kept' }));
    expect(scenario.does(event)).toMatchObject({ place: 'resting', question: null });
    expect(scenario.done).toEqual([{ type: 'lookAtContactWindow', kind, topic }]);
  });

  test('at any other hour a word that may be a question is answered as one', () => {
    const world = scripted().will('lookAtContactWindow', {
      type: 'contact.none',
      kind: null,
      topic: 'children',
    });
    const scenario = atHome(world).does({ type: 'question.picked', topic: 'children', guessed: true });
    expect(scenario.done.at(-1)).toEqual({ type: 'remark', key: 'answer', facts: { topic: 'children' } });
    expect(scenario).toMatchObject({ place: 'resting', question: null });
  });

  test('thanks are answered, and no menu comes', () => {
    expect(atHome().does({ type: 'thanked', how: 'regards' })).toMatchObject({
      place: 'resting',
      question: null,
      done: [{ type: 'answerThanks', how: 'regards' }],
    });
  });

  test('what she writes about her consultation is answered by what is on record', () => {
    expect(atHome().does({ type: 'intent.written', intent: 'late' })).toMatchObject({
      place: 'resting',
      done: [{ type: 'answerIntent', intent: 'late' }],
    });
  });

  test('a side question is answered with the way back to the menu, which does not come by itself', () => {
    const scenario = atHome().does({ type: 'question.picked', topic: 'cost' });
    expect(scenario.done).toEqual([{ type: 'remark', key: 'answer', facts: { topic: 'cost' } }]);
    expect(scenario).toMatchObject({ place: 'resting', question: null });
    expect(scenario.does(back)).toMatchObject({ question: 'menu', heard: [] });
  });

  test('what to prepare is said with the way back to the menu', () => {
    expect(atHome().does({ type: 'preparation.asked' })).toMatchObject({
      place: 'resting',
      question: null,
      heard: ['preparation'],
    });
  });

  test('つながらない that names no booking is about the one she has now', () => {
    const scenario = atHome().does({ type: 'trouble.asked' });
    expect(scenario).toMatchObject({
      place: 'resting',
      done: [{ type: 'tellStaff', notice: 'trouble', booking: null }],
    });
  });

  test('her booking is shown and stands for itself', () => {
    const scenario = atHome().does({ type: 'booking.asked' });
    expect(scenario).toMatchObject({ place: 'resting', question: null, done: [showing] });
  });

  test.each([
    ['trouble.told', 'trouble'],
    ['absence.told', 'absence'],
    ['late.told', 'late'],
  ] as const)('%s is passed on to staff with the booking it is about', (type, notice) => {
    const scenario = atHome().does({ type, booking: 'b-1' });
    expect(scenario).toMatchObject({
      place: 'resting',
      done: [{ type: 'tellStaff', notice, booking: 'b-1' }],
    });
  });
});

describe('相談を申し込む', () => {
  test('begins a request with what is known of her', () => {
    const known = { consent: 'changed', known: true, resume: 'slot', choices: allChoices(false) } as const;
    const world = scripted().will('checkCanApply', { type: 'apply.possible', ...known });
    const scenario = atHome(world).does(apply);
    expect(scenario).toMatchObject({ place: 'leaving', ended: true });
    expect(scenario.done.at(-1)).toEqual({ type: 'begin', ...known, moves: null });
  });

  test('shows the booking that is already there (R-15)', () => {
    const scenario = atHome(scripted().will('checkCanApply', { type: 'apply.blocked' })).does(apply);
    expect(scenario.done).toEqual([{ type: 'checkCanApply' }, showing]);
    expect(scenario).toMatchObject({ place: 'resting', ended: false });
  });
});

describe('日時を選び直す', () => {
  test('begins a request that moves hers, without asking again for what is known', () => {
    const world = scripted().will('checkCanMove', {
      type: 'rechoose.possible',
      choices: allChoices(true),
    });
    const scenario = atHome(world).does(rechoose);
    expect(scenario.done).toEqual([
      { type: 'checkCanMove', ...hers },
      { type: 'begin', consent: 'given', known: true, resume: null, choices: allChoices(true), moves: hers },
    ]);
    expect(scenario.ended).toBe(true);
  });

  test('says so when it is settled already, and shows how it stands', () => {
    const scenario = atHome(scripted().will('checkCanMove', { type: 'booking.alreadyDecided' })).does(
      rechoose,
    );
    expect(scenario.done.slice(1)).toEqual(gone);
  });
});

describe('申し込みを取り下げる', () => {
  const asked = () => {
    const world = scripted().will('checkCanWithdraw', { type: 'booking.open' });
    return { world, scenario: atHome(world).does(withdraw) };
  };

  test('is asked once more, and then done', () => {
    const { world, scenario } = asked();
    world.will('withdrawRequest', { type: 'booking.withdrawn' });
    expect(scenario.goes(['withdraw', yes])).toMatchObject({ question: 'menu' });
    expect(scenario.done).toEqual([{ type: 'withdrawRequest', ...hers }]);
  });

  test.each([
    ['いいえ', no],
    ['ひとつ前へ', back],
  ] as const)('is left with %s, and the booking is shown', (_, answer) => {
    const { scenario } = asked();
    expect(scenario.goes(['withdraw', answer])).toMatchObject({
      place: 'resting',
      heard: ['notWithdrawn'],
      done: [{ type: 'remark', key: 'notWithdrawn' }, showing],
    });
  });

  test.each([
    ['a stray word', says('あ'), 'notUnderstood'],
    ['a sticker', { type: 'sent.unreadable', kind: 'sticker' }, 'unreadable'],
    ['a side question', { type: 'question.picked', topic: 'cost' }, 'answer'],
    ['the list of questions', { type: 'questions.asked' }, 'questions'],
    ['もう一度', { type: 'repeat.asked' }, 'again'],
    ['準備リスト', { type: 'preparation.asked' }, 'preparation'],
    ['thanks', { type: 'thanked', how: 'thanks' }, 'thanks'],
  ] as const)('still stands after %s', (_, event, heard) => {
    const { world, scenario } = asked();
    expect(scenario.does(event)).toMatchObject({ question: 'withdraw', heard: [heard] });
    world.will('withdrawRequest', { type: 'booking.withdrawn' });
    expect(scenario.does(yes).done).toEqual([{ type: 'withdrawRequest', ...hers }]);
  });

  test('can be left for the menu', () => {
    expect(asked().scenario.goes(['withdraw', quit])).toMatchObject({ question: 'menu', done: [] });
  });

  test('is not asked when staff were quicker, and says so', () => {
    const scenario = atHome(scripted().will('checkCanWithdraw', { type: 'booking.alreadyDecided' })).does(
      withdraw,
    );
    expect(scenario).toMatchObject({ place: 'resting' });
    expect(scenario.done.slice(1)).toEqual(gone);
  });

  test('says so when staff were quicker while she thought about it', () => {
    const { world, scenario } = asked();
    world.will('withdrawRequest', { type: 'booking.alreadyDecided' });
    expect(scenario.goes(['withdraw', yes]).done.slice(1)).toEqual(gone);
  });
});
