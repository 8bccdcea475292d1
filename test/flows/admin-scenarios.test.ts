import { describe, expect, test } from 'vitest';
import { type Press, sinceShown, withPress } from '../../flows/admin.ts';
import { flows } from '../../flows/index.ts';
import { back, quit, says } from './answers.ts';
import { scenarioIn } from './scenario.ts';
import { scripted } from './scripted-world.ts';

const booking = { booking: 'b-1', version: 3 };
const adminChat = () => scenarioIn(flows.admin, undefined, scripted());

describe('The admin chat', () => {
  test('stays where it is, whatever comes', () => {
    for (const event of [back, quit, { type: 'sent.unreadable', kind: 'image' } as const])
      expect(adminChat().does(event)).toMatchObject({ place: 'idle', question: null, done: [] });
  });

  test('says how to go on where words that mean nothing reach it', () => {
    expect(adminChat().does(says('了解です')).heard).toEqual(['staffNotUnderstood']);
  });

  test.each([
    [{ type: 'help.asked' }, { type: 'help' }],
    [{ type: 'pending.asked' }, { type: 'listPending' }],
    [{ type: 'calls.asked' }, { type: 'listCalls' }],
    [{ type: 'rooms.asked' }, { type: 'listRooms' }],
    [{ type: 'invitation.asked' }, { type: 'invite' }],
    [
      { type: 'room.added', text: '相談室A' },
      { type: 'addRoom', text: '相談室A' },
    ],
    [
      { type: 'numbers.typed', text: '2611-0004' },
      { type: 'readNumbers', text: '2611-0004' },
    ],
    [
      { type: 'contact.asked', booking: 'b-1' },
      { type: 'showContact', booking: 'b-1' },
    ],
  ] as const)('answers %j', (event, effect) => {
    expect(adminChat().does(event).done).toEqual([effect]);
  });

  test.each([
    [{ type: 'confirm.asked' }, { type: 'askRoom' }],
    [
      { type: 'room.picked', room: 'r-1', sure: false },
      { type: 'confirmInRoom', room: 'r-1', sure: false },
    ],
    [
      { type: 'numbers.confirmed', numbers: 'mark', sure: false },
      { type: 'confirmWithNumbers', numbers: 'mark', sure: false },
    ],
    [{ type: 'decline.asked' }, { type: 'askDeclineReason' }],
    [
      { type: 'decline.picked', reason: 'duplicate' },
      { type: 'declineRequest', reason: 'duplicate' },
    ],
  ] as const)('passes on with %j which booking a card spoke of, and of which version', (event, effect) => {
    expect(adminChat().does({ ...event, ...booking }).done).toEqual([{ ...effect, ...booking }]);
  });

  test('gives no answer to the button that opens the keyboard', () => {
    expect(adminChat().does({ type: 'numbers.asked', ...booking })).toMatchObject({
      place: 'idle',
      done: [],
    });
  });
});

describe('A button that several staff press', () => {
  const press = (button: string, at: number): Press => ({ button, at });
  const pressing = (...presses: Press[]): readonly Press[] =>
    presses.reduce<readonly Press[]>((soFar, one) => withPress(soFar, one) ?? soFar, []);

  test('is answered the first time within ten seconds, and again later', () => {
    const pressed = pressing(press('A', 1_000));
    expect(withPress(pressed, press('A', 10_999))).toBeUndefined();
    expect(withPress(pressed, press('A', 11_000))).toEqual([press('A', 11_000)]);
  });

  test('counts from the press that was answered, however often it is pressed', () => {
    expect(withPress(pressing(press('A', 1_000), press('A', 9_000)), press('A', 12_000))).toBeDefined();
  });

  test('is told from others that are pressed in between', () => {
    const pressed = pressing(press('A', 1_000), press('B', 2_000));
    expect(withPress(pressed, press('C', 3_000))).toHaveLength(3);
    expect(withPress(pressed, press('A', 3_000))).toBeUndefined();
  });

  test('is another one on a card that came since, but not on the card that its own press brought', () => {
    const pressed = pressing(press('A', 1_000), press('B', 2_000));
    expect(sinceShown(pressed, new Set(['A', 'B', 'C']), 'B')).toEqual([press('B', 2_000)]);
    expect(sinceShown(pressed, new Set(['C']), undefined)).toEqual(pressed);
  });

  test('is the same when LINE delivers the earlier press later', () => {
    expect(withPress(pressing(press('A', 5_000)), press('A', 4_000))).toBeUndefined();
  });
});
