// Faults in plain words.
import type { Fault } from '../../rules/faults.ts';

export const howWords: Readonly<Record<Fault['how'], string>> = {
  '500': 'エラーを返す(500)',
  '429-rate': '送りすぎと言われる(429)',
  '429-quota': '月の上限と言われる(429)',
  timeout: '返事が来ない(時間切れ)',
  reset: '通信が切れる',
  slow: '返事がおそい',
};

export const whenWords: Readonly<Record<Fault['when'], string>> = {
  before: '受けつける前(届かない)',
  after: '受けつけた後(届くが、Botは知らない)',
};

const names: Readonly<Record<string, string | undefined>> = {
  reply: '返信',
  push: 'プッシュ',
  multicast: '複数あてのプッシュ',
  profile: 'プロフィール',
  'group-summary': 'グループの名前',
  'group-member': 'グループの人の名前',
  loading: '読み込み中の表示',
};

/** Ours where we have a name for it, with the one that the call goes by. */
export function endpointWords(name: string | undefined): string {
  if (name === undefined) return 'すべての呼び出し';
  const own = names[name];
  return own === undefined ? name : `${own}(${name})`;
}

/** One line for the list. */
export function faultWords({ endpoint, how, when, times, delayMs, chatId }: Fault): string {
  const late = how === 'slow' ? ` ${delayMs / 1000}秒` : '';
  const often = times === undefined ? 'ずっと' : `あと${times}回`;
  const where = chatId === undefined ? '' : '・このトークだけ';
  return `${endpointWords(endpoint)}: ${howWords[how]}${late}・${whenWords[when]}・${often}${where}`;
}
