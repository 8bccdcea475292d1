// The telephone, in the words of the hour, where it is no plain wish and no plain ban: she may be called after all, she
// takes back a call that she asked for, or it can be read both ways. All read what `asSpoken` makes of a text.

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/** 「大丈夫」 is no husband. */
export const others =
  '(?:(?<!丈)夫|旦那|だんな|主人|彼氏?|家族|親|おや(?!す)|父|母|姑|しゅうとめ|祖母|祖父|兄|姉|弟|妹|同居人)';
const fine = '(?:いい|よい|良い|大丈夫|だいじょうぶ|ok|おけ|おっけ|かまいませ|構いませ)';
export const gone = `${others}(?:が|は|も)?.{0,3}(?:いなくな|いない|いません|でかけ|出かけ|出て行|外出|寝ま|寝た|ねまし|ねた)`;

const can = '(?:でられ|でれ|うけられ|取れ|とれ|でき|話せ|はなせ)';
const allowed = [
  `でんわ(?:は|も|を|に|で)?(?:もう|いまは?|いまなら)?(?:(?:かけて|して)も?${fine}|ok|おけ|おっけ|${can}(?:ます|る))`,
  `^(?:もう|いまは?|いまなら)?かけても?${fine}`,
  `${gone}.{0,8}でんわ.{0,4}${fine}`,
];
/** What may end a ban on calls. */
export const mayCall = anyOf(...allowed);
/** Nothing but this ends it: 「電話OKです」, 「もう電話していいです」, 「夫いなくなったので電話いいですよ」. */
const yes = anyOf(
  ...allowed.map(
    (pattern) =>
      `(?:${pattern})(?:ようにな(?:りました|った)|状態にな(?:りました|った))?(?:です|でした|だ)?(?:よ|ね){0,2}(?:$|ので|から|(?:けど|けれど|が)(?!.{0,12}(?:${others}|わか|こま|むり|無理|ばれ|こわ|怖|だめ|いや|嫌))|もう|いま|はい|お?ねがい|よろしく|ありがと|すみ|すい|ごめ|さっき|ばんごう|けいたい|0\\d|ずむ|はいれ|おくれ|おと|子|${gone}|でんわ)`,
  ),
);
/** 「夫がいないときは電話OK」, 「電話できるのは夜だけ」 */
const onlyIf =
  /(?<!いま)なら|たら|とき|時(?!間)|場合|だけ|しか|(?<!い)まで|以降|いこう|かも|わから|わかりませ|わかん|微妙/;
export const saysYes = (words: string): boolean =>
  yes.test(words) && !onlyIf.test(words) && !notNow.test(words);
const no = '(?:な(?:い(?!か|でしょ)|く)|(?<!すみ)ませ(?!んか)|じゃ|(?<!の)では)';
const state =
  '(?:状[態況]|環境|感じ|気|場|ところ|とこ|どころ|じかん|時間|余裕|元気|わけ|はず|立場|雰囲気|もん|もの|人|自信|体調|相手|機会|くらい)';
const notSaid = `(?:です)?(?:じゃ|では|(?:とは|とか|と(?=言|い[いっ])|って(?=言|い[いっ])|わけ|なんて|はず).{0,8}${no})`;
/** 「電話できる状況ではありません」, 「電話していいとは言ってません」: no yes, although it has its words. */
export const deniesCall = anyOf(
  `でんわ.{0,6}${can}る(?:ような|ほどの?|だけの)?${state}.{0,8}${no}`,
  `でんわ.{0,6}(?:${can}(?:る|ます)|(?:かけて|して)も?${fine}|ok|おけ|おっけ)${notSaid}`,
  `^(?:もう|いまは?)?かけても?${fine}${notSaid}`,
);

/** Without Zoom: 「電話ないと無理」, 「電話以外むり」. */
export const needsCall =
  /でんわ(?:が|で|じゃ|では)?ないと.{0,4}(?:むり|無理|だめ|こま|でき[なま])|でんわ(?:で?しか|以外|いがい)(?:は|で)?.{0,4}(?:むり|無理|でき[なま]|だめ|ない|つかえ)/;

const cannotSpeak = '(?:話せ|はなせ|しゃべれ|喋れ|こえ(?:が|を|は)?(?:だせ|出せ))(?:な|ませ|ん)';
const time =
  '(?:夜|朝|昼|夕方|午前中?|午後|明日|あした|明後日|あさって|来週|土日|平日|[月火水木金土日]曜日?|あとで|後で|のちほど|\\d{1,2}(?:時半?|:\\d\\d))';
/** Both a wish and a ban, or neither: who hears it, and what is said then, is for her to say. */
export const bothWays = anyOf(
  '(?:留守電|るすでん|留守ばんでんわ|るすばんでんわ|伝言|でんごん)(?:に|は|を|も|とか)?.{0,6}(?:いれ|れな|れて|のこ|残|吹き込|ふきこ|しないで|やめ|こま)',
  `まちがいでんわ|${others}(?:が|に|も)?.{0,4}でんわ(?:に|を)?.{0,3}(?:で(?:たら|る|て|ます)|とっ|取っ|出)`,
  'でんわは?(?:もう)?いいですよ',
  `^(?:でも|いまは?|すみません|ちょっと|家では?|外では?|外なので|ここでは?)*${cannotSpeak}(?!.*でんわ)`,
  `でんわ(?:する)?(?:なら|とき|時)は?.{0,3}${time}`,
  `でんわ(?:は|を)?.{0,3}${time}.{0,6}(?:なら|以降|いこう|すぎ|だけ)`,
  `^.{0,6}(?:夫|旦那|だんな|主人|彼氏?)(?:が|も)?(?:いま)?(?:帰っ|かえっ|帰宅|もどっ|戻っ|起き)`,
);
/** 「電話は夜にして」, 「あとで電話ください」: not now. */
export const notNow = anyOf(
  `でんわ.{0,10}${time}`,
  `${time}(?:ごろ|頃|くらい|ぐらい)?(?:に|は|なら|以降|いこう|すぎ|から)*でんわ`,
);

const near = `${others}(?:が|は|も)?(?:いま)?.{0,6}(?:いる|います|いて|おり|おる|帰っ|かえっ|もどっ|戻っ|起き|来(?!週|月)|きて|きま|きた|となり|隣|そば|近く|横)`;
/** 「いま夫がいるので話せません」 */
export const cannotSpeakNow = anyOf(`${near}.{0,8}${cannotSpeak}`, `${cannotSpeak}.{0,4}${near}`);

const together = /一緒|いっしょ|同席/;
/** Plain enough only while she waits for a call. */
const off = anyOf(
  '^(?:すみません|すいません|ごめんなさい|ごめん|あ|もう|いま)*やっぱ(?:り|し)?(?:もう)?(?:いい|なし|無し|やめ|大丈夫|だいじょうぶ|いらな|いりませ|けっこう|結構)',
  '^(?:すみません|すいません|ごめんなさい|ごめん|あ)*(?:もう)?(?:いいです|いらない|いりません|けっこうです|結構です|ふようです|大丈夫です|だいじょうぶです)$',
  '(?:いま|さっき|前|先ほど|さきほど)の(?:話|れんらく|めっせじ)?は?(?:なし|無し|取り?消|とりけ|わすれ|まちが|なかった|無視)',
  '(?:でれ|でられ|とれ|取れ)(?:ない|ません|なく|ん$|へん)(?!か)',
  cannotSpeak,
  near,
);
/** Whether this takes back the call that she asked for. */
export const callsOff = (words: string): boolean => off.test(words) && !together.test(words);
