// The questions with two buttons, each a state of the request under its own name.
import { requestKit } from '../request-kit.ts';
import { type Choice, choiceKeys, choices, mapChoiceEvents, mapTable } from '../vocabulary.ts';
import { keepWanted } from './slot.ts';

type Answered = { event: object };

/** Its event carries the answer under its own name. */
const isYes = (event: object, choice: Choice): boolean => new Map(Object.entries(event)).get(choice) === true;

const keepAnswer = (choice: Choice) =>
  ({
    type: 'keepChoice',
    params: ({ event }: Answered) => ({ choice, answer: isYes(event, choice) }),
  }) as const;

/** What comes after it; in the last look's own place for the last one. */
const nextAfter = (choice: Choice): string => choiceKeys[choiceKeys.indexOf(choice) + 1] ?? 'review';
const before = (choice: Choice): string => choiceKeys[choiceKeys.indexOf(choice) - 1] ?? 'slot.day';

const keepAndGo = (choice: Choice) => {
  const on = { target: nextAfter(choice), actions: keepAnswer(choice) };
  const isLast = on.target === 'review';
  return isLast ? on : [{ ...on, guard: 'isEditing' as const, target: 'review' }, on];
};

export const choiceStates = mapTable(choices, ({ description }, choice) =>
  requestKit.createStateConfig({
    description,
    meta: { prompt: choice },
    on: {
      [`${choice}.answered`]: keepAndGo(choice),
      'slot.wanted': { target: 'slot', actions: keepWanted },
      back: [{ guard: 'isEditing', target: 'review' }, { target: before(choice) }],
    },
  }),
);

/** 「同席なし」 typed where everything is shown: it is shown again. */
export const changedChoices = mapChoiceEvents((choice) => ({
  target: 'review',
  actions: keepAnswer(choice),
}));
