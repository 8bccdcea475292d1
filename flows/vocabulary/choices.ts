// The questions of the form that two buttons answer. They are asked in this order between the slot and the last look; a row
// here gives one its state, its event, its place in the draft and its way back. Its name is that of its column.
import { mapTable } from './map-table.ts';

export const choices = {
  /** 第6条(2)⑤. */
  companion: { description: '同席する人がいるかきく', answered: { description: 'いる・いない' } },
} as const;

export type Choice = keyof typeof choices;
export type Choices = { readonly [K in Choice]: boolean };
type AnswerOf<K extends Choice> = { type: `${K}.answered` } & { [A in K]: boolean };
export type ChoiceEvent = { [K in Choice]: AnswerOf<K> }[Choice];

// The table has these keys and no others.
export const choiceKeys = Object.keys(choices) as [Choice, ...Choice[]];
export const firstChoice: Choice = choiceKeys[0];
export const lastChoice: Choice = choiceKeys.at(-1) ?? firstChoice;

/** The same answer to each. */
export const allChoices = <Answer>(answer: Answer): { [K in Choice]: Answer } =>
  mapTable(choices, () => answer);

/** The event that answers one: what it carries has the question's own name. */
export const answerTo = (choice: Choice, answer: boolean): ChoiceEvent =>
  ({ type: `${choice}.answered`, [choice]: answer }) as ChoiceEvent;

/** A table of their events. */
export const mapChoiceEvents = <Row>(rowOf: (choice: Choice) => Row): { [T in ChoiceEvent['type']]: Row } =>
  Object.fromEntries(choiceKeys.map((choice) => [`${choice}.answered`, rowOf(choice)])) as {
    [T in ChoiceEvent['type']]: Row;
  };
