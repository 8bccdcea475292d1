// What people type instead of pressing a button. Each phrase stands for one event; a test holds that no
// two events share one.
import type { FlowEvent, PromptKey } from '../../../flows/vocabulary.ts';
import { labels } from './labels.ts';
import { counterPhrases } from './phrases-counter.ts';
import { formPhrases } from './phrases-form.ts';

/** An event and the phrases for it, parted by spaces. */
export type Phrases = readonly (readonly [FlowEvent, ...string[]])[];

/** Each phrase of a list with its event. */
export const phrasesOf = (list: Phrases): [phrase: string, event: FlowEvent][] =>
  list.flatMap(([event, ...words]) =>
    words.flatMap((line) => line.split(' ')).map((phrase): [string, FlowEvent] => [phrase, event]),
  );

export const phrases: Phrases = [...counterPhrases, ...formPhrases];

const yesWords = 'はい はーい yes そうです';
const noWords = 'いいえ いえ no';

/**
 * Where a question stands, some words mean its own answer. A bare はい may have been meant for the question
 * before: it is never taken for 同意, for one of two answers that are not はい and いいえ, or for sending.
 */
export const phrasesAt: Partial<Record<PromptKey, Phrases>> = {
  eligibility: [
    [{ type: 'eligible' }, yesWords],
    [{ type: 'ineligible' }, noWords],
  ],
  knownDetails: [[{ type: 'details.retyped' }, labels.retype]],
  jobNumber: [
    [
      { type: 'jobNumber.unknown' },
      'わからない わかりません 分からない 分かりません 不明 知らない 知りません',
      '忘れました 手元にない 手元にありません ない ありません',
    ],
  ],
  jobNumberDoubtful: [[{ type: 'no' }, labels.retype]],
  companion: [[{ type: 'companion.answered', companion: false }, 'なし 無し']],
  review: [[{ type: 'submitted' }, '申し込む 申し込みます 申込む']],
};
