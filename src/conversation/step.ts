// One step of a saved conversation. The only file that steps a conversation with XState: a conversation and an event go in, a conversation and the
// effects it asks for come out, nothing happens.

import { type AnyActorScope, type AnyStateMachine, createActor } from 'xstate';
import { type FlowName, flows } from '../../flows/index.ts';
import { effects as known } from '../../flows/kit.ts';
import { lift, lifts } from '../../flows/lifts.ts';
import type { RequestInput } from '../../flows/request-kit.ts';
import type { Effect, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import type { Conversation } from '../records/conversations.ts';

export type Beginning =
  | { flow: 'home'; input: { silent: boolean } }
  | { flow: 'request'; input: RequestInput }
  | { flow: 'admin'; input: undefined };

export type Step = {
  conversation: Conversation;
  effects: Effect[];
  /** Which question stands now; null where none does. */
  prompt: PromptKey | null;
  /** The state waits for an answer to one of the effects. */
  awaitsResult: boolean;
  /** The flow has ended. */
  ended: boolean;
  /** It ended, or rests, with a message that stands for itself. */
  quiet: boolean;
};

/** A saved state that cannot be lifted to this version of the flow. The conversation has to begin anew. */
export class StaleConversationError extends Error {
  override name = 'StaleConversationError';
}

const machineOf = (flow: FlowName): AnyStateMachine => flows[flow];

export function begin({ flow, input }: Beginning): Step {
  const machine = machineOf(flow);
  const { scope, actions } = actorScopeOf(machine);
  const snapshot = machine.getInitialSnapshot(scope, input);
  return describe(flow, machine, snapshot, actions);
}

/** Whether the event means anything where the conversation stands. Throws StaleConversationError. */
export const accepts = (conversation: Conversation, event: FlowEvent): boolean =>
  restore(conversation).can(event);

/** Throws StaleConversationError; an event that means nothing here gives the same conversation and no effects. */
export function step(conversation: Conversation, event: FlowEvent): Step {
  const machine = machineOf(conversation.flow);
  const { scope, actions } = actorScopeOf(machine);
  const snapshot = machine.transition(restore(conversation), event, scope);
  return describe(conversation.flow, machine, snapshot, actions);
}

/** Where a conversation stands, without an event. Throws StaleConversationError. */
export const stepOf = (conversation: Conversation): Step =>
  describe(conversation.flow, machineOf(conversation.flow), restore(conversation), []);

const actors = new Map<AnyStateMachine, AnyActorScope['self']>();

/**
 * XState's `transition` and `initialTransition` make an actor, with its first state, for every step; here one serves each
 * machine. It is never started, no flow spawns another and none reads `self`, so nothing is kept between steps.
 */
function actorScopeOf(machine: AnyStateMachine): { scope: AnyActorScope; actions: Action[] } {
  const self = actors.get(machine) ?? createActor(machine);
  actors.set(machine, self);
  const actions: Action[] = [];
  const nothing = () => {};
  return {
    actions,
    scope: {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      stopChild: nothing,
      emit: nothing,
      actionExecutor: (action) => void actions.push(action),
    },
  };
}

type Action = { type: string; params: unknown };
type Snapshot = ReturnType<AnyStateMachine['resolveState']>;

const lifted = ({ flow, version, ...state }: Conversation, to = '') =>
  lift(state, version, to, lifts[flow] ?? {});

function restore(conversation: Conversation): Snapshot {
  const machine = machineOf(conversation.flow);
  if (machine === undefined)
    throw new StaleConversationError(`There is no flow ${conversation.flow} any more`);
  const { version } = machine;
  const saved = conversation.version === version ? conversation : lifted(conversation, version);
  if (saved === undefined) {
    throw new StaleConversationError(
      `${conversation.flow} is now version ${version}, and none leads there from ${conversation.version}`,
    );
  }
  try {
    return machine.resolveState(saved);
  } catch (cause) {
    throw new StaleConversationError(`${conversation.flow} has no such state any more`, { cause });
  }
}

function describe(
  flow: FlowName,
  machine: AnyStateMachine,
  snapshot: Snapshot,
  actions: readonly Action[],
): Step {
  if (snapshot.status === 'error') throw new Error(`${flow} went in circles`, { cause: snapshot.error });
  return {
    conversation: { flow, version: machine.version ?? '', value: snapshot.value, context: snapshot.context },
    effects: actions.map(toEffect),
    prompt: promptOf(snapshot),
    awaitsResult: snapshot.hasTag('awaitsResult'),
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
