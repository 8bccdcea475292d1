// What each question offers, and what each effect may be answered with. A new question is a compiler error here.
import {
  choices,
  type EffectName,
  effects,
  type FlowEvent,
  mapTable,
  type PromptKey,
} from '../../flows/vocabulary.ts';
import { samples } from './samples.ts';

const of = (...types: FlowEvent['type'][]): FlowEvent[] =>
  types.flatMap((type): readonly FlowEvent[] => samples[type]);

const bothWays = of('back', 'quit');

/** The answers that stand on a question's buttons, or that it asks to type. */
export const offered: { [K in PromptKey]: readonly FlowEvent[] } = {
  menu: of('apply.asked', 'booking.asked', 'questions.asked', 'phone.asked'),
  terms: of('terms.agreed', 'terms.refused', 'quit'),
  eligibility: [...of('eligible', 'ineligible'), ...bothWays],
  missingCondition: [...of('condition.picked', 'eligible'), ...bothWays],
  knownDetails: [...of('details.reused', 'details.retyped'), ...bothWays],
  name: [...of('said'), ...bothWays],
  jobNumber: [
    ...of('said', 'jobNumber.unknown', 'detail.corrected', 'detail.gone', 'detail.known'),
    ...bothWays,
  ],
  jobNumberDoubtful: [
    ...of('yes', 'no', 'said', 'jobNumber.unknown', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  phone: [...of('said', 'detail.corrected', 'detail.gone', 'detail.known'), ...bothWays],
  day: [...of('day.picked', 'days.more', 'said', 'detail.corrected', 'detail.gone'), ...bothWays],
  time: [
    ...of('time.picked', 'times.more', 'days.more', 'day.picked', 'said', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  wish: [
    ...of('yes', 'no', 'day.picked', 'days.more', 'times.more', 'said', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  ...mapTable(choices, (_, choice) => [
    ...of(`${choice}.answered`, 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ]),
  review: [...of('submitted', 'edit.asked', 'field.picked', 'wish.typed'), ...bothWays],
  whichField: [...of('field.picked', 'wish.typed', 'submitted'), ...bothWays],
  withdraw: [...of('yes', 'no'), ...bothWays],
};

/** What the shell may answer within the turn; an empty list: nobody waits for an answer. */
export const mayAnswer = (effect: EffectName): readonly FlowEvent[] => of(...effects[effect].answers);
