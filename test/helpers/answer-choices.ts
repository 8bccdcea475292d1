// Whoever walks through the form answers the questions with two buttons here, however many there are.
import { choiceKeys } from '../../flows/vocabulary.ts';
import { answerText } from '../../src/messages/ja/choices.ts';

/** The buttons that say no, in the order in which they are asked. */
export const noToAll: readonly string[] = choiceKeys.map((choice) => answerText(choice, false));

/** Presses them; resolves with what comes after the last one. */
export async function answerNoToAll(who: { presses(label: string): Promise<string> }): Promise<string> {
  let next = '';
  for (const label of noToAll) next = await who.presses(label);
  return next;
}
