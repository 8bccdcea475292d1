// The questions of the form with two buttons: all that is said of one, and what people type to answer it.
import { type Choice, type Choices, choiceKeys } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Fact } from '../message.ts';
import { phoneLine } from './contact.ts';
import { labels } from './labels.ts';

/** `typed`: other words for it, parted by spaces. */
type AnswerWords = { label: string; typed: string };

type ChoiceWords = {
  /** Its part of the request, as it is shown and may be typed. */
  field: string;
  title: string;
  text: (office: Office) => string;
  /** The buttons, the first one first. */
  answers: readonly [no: AnswerWords, yes: AnswerWords];
  /** 「なぜ?」 */
  why: string;
  /** Where 直す is asked for: what is typed for its part of the request, besides that part's name. */
  fieldTyped: string;
  /** The same among the parts that are on the screen, and in a sentence. */
  fieldChosen: string;
  fieldNamed: RegExp;
};

export const choiceWords: Readonly<Record<Choice, ChoiceWords>> = {
  companion: {
    field: '同席する方',
    title: '同席する方はいますか？',
    text: (office) => `通訳や介助の方などです。
お子さまのことは、前もってお電話でご相談ください。
${phoneLine(office)}`,
    answers: [
      {
        label: labels.alone,
        typed:
          '誰も来ません 誰も来ない だれもきません だれもこない 私だけ わたしだけ 私だけです 私一人 私ひとり 自分だけ 一人だけ ひとりだけ いません 誰もいない 誰もいません だれもいない だれもいません 一人 ひとり 1人 同席者なし 同席なし',
      },
      { label: labels.accompanied, typed: 'います 同席者あり 同席あり' },
    ],
    why: '秘密を守るため、同席する方を前もってうかがっています。\n通訳や介助の方は同席できます。',
    fieldTyped: '同席者 同席者を直す',
    fieldChosen: '同席 同席する人',
    fieldNamed: /同席/,
  },
};

/** Its two answers, as its buttons have them. */
export const answerText = (choice: Choice, isYes: boolean): string =>
  choiceWords[choice].answers[isYes ? 1 : 0].label;

export const choiceFacts = (choices: Choices): Fact[] =>
  choiceKeys.map((choice) => ({
    label: choiceWords[choice].field,
    value: answerText(choice, choices[choice]),
  }));
