import { describe, expect, test } from 'vitest';
import { flows } from '../../flows/index.ts';
import type { FlowEvent } from '../../flows/vocabulary.ts';
import { back, quit, says } from './answers.ts';
import { scenarioIn } from './scenario.ts';
import { type ScriptedWorld, scripted } from './scripted-world.ts';

const first = { booking: 'b-1', version: 3 };
const second = { booking: 'b-2', version: 1 };
const both: FlowEvent = { type: 'numbers.read', complete: true };
const half: FlowEvent = { type: 'numbers.read', complete: false };
const numbersFor = (which: typeof first): FlowEvent => ({ type: 'numbers.asked', ...which });
const adminChat = (world: ScriptedWorld = scripted()) => scenarioIn(flows.admin, undefined, world);
const typing = (world: ScriptedWorld) =>
  adminChat(world.will('checkStillPending', { type: 'booking.open' })).does(numbersFor(first));

describe('The admin chat', () => {
  test('leaves alone what staff say to each other', () => {
    for (const chatter of [says('了解です'), back, { type: 'sent.unreadable', kind: 'image' } as const]) {
      expect(adminChat().does(chatter)).toMatchObject({ place: 'idle', question: null, done: [] });
    }
  });

  test.each([
    ['help.asked', { type: 'remark', key: 'staffHelp' }],
    ['pending.asked', { type: 'listPending' }],
    ['calls.asked', { type: 'listCalls' }],
    ['rooms.asked', { type: 'listRooms' }],
    ['invitation.asked', { type: 'invite' }],
  ] as const)('answers %s, also while numbers are typed', (type, effect) => {
    expect(adminChat().does({ type }).done).toEqual([effect]);
    expect(typing(scripted()).does({ type })).toMatchObject({ question: 'meetingId', done: [effect] });
  });

  test('shows a contact whatever is being typed', () => {
    const asked = { type: 'contact.asked', booking: 'b-1' } as const;
    const done = [{ type: 'showContact', booking: 'b-1' }];
    expect(adminChat().does(asked)).toMatchObject({ place: 'idle', done });
    expect(typing(scripted()).does(asked)).toMatchObject({ question: 'meetingId', done });
  });

  test('passes on which booking a card spoke of, and of which version', () => {
    const scenario = adminChat().does({ type: 'confirm.asked', ...first });
    expect(scenario.done).toEqual([{ type: 'askRoom', ...first }]);
    expect(scenario.does({ type: 'decline.asked', ...first }).done).toEqual([
      { type: 'askDeclineReason', ...first },
    ]);
    expect(scenario.does({ type: 'decline.picked', ...first, reason: 'duplicate' }).done).toEqual([
      { type: 'declineRequest', ...first, reason: 'duplicate' },
    ]);
    expect(scenario.does({ type: 'room.picked', ...first, room: 'r-1' }).done).toEqual([
      { type: 'confirmInRoom', ...first, room: 'r-1' },
    ]);
    expect(scenario.does({ type: 'room.added', text: '相談室A' }).done).toEqual([
      { type: 'addRoom', text: '相談室A' },
    ]);
  });
});

