// How a question is asked again: shorter, then with an example, then with the way to the phone.
import type { Office } from '../../config/office.ts';
import type { Bubble, Button, Card } from '../message.ts';
import { callButton, phoneLine } from './contact.ts';

export type Wording = {
  /** The first time. Missing: the title of the card says it all. */
  full?: string;
  /** After the first answer that was not understood. */
  short: string;
  /** After the second, below `short`. */
  example: string;
};

const missesUntilPhone = 3;

/** The words for this time; undefined where there are none to add. */
function wordsFor(wording: Wording, misses: number, office: Office): string | undefined {
  if (misses <= 0) return wording.full;
  if (misses === 1) return wording.short;
  if (misses < missesUntilPhone) return `${wording.short}\n${wording.example}`;
  return `${wording.short}\nお電話でも承ります。\n${phoneLine(office)}`;
}

const choicesFor = (choices: readonly Button[], misses: number, office: Office): readonly Button[] =>
  misses < missesUntilPhone ? choices : [callButton(office), ...choices];

/** A question that is answered by writing. */
export const askInWords = (
  wording: Wording & { full: string },
  choices: readonly Button[],
  misses: number,
  office: Office,
): Bubble => ({
  kind: 'text',
  text: wordsFor(wording, misses, office) ?? wording.full,
  choices: choicesFor(choices, misses, office),
});

/** A question with a closed set of answers: its buttons stay, and computers show them too. */
export function askOnCard(card: Card, wording: Wording, misses: number, office: Office): Card {
  const text = wordsFor(wording, misses, office);
  return {
    ...card,
    ...(text !== undefined && { text }),
    choices: choicesFor(card.choices ?? [], misses, office),
  };
}

export const pressAButton = '下のボタンから選んでください。';
export const orWrite = (words: string): string => `「${words}」と送っても選べます。`;
