// The telephone, in the words of the hour: whether she wants to be called, and at which number. All read what
// `asSpoken` makes of a text.
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { bothWays, cannotSpeakNow, mayCall, needsCall, notNow, others } from './hour-call-words.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/** しないで, but not しないです, 来ないで困る or しないでいいですか. */
const please = '(?!す|しょ|こま|いい|よい|良い|大丈夫|だいじょうぶ)';
const call = 'でんわ(?!の?ばんごう)';
const finds =
  '(?:ばれ|知られ|しられ|聞かれ|きかれ|気づかれ|きづかれ|見られ|みられ)(?:たくな|ると|ないよう|ちゃ)|内緒|ないしょ|秘密|ひみつ';
/** 「電話がいいのでzoomやめて」 */
const near = '(?:(?!ずむ|らいん|line|びでお).){0,8}';
/** Somebody who must not hear of it may stand beside her: to be called is what she fears. Plain enough on any day. */
const forbidden = anyOf(
  `${call}${near}(?:(?:し|よこさ|とら|取ら|こ|で|鳴らさ|ならさ)ないで${please}|やめて|遠慮|えんりょ|ひかえて|控えて|(?:し|かけ)てほしくな|もらいたくな)`,
  `${call}.{0,16}(?:${others}に.{0,6}(?:ばれ|知られ|しられ|聞かれ|きかれ|気づかれ|きづかれ)|ばれ(?:る|た|ちゃ))`,
  `${others}に(?:は|も)?(?:${finds}).{0,10}${call}`,
  `${call}.{0,6}(?:され|かけられ|かけて(?:こ|き)られ|鳴|なると|きたら|くると).{0,4}(?:こま|まずい|だめ|いや|嫌|たくな)`,
  `(?:かけ|かけて(?:こ|き))ないで${please}|かけてほしくな`,
  `^(?!.{0,12}(?:ずむ|らいん|line|びでお)).{0,12}(?:しないで|やめて(?:ください)?)でんわ[はを]?$`,
);
/** At the hour this is enough. */
const refused = anyOf(
  `${call}.{0,8}(?:しなくて(?:いい|大丈夫|だいじょうぶ|けっこう|結構)|つながないで${please}|やめと|(?:ひかえ|控え)(?!め)|いり?(?:ません|らない)|いら(?:な[いく]|ん$)|不要|ふよう|けっこう|結構|(?:は|だと|が)(?:こま|困|まずい|無し|なし)|なし(?:で|に)|ほしくな|いただきたくな|ng)`,
  // Whoever she hides it from may be the one who takes the call.
  `${others}に(?:は|も)?(?:${finds})`,
  'でんわは?(?:もう)?(?:いいです|大丈夫|だいじょうぶ)',
  // 「電話よりLINEがいい」
  'でんわより(?!さき)|でんわ(?:は|の希望は?|を)?(?:やっぱり?)?(?:きゃんせる(?:で$|で(?:す|おねがい))|取り?消)',
  'かけて(?:もらいたく|こられると|くると)|(?:着信|ちゃくしん|こる).{0,4}(?:こま|だめ|まずい|やめ|しないで)',
  `れんらく.{0,2}(?:しないで${please}|やめて)`,
  `${call}.{0,16}(?:ばれ|知られ|しられ|聞かれ|きかれ|気づかれ|きづかれ)`,
);
const cannotTalk = anyOf(
  'でんわ.{0,6}(?:でられ|でれ|うけられ|とれ|取れ)(?:な[いく]|ませ|ん|へん|ず)',
  'でんわ.{0,4}(?:でき(?:な|ませ|ん)|(?:で)?(?:話せ|はなせ|しゃべれ)(?:な|ませ|ん)|むり|無理|にがて|苦手|いや(?!ほん)|嫌|話すのはちょっと|こわ|怖|(?:し|で|うけ|話し|はなし)たくな|つかえ(?:な|ませ|ん)|使え(?:な|ませ|ん))',
);
/** With a mark behind it these ask for a call. */
const refusedShortly = /でんわ(?:は|だと|が)?だめ(?!です?か|でしょう|か)/;
/** 「出られませんでした」: what she missed is no wish. */
const missed =
  /でんわ.{0,6}(?:でられ|でれ|とれ|取れ)(?:ませんでし|な(?:かっ|くて(?:すみ|すい|ごめ|もうし|申)))|でんわ.{0,6}でなくて(?:すみ|すい|ごめ|もうし|申)/;

/** Asked about the telephone: 「電話しなきゃだめ？」, 「かかってきたら出ればいいですか」. */
const asksAboutIt =
  /^(?:おりかえし|折り?返し)(?:ます|ました)|(?:でんわ|おりかえし|折り?返し).{0,10}(?:し(?:た(?:ほう|方)|な(?:きゃ|くちゃ|いと(?:だめ|い|な)|ければ|くては)|ます$|ました$|すべき)|(?<!どう)すれば|するべき|かけ(?:た(?:ほう|方)|な(?:きゃ|いと|くちゃ)|れば)|(?:かかって)?きたら|(?:かかって)?こなかったら|でれば|で(?:た(?:ほう|方)|なきゃ|ないと(?:だめ|い)))/;
const asksWhether =
  /でんわ.{0,8}(?:いり(?:ます|ません)|必要です|不要です|なしで(?:いい|も)|して(?:も)?いいです|しなくて(?:も)?(?:いい|大丈夫|だいじょうぶ)です|ききます|(?<!で)きます|もらえるん(?:です)?|くるん(?:です)?|かかってき(?:ます|てます))か|(?:かけ|し)な(?:いで|くて)(?:も)?(?:いい|大丈夫|だいじょうぶ).{0,4}か/;

