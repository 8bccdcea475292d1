// Every question that can stand, and the facts its words need. They are read when it is asked, in
// `src/conversation/ask.ts`; the words stand in `src/messages`. Days are JST `YYYY-MM-DD`, times JST `HH:mm`.
import { type Choices, choiceKeys, choices } from './choices.ts';
import type { Field } from './lists.ts';
import { mapTable } from './map-table.ts';

type NoFacts = Readonly<Record<never, never>>;

/** `isFilled`: somebody has to read facts before it can be asked. */
type Declared<Facts> = { readonly isFilled: boolean; readonly facts?: Facts };

const prompt = (): Declared<NoFacts> => ({ isFilled: false });
const filled = <Facts extends object>(): Declared<Facts> & { readonly isFilled: true } => ({
  isFilled: true,
});

type Slot = { day: string; time: string; until: string };

/** How details are shown back: in full what has just been typed, masked what was on record. `jobNumber` null: not known. */
export type ShownDetails = { name: string; jobNumber: string | null; phone: string };

export const prompts = {
  menu: prompt(),
  terms: prompt(),
  eligibility: prompt(),
  missingCondition: prompt(),
  knownDetails: filled<ShownDetails>(),
  name: prompt(),
  jobNumber: prompt(),
  /** The number as it was read, masked. */
  jobNumberDoubtful: filled<{ masked: string }>(),
  phone: prompt(),
  /** A handful of open days; `more`: there are others to show. `back`: a question comes before this one. */
  day: filled<{ days: readonly string[]; more: boolean; back: boolean }>(),
  time: filled<{ day: string; times: readonly string[]; moreTimes: boolean }>(),
  wish: filled<Slot>(),
  ...mapTable(choices, prompt),
  /** `isUnseen`: no chat of the staff is enrolled. */
  review: filled<{
    slot: Slot;
    choices: Choices;
    details: ShownDetails;
    moving: boolean;
    /** What is moved is agreed on: it is a wish, and staff decide. */
    isWish: boolean;
    isUnseen?: boolean;
  }>(),
  whichField: filled<{ fields: readonly Field[] }>(),
  withdraw: filled<{ receipt: string; slot: Slot }>(),
} as const;

export type PromptKey = keyof typeof prompts;
export type PromptFacts = { [K in PromptKey]: NonNullable<(typeof prompts)[K]['facts']> };

/** Those whose facts have to be read. */
export type FilledPrompt = {
  [K in PromptKey]: (typeof prompts)[K]['isFilled'] extends true ? K : never;
}[PromptKey];

/** The questions of the form, in their order. */
export const formPrompts: readonly PromptKey[] = [
  'terms',
  'eligibility',
  'missingCondition',
  'knownDetails',
  'name',
  'jobNumber',
  'jobNumberDoubtful',
  'phone',
  'day',
  'time',
  'wish',
  ...choiceKeys,
  'review',
  'whichField',
];
