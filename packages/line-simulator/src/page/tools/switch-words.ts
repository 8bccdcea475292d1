// The switches in plain words. One that is not here is shown by its own name.

const switchWords: Readonly<Record<string, string | undefined>> = {
  rateLimits: '送る速さの上限をきびしく見る',
  validationErrorBurnsReplyToken: '形のまちがった返信でも返信トークンを使いきる',
  mayJoinGroups: 'グループに招待できる',
  userIdInGroupMessages: 'グループの発言に、だれが書いたかが付く',
  userIdInGroupPostbacks: 'グループのボタンに、だれが押したかが付く',
  mode: 'イベントのモード(standby: 別の窓口が対応中)',
  oneWebhookAtATime: '同じトークのWebhookは1つずつ送る',
  openWebhooksAtMost: '同時に送るWebhookの数',
  webhookDelayMs: 'Webhookを遅らせる(ミリ秒)',
  webhookTimeoutMs: 'Webhookの返事を待つ時間(ミリ秒)',
  duplicateWebhooks: 'Webhookを余分に送る回数',
  redeliveries: '失敗したWebhookを再送する回数',
  redeliverAfterMs: '再送までの時間(ミリ秒)',
  surprises: 'イベントに知らない項目を混ぜ、順番を変える',
  surpriseEvents: '知らない種類のイベントを混ぜる',
  pushesAMinuteToOnePerson: '1人へのプッシュの上限(1分あたり、0: なし)',
  multicastUnknownIds: '複数あての、知らない相手のID(無視か拒否か)',
  verifiedAccount: '認証済みアカウント',
  chatMode: '応答の方法(chat: 手動のチャットも使う)',
  useWebhook: 'Webhookを使う',
  managerHasDefaultMenu: '管理画面で設定したリッチメニューがある',
  transcoding: '送られた動画・音声の準備のすすみ方',
  webhookOrder: 'Webhookの順番(shuffled: 入れかわる)',
  batchWebhooks: '1回のWebhookに入れるイベントの数',
  gatherWebhooksMs: 'イベントをためて待つ時間(ミリ秒)',
};

export const switchName = (name: string): string => switchWords[name] ?? name;

export const valueWords = (value: boolean | number | string): string =>
  typeof value === 'boolean' ? (value ? 'する' : 'しない') : String(value);
