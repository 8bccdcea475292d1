import { describe, expect, test } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import { flows } from '../../flows/index.ts';
import { type Lift, lift, lifts, type SavedState } from '../../flows/lifts.ts';
import { everyEvent } from './samples.ts';
import { placeOf, readSaved, restingConversations, type SavedConversation } from './saved-conversations.ts';
import { nameOf, questionOf, rests } from './walk.ts';

const machines: Record<string, AnyStateMachine | undefined> = flows;
const all = readSaved();
const ofToday = all.filter(({ flow, version }) => machines[flow]?.version === version);

/** As a conversation of today's. */
function lifted({ flow, version, value, context }: SavedConversation) {
  const state = lift({ value, context }, version, machines[flow]?.version ?? '', lifts[flow] ?? {});
  if (state === undefined) throw new Error(`${flow} cannot be lifted from version ${version}`);
  return state;
}

describe('A conversation that was saved', () => {
  test('is on file for every place in which a conversation of this version can rest (npm run conversations:save)', () => {
    const onFile = ofToday.map(placeOf);
    expect(
      restingConversations()
        .map(placeOf)
        .filter((place) => !onFile.includes(place)),
    ).toEqual([]);
  });

  test.each(all.map((conversation) => [placeOf(conversation), conversation] as const))(
    'goes on from %s, whatever comes',
    (_, conversation) => {
      const machine = machines[conversation.flow];
      if (machine === undefined) throw new Error(`There is no flow ${conversation.flow}`);
      const today = lifted(conversation);
      const state = machine.resolveState(today);
      expect(state.value).toEqual(today.value);
      expect(rests(state)).toBe(true);
      expect(questionOf(state) !== null || state.hasTag('quiet')).toBe(true);
      for (const event of everyEvent) {
        const [next] = transition(machine, state, event);
        expect([nameOf(state), event.type, next.status]).not.toContain('error');
      }
    },
  );

  test('holds everything that a fresh one holds', () => {
    const fresh = new Map(
      restingConversations().map((conversation) => [
        conversation.flow,
        Object.keys(conversation.context).sort(),
      ]),
    );
    for (const { flow, context } of all.map((one) => ({
      flow: one.flow,
      context: { ...(lifted(one).context as object) },
    })))
      expect([flow, Object.keys(context).sort()]).toEqual([flow, fresh.get(flow)]);
  });

  test('is refused when its state is gone, so that the conversation can begin anew', () => {
    const home: AnyStateMachine = flows.home;
    expect(() => home.resolveState({ value: 'gone', context: {} })).toThrow(/gone/);
  });
});

test('every version of a flow is on file, and is lifted to the next one', () => {
  for (const [flow, machine] of Object.entries(flows)) {
    const versions = Array.from({ length: Number(machine.version) }, (_, n) => String(n + 1));
    const onFile = new Set(all.filter((one) => one.flow === flow).map(({ version }) => version));
    expect([flow, [...onFile].sort()]).toEqual([flow, versions]);
    expect([flow, Object.keys(lifts[flow] ?? {})]).toEqual([flow, versions.slice(0, -1)]);
  }
});

test('a saved state is lifted version by version, in order, and not at all where a step is missing', () => {
  const note =
    (word: string): Lift =>
    ({ value, context }) => ({ value, context: [...(context as string[]), word] });
  const steps = { 1: note('second'), 2: note('third') };
  const saved: SavedState = { value: 'asking', context: [] };
  expect(lift(saved, '1', '3', steps)).toEqual({ value: 'asking', context: ['second', 'third'] });
  expect(lift(saved, '2', '3', steps)).toEqual({ value: 'asking', context: ['third'] });
  expect(lift(saved, '3', '3', steps)).toBe(saved);
  expect(lift(saved, '4', '3', steps)).toBeUndefined();
  expect(lift(saved, '1', '4', steps)).toBeUndefined();
  expect(lift(saved, 'old', '3', steps)).toBeUndefined();
});
