// The words on the buttons. People find their way by these, and so do tests: changing one changes a contract.
import type {
  CancelReason,
  Condition,
  CorrectionReason,
  DeclineReason,
  Opinion,
  SuspensionReason,
  SuspensionTerm,
} from '../../../flows/vocabulary.ts';

export const labels = {
  apply: '相談を申し込む',
  showBooking: '予約を見る',
  questions: 'よくある質問',
  preparations: '準備リスト',
  otherQuestions: 'ほかの質問',
  call: '電話する',
  menu: 'メニュー',
  goOn: '続ける',

  back: 'ひとつ前へ',
  quit: 'やめる',

  agree: '同意する',
  disagree: '同意しない',
  fullTerms: '全文を読む',
  privacy: '個人情報の扱い',
  privacyDetails: '個人情報の扱いを読む',
  deleteMine: '登録を消したい',
  eligible: 'すべて当てはまる',
  ineligible: '当てはまらないものがある',
  helloWorkSite: 'ハローワークのサイト',

  reuse: 'この登録で申し込む',
  retype: '入力し直す',
  jobNumberUnknown: '番号がわからない',
  numberRight: 'はい、合っています',
  numberWrong: 'いいえ、入力し直す',

  otherDays: 'ほかの日',
  otherTimes: 'ほかの時間',
  takeSlot: 'はい、この日時で',
  alone: 'いない',
  accompanied: 'いる',
  submit: 'この内容で申し込む',
  edit: '直す',

  rechoose: '日時を選び直す',
  withdraw: '申し込みを取り下げる',
  withdrawYes: '取り下げる',
  withdrawNo: '取り下げない',
  trouble: 'つながらない',
  absence: '行けないことを伝える',
  moveWish: '別の日時にしたい',
  late: '遅れます',
  calendar: 'カレンダーに入れる',
  openPage: 'ページをひらく',
  muteEarly: '早めのお知らせを止める',
  wantEarly: '早めのお知らせを受け取る',
  openZoom: 'Zoomをひらく',
  copyMeetingId: 'ミーティングIDをコピー',
  copyPasscode: 'パスコードをコピー',

  confirm: '確定する',
  propose: '別の日時を提案',
  recall: '提案を取り下げる',
  offerAll: '全員に別の日時',
  offerAllYes: '全員に送る',
  chooseAnew: '選び直す',
  oneMore: 'もう1つ選ぶ',
  noneSuits: 'どれも合わない',
  decline: 'お断りする',
  cancel: 'キャンセル',
  moveBooking: '日時を変える',
  move: '変える',
  keepAsItIs: 'そのまま',
  cancelReceived: 'お電話でキャンセルを受けた',
  undo: '取り消す',
  readmit: 'もう一度受ける',
  contact: '連絡先を見る',
  revoke: '取り消す',
  endChat: '終了する',
  endChatYes: 'はい、終了する',
  openContact: '連絡先をひらく',
  calls: 'お電話',
  told: '伝えた',
  resend: 'LINEで送り直す',
  sendAgain: '送り直す',
  away: '留守',
  callPage: '電話のページ',
  openCallPage: '電話のページをひらく',
  rest: 'つづき',
  absent: '欠席(連絡あり)',
  cameAfterAll: 'やはり来室',
  amend: '記録を直す',
  reopen: '記録を取り消す',
  typeNumbers: '番号を入力',
  otherNumbers: 'ほかの番号で確定する',
  correctNumbers: '番号を直す',
  fromNowOn: 'これからだけ',
  changeRoom: '番号を変える',
  copyRoomLine: '会議室の行をコピー',
  removeRoom: '削除する',
  removeRoomYes: 'はい、削除する',
  copyNumbersLine: '番号の行をコピー',
  confirmNumbers: 'この番号で確定する',
  confirmDoubtful: 'はい、この番号',
  closeDay: '休業にする',
  liftClosure: '解除する',
  came: '来室',
  takeHelp: '対応します',
  gotIn: '入れました',
  missed: '連絡なし',
  byPhone: '電話で実施',
  suspend: '利用見合わせ',
  suspendYes: 'はい、見合わせにする',
  liftSuspension: '解除',
  suspended: '利用見合わせ中',
  recordNumber: '求職番号を記録',
  openRegister: '台帳をひらく',
  changeCounsellor: '担当を変える',
} as const;

/** What is still missing of 第2条(1)–(4). */
export const missingConditions = {
  registration: '求職登録をしていない',
  support: '継続的な支援は希望しない',
  myPage: 'マイページを開設していない',
  device: 'Zoomを使う準備がない',
} as const satisfies Record<Condition, string>;

export const declineReasonNames = {
  timeUnavailable: '日時の都合がつかない',
  notEligible: '利用条件に合わない',
  visitInstead: '窓口でお受けする',
  duplicate: 'ほかの予約と重なっている',
} as const satisfies Record<DeclineReason, string>;

export const cancelReasonNames = {
  byPerson: 'ご本人から',
  counsellor: '相談員の都合',
  equipment: '機器の都合',
  duplicate: '重複',
} as const satisfies Record<CancelReason, string>;

export const correctionReasonNames = {
  wrongRow: '予約をまちがえた',
  wrongButton: 'ボタンをまちがえた',
  foundOut: 'あとでわかった',
} as const satisfies Record<CorrectionReason, string>;

export const suspensionReasonNames = {
  noShows: '連絡のない欠席',
  cancellations: '直前のキャンセルが続く',
  terms: '規約を守っていただけない',
  notEligible: '利用条件に合わない',
  other: 'そのほか',
} as const satisfies Record<SuspensionReason, string>;

export const suspensionTermNames = {
  '1': '1か月',
  '3': '3か月',
  '6': '6か月',
  open: '期限なし',
} as const satisfies Record<SuspensionTerm, string>;

/** Of a consultation that took place. */
export const opinionNames = { useful: '役に立った', more: 'もう少し' } as const satisfies Record<
  Opinion,
  string
>;
