// The wish for a call, in the words of the hour. Somebody may stand beside her who must not hear it ring: only a plain
// wish counts, and whatever is denied, avoided or limited near the telephone is in doubt. Reads what `asSpoken` makes of a text.
import { notNow } from './hour-call-words.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

const call = 'でんわ(?!の?ばんごう|(?:で|じゃ|では)な[いく]て?(?!と|.?だめ))';
/** What may stand between the telephone and the wish: 「電話のほうをすぐに」. */
const between =
  '(?:を|は|も|が|に|で|の|か|すぐ|はやく|早く|いま|いちど|一度|もう|また|やっぱり?|やはり|できれば|ぜひ|相談|面談|対応|れんらく|ほう|方|こちら|そちら|から|けいたい|すまほ){0,5}';
const changing = '(?:きりかえ|切り?替え|切りかえ|変更|かえ)';
const deed = `(?:して|かけて|${changing}(?:し?て)?|つないで|きて)`;
const wish =
  '(?:ください|くれ(?!まし|た(?!ら))|ほし(?!くな)|もらえ|もらいた(?!く)|いただけ|いただきた(?!く)|おねがい|希望|たすか)';
const positive = anyOf(
  `${call}${between}(?:${deed}?${wish}|して(?!も|み|い|しま|たら|ます|聞|き(?!て)|から|は|な|ませ|る|ほしく)|かけて(?!も|み|い|は|な|ませ|こ)|${changing}[てらたま])`,
  // By telephone, whatever is done: 「電話で教えてください」.
  `${call}で(?!は|の|な|すか).{0,8}${wish}`,
  `${call}.{0,6}(?:がいい|が良い|で(?:いい|大丈夫|だいじょうぶ)|でもいい|のほうが|の方が|でき(?:ます|る|ません|ない)(?:か|でしょ)|(?:じゃ|では|でも)だめ|での?お?(?:相談|話|はなし?)し?(?:を|が|に)?(?:し?たい|し?て(?:ください|ほしい|もら|いただ)|させて(?:ください|もら|いただ)|(?:でき|せ)(?:ます|る|ません|ない)(?:か|でしょ|$)|にし|希望|おねがい))`,
  // She waits for it.
  `${call}.{0,6}(?:こな(?!い(?:よう|で|ほう|方)|くて)|(?<!づ)きませ|きて(?:な|ませ)|まだ(?:$|です|でしょ|こ|き|か|なん)|まって(?:い?ます|い?る|おり)|かかって(?:こな|きませ|きて(?:な|い?ませ)))`,
  `おりかえ.{0,6}(?:${wish}|可能|まだ|こな|きませ|まって(?:い?ます|い?る|おり)|でき(?:ます|る|ません|ない)か|$)`,
  '(?:そちら|そっち|しょくいん|たんとう).{0,6}かけて(?:$|くだ|ほしい|もら|いただ|くれ|ね)|(?:そちら|そっち|しょくいん|たんとう)から.{0,3}でんわ(?:$|を|で)',
  '(?:こっち|こちら|けいたい|すまほ)に.{0,4}かけて(?!も|み|い|は|な|こ)|callme|pleasecall',
  'かけなおして(?:くだ|もら|いただ|ほしい|くれ)|でんわ.{0,20}もう(?:一|いち|1)(?:度|ど|回|かい).{0,4}(?:おねがい|かけ|ください)',
);
/** Where she asks: 「電話だめ？」, 「電話できる？」. */
const asked = /でんわ(?:は|だと|で|を)?(?:だめ|でき(?:ま|る|な))/;

/** She asks for a call; see `isLimited`. */
export const wantsCall = (words: string, asks: boolean): boolean =>
  positive.test(words) || (asks && asked.test(words));

/** Something is wished for near the telephone: 「電話は切ってください」. */
const nearby =
  /(?:でんわ(?!の?ばんごう)|おりかえ)(?:.{0,8}|は.{0,14})(?:ください|ほしい|もらえ|いただけ|おねがい|まって|希望|して$)/;
export const mayWantCall = (words: string): boolean => nearby.test(words);

const phone = '(?:でんわ|おりかえ|(?<![で出])かけて)';
const limits = anyOf(
  `${phone}(?:(?!ずむ|らいん|line|びでお).){0,14}(?:さけ(?!び)|ひかえ(?!め)|えんりょ(?!な[くし]|せず)|禁止|きんし|かんべん|容赦|ゆるして|許して|いがい|ふよう|いら(?:な|ん$)|いりませ|断り|ことわ|拒否|見合わせ|やめ|止め|とめて|すとっぷ|ないで(?!す|しょ|き))`,
  `${phone}(?:(?!ずむ|らいん|line|びでお|声|こえ|おと).){0,8}(?:(?:し|かけ)(?:な[いく](?!と|か)|ません(?!か))|ほしくな|たくな|(?:わけ|つもり|覚え|おぼえ)(?:では|じゃ|が|は|も)?(?:な|あり)|と(?:は|か)?(?:い|言)(?:って|い).{0,3}(?:な|ませ)|(?:し|たの|頼)[てん]で?い?(?:な|ませ)|まって(?:くだ|もら|ほし|いただ|$))`,
);
/** It is denied, avoided, or for another time. */
export const isLimited = (words: string): boolean => limits.test(words) || notNow.test(words);
