// What people type instead of pressing a button. Each phrase stands for one event; a test holds that no
// two events share one.
import { choiceKeys, type FlowEvent, type PromptKey } from '../../flows/vocabulary.ts';
import { choiceWords } from '../messages/ja/choices.ts';
import { labels } from '../messages/ja/labels.ts';
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

/** 「はい、合ってるよ」, 「うん、それで」: said to 「合っていますか？」 and 「よろしいですか？」 only. */
const plainlyYes = ['', 'はい', 'うん', 'ええ']
  .flatMap((start) =>
    'そう そうだよ そうよ そうそう 合ってる 合ってるよ 合ってます 合っています あってる あってるよ あってます 大丈夫 だいじょうぶ いい いいよ いいですよ それ それで それでいい これで これでいい'
      .split(' ')
      .map((word) => `${start}${word}`),
  )
  .concat('うん', 'うんうん', 'ええ')
  .join(' ');
const plainlyNo = 'いや いやいや ちがう ちがいます ちがうよ 違う 違います 違うよ だめ ダメ';

/** 「これで大丈夫」, 「申し込んで」 at the last look: it is not sent yet, and only the button sends it. */
const toSend = [
  'ok okです おっけー オッケー オーケー okay おけ おけです よし いいです よいです 良いです いいと思います それでいいです これでいいです',
  '大丈夫です だいじょうぶです これで大丈夫 これで大丈夫です これでだいじょうぶ これでお願い これでおねがい じゃあこれで それじゃこれで これで',
  'お願い お願いします おねがいします おねがい よろしく よろしくお願いします よろしくおねがいします 宜しくお願いします',
  'まちがいない まちがいないです まちがいありません 間違いない 間違いないです 間違いありません 間違いなし 問題ない 問題ないです 問題ありません',
  '申し込む 申し込みます 申込む この内容で申し込みます この内容で申込む これで申し込む これで申し込みます 送信 送信する',
  '申し込んで 申し込んでください もうしこんで もうしこみます 申し込みして 申し込みします 申し込みお願いします 申し込みしたい 申込みます 予約して 予約してください 予約します 予約お願いします',
  '送って 送ってください おくって 確定 確定で 確定して 確定します 決定 決めます 決まり 完了 完璧 完璧です バッチリ ばっちり 了解 了解です 承知しました わかりました 分かりました 確認しました 確認した 見ました',
].join(' ');

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
      '忘れました 手元にない 手元にありません ない ありません 今わからない 今わかりません 今手元にない 今手元にありません',
    ],
  ],
  jobNumberDoubtful: [
    [{ type: 'yes' }, plainlyYes, '正しい 正しいです'],
    [
      { type: 'no' },
      labels.retype,
      plainlyNo,
      'いや違う いや違います いいえ違います まちがい まちがえた まちがえました 間違い 間違えた 間違えました 間違ってる',
    ],
  ],
  wish: [
    [{ type: 'yes' }, plainlyYes, 'お願い お願いします おねがいします はいおねがいします うんおねがい'],
    [{ type: 'no' }, plainlyNo, '無理 無理です むり むりです'],
  ],
  companion: [[{ type: 'companion.answered', companion: false }, 'なし 無し']],
  // What is asked is whether to take the request back: やめる leaves it as it is.
  withdraw: [
    [
      { type: 'no' },
      labels.quit,
      'やめます やめておく やめておきます やめとく やっぱりやめる やっぱりやめます やっぱりやめた やめた いや',
      'そのまま そのままで そのままでいい',
    ],
  ],
  review: [
    [{ type: 'yes' }, plainlyYes, toSend],
    [{ type: 'no' }, plainlyNo],
  ],
  whichField: [
    [{ type: 'field.picked', field: 'name' }, '名前 お名前 なまえ 名字 苗字'],
    [{ type: 'field.picked', field: 'jobNumber' }, '番号'],
    [{ type: 'field.picked', field: 'phone' }, '電話 でんわ 携帯 携帯電話 ケータイ'],
    [{ type: 'field.picked', field: 'date' }, '時間 日にち 日付 日程 曜日 日 時刻'],
    ...choiceKeys.map((field): Phrases[number] => [
      { type: 'field.picked', field },
      choiceWords[field].fieldChosen,
    ]),
    [{ type: 'yes' }, plainlyYes, toSend],
  ],
};
