// What a typed message means, so that a word and a button become the same event.
import { choiceKeys, type FlowEvent, type PromptKey } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { smallTalkIn } from './booking-intents.ts';
import { isDatelike } from './form-intents.ts';
import { aboutWhat } from './keywords.ts';
import { type Phrases, phrases, phrasesAt, phrasesOf } from './phrases.ts';
import { isQuestion, plainWords, toHiragana, withoutCourtesy, withoutSecondThoughts } from './plain-words.ts';

/** `exact`: the whole message is the words of a button or of its like; otherwise a word in a sentence hints at it. */
/** `rest`: the first sentence is the answer, and more was written after it. */
export type Meaning = { event: FlowEvent; exact: boolean; rest?: true };

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
  'intent.written',
  'menu.asked',
  'terms.asked',
  'deletion.asked',
  'why.asked',
  'repeat.asked',
]);

/**
 * The event that the words stand for, or undefined. `openPrompt`: the open question, which gives some words
 * a meaning of their own; left out where it is not known.
 */
export function meaning(text: string, openPrompt?: PromptKey | null): Meaning | undefined {
  const event = wholePhrase(text, openPrompt);
  if (event !== undefined) return { event, exact: true };
  // Where a question of the form stands, 「わかりました」 answers nothing.
  const how = openPrompt === null || openPrompt === 'menu' ? smallTalkIn(text) : undefined;
  if (how !== undefined) return { event: { type: 'thanked', how }, exact: true };
  const first = openPrompt ? answerFirst(text, openPrompt) : undefined;
  if (first !== undefined) return first;
  const hinted = aboutWhat(text, openPrompt);
  return hinted && { event: hinted, exact: false };
}

/** Answers that can be taken back at the last look: these count from a first sentence. 同意する and sending do not. */
const answersAlone: ReadonlySet<FlowEvent['type']> = new Set([
  ...choiceKeys.map((choice) => `${choice}.answered` as const),
  'jobNumber.unknown',
  'yes',
  'no',
]);
const irrevocable: ReadonlySet<PromptKey> = new Set(['withdraw', 'eligibility']);

/** 「いません。あと前回の担当者さん希望です」: undefined unless the first sentence answers and no other one does. */
function answerFirst(text: string, openPrompt: PromptKey): Meaning | undefined {
  if (irrevocable.has(openPrompt)) return undefined;
  const [first = '', ...others] = text.split(sentenceBreak).slice(0, mostSentences);
  const event = others.length > 0 ? wholePhrase(first, openPrompt) : undefined;
  if (event === undefined || !answersAlone.has(event.type)) return undefined;
  const rest = others.filter((part) => plainWords(part) !== '' && smallTalkIn(part) === undefined);
  if (rest.some((part) => saysOtherwise(part, openPrompt))) return undefined;
  return { event, exact: true, ...(rest.length > 0 && { rest: true }) };
}

const sentenceBreak = /[。．.!！\n]+|[、,](?=あと|それ|ただ|でも|ちなみに|できれば|よろしく|お願い)/;
const mostSentences = 10;

const takenBack = /違|ちが|間違|まちが|無理|むり|やっぱ|やめ|変え|かえ|直し|なおし/;

/** Another answer, a question, a day or time, or a number of its own. */
const saysOtherwise = (part: string, openPrompt: PromptKey): boolean =>
  isQuestion(part) ||
  takenBack.test(part) ||
  wholePhrase(part, openPrompt) !== undefined ||
  aboutWhat(part, openPrompt) !== undefined ||
  (openPrompt === 'wish' && isDatelike(compatible(part))) ||
  (part.match(/\d/g)?.length ?? 0) > 4;

/** 「ばんごう わからない です」, 「今ちょっとわからん」: said of a number in more ways than a list holds. */
const numberUnknown =
  /^(?:(?:今|いま|まだ|ちょっと|全然|ぜんぜん|たぶん)は?){0,4}(?:(?:求職|きゅうしょく)?(?:番号|ばんごう|かーど)[がはもを]?)?(?:(?:今|いま|まだ|ちょっと|全然|ぜんぜん)は?){0,4}(?:(?:わか|分か|解か)(?:らない|らん|んない|りません|りませんでした|らなくて)|不明|ふめい|(?:知|し)(?:らない|らん|りません)|(?:忘|わす)れ(?:た|ました|ちゃった|ちゃいました)|(?:覚|おぼ)えて(?:い?ない|い?ません)|(?:手元|てもと)に?(?:ない|ありません)|(?:持|も)って(?:い?ない|い?ません)|ない|なし|無し|ありません)(?:です|の|んです|ん?だけど|んですけど|んですが|わ|よ|や)?$/;

function unknownNumber(words: string, openPrompt: PromptKey | null | undefined): FlowEvent | undefined {
  const isAsked = openPrompt === 'jobNumber' || openPrompt === 'jobNumberDoubtful';
  return isAsked && numberUnknown.test(toHiragana(words)) ? { type: 'jobNumber.unknown' } : undefined;
}

function wholePhrase(text: string, openPrompt: PromptKey | null | undefined): FlowEvent | undefined {
  const words = plainWords(text);
  if (words === '') return undefined;
  const here = openPrompt ? at.get(openPrompt) : undefined;
  const politely = withoutCourtesy(words);
  const event =
    [words, politely, withoutSecondThoughts(politely)]
      .flatMap((spelling) => [here?.get(spelling), anywhere.get(spelling)])
      .find((found) => found !== undefined) ?? unknownNumber(politely, openPrompt);
  if (event === undefined || (isQuestion(text) && !asking.has(event.type))) return undefined;
  // R-40 keeps the words with which she agreed.
  return event.type === 'terms.agreed' ? { ...event, wording: text.trim() } : event;
}
