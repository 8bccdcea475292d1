// Walks through every state of a flow that can be reached, with every event that can reach it there.
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import type { HomeInput } from '../../flows/home.ts';
import { flows } from '../../flows/index.ts';
import type { RequestInput } from '../../flows/request-kit.ts';
import { allChoices, choiceKeys, type FlowEvent, type PromptKey } from '../../flows/vocabulary.ts';
import { offered } from './contract.ts';
import { counterAnytime, personAnytime, staffAnytime, worldAnswers } from './reach.ts';
import { samples } from './samples.ts';

export type Edge = {
  from: AnyMachineSnapshot;
  event: FlowEvent;
  to: AnyMachineSnapshot;
  effects: readonly { type: string; params: unknown }[];
};

const newcomer: RequestInput = {
  consent: 'missing',
  known: false,
  resume: null,
  choices: null,
  moves: null,
  wish: null,
};
const homeInputs: HomeInput[] = [{ silent: false }, { silent: true }];
export const requestInputs: RequestInput[] = [
  newcomer,
  { ...newcomer, consent: 'given' },
  { consent: 'given', known: true, resume: null, choices: allChoices(false), moves: null, wish: null },
  { ...newcomer, consent: 'given', resume: 'jobNumber' },
  { ...newcomer, consent: 'changed', resume: 'phone' },
  { consent: 'given', known: true, resume: 'slot', choices: allChoices(false), moves: null, wish: null },
  {
    consent: 'changed',
    known: true,
    resume: null,
    choices: allChoices(true),
    moves: null,
    wish: { day: '2026-12-01', time: '10:00' },
  },
  {
    consent: 'given',
    known: true,
    resume: null,
    choices: allChoices(false),
    moves: { booking: 'b-1', version: 3 },
    wish: null,
  },
];

/** The flows a chat can be in, each with the situations it may begin in. */
export const beginnings: { machine: AnyStateMachine; inputs: readonly unknown[] }[] = [
  { machine: flows.home, inputs: homeInputs },
  { machine: flows.request, inputs: requestInputs },
  { machine: flows.admin, inputs: [undefined] },
];

export const waits = (state: AnyMachineSnapshot): boolean => state.hasTag('awaitsResult');
export const rests = (state: AnyMachineSnapshot): boolean => state.status === 'active' && !waits(state);

/** `slot.day`: readable in a failure. */
export const nameOf = (state: AnyMachineSnapshot): string => {
  const path = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...path(inner)])
      : [String(value)];
  return path(state.value).join('.');
};

/** The question of the innermost state that has one. */
export const questionOf = (state: AnyMachineSnapshot): PromptKey | null => {
  const metas: Record<string, { prompt?: PromptKey } | undefined> = state.getMeta();
  const [innermost] = Object.entries(metas).sort(([a], [b]) => b.length - a.length);
  return innermost?.[1]?.prompt ?? null;
};

/**
 * What decides where a conversation can go. Which days and times are shown decides nothing, nor does the consent
 * once the conversation has begun; they would only multiply the states.
 */
export const keyOf = ({ value, context }: AnyMachineSnapshot): string => {
  const { page: _, allTimes: __, consent: ___, ...rest } = context;
  // Of the choices it matters only whether there are answers; the first may be either, for its arrows.
  const decisive = Object.entries(rest).map(([key, one]) =>
    choiceKeys.slice(1).some((choice) => choice === key) ? [key, one !== null] : [key, one],
  );
  return JSON.stringify([value, decisive]);
};

/** Every event that can reach a state, by who speaks in that flow. */
export function eventsFor(state: AnyMachineSnapshot): FlowEvent[] {
  if (state.status !== 'active') return [];
  if (waits(state)) return worldAnswers.filter((event) => state.can(event));
  const question = questionOf(state);
  const asked = question === null ? [] : offered[question];
  const flow: string = state.machine.id;
  if (flow === 'admin') return [...new Set([...staffAnytime, ...asked])];
  const alone = flow === 'home' ? counterAnytime : samples['draft.expired'];
  return [...new Set([...personAnytime, ...asked, ...alone])];
}

const walked = new Map<AnyStateMachine, Edge[]>();
const statesAtMost = 200_000;

/** Every step that a conversation in this flow can take, from any beginning. */
export function walk(machine: AnyStateMachine): Edge[] {
  const before = walked.get(machine);
  if (before) return before;
  const inputs = beginnings.find((beginning) => beginning.machine === machine)?.inputs ?? [undefined];
  const edges = new Map<string, Edge>();
  const seen = new Set<string>();
  // It grows while it is gone through: each state once, from whichever beginning it was reached first.
  const ahead = inputs.map((input): AnyMachineSnapshot => initialTransition(machine, input)[0]);
  for (const from of ahead) {
    const key = keyOf(from);
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > statesAtMost) throw new Error(`${machine.id} has states without end`);
    for (const event of eventsFor(from)) {
      const [to, effects] = transition(machine, from, event);
      edges.set(`${key} ${JSON.stringify(event)}`, { from, event, to, effects });
      ahead.push(to);
    }
  }
  walked.set(machine, [...edges.values()]);
  return [...edges.values()];
}

const visited = new Map<AnyStateMachine, AnyMachineSnapshot[]>();

/** Every state that a conversation in this flow can be in, once each. */
export function statesOf(machine: AnyStateMachine): AnyMachineSnapshot[] {
  const before = visited.get(machine);
  if (before) return before;
  const byKey = new Map(
    walk(machine).flatMap(({ from, to }) => [from, to].map((state) => [keyOf(state), state])),
  );
  visited.set(machine, [...byKey.values()]);
  return [...byKey.values()];
}
