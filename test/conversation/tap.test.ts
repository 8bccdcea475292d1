import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { writeTimes } from '../../src/booking/chosen-times.ts';
import { stampTaps } from '../../src/conversation/run-batch.ts';
import { isAnswer, isStaffTap, ledHere, readTap } from '../../src/conversation/tap.ts';
import { decodeTap, encodeTap } from '../../src/line/tap-data.ts';
import type { Button, Message, Tap } from '../../src/messages/message.ts';
import { runs } from '../helpers/runs.ts';
import { everyMessage } from '../messages/every-message.ts';
import { toStaff } from '../messages/messages-to-staff.ts';

const stamp = { conversation: 'Ab_-9xYz', step: 41 };

const buttonsOf = (message: Message): readonly Button[] => [
  ...(message.choices ?? []),
  ...(message.kind === 'card' ? (message.buttons ?? []) : []),
];
const tapsOf = (messages: readonly Message[]): Tap[] =>
  messages.flatMap((message) => [
    ...buttonsOf(message).flatMap((button) => ('tap' in button ? [button.tap] : [])),
    ...(message.kind === 'card' ? (message.rows ?? []).map(({ tap }) => tap) : []),
  ]);

/** As it goes to LINE and comes back. */
const andBack = (tap: Tap): Record<string, string> => decodeTap(encodeTap(tap)) ?? {};

const answers = (tap: Tap): boolean => {
  const read = readTap(andBack(tap));
  return read !== undefined && isAnswer(read.event);
};

