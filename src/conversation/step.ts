// One step of a saved talk. The only file that calls XState: a talk and an event go in, a talk and the
// effects it asks for come out, nothing happens.
import { type AnyStateMachine, initialTransition, type StateValue, transition } from 'xstate';
import { type FlowName, flows } from '../../flows/index.ts';
import { effects as known } from '../../flows/kit.ts';
import type { RequestInput } from '../../flows/request-kit.ts';
import type { Effect, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';

/** What is saved of a talk: JSON, without personal data. */
export type Talk = { flow: FlowName; version: string; value: StateValue; context: unknown };

export type Beginning =
  | { flow: 'home'; input: { silent: boolean } }
  | { flow: 'request'; input: RequestInput }
  | { flow: 'admin'; input: undefined };

export type Step = {
  talk: Talk;
  effects: Effect[];
  /** Which question stands now; null where none does. */
  prompt: PromptKey | null;
  /** The state waits for an answer to one of the effects. */
  asksTheWorld: boolean;
  /** The flow has ended. */
  ended: boolean;
  /** It ended, or rests, with a message that stands for itself. */
  quiet: boolean;
};

/** A saved state that this version of the flow does not have. The talk has to begin anew. */
export class StaleTalkError extends Error {
  override name = 'StaleTalkError';
}

const machineOf = (flow: FlowName): AnyStateMachine => flows[flow];

export function begin({ flow, input }: Beginning): Step {
  const machine = machineOf(flow);
  const [snapshot, actions] = initialTransition(machine, input);
  return describe(flow, machine, snapshot, actions);
}

/** Whether the event means anything where the talk stands. Throws StaleTalkError. */
export const accepts = (talk: Talk, event: FlowEvent): boolean => restore(talk).can(event);

/** Throws StaleTalkError; an event that means nothing here gives the same talk and no effects. */
export function step(talk: Talk, event: FlowEvent): Step {
  const machine = machineOf(talk.flow);
  const [snapshot, actions] = transition(machine, restore(talk), event);
  return describe(talk.flow, machine, snapshot, actions);
}

/** Where a talk stands, without an event. Throws StaleTalkError. */
export const standing = (talk: Talk): Step => describe(talk.flow, machineOf(talk.flow), restore(talk), []);

type Snapshot = ReturnType<AnyStateMachine['resolveState']>;

function restore(talk: Talk): Snapshot {
  const machine = machineOf(talk.flow);
  if (machine === undefined) throw new StaleTalkError(`There is no flow ${talk.flow} any more`);
  if (machine.version !== talk.version) {
    throw new StaleTalkError(
      `${talk.flow} is now version ${machine.version}, the talk is of ${talk.version}`,
    );
  }
  try {
    return machine.resolveState({ value: talk.value, context: talk.context });
  } catch (cause) {
    throw new StaleTalkError(`${talk.flow} has no such state any more`, { cause });
  }
}

function describe(
  flow: FlowName,
  machine: AnyStateMachine,
  snapshot: Snapshot,
  actions: readonly { type: string; params: unknown }[],
): Step {
  if (snapshot.status === 'error') throw new Error(`${flow} went in circles`, { cause: snapshot.error });
  return {
    talk: { flow, version: machine.version ?? '', value: snapshot.value, context: snapshot.context },
    effects: actions.map(toEffect),
    prompt: promptOf(snapshot),
    asksTheWorld: snapshot.hasTag('asksTheWorld'),
    ended: snapshot.status === 'done',
    quiet: snapshot.hasTag('quiet'),
  };
}

/** Flows return our own effects only; anything else (a delay, a spawned child) would never run here. */
function toEffect({ type, params }: { type: string; params: unknown }): Effect {
  if (!(type in known)) throw new Error(`A flow may only return effects, got "${type}"`);
  return { ...(params as object), type } as Effect;
}

/** The question of the innermost state that has one. */
function promptOf(snapshot: Snapshot): PromptKey | null {
  const byState: Record<string, { prompt?: PromptKey } | undefined> = snapshot.getMeta();
  const innermostFirst = Object.keys(byState).sort((a, b) => b.length - a.length);
  for (const id of innermostFirst) {
    const prompt = byState[id]?.prompt;
    if (prompt !== undefined) return prompt;
  }
  return null;
}
