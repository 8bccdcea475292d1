// 「わかりません」, 「どうすればいい」, 「困ってます」: trouble with Zoom where that is named, or nothing is.
import { compatible } from '../core/compatible.ts';
import { not, permission, supposed } from './hour-zoom-words.ts';

const cries = /たすけ|へるぷ|sos/;
const helpless = new RegExp(
  `でき${not}|うまくい(?:か|きませ)|だめ(?:だ|です|でし|み|っぽ|$)|どう(?:すれば|したら|やって|やれば|やったら)|(?:やり|はいり|さんかの?し)(?:かた|方)|さんか方法|わから(?:な|ん|ず|へん)|わかりませ|わかん[なね]|こま[っり]`,
);

/** What Zoom is spoken of with, and what stands beside anything. */
const ofZoom =
  /ズーム|アプリ|パス(?:コード|ワード)|ミーティング|スマホ|スマートフォン|パソコン|タブレット|ボタン|マイク|カメラ|ログイン|サインイン|インストール|ダウンロード|アップデート|リンク|エラー|ルーム|アドレス|アカウント|ネット|ライン|ミュート|イヤホン|スピーカー|ビデオ|コード|アイディー?|ホスト|ワイファイ|ブラウザ|(?<!電話|求職|受付|登録)番号|会議室?|部屋|入室|待機室?|接続|参加|画面|映像|音声|操作|設定|手順|方法|機械|電波|回線|通信|起動|表示|英語|許可|承認|拒否|(?:相談員|職員|担当者?)(?:の方)?|携帯|使い方|開き方|仕方|言われ|言って|何度|何回|全然|全く|本当|大変|申し訳|無理|駄目|上手|苦手|初めて|最初|途中|自分|一人|[入音声方何今先助困分解判押進動出来教繋開待急私再見行前後度回目切落固止違消試]/g;
/** 「なにをはなせばいいか」, without a Chinese character. */
const whatToSay = /(?:はな|い|き|か)(?:せ|え|け)ば(?:い|よ)/;
const foreign = /[ァ-ヶー]{2,}/;

/** Something else is named: 「履歴書の書き方」, 「ハローワークの電話番号」. */
function namesOther(text: string, words: string): boolean {
  const typed = compatible(text);
  const rest = typed.replaceAll(ofZoom, ' ');
  const isForeign = /[ぁ-ん]/.test(typed) && foreign.test(rest);
  return isForeign || /\p{sc=Han}/u.test(rest) || (whatToSay.test(words) && !words.includes('やれば'));
}

/** `words`: what `asSpoken` makes of the text. */
export function isHelpless(text: string, words: string): boolean {
  if (permission.test(words) || supposed.test(words)) return false;
  return cries.test(words) || (helpless.test(words) && !namesOther(text, words));
}
