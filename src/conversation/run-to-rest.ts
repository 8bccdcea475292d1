// Lets a conversation run after an event until it rests: each effect is carried out, its result goes
// back in, a flow that ended makes room for the next.
import {
  type Effect,
  effects,
  type FlowEvent,
  type PromptKey,
  type RemarkKind,
  remarks,
  standsForQuestion,
} from '../../flows/vocabulary.ts';
import { sayRemark } from '../messages/say-remark.ts';
import { type HandledEffect, handlers } from './effects/index.ts';
import { begin, type Step, step } from './step.ts';
import type { Turn } from './turn.ts';

export type Rested = {
  at: Step;
  /** What was said must stand alone: no question comes after it. */
  standsAlone: boolean;
  /** Something was said that leaves the question open because its answer was not understood. */
  missed: boolean;
  /** Something else was answered meanwhile: the open question comes again, in few words. */
  aside: boolean;
};

/** Nothing happened: the question that stood still stands. */
export const unmoved = (at: Step): Rested => ({ at, missed: false, standsAlone: false, aside: false });

/** A question and its answers settle in a few rounds; more would be a flow that turns in circles. */
const roundsAllowed = 8;

/** `openPrompt` and `missesSoFar` colour what is said about an answer that was not understood. */
export async function runToRest(
  first: Step,
  openPrompt: PromptKey | null,
  missesSoFar: number,
  turn: Turn,
): Promise<Rested> {
  let current = first;
  let missed = false;
  let standsAlone = false;
  let aside = false;
  for (let round = 0; round < roundsAllowed; round += 1) {
    const carried = await carryOutAll(current, openPrompt, missesSoFar, turn);
    missed ||= says(current, 'missed');
    standsAlone ||= says(current, 'alone') || isOffered(current);
    aside ||= says(current, 'aside') || current.effects.some(({ type }) => effects[type].isAside);
    const next = follow(current, carried);
    if (next === undefined) return { at: current, missed, standsAlone, aside };
    current = next;
  }
  throw new Error(`${current.conversation.flow} did not come to rest`);
}

const says = ({ effects }: Step, kind: RemarkKind): boolean =>
  effects.some((effect) => effect.type === 'remark' && remarks[effect.key].kind === kind);

/** Where a slot has been said back, はい still means that one: it is shown again. */
const isOffered = ({ effects, prompt }: Step): boolean =>
  prompt !== 'wish' && effects.some((effect) => effect.type === 'remark' && standsForQuestion(effect));

/** `result`: what the effect that was waited for came to. `successor`: the flow that begins now. */
type Carried = { result?: FlowEvent; successor?: Step };

async function carryOutAll(
  { effects }: Step,
  openPrompt: PromptKey | null,
  missesSoFar: number,
  turn: Turn,
): Promise<Carried> {
  const carried: Carried = {};
  for (const effect of effects) {
    if (effect.type === 'remark')
      turn.reply(...sayRemark(turn.words.remarks, effect, { openPrompt, misses: missesSoFar }, turn.office));
    else if (effect.type === 'begin') carried.successor = beginRequest(effect);
    else {
      // The table pairs each name with its own effect, which TypeScript cannot follow through a lookup.
      const handler = handlers[effect.type] as (
        effect: HandledEffect,
        turn: Turn,
      ) => Promise<FlowEvent | undefined>;
      const result = await handler(effect, turn);
      if (result !== undefined) carried.result = result;
    }
  }
  return carried;
}

/** Where the conversation goes by itself; undefined where it rests. */
function follow(current: Step, { result, successor }: Carried): Step | undefined {
  if (successor !== undefined) return successor;
  if (current.awaitsResult) {
    if (result === undefined) throw new Error(`${JSON.stringify(current.conversation.value)} got no result`);
    return step(current.conversation, result);
  }
  if (current.ended) return begin({ flow: 'home', input: { silent: current.quiet } });
  return undefined;
}

const beginRequest = ({ type: _, ...input }: Extract<Effect, { type: 'begin' }>): Step =>
  begin({ flow: 'request', input });
