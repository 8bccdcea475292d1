// What the request flow and its parts share: the draft they fill, and the guards they ask.
import { assign, setup } from 'xstate';
import { effects, type Tag } from './kit.ts';
import {
  allChoices,
  type BookingRef,
  type Choice,
  type Choices,
  type Consent,
  choiceKeys,
  type Field,
  type FlowEvent,
  type PromptKey,
  type Resume,
} from './vocabulary.ts';

/** The choices so far. Never personal data: that lies sealed with the shell. */
export type Draft = {
  consent: Consent;
  /** Her details are on record from an earlier booking. */
  known: boolean;
  /** Where a form that she left half filled in goes on; null once it does. */
  resume: Resume | null;
  /** Something of her details has been typed and not yet handed in. */
  typed: boolean;
  day: string | null;
  time: string | null;
  /** Show every start of the fine grid, not only the usual ones. */
  allTimes: boolean;
  /** Which handful of open days is shown, from 0. */
  page: number;
  /** She came from the last look to change one thing, and returns there. */
  editing: boolean;
  /** The slot to return to when she goes back from changing it. */
  before: { day: string; time: string } | null;
  moves: BookingRef | null;
  /** The answers to the questions with two buttons, each under its own name; null: not yet. */
} & { [K in Choice]: boolean | null };

export type RequestInput = Pick<Draft, 'consent' | 'known' | 'resume' | 'moves'> & {
  choices: Choices | null;
  /** It is said back before it counts. */
  wish: { day: string; time: string } | null;
};

export const freshDraft = ({ input: { choices, wish, ...input } }: { input: RequestInput }): Draft => ({
  ...input,
  ...(choices ?? allChoices(null)),
  typed: false,
  day: wish?.day ?? null,
  time: wish?.time ?? null,
  allTimes: false,
  page: 0,
  editing: false,
  before: null,
});

/** What was typed, for the effect that reads it. */
export const typedText = ({ event }: { event: { text: string } }) => ({ text: event.text });

export const requestKit = setup({
  types: {
    context: {} as Draft,
    events: {} as FlowEvent,
    input: {} as RequestInput,
    meta: {} as { prompt: PromptKey },
    tags: {} as Tag,
  },
  actions: {
    ...effects,
    markTyped: assign({ typed: true }),
    takeUp: assign({ typed: true, resume: null }),
    forgetKnown: assign({ known: false }),
    forgetTyped: assign({ typed: false, editing: false, before: null }),
    startEditing: assign(({ context: { day, time } }) => ({
      editing: true,
      before: day !== null && time !== null ? { day, time } : null,
    })),
    stopEditing: assign({ editing: false, before: null }),
    restoreSlot: assign(({ context }) => context.before ?? {}),
    forgetSlot: assign({ day: null, time: null }),
    forgetTime: assign({ time: null }),
    keepChoice: assign((_, { choice, answer }: { choice: Choice; answer: boolean }) => ({
      [choice]: answer,
    })),
    keepPicked: assign((_, { day, time }: { day: string; time: string | null }) => ({
      day,
      time,
      allTimes: false,
    })),
  },
  guards: {
    isEditing: ({ context }) => context.editing,
    isMoving: ({ context }) => context.moves !== null,
    isKnown: ({ context }) => context.known,
    hasConsent: ({ context }) => context.consent === 'given',
    hasSlot: ({ context }) => context.day !== null && context.time !== null,
    hasDay: ({ context }) => context.day !== null,
    hasTime: ({ context }) => context.time !== null,
    namesTime: (_, params: { time: string | undefined }) => params.time !== undefined,
    hasChoices: ({ context }) => choiceKeys.every((choice) => context[choice] !== null),
    hasTyped: ({ context }) => context.typed,
    isLeftAt: ({ context }, params: { resume: Resume }) => context.resume === params.resume,
    isStillKnown: ({ context }, params: { known: boolean }) => params.known && context.typed,
    hasLost: ({ context }, params: { known: boolean }) => !params.known && (context.typed || context.known),
    isDayStillOpen: (_, params: { dayOpen: boolean }) => params.dayOpen,
    isField: (_, params: { picked: Field; field: Field }) => params.picked === params.field,
    isBecause: (_, params: { because: string; wanted: string }) => params.because === params.wanted,
  },
});
