// Phrases that start something or ask something. They count wherever the conversation stands.
import { type FlowEvent, type Topic, topics } from '../../flows/vocabulary.ts';
import { labels } from '../messages/ja/labels.ts';
import { questions } from '../messages/ja/questions.ts';
import type { Phrases } from './phrases.ts';

const topic = (name: Topic): [FlowEvent, ...string[]] => {
  const { title, phrases } = questions[name];
  return [{ type: 'question.picked', topic: name }, title, ...(phrases === undefined ? [] : [phrases])];
};

/** With her booking come its buttons and the phone: a word alone never moves or cancels anything. */
const aboutOwnBooking: Phrases[number] = [
  { type: 'booking.asked' },
  labels.showBooking,
  '予約確認 予約の確認 予約を確認 予約を確認したい 予約を見せて 予約見せて 予約みせて 予約内容 私の予約 受付番号',
  labels.rechoose,
  labels.moveWish,
  '別の日時にしたいです 日時を変えたい 日時を変えたいです 日時を変更したい 日時を変更したいです',
  '日時を変更 日時変更 予約変更 予約を変更 予約を変更したい',
  labels.withdraw,
  '取り下げ 取り下げたい 申し込みを取り消したい 申し込みを取り消す',
];

/** Answered with the buttons that tell staff; the words alone tell them nothing. */
const aboutTheDay: Phrases = [
  [
    { type: 'intent.written', intent: 'absence' },
    labels.absence,
    '行けない 行けません 行けなくなりました 行けなくなった 行けんくなった 今日行けません',
  ],
  [
    { type: 'intent.written', intent: 'late' },
    labels.late,
    '遅れる 遅れそう 遅れそうです 少し遅れます ちょっと遅れます 遅刻します',
  ],
];

export const counterPhrases: Phrases = [
  [
    { type: 'apply.asked' },
    labels.apply,
    '相談を申込む 相談を申し込みたい 申し込む 申込む 申し込み 申込 申し込みたい 申し込みます',
    '予約する 予約したい 予約 相談したい 相談の予約 相談予約 新規予約',
  ],
  aboutOwnBooking,
  ...aboutTheDay,
  // Nothing is moved or cancelled by it: staff hear of it, where she has a consultation.
  [
    { type: 'trouble.asked' },
    labels.trouble,
    'つながりません 繋がらない 繋がりません Zoomにつながらない Zoomにつながりません 入れない 入れません',
    'Zoomに入れない Zoomに入れません 入室できない 入室できません',
  ],
  [
    { type: 'preparation.asked' },
    labels.preparations,
    '準備 準備するもの 当日の準備 当日までの準備 何を準備 何を準備すればいい 何を準備すればいいですか',
    '持ち物 必要なもの 用意するもの 何を用意すればいい 何を用意すればいいですか',
  ],
  [
    { type: 'questions.asked' },
    labels.questions,
    labels.otherQuestions,
    'よくあるしつもん 質問 質問したい 質問があります FAQ ヘルプ help 使い方 つかいかた',
  ],
  [
    { type: 'phone.asked' },
    labels.call,
    '電話 電話したい 電話で申し込む 電話で話したい 電話で相談したい 人と話したい',
    '問い合わせ お問い合わせ 問い合わせ先 連絡先',
  ],
  [{ type: 'menu.asked' }, labels.menu, 'めにゅー menu トップ ホーム 最初 最初に戻る 最初から はじめから'],
  [
    { type: 'deletion.asked' },
    labels.deleteMine,
    '登録を消して 登録を消してください 登録を削除したい 登録解除 登録抹消 データ消して データを消したい 退会 退会したい',
    '個人情報を消したい 個人情報を消してください 個人情報を削除してほしい 個人情報の削除',
  ],
  [{ type: 'terms.asked' }, labels.fullTerms, '利用規約 規約 規約を見る 規約を読む'],
  [
    { type: 'why.asked' },
    'なぜ なんで どうして 何で 何故 理由 理由は なぜですか なんでですか どうしてですか',
    '何のため なんのため 必要ですか なぜ必要 なぜ必要ですか なんで必要ですか どうして必要ですか',
  ],
  [
    { type: 'repeat.asked' },
    'もう一度 もういちど もう1度 もう一回 もういっかい もう1回 繰り返して 前の質問をもう一度',
    '続き 続きから 続ける つづき つづきから',
  ],
  ...topics.map(topic),
];
