// A scenario as one reads it: which question stood, what she answered, what was said and done.

import { expect } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import { effects as known } from '../../flows/kit.ts';
import type { Effect, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { mayAnswer } from './contract.ts';
import { nameOf, questionOf } from './walk.ts';

/** Does what an effect asks for, and answers where an answer is waited for. */
export type World = { answer(effect: Effect): FlowEvent | undefined };

export type Scenario = {
  /** One event, with all its consequences. */
  does(event: FlowEvent): Scenario;
  says(text: string): Scenario;
  /** Question by question: the one that must stand, and the answer. */
  goes(...exchanges: readonly (readonly [PromptKey, FlowEvent])[]): Scenario;
  /** The question that stands; null where none does. */
  readonly question: PromptKey | null;
  /** What was said once since the last event: `slotRefused`. */
  readonly heard: string[];
  /** What was done since the last event. */
  readonly done: Effect[];
  /** `slot.day` */
  readonly place: string;
  readonly ended: boolean;
  readonly draft: Record<string, unknown>;
};

const says = (text: string): FlowEvent => ({ type: 'said', text });

export function scenarioIn(machine: AnyStateMachine, input: unknown, world: World): Scenario {
  const [begun, effects] = initialTransition(machine, input);
  let { state, done } = settle({ state: begun, done: effects.map(toEffect) }, world);

  const scenario: Scenario = {
    does(event) {
      const [next, actions] = transition(machine, state, event);
      ({ state, done } = settle({ state: next, done: actions.map(toEffect) }, world));
      return scenario;
    },
    says: (text) => scenario.does(says(text)),
    goes(...exchanges) {
      for (const [question, event] of exchanges) {
        expect(scenario.question).toBe(question);
        scenario.does(event);
      }
      return scenario;
    },
    get question() {
      return questionOf(state);
    },
    get heard() {
      return done.flatMap((effect) => (effect.type === 'remark' ? [effect.key] : []));
    },
    get done() {
      return done;
    },
    get place() {
      return nameOf(state);
    },
    get ended() {
      return state.status === 'done';
    },
    get draft() {
      return state.context;
    },
  };
  return scenario;
}

type Turn = { state: AnyMachineSnapshot; done: Effect[] };

/** Carries out the effects in order and feeds their answers back until the scenario rests, as the shell does. */
function settle({ state, done }: Turn, world: World): Turn {
  let current = state;
  const all: Effect[] = [];
  const open = [...done];
  for (let effect = open.shift(); effect !== undefined; effect = open.shift()) {
    if (all.push(effect) > 30) throw new Error('The scenario does not come to rest');
    const answer = world.answer(effect);
    const expected = mayAnswer(effect.type).length > 0;
    if (expected !== (answer !== undefined))
      throw new Error(`The world ${expected ? 'must' : 'cannot'} answer ${effect.type}`);
    if (answer === undefined) continue;
    if (!current.can(answer)) throw new Error(`${nameOf(current)} does not wait for ${answer.type}`);
    const [next, actions] = transition(current.machine, current, answer);
    current = next;
    open.push(...actions.map(toEffect));
  }
  if (current.hasTag('awaitsResult'))
    throw new Error(`The scenario rests in ${nameOf(current)}, which awaits a result`);
  return { state: current, done: all };
}

function toEffect({ type, params }: { type: string; params: unknown }): Effect {
  const effect: unknown = { ...(params ?? {}), type };
  if (!isEffect(effect)) throw new Error(`A flow may only return effects, got "${type}"`);
  return effect;
}

/** The types of the flows tie the facts to the name; here the name is enough. */
const isEffect = (effect: unknown): effect is Effect =>
  typeof effect === 'object' && effect !== null && 'type' in effect && String(effect.type) in known;
