// The buttons that bring a question, as the flows have them, beside those that `tap.ts` knows: one of these pressed
// twice is no old button.
import { describe, expect, test } from 'vitest';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { flows } from '../../flows/index.ts';
import type { FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { isAnswer, ledHere } from '../../src/conversation/tap.ts';
import { offered } from '../flows/contract.ts';
import { everyEvent } from '../flows/samples.ts';
import { type Edge, keyOf, questionOf, rests, waits, walk } from '../flows/walk.ts';

type Way = { from: PromptKey; event: FlowEvent; to: PromptKey };

/** Typed, or said by the world that something cannot be. */
const noButton = new Set<FlowEvent['type']>(['said', 'sent.unreadable', 'back']);
const setbacks = new Set<FlowEvent['type']>([
  'slot.refused',
  'request.refused',
  'booking.alreadyDecided',
  'not.kept',
]);

/** Where a button brings her, with everything the world may answer in between. */
function waysIn(machine: AnyStateMachine): Way[] {
  const edges = walk(machine);
  const leaving = Map.groupBy(edges, ({ from }) => keyOf(from));
  const endsOf = (state: AnyMachineSnapshot): AnyMachineSnapshot[] =>
    waits(state)
      ? (leaving.get(keyOf(state)) ?? [])
          .filter(({ event }) => !setbacks.has(event.type))
          .flatMap(({ to }) => endsOf(to))
      : [state];
  return edges.flatMap((edge) => {
    const from = pressedAt(edge);
    if (from === null) return [];
    const questions = endsOf(edge.to).map((end) => (end.status === 'done' ? 'menu' : questionOf(end)));
    return questions.filter((to) => to !== null).map((to) => ({ from, event: edge.event, to }));
  });
}

/** The question whose button this event is. */
function pressedAt({ from, event }: Edge): PromptKey | null {
  const question = rests(from) && isAnswer(event) && !noButton.has(event.type) ? questionOf(from) : null;
  return question !== null && offered[question].some(({ type }) => type === event.type) ? question : null;
}

const ways = Object.values(flows).flatMap(waysIn);
const prompts = Object.keys(offered) as PromptKey[];
const known = (to: PromptKey) => [
  ...new Set(everyEvent.filter((event) => ledHere(event, to, {})).map(({ type }) => type)),
];

describe('A button that was pressed twice', () => {
  test('is known for each question that a button brings', () => {
    // やめる ends the conversation; what the last look lets her change is named by the button and not by the conversation.
    const elsewhere = new Set<FlowEvent['type']>(['quit', 'field.picked', 'submitted']);
    const brought = ways.filter(({ from, event, to }) => from !== to && !elsewhere.has(event.type));
    const forgotten = [...new Set(brought.map(({ to }) => to))].filter((to) => known(to).length === 0);
    // はい and わからない both bring the phone: the second of them is a change of mind.
    expect(forgotten, 'leadTo in src/conversation/tap.ts').toEqual(['phone']);
  });

  test('is one that brings the question', () => {
    const strangers = prompts.flatMap((to) =>
      known(to)
        .filter((type) => !ways.some((way) => way.to === to && way.event.type === type))
        .map((type) => `${type} does not bring ${to}`),
    );
    expect(strangers).toEqual([]);
  });
});
