// Lets a conversation run after an event until it rests: each effect is carried out, what the world answers goes
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
  hushed: boolean;
  /** Something was said that leaves the question open because its answer was not understood. */
  missed: boolean;
  /** Something else was answered meanwhile: the open question comes again, in few words. */
  aside: boolean;
};

/** Nothing happened: the question that stood still stands. */
export const unmoved = (at: Step): Rested => ({ at, missed: false, hushed: false, aside: false });

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
  let hushed = false;
  let aside = false;
  for (let round = 0; round < roundsAllowed; round += 1) {
    const result = await carryOutAll(current, openPrompt, missesSoFar, turn);
    missed ||= says(current, 'missed');
    hushed ||= says(current, 'alone') || isOffered(current);
    aside ||= says(current, 'aside') || current.effects.some(({ type }) => effects[type].isAside);
    const next = follow(current, result);
    if (next === undefined) return { at: current, missed, hushed, aside };
    current = next;
  }
  throw new Error(`${current.conversation.flow} did not come to rest`);
}

const says = ({ effects }: Step, kind: RemarkKind): boolean =>
  effects.some((effect) => effect.type === 'remark' && remarks[effect.key].kind === kind);

/** Where a slot has been said back, はい still means that one: it is shown again. */
const isOffered = ({ effects, prompt }: Step): boolean =>
  prompt !== 'wish' && effects.some((effect) => effect.type === 'remark' && standsForQuestion(effect));

type Result = { answer?: FlowEvent; successor?: Step };

async function carryOutAll(
  { effects }: Step,
  openPrompt: PromptKey | null,
  missesSoFar: number,
  turn: Turn,
): Promise<Result> {
  const result: Result = {};
  for (const effect of effects) {
    if (effect.type === 'remark')
      turn.reply(...sayRemark(turn.words.remarks, effect, { openPrompt, misses: missesSoFar }, turn.office));
    else if (effect.type === 'begin') result.successor = beginRequest(effect);
    else {
      // The table pairs each name with its own effect, which TypeScript cannot follow through a lookup.
      const handler = handlers[effect.type] as (
        effect: HandledEffect,
        turn: Turn,
      ) => Promise<FlowEvent | undefined>;
      const answer = await handler(effect, turn);
      if (answer !== undefined) result.answer = answer;
    }
  }
  return result;
}

/** Where the conversation goes by itself; undefined where it rests. */
function follow(current: Step, { answer, successor }: Result): Step | undefined {
  if (successor !== undefined) return successor;
  if (current.awaitsResult) {
    if (answer === undefined) throw new Error(`${JSON.stringify(current.conversation.value)} got no answer`);
    return step(current.conversation, answer);
  }
  if (current.ended) return begin({ flow: 'home', input: { silent: current.quiet } });
  return undefined;
}

const beginRequest = ({ type: _, ...input }: Extract<Effect, { type: 'begin' }>): Step =>
  begin({ flow: 'request', input });
