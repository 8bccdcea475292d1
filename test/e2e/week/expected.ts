// What became of the week, as somebody at the desk would have written it down. All five sources are held against this table.
import type { Meeting, Who } from './cast.ts';

/** `heard`: the messages about the booking in the person's chat, in their order (chats.ts says by which words). */
export type Expected = {
  /** As it was asked for, and as it was in the end: day of the week (0 is Monday) and time. */
  asked: readonly [number, string];
  final: readonly [number, string];
  state: string;
  /** Of the last numbers; null: typed ones, or none. */
  room: string | null;
  /** The steps of its life, each with the clerk, in the words of the ledger. */
  steps: string;
  /** Null: no LINE. */
  heard: string | null;
  /** The meetings whose numbers stand in the person's chat, and no others. */
  given?: readonly Meeting[];
  /** What staff had to tell by telephone, and whether they have. */
  calls?: string;
};

export const expected: Readonly<Record<Who, Expected>> = {
  hana: {
    ...{ asked: [1, '10:00'], final: [1, '10:00'], state: '実施', room: '相談室A' },
    steps: '申込 確定(鈴木) 来室(鈴木) 終了',
    heard: '受付 確定 前日 直前',
    given: ['A'],
  },
  sakura: {
    ...{ asked: [1, '10:00'], final: [1, '10:00'], state: '電話で実施', room: null },
    steps: '申込 確定(高橋) 番号の変更(高橋) 電話で実施(伊藤)',
    heard: '受付 確定 番号 前日 直前',
    given: ['wrong', 'right'],
  },
  aoi: {
    ...{ asked: [1, '14:00'], final: [1, '14:00'], state: 'お断り', room: null },
    steps: '申込 お断り(加藤)',
    heard: '受付 お断り',
  },
  yui: {
    ...{ asked: [2, '14:00'], final: [2, '14:00'], state: '取り下げ', room: null },
    steps: '申込 取り下げ',
    heard: '受付 取り下げ',
  },
  rin: {
    ...{ asked: [2, '10:00'], final: [2, '10:00'], state: '実施', room: '相談室B' },
    steps: '申込 確定(伊藤) 番号の変更(加藤) 来室(加藤) 終了',
    heard: '受付 確定 番号 前日 直前',
    given: ['B', 'C'],
  },
  mao: {
    ...{ asked: [2, '11:00'], final: [2, '11:00'], state: '欠席(連絡あり)', room: '相談室A' },
    steps: '申込 確定(鈴木) 欠席(高橋)',
    // Not to come in, after 行けない.
    heard: '受付 確定 前日',
    given: ['A'],
  },
  misaki: {
    ...{ asked: [1, '15:00'], final: [4, '10:00'], state: '実施', room: '相談室B' },
    steps: '申込 確定(伊藤) 日時の変更(鈴木) 来室(高橋) 終了',
    heard: '受付 確定 日時 前日 直前',
    given: ['B'],
  },
  chihiro: {
    ...{ asked: [3, '10:00'], final: [3, '10:00'], state: 'キャンセル', room: '相談室A' },
    steps: '申込 確定(鈴木) キャンセル(伊藤)',
    heard: '受付 確定 キャンセル',
    given: ['A'],
  },
  kaede: {
    ...{ asked: [3, '14:00'], final: [3, '14:00'], state: 'お断り', room: null },
    steps: '申込 お断り(伊藤)',
    heard: '受付 お断り',
  },
  nao: {
    ...{ asked: [2, '10:00'], final: [2, '10:00'], state: 'キャンセル', room: '相談室A' },
    steps: '申込 確定(伊藤) キャンセル(山田)',
    heard: '受付 確定 キャンセル',
    given: ['A'],
  },
  // The cancellation that was taken back is on record, and was never heard.
  yuka: {
    ...{ asked: [2, '11:00'], final: [2, '11:00'], state: '実施', room: '相談室B' },
    steps: '申込 確定(伊藤) キャンセル(山田) 取り消し(森) 来室(高橋) 終了',
    heard: '受付 確定 前日 直前',
    given: ['B'],
  },
  saki: {
    ...{ asked: [4, '11:00'], final: [4, '14:00'], state: '実施', room: '相談室A' },
    steps: '申込 確定(鈴木) 日時の変更(伊藤) 来室(高橋) 終了',
    heard: '受付 確定 希望 日時 前日 直前',
    given: ['A'],
  },
  emi: {
    ...{ asked: [4, '14:00'], final: [4, '14:00'], state: '連絡なし', room: '相談室B' },
    steps: '申込 確定(森) 連絡なし(山田)',
    heard: '受付 確定 前日 直前',
    given: ['B'],
  },
  mio: {
    ...{ asked: [7, '10:00'], final: [7, '10:00'], state: '確定', room: '相談室A' },
    steps: '申込 確定(鈴木)',
    heard: '受付 確定',
    given: ['A'],
  },
  // She blocked the account right after the receipt.
  ran: {
    ...{ asked: [4, '10:00'], final: [4, '10:00'], state: '実施', room: '相談室A' },
    steps: '申込 確定(鈴木) 来室(高橋) 終了',
    heard: '受付',
    calls: 'confirmed:told',
  },
  tomoko: {
    ...{ asked: [1, '11:00'], final: [1, '11:00'], state: '実施', room: '相談室A' },
    steps: '申込(森) 確定(森) 来室(高橋) 終了',
    heard: null,
    calls: 'confirmed:told',
  },
  // Told on the telephone at once.
  keiko: {
    ...{ asked: [0, '14:00'], final: [0, '14:00'], state: '実施', room: '相談室B' },
    steps: '申込(森) 確定(森) 来室(伊藤) 終了',
    heard: null,
  },
  fumiko: {
    ...{ asked: [1, '14:00'], final: [1, '14:00'], state: 'キャンセル', room: '相談室A' },
    steps: '申込(山田) 確定(山田) キャンセル(山田)',
    heard: null,
    calls: 'cancelled:told',
  },
  // Said by herself on the telephone: nobody has to be called.
  yoko: {
    ...{ asked: [4, '15:00'], final: [4, '15:00'], state: 'キャンセル', room: '相談室A' },
    steps: '申込(森) 確定(森) キャンセル(森)',
    heard: null,
  },
  haruko: {
    ...{ asked: [4, '11:00'], final: [4, '11:00'], state: '実施', room: '相談室B' },
    steps: '申込(山田) 確定(山田) 来室(高橋) 終了',
    heard: '確定 つながり 前日 直前',
    given: ['B'],
  },
  // Nobody has reached her: it stands in お電話.
  setsuko: {
    ...{ asked: [3, '11:00'], final: [3, '11:00'], state: 'キャンセル', room: '相談室B' },
    steps: '申込(伊藤) 確定(伊藤) キャンセル(伊藤)',
    heard: null,
    calls: 'confirmed:told cancelled:open',
  },
};

/** Pushes to the group: 13 requests in LINE by day, 6 by telephone, and four of which the office had to hear at once. */
export const pushesToStaff = 13 + 6 + 4;
