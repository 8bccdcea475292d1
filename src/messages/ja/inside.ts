// What developers read in the simulator when they look inside a chat. Nobody who writes to the account sees it.
import { fieldNames } from './field-names.ts';

export const inside = {
  flow: '流れ',
  version: '流れの版',
  /** Of a conversation that was saved by another version of its flow. */
  isStale: (saved: string, now: string) => `${saved}(いまは${now})`,
  conversationId: 'トークのID',
  step: '質問の通し番号',
  misses: '続けて読みとれなかった回数',
  savedAt: '保存した時刻',
  answered: '答えのある項目',
  nothing: 'なし',
  terms: '同意した規約の版',
  isBlocked: 'ブロック',
  blocked: 'されている',
  admin: '職員用のトークにした時刻',
  pending: '承認待ちの件数',
  booking: '予約の状態',
  receipt: '受付番号',
  bookingVersion: '予約の版',
  startsAt: '開始',
  promisedBy: '返事の期限',
  list: (names: readonly string[]) => names.join('、'),
  fields: {
    ...fieldNames,
    day: '希望日',
    time: '希望時間',
    meetingId: 'ミーティングID',
    passcode: 'パスコード',
  },
} as const;
