// What a typed message means, so that a word and a button become the same event.
import type { FlowEvent, PromptKey } from '../../../flows/vocabulary.ts';
import { aboutWhat } from './keywords.ts';
import { courtesyIn } from './matters.ts';
import { type Phrases, phrases, phrasesAt, phrasesOf } from './phrases.ts';
import { isQuestion, plainWords, withoutCourtesy, withoutSecondThoughts } from './plain-words.ts';

/** `exact`: the whole message is the words of a button or of its like; otherwise a word in a sentence hints at it. */
export type Meaning = { event: FlowEvent; exact: boolean };

const tableOf = (list: Phrases): ReadonlyMap<string, FlowEvent> =>
  new Map(phrasesOf(list).map(([phrase, event]) => [plainWords(phrase), event]));

const anywhere = tableOf(phrases);
const at = new Map(Object.entries(phrasesAt).map(([prompt, list]) => [prompt, tableOf(list)]));

/** With a question mark only these are meant: nobody agrees, submits or answers by asking. */
const asking: ReadonlySet<FlowEvent['type']> = new Set([
  'apply.asked',
  'booking.asked',
  'questions.asked',
  'question.picked',
  'phone.asked',
  'preparation.asked',
  'matter.written',
  'menu.asked',
  'terms.asked',
  'why.asked',
  'repeat.asked',
]);

/**
 * The event that the words stand for, or undefined. `standing`: the open question, which gives some words
 * a meaning of their own; left out where it is not known.
 */
export function meaning(text: string, standing?: PromptKey | null): Meaning | undefined {
  const event = wholePhrase(text, standing);
  if (event !== undefined) return { event, exact: true };
  // Where a question of the form stands, 「わかりました」 answers nothing.
  const how = standing === null || standing === 'menu' ? courtesyIn(text) : undefined;
  if (how !== undefined) return { event: { type: 'thanked', how }, exact: true };
  const hinted = aboutWhat(text, standing);
  return hinted && { event: hinted, exact: false };
}

function wholePhrase(text: string, standing: PromptKey | null | undefined): FlowEvent | undefined {
  const words = plainWords(text);
  if (words === '') return undefined;
  const here = standing ? at.get(standing) : undefined;
  const politely = withoutCourtesy(words);
  const event = [words, politely, withoutSecondThoughts(politely)]
    .flatMap((spelling) => [here?.get(spelling), anywhere.get(spelling)])
    .find((found) => found !== undefined);
  if (event === undefined || (isQuestion(text) && !asking.has(event.type))) return undefined;
  // R-40 keeps the words with which she agreed.
  return event.type === 'terms.agreed' ? { ...event, wording: text.trim() } : event;
}
