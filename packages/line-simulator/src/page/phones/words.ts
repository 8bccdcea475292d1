// What the simulator says in short English, in the words of people who use the page.
const SYSTEM: readonly [RegExp, string][] = [
  [/^(.*) added the account$/, '$1が友だちに追加しました'],
  [/^(.*) blocked the account$/, '$1がブロックしました'],
  [/^(.*) unblocked the account$/, '$1がブロックを解除しました'],
  [/^the account joined$/, 'アカウントがグループに参加しました'],
  [/^the account left$/, 'アカウントがグループから退会しました'],
  [/^(.*) joined$/, '$1がグループに参加しました'],
  [/^(.*) left$/, '$1がグループから退会しました'],
];

/** A line between the messages; words that are not known stay as they are. */
export function systemWords(what: string): string {
  for (const [pattern, words] of SYSTEM) if (pattern.test(what)) return what.replace(pattern, words);
  return what;
}

const KINDS: Readonly<Record<string, string>> = {
  sticker: 'スタンプ',
  image: '写真',
  video: '動画',
  audio: '音声',
  file: 'ファイル',
  location: '位置情報',
  imagemap: '画像',
  coupon: 'クーポン',
};

/** The last line of a chat in the list of chats. */
export function lastWordsOf(words: string): string {
  const kind = /^\((\w+)(?: .*)?\)$/s.exec(words)?.[1] ?? '';
  return KINDS[kind] ?? systemWords(words).replaceAll('\n', ' ');
}