describe('Typing a meeting ID', () => {
  test('takes both numbers from one message, shows them, and confirms that booking', () => {
    const scenario = typing(scripted().will('readNumbers', both));
    scenario.goes(['meetingId', says('123 4567 8901 abc123')], ['numbers', { type: 'numbers.confirmed' }]);
    expect(scenario.done).toEqual([{ type: 'confirmWithNumbers', ...first }, { type: 'dropDraft' }]);
    expect(scenario).toMatchObject({ place: 'idle', draft: { about: null } });
  });

  test('asks for the passcode when only the ID came', () => {
    const scenario = typing(scripted().will('readNumbers', half, both)).says('123 4567 8901');
    scenario.goes(['passcode', says('abc123')]);
    expect(scenario.done).toEqual([{ type: 'readNumbers', text: 'abc123', only: 'passcode' }]);
    expect(scenario.question).toBe('numbers');
  });

  test('says what is wrong with a number, and asks again', () => {
    const unclear: FlowEvent = { type: 'numbers.unclear', reason: 'tooLong' };
    const scenario = typing(scripted().will('readNumbers', unclear, half, unclear, both));
    expect(scenario.says('123')).toMatchObject({ question: 'meetingId', heard: ['numbersUnclear'] });
    expect(scenario.says('123 4567 8901').says('abcdefghijklm')).toMatchObject({
      question: 'passcode',
      heard: ['numbersUnclear'],
    });
    expect(scenario.says('abc123').question).toBe('numbers');
  });

  test('goes on waiting while staff scenario to each other', () => {
    const absent: FlowEvent = { type: 'numbers.absent' };
    const scenario = typing(scripted().will('readNumbers', absent, half, absent));
    expect(scenario.says('おつかれさまです')).toMatchObject({ question: 'meetingId', heard: [] });
    expect(scenario.says('123 4567 8901').says('お茶どうぞ')).toMatchObject({
      question: 'passcode',
      heard: [],
    });
  });

  test.each([
    ['番号を入力し直す', { type: 'numbers.retyped' }],
    ['ひとつ前へ', back],
  ] as const)('%s begins with empty hands', (_, event) => {
    const scenario = typing(scripted().will('readNumbers', both)).says('123 4567 8901 abc123').does(event);
    expect(scenario).toMatchObject({
      question: 'meetingId',
      done: [{ type: 'dropDraft' }],
      draft: { about: first },
    });
  });

  test('can be left, and forgets the booking', () => {
    const scenario = typing(scripted()).does(quit);
    expect(scenario).toMatchObject({ place: 'idle', heard: ['stopped'], draft: { about: null } });
    expect(scenario.done).toContainEqual({ type: 'dropDraft' });
  });

  test('does not begin for a request that is settled', () => {
    const scenario = adminChat(scripted().will('checkStillPending', { type: 'booking.alreadyDecided' })).does(
      numbersFor(first),
    );
    expect(scenario).toMatchObject({ place: 'idle', draft: { about: null } });
  });
});

describe('Two of the staff at once', () => {
  test('numbers typed for one booking are never taken for another', () => {
    const world = scripted().will('readNumbers', half);
    const scenario = typing(world).says('123 4567 8901');
    world.will('checkStillPending', { type: 'booking.open' });
    expect(scenario.does(numbersFor(second))).toMatchObject({
      question: 'meetingId',
      draft: { about: second },
    });
    expect(scenario.done.map(({ type }) => type)).toEqual(['dropDraft', 'checkStillPending']);
  });

  test.each([
    { type: 'room.picked', room: 'r-1' },
    { type: 'decline.picked', reason: 'duplicate' },
  ] as const)('$type for another booking leaves the one who types in peace', (settles) => {
    const scenario = typing(scripted()).does({ ...settles, ...second });
    expect(scenario).toMatchObject({ question: 'meetingId', draft: { about: first } });
    expect(scenario.done).toHaveLength(1);
  });

  test('やめる on the card of another booking is answered, and leaves the one who types in peace', () => {
    const scenario = typing(scripted()).does({ type: 'decision.left', ...second });
    expect(scenario).toMatchObject({ question: 'meetingId', heard: ['stopped'], draft: { about: first } });
    expect(scenario.done).toHaveLength(1);
  });

  test('やめる on the card of the same booking ends the typing, and is answered', () => {
    const scenario = typing(scripted()).does({ type: 'decision.left', ...first });
    expect(scenario).toMatchObject({ place: 'idle', heard: ['stopped'], draft: { about: null } });
    expect(scenario.done).toContainEqual({ type: 'dropDraft' });
  });

  test.each([
    { type: 'room.picked', room: 'r-1' },
    { type: 'decline.picked', reason: 'duplicate' },
  ] as const)('$type for the same booking ends the typing', (settles) => {
    const scenario = typing(scripted()).does({ ...settles, ...first });
    expect(scenario).toMatchObject({ place: 'idle', draft: { about: null } });
    expect(scenario.done.map(({ type }) => type)).toContain('dropDraft');
  });
});