/** As a tap carries it. */
function asField(value: unknown): string {
  if (Array.isArray(value)) return writeTimes(value);
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

const allTaps = everyMessage.flatMap(([name, messages]) =>
  tapsOf(stampTaps(messages, stamp)).map((tap) => ({ name, tap })),
);

describe('every button that the product shows', () => {
  test('is understood when it is pressed, with all its facts', () => {
    expect(allTaps.length).toBeGreaterThan(500);
    for (const { name, tap } of allTaps) {
      const read = readTap(andBack(tap));
      expect(read?.event.type, `${name}: ${JSON.stringify(tap)}`).toBe(tap.event);
      const { c: _, s: __, event: ___, ...facts } = tap;
      for (const [field, value] of Object.entries(facts)) {
        const found = read && new Map(Object.entries(read.event)).get(field);
        expect(asField(found), `${name} ${field}`).toBe(String(value));
      }
    }
  });

  test('that answers a question carries which one it was shown with, and no other does', () => {
    for (const { name, tap } of allTaps) {
      const read = readTap(andBack(tap));
      expect(read?.stamp, `${name} ${tap.event}`).toEqual(answers(tap) ? stamp : null);
    }
  });

  test('in news from somebody else’s turn needs no question: it is not stamped there', () => {
    const news = everyMessage.filter(([name]) =>
      /^(confirmed|declined|expired|reminder|bookingCard, (requested|requestMoved|bookedByPhone)|newsForStaff|answerDue|noSign|chatEnrolled)/.test(
        name,
      ),
    );
    expect(news.length).toBeGreaterThan(15);
    for (const [name, messages] of news) {
      expect(
        tapsOf(messages).filter((tap) => answers(tap)),
        name,
      ).toEqual([]);
    }
  });
});

describe('a tap that is none of ours', () => {
  const booking = '0190a6e0-0000-7000-8000-000000000001';

  test.each([
    ['nothing', {}],
    ['a word of JavaScript', { event: 'constructor' }],
    ['another', { event: '__proto__' }],
    ['an event that only the world tells', { event: 'slot.free' }],
    ['words in place of a press', { event: 'said', text: 'はい' }],
    ['an event from a later version', { event: 'meeting.moved' }],
    ['a booking that is no id', { event: 'withdraw.asked', booking: '1; DROP TABLE', version: '1' }],
    ['no booking at all', { event: 'withdraw.asked' }],
    ['a version below zero', { event: 'confirm.asked', booking, version: '-1' }],
    ['a version that no column holds', { event: 'confirm.asked', booking, version: '2147483648' }],
    ['a version that is no number', { event: 'confirm.asked', booking, version: 'NaN' }],
    ['a version between two', { event: 'confirm.asked', booking, version: '1.5' }],
    ['a day that is none', { event: 'day.picked', day: 'tomorrow' }],
    ['a day with something behind it', { event: 'day.picked', day: "2026-12-01'--" }],
    ['a time that is none', { event: 'time.picked', time: '1000' }],
    ['a reason that is not on the list', { event: 'decline.picked', booking, version: '1', reason: 'rude' }],
    ['a room that is no id', { event: 'room.picked', booking, version: '1', room: '相談室A' }],
    ['a topic that is not on the list', { event: 'question.picked', topic: 'weather' }],
    ['a companion who is neither', { event: 'companion.answered', companion: 'true' }],
  ])('is not read: %s', (_, tap) => {
    expect(readTap(tap)).toBeUndefined();
  });

  test('whatever it holds is read as one of our events or not at all', () => {
    const known = [...new Set(allTaps.map(({ tap }) => tap.event)), 'constructor', 'toString', '__proto__'];
    const field = fc.oneof(
      fc.constantFrom(
        'event',
        'booking',
        'version',
        'day',
        'time',
        'c',
        's',
        'room',
        'reason',
        'companion',
        'field',
      ),
      fc.string(),
    );
    const value = fc.oneof(fc.constantFrom(...known, booking, '1', '2026-12-01', '10:00'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(field, value), fc.option(fc.constantFrom(...known)), (fields, event) => {
        const tap = event === null ? fields : { ...fields, event };
        const read = readTap(tap);
        if (read !== undefined) expect(known).toContain(read.event.type);
        isStaffTap(tap);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('with a button’s name and no stamp belongs to no question', () => {
    expect(readTap({ event: 'submitted' })?.stamp).toEqual({ conversation: '', step: -1 });
    expect(readTap({ event: 'submitted', c: stamp.conversation, s: 'x' })?.stamp).toEqual({
      conversation: '',
      step: -1,
    });
  });
});

test('what only staff may press stands on cards of their chat alone', () => {
  const forStaff = new Set(toStaff.map(([name]) => name));
  const isStaffs = ({ tap }: { tap: Tap }) => isStaffTap(andBack(tap));
  expect(allTaps.filter(isStaffs).filter(({ name }) => !forStaff.has(name))).toEqual([]);
  // Whoever sends a wrong code is not of the staff yet.
  const onTheirCards = allTaps.filter(({ name }) => forStaff.has(name) && name !== 'wrongCodeAlone');
  expect(onTheirCards.length).toBeGreaterThan(100);
  expect(onTheirCards.filter((one) => !isStaffs(one))).toEqual([]);
});

describe('a button of the question before', () => {
  const context = { day: '2026-12-01', time: '10:00', companion: false, page: 1 };

  test.each<[PromptKey, FlowEvent]>([
    ['eligibility', { type: 'terms.agreed', wording: '同意する' }],
    ['time', { type: 'day.picked', day: '2026-12-01' }],
    ['companion', { type: 'time.picked', time: '10:00' }],
    ['review', { type: 'companion.answered', companion: false }],
    ['day', { type: 'days.more' }],
  ])('brought %s if it is the one that leads there', (openPrompt, event) => {
    expect(ledHere(event, openPrompt, context)).toBe(true);
  });

  test.each<[PromptKey, FlowEvent]>([
    ['day', { type: 'day.picked', day: '2026-12-01' }],
    ['time', { type: 'day.picked', day: '2026-12-02' }],
    ['companion', { type: 'time.picked', time: '11:00' }],
    ['review', { type: 'companion.answered', companion: true }],
    ['name', { type: 'ineligible' }],
    ['eligibility', { type: 'terms.refused' }],
    ['companion', { type: 'times.more' }],
  ])('did not bring %s if it is another answer', (openPrompt, event) => {
    expect(ledHere(event, openPrompt, context)).toBe(false);
  });

  test('brought nothing where no question stands', () => {
    expect(ledHere({ type: 'submitted' }, null, context)).toBe(false);
  });
});