const changed = anyOf(
  '(?:でんわ|けいたい)(?:の)?(?:ばんごう)?[がをはも]?(?:いま|かわり|新しく|あたらしく)?(?:かわ[りっ]|かえ[またち]|ちが[いうっ]|まちが)',
  '^(?:すみません)?ばんごう[がは]?かわ[りっ]',
);
/** A number that she writes down. Nobody passes it on, so she is told to say it by telephone. */
const written =
  /(?<!\d|ぱすこど|ぱすわど|id|あいでぃ)(?:0\d|81[1-9])\d{8,9}(?!\d)(?!.{0,2}(?:かけ(?:た(?!い)|て(?:も|み|い|る)|まし)|でんわし(?:た(?!い|ら)|まし|て(?:も|み|い))|から|つなが|ですか))/;
const someones =
  '(?:夫|旦那|だんな|主人|妻|母|父|はは|ちち|親|おや|姉|妹|兄|弟|祖母|義母|実家|じっか|家|いえ|自宅|友達|友人|別|べつ|ほか|他|もう一つ|もうひとつ|職場|会社|この|娘|息子|固定)';
const asked = '(?:$|くだ|ほし|もらえ|いただ|くれ|ね|よ|おねがい)';
const another = anyOf(
  `${someones}(?:の(?:ほう|方)?の?)?(?:でんわ|けいたい|すまほ|ばんごう)(?:の?ばんごう)?(?:の(?:ほう|方))?[にへ](?:でんわを?)?(?:(?:かけて|して|れんらくして)${asked}|ください|おねがい|もらえ|いただけ|ほし)`,
  `${someones}(?:の(?:ほう|方))?[にへ](?:(?:かけて|でんわを?(?:かけて|して))${asked}|でんわを?(?:ください|おねがい|もらえ|いただけ|ほし))`,
);

const cannotCall =
  /でんわ.{0,8}(?:つなが(?:ら|り(?:ませ|にく))|で(?:な|ませ|ん|てく|てもらえ)|きれ|話し?中|はなし?ちゅう)/;
const callMe = anyOf(
  'でんわ(?!の?ばんごう|(?:で|じゃ|では)な[いく]て?(?!と|.?だめ)).{0,6}(?:して(?!も|み|い|しま|たら|ます|聞|き(?!て)|から)|ください|くれ|ほし|もらえ|いただ|おねがい|きりかえ|切り?替え|切りかえ|変更|かえ[てらたま]|かけて(?!も|み|い)|でき(?:ま|る|な)|がいい|が良い|で(?:いい|大丈夫|だいじょうぶ)|でもいい|のほうが|の方が|たすか|希望|だめ|こな|(?<!づ)きませ|きて(?:な|ませ)|まだ|まって|かかって(?:こ|き)|で(?:の)?(?:相談|話|はな))',
  'おりかえ|折り?返|(?:そちら|そっち|しょくいん|たんとう).{0,6}(?:かけて|でんわ)|(?:こっち|こちら|けいたい|すまほ)に.{0,4}かけて(?!も|み|い)|callme|pleasecall',
  'かけなおして(?:くだ|もら|いただ|ほし|くれ)|でんわ.{0,20}もう(?:一|いち|1)(?:度|ど|回|かい).{0,4}(?:おねがい|かけ|ください)',
);

/** 「電話しないでは取り消します」, 「さっきの電話しないではなしで」: the ban is taken back. */
const banTakenBack =
  /でんわ.{0,6}しないで.{0,10}(?:取り?消|とりけ|なし(?:で|に)|無し(?:で|に)|撤回|わすれて|忘れて|もういい|解除)/;

/** What she says of the telephone; undefined: nothing, or she asks about it. */
export function phoneIntent(words: string, asks: boolean): BookingIntent | undefined {
  if (banTakenBack.test(words)) return 'mayCall';
  const isMissed = missed.test(words);
  if (!asksWhether.test(words) && !isMissed) {
    if (forbidden.test(words) || cannotSpeakNow.test(words)) return 'noPhone';
    const likely = asks ? undefined : notPlain(words);
    if (likely !== undefined) return likely;
    if (refused.test(words)) return 'noPhone';
    // 「電話できませんか」 is a wish.
    if (!asks && (cannotTalk.test(words) || refusedShortly.test(words))) return 'noPhone';
  }
  if (changed.test(words) || written.test(words) || another.test(words)) return 'newPhone';
  if (asksAboutIt.test(words) || asksWhether.test(words)) return undefined;
  if (cannotCall.test(words) && !isMissed) return 'call';
  if (callMe.test(words)) return notNow.test(words) ? 'aboutCalls' : 'callMe';
  return !isMissed && bothWays.test(words) ? 'aboutCalls' : undefined;
}

function notPlain(words: string): BookingIntent | undefined {
  if (needsCall.test(words)) return 'callMe';
  if (mayCall.test(words)) return 'mayCall';
  return bothWays.test(words) ? 'aboutCalls' : undefined;
}

/** 「さっきの電話でれなくてごめん」: no question either. */
export const saysMissed = (words: string): boolean => missed.test(words);

/** 「電話に出られません」 is no 「行けません」. */
export const isAboutTalking = (words: string): boolean => cannotTalk.test(words) || missed.test(words);

/** On any day, where 「電話は苦手です」 is no more than a question: 「電話しないでください」. */
export const forbidsCall = (words: string, asks: boolean): boolean =>
  forbidden.test(words) && phoneIntent(words, asks) === 'noPhone';
