// What was typed is gone, because its message was taken back: the conversation goes back to the question that asks for it, as
// if ひとつ前へ had been pressed until there.
import { type FlowEvent, formPrompts, type PromptKey } from '../../flows/vocabulary.ts';
import { noteBackAgain, readTyped } from '../records/draft.ts';
import type { Details } from '../records/personal-data.ts';
import { runToRest } from './run-to-rest.ts';
import { accepts, type Step, step } from './step.ts';
import type { Turn } from './turn.ts';

/**
 * `changed`: another question stands than the one that was seen; it has been said why. `mayAnswer`: plain words that
 * are written now may answer it all the same.
 */
export type Restored = { at: Step; changed: boolean; mayAnswer?: boolean };

type DetailField = keyof Details;

/** In the order of the form. What is no question of it comes before them all. */
const placeOf = (prompt: PromptKey | null): number => (prompt === null ? -1 : formPrompts.indexOf(prompt));

/** Whether the question for this field stands before that one. */
export const isBefore = (field: DetailField, prompt: PromptKey | null): boolean =>
  placeOf(prompt) > placeOf(field);

const lastLook: ReadonlySet<PromptKey | null> = new Set(['review', 'whichField']);

/** As many steps as the form has. */
const stepsAtMost = formPrompts.length;

/** The conversation at the question for the field, or as far back towards it as there is a way. */
export async function leadBack(at: Step, field: DetailField, turn: Turn): Promise<Restored> {
  let now = at;
  for (let count = 0; count < stepsAtMost && now.prompt !== field; count += 1) {
    const event = wayTo(field, now);
    if (!accepts(now.conversation, event)) break;
    now = (await runToRest(step(now.conversation, event), now.prompt, 0, turn)).at;
  }
  return { at: now, changed: true, mayAnswer: mayCorrect(at, now) };
}

/** Straight there, with the day and time she chose, or to the last look, where that is the way; else step by step. */
function wayTo(field: DetailField, { conversation, prompt }: Step): FlowEvent {
  if (lastLook.has(prompt)) return { type: 'field.picked', field };
  const straight: FlowEvent = { type: 'detail.gone', field };
  return accepts(conversation, straight) ? straight : { type: 'back' };
}

const asks: ReadonlySet<PromptKey | null> = new Set(['name', 'jobNumber', 'jobNumberDoubtful', 'phone']);

/** Where she has typed again what was gone: on over what she had answered after it. `left`: the question that stood. */
export async function leadOn(at: Step, left: PromptKey | null, turn: Turn): Promise<Step> {
  const isOn = asks.has(left) && placeOf(at.prompt) > placeOf(left);
  if (at.conversation.flow !== 'request' || !isOn) return at;
  const draft = await readTyped(turn);
  if (!draft?.ledBack) return at;
  let now = at;
  while ((now.prompt === 'jobNumber' || now.prompt === 'phone') && draft.details[now.prompt] !== undefined)
    now = (await runToRest(step(now.conversation, { type: 'detail.known' }), now.prompt, 0, turn)).at;
  if (!asks.has(now.prompt)) await noteBackAgain(turn);
  return now;
}

const asksForDetails: ReadonlySet<PromptKey | null> = new Set(['jobNumber', 'jobNumberDoubtful', 'phone']);

/**
 * Whether words written while `left` stood may be the correction of what `now` asks for. A number shows by itself what
 * it is; most other words would pass for a name, so they count only where the next detail was asked for.
 */
const mayCorrect = (left: Step, now: Step): boolean =>
  now.prompt === 'name' ? asksForDetails.has(left.prompt) : true;
