// 台帳: the words of the page with the bookings of a month, and of the card that leads to it.
import type { BookingEvent } from '../../../flows/booking.ts';
import { choiceKeys } from '../../../flows/vocabulary.ts';
import type { Opinions, RegisterRow } from '../facts-register.ts';
import type { Message } from '../message.ts';
import { choiceWords } from './choices.ts';
import { dayText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels, opinionNames } from './labels.ts';
import { lookUp } from './look-up.ts';
import { nobodyKnown, stateName } from './staff-rows.ts';

const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** What became of a booking, in the order of the sums. What is none of these lies ahead. */
const outcomes = [
  ...['done', 'byPhone', 'noShow', 'absent', 'cancelled'],
  ...['declined', 'expired', 'withdrawn', 'unrecorded'],
] as const;

/** Every step of a booking's life: whoever adds one says here what it is called, or the register would pass it over. */
const steps: Readonly<
  Record<BookingEvent['type'] | 'request' | 'counsellor' | 'wishUnanswered' | 'offerLapsed', string>
> = {
  request: '申込',
  move: '日時の変更',
  propose: '別の日時の提案',
  pick: '提案から選択',
  refuse: '提案は合わず',
  recall: '提案の取り下げ',
  repropose: '提案に戻す',
  offerLapsed: '提案の期限切れ',
  withdraw: '取り下げ',
  confirm: '確定',
  decline: 'お断り',
  cancel: 'キャンセル',
  reschedule: '日時の変更',
  keep: '日時はそのまま',
  renumber: '番号の変更',
  expire: '期限切れ',
  close: '終了',
  start: '来室',
  attend: '来室',
  phone: '電話で実施',
  miss: '連絡なし',
  absent: '欠席',
  finish: '終了',
  reopen: '記録の取り消し',
  resume: '記録の取り消し',
  undo: '取り消し',
  unconfirm: '確定の取り消し',
  unmake: '予約の取り消し',
  readmit: '再受付',
  declineAgain: '再受付の取り消し',
  cancelAgain: '再受付の取り消し',
  expireAgain: '再受付の取り消し',
  counsellor: '担当の変更',
  wishUnanswered: '変更の希望に返事なし',
};

const historyText = (history: RegisterRow['history']): string =>
  history
    .flatMap(({ event, at, by }) => {
      const name = lookUp<string>(steps, event);
      const day = `${Number(at.day.slice(5, 7))}/${Number(at.day.slice(8))}`;
      return name === undefined ? [] : [`${day} ${name}${by === null ? '' : `(${by})`}`];
    })
    .join('、');

const fewestAnswers = 5;

const opinionsText = ({ useful, more }: Opinions): string =>
  useful + more < fewestAnswers
    ? `${fewestAnswers}件集まると出ます`
    : `${opinionNames.useful} ${useful}件、${opinionNames.more} ${more}件`;

export const registerPage = {
  language: 'ja',
  title: '台帳',
  button: '台帳を表示する',
  before: [
    '職員のためのページです。',
    'ボタンを押すと、氏名と求職番号が出ます。',
    'ほかの方に見えない場所でご覧ください。',
    '見たことは、記録に残ります。',
  ],
  gone: ['このページは、もう見られません。', '職員用のトークで、もう一度「台帳」と送ってください。'],
  caption: (month: string, count: number): string => `${monthText(month)}の予約 ${count}件`,
  sumsCaption: (month: string): string => `${monthText(month)}の集計`,
  columns: [
    ...['日', '時間', '受付番号', fieldNames.name, fieldNames.jobNumber],
    ...['同席など', '結果', '担当', '決めた職員', '経過'],
  ],
  cells: (row: RegisterRow): string[] => [
    dayText(row.slot.day),
    `${timeText(row.slot.time)}～${timeText(row.slot.until)}`,
    row.receipt,
    row.name ?? nobodyKnown,
    row.jobNumber ?? '',
    choiceKeys.flatMap((choice) => (row.choices[choice] ? [choiceWords[choice].field] : [])).join('、'),
    stateName(row.state),
    row.counsellor,
    row.decidedBy ?? '',
    historyText(row.history),
  ],
  /** What a few have answered could be told apart: so many answers are the least that is shown. */
  sums: (rows: readonly RegisterRow[], opinions: Opinions): { head: string[]; rows: string[][] } => {
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    const counted = outcomes.map((state) => [stateName(state), String(count(state))]);
    const over = outcomes.reduce((sum, state) => sum + count(state), 0);
    return {
      head: ['結果', '件数'],
      rows: [
        ...counted,
        ['これから・手続き中', String(rows.length - over)],
        ['合計', String(rows.length)],
        ['利用した方の回答', opinionsText(opinions)],
      ],
    };
  },
  download: 'CSVをダウンロードする',
  fileName: (month: string): string => `台帳-${month.slice(0, 7)}.csv`,
  note: (minutes: number): string[] => [
    '印刷すると、A4横になります。',
    `このページは、${minutes}分たつと見られなくなります。`,
    '見たことと、ダウンロードしたことは、記録に残ります。',
    'ダウンロードしたファイルには、氏名と求職番号があります。取り扱いにご注意ください。',
  ],
};

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** `link`: leads to the page, for `minutes`. */
const registerLink = (month: string, link: string, minutes: number): Message[] => [
  {
    kind: 'card',
    alt: '台帳のページです',
    title: `台帳 ${monthText(month)}`,
    text: `予約の一覧と集計です。
印刷と、CSVのダウンロードができます。
${minutes}分たつと、見られなくなります。
見たことは、記録に残ります。`,
    buttons: [{ label: labels.openRegister, link, tone: 'primary' }],
  },
];

const registerUnclear = (): Message[] =>
  say('台帳は、次のように送ってください。\n台帳 12月\n台帳 2026年12月');

/** PUBLIC_URL is not set. */
const registerWithoutPage = (): Message[] =>
  say(`台帳のページを開けません。
サーバーのアドレス(PUBLIC_URL)が設定されていません。
技術担当の方にお知らせください。`);

export const registerReplies = { registerLink, registerUnclear, registerWithoutPage };
