// What people write where their name was asked and mean no name by: courtesies, 「あとで」, 「言いたくない」.

/** Why it is none; undefined: it may well be a name. */
export type NoName = 'courtesy' | 'later' | 'unwilling' | 'sentence';

/** These are the whole message. */
const courtesies = new Set(
  `よろしく よろしくお願いします よろしくおねがいします よろしくお願いいたします よろしくお願い致します
  宜しくお願いします 宜しくお願い致します どうぞよろしくお願いします お願いします おねがいします お願いいたします
  お願い致します お願い おねがい 了解 りょうかい 承知 承知しました 承知いたしました 了解しました 了解いたしました
  わかりました 分かりました かしこまりました ありがとう ありがとうございます ありがとうございました どうも
  はい はーい うん うんうん ええ ok okay オッケー おっけー おけ すみません すいません ごめんなさい ごめん
  こんにちは こんばんは おはよう おはようございます はじめまして 初めまして お世話になります お世話になっております
  えっと えと えーと えーっと ええと えー うーん うーんと んー あのー あのう なるほど`.split(/\s+/),
);

const later =
  /あとで|後で|あとから|のちほど|後ほど|また(?:今度|連絡|れんらく|送)|(?:今|いま)は?(?:忙し|いそがし|手が離)|待って(?:て|ください|下さい)?[ね]?$|時間がな/u;

const unwilling =
  /(?:言|い|教え|おしえ|書|か|答え|こたえ|出|だ|名乗|なの)[いきしり]?たく(?:な|あり)|(?:言|教え|答え|名乗)(?:え|れ|られ)(?:ない|ません)|匿名|内緒|ないしょ|秘密|ひみつ/u;

/** A sentence's end that no name has. */
const sentenceEnd = new RegExp(
  [
    '(?:です|ます|でしょう)か$',
    '(?:ません|ました|ませんか|ましょう|ください|下さい|けど|けれど|ないの|だけど)$',
    // 「佐藤ます」 is a name, 「あとでやります」 is none.
    '(?:やり|送り|おくり|書き|かき|入れ|いれ|言い|いい|待ち|まち|思い|おもい|して|てい|でき|あり|なり|困り|願い|がい)ます$',
    // 「電話ない」 and 「知らない」; a kana name may well end in ない: かない, やない.
    '(?:し|とり|取り|入れ|行き|聞き|知り|会い|話し|申し込み)たい$',
    '(?:\\p{sc=Han}|\\p{sc=Han}[かさたなまらわ]|が|は|も|から|して|てい|たく)ない$',
  ].join('|'),
  'u',
);

/** `text`: in compatibility form, without the politeness around a name. */
export function noName(text: string): NoName | undefined {
  const words = text.replaceAll(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
  if (courtesies.has(words) || courtesies.has(words.replace(/です$/, ''))) return 'courtesy';
  if (unwilling.test(text)) return 'unwilling';
  if (later.test(text)) return 'later';
  return /[?!。]/.test(text) || sentenceEnd.test(text) ? 'sentence' : undefined;
}
