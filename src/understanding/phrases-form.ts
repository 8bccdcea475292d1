// Phrases that answer a question of the form. 了解, OK and the like are left out on purpose: they are
// courtesy and answer nothing.
import {
  answerTo,
  type Choice,
  type Condition,
  choiceKeys,
  type Field,
  type FlowEvent,
} from '../../flows/vocabulary.ts';
import { choiceWords } from '../messages/ja/choices.ts';
import { fieldNames } from '../messages/ja/field-names.ts';
import { labels, missingConditions } from '../messages/ja/labels.ts';
import type { Phrases } from './phrases.ts';

const field = (name: Field, ...words: string[]): [FlowEvent, ...string[]] => [
  { type: 'field.picked', field: name },
  fieldNames[name],
  ...words,
];

const condition = (name: Condition): [FlowEvent, string] => [
  { type: 'condition.picked', condition: name },
  missingConditions[name],
];

const answersOf = (choice: Choice): Phrases[number][] => {
  const [no, yes] = choiceWords[choice].answers;
  return [
    [answerTo(choice, false), no.label, no.typed],
    [answerTo(choice, true), yes.label, yes.typed],
  ];
};

const onTheWay: Phrases = [
  [
    { type: 'back' },
    labels.back,
    '一つ前へ 1つ前へ ひとつ前 一つ前 ひとつ前に戻る 戻る もどる 戻りたい 戻して 前へ',
    '前に戻る 前へ戻る 前の質問 前の質問に戻る',
  ],
  [
    { type: 'quit' },
    labels.quit,
    'やめます やめたい やっぱりやめる やっぱりやめます やっぱりやめたい やめておきます やめとく 止める',
    '中止 中断 終了 終わる 申し込みをやめる 申し込みをやめます 申し込みをやめたい 申し込みやめる 申し込みやめます 申し込みやめたい 申し込むのをやめる 申し込むのやめる 申し込むのやめたい 申し込むのをやめたい 入力をやめる',
  ],
  [
    { type: 'yes' },
    'はい はーい yes そうです その通り そのとおり 合っています 合ってます あっています あってます',
    labels.takeSlot,
    'この日時で この日時でよい その日時で その日で それで',
    labels.numberRight,
    labels.withdrawYes,
    '取り下げます',
  ],
  [
    { type: 'no' },
    'いいえ いえ no 違います 違う ちがいます ちがう 間違っています 間違ってます',
    labels.numberWrong,
    labels.withdrawNo,
    '取り下げません',
  ],
];

const beforeTheForm: Phrases = [
  [
    { type: 'terms.agreed', wording: '' },
    labels.agree,
    '同意します 同意 同意しました 同意いたします 規約に同意する 規約に同意します 利用規約に同意します',
  ],
  [{ type: 'terms.refused' }, labels.disagree, '同意しません 同意できない 同意できません'],
  [
    { type: 'eligible' },
    labels.eligible,
    'すべて当てはまります すべてあてはまる すべてあてはまります 全て当てはまる 全て当てはまります',
    '全部当てはまる 全部当てはまります ぜんぶあてはまる 当てはまる 当てはまります あてはまる あてはまります',
  ],
  [
    { type: 'ineligible' },
    labels.ineligible,
    '当てはまらないものがあります あてはまらないものがある 当てはまらない 当てはまりません',
    'あてはまらない あてはまりません',
  ],
  condition('registration'),
  condition('support'),
  condition('myPage'),
  condition('device'),
];

const answers: Phrases = [
  [{ type: 'details.reused' }, labels.reuse, 'この登録で申し込みます 前回と同じ 同じ'],
  [{ type: 'details.retyped' }, '登録を入力し直す 登録を変える'],
  [
    { type: 'jobNumber.unknown' },
    labels.jobNumberUnknown,
    '番号がわかりません 番号が分からない 番号が分かりません 番号わからない 番号わかりません',
    '求職番号がわからない 求職番号がわかりません 求職番号が分からない 求職番号が分かりません 求職番号不明',
  ],
  [
    { type: 'days.more' },
    labels.otherDays,
    '他の日 別の日 違う日 ほかの日がいい 他の日がいい 別の日がいい 違う日がいい ちがう日 べつの日',
  ],
  [
    { type: 'times.more' },
    labels.otherTimes,
    '他の時間 別の時間 違う時間 ほかの時間がいい 他の時間がいい 別の時間がいい',
  ],
  ...choiceKeys.flatMap(answersOf),
  // The button's own words and no others: what sends a request is never guessed.
  [{ type: 'submitted' }, labels.submit],
  [{ type: 'edit.asked' }, labels.edit, 'なおす 直したい 修正 修正する 修正したい 訂正 訂正する'],
  field('name', '氏名を直す 名前を直す 名前を直したい'),
  field('jobNumber', '求職番号を直す'),
  field('phone', '電話番号を直す'),
  field('date', '日時 日時を直す 日にちを直す 時間を直す'),
  ...choiceKeys.map((choice) => field(choice, choiceWords[choice].fieldTyped)),
];

export const formPhrases: Phrases = [...onTheWay, ...beforeTheForm, ...answers];
