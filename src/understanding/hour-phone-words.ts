// The telephone, in the words of the hour: whether she wants to be called, and at which number. All read what
// `asSpoken` makes of a text.
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { isLimited, mayWantCall, wantsCall } from './hour-call-wish.ts';
import {
  bothWays,
  cannotSpeakNow,
  deniesCall,
  mayCall,
  needsCall,
  others,
  saysYes,
} from './hour-call-words.ts';
import { fearsCall } from './hour-feared-calls.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/** しないで, but not しないです, 来ないで困る or しないでいいですか. */
const please = '(?!す|しょ|こま|いい|よい|良い|大丈夫|だいじょうぶ)';
const call = '(?:でんわ(?!の?ばんごう)|おりかえ)';
const finds =
  '(?:ばれ|知られ|しられ|聞かれ|きかれ|気づかれ|きづかれ|見られ|みられ)(?:たくな|ると|ないよう|ちゃ)|内緒|ないしょ|秘密|ひみつ';
/** 「電話がいいのでzoomやめて」, 「電話ください、昼は避けて」 */
const near = '(?:(?!ずむ|らいん|line|びでお|ください|ほしい|仕事|しごと|業務|応対|おぺ).){0,8}';
const avoid =
  'やめて|よして|(?:さけ|ひかえ)(?!び|ん|め|ら|た(?:ほう|方)|なく)|えんりょ(?!な[くし]|せず)|禁止(?!の)|きんし|かんべん|容赦|ようしゃ';
/** 「電話以外むり」 is the opposite. */
const otherwise =
  'いがい(?:の|で|が)(?!仕事|しごと|.{0,4}(?:むり|無理|だめ|でき)).{0,10}(?:おねがい|くだ|ほし|いい|たい)(?!です?か)';
const notTo = `(?:し|なさら|よこさ|とら|取ら|さ|か?け|こ|で|鳴らさ|ならさ)な(?:いで${please}|いよう(?:に(?!な|思|おも|言われ|いわれ)|おねがい|たの|頼|伝え|つたえ))`;
/** Somebody who must not hear of it may stand beside her: to be called is what she fears. Plain enough on any day. */
const forbidden = anyOf(
  `${call}${near}(?:${notTo}|${avoid}|(?:し|かけ)てほしくな|もらいたくな)`,
  `${call}${otherwise}`,
  `かけなおさないで${please}`,
  `${call}.{0,16}(?:${others}に.{0,6}(?:ばれ|知られ|しられ|聞かれ|きかれ|気づかれ|きづかれ)|ばれ(?:る|た|ちゃ))`,
  `${others}に(?:は|も)?(?:${finds}).{0,10}${call}`,
  `${call}.{0,6}(?:され|かけられ|かけて(?:こ|き)られ|鳴|なると|きたら|くると|もらうと|もらっても|いただくと|いただいても).{0,4}(?:こま|まずい|だめ|いや|嫌|たくな|あぶな|危な)`,
  `(?:かけ|かけて(?:こ|き))ないで${please}|かけてほしくな`,
  `^(?!.{0,12}(?:ずむ|らいん|line|びでお)).{0,12}(?:しないで|やめて(?:ください)?)でんわ[はを]?$`,
);
/** At the hour this is enough. */
const refused = anyOf(
  `${call}.{0,8}(?:(?:(?:し|かけ|こ|か?けてこ|さ)(?:なくて|ないで)|いただかなくて|もらわなくて)も?(?:いい|大丈夫|だいじょうぶ|けっこう|結構)|つながないで${please}|やめと|いり?(?:ません|らない)|いら(?:な[いく]|ん$)|必要(?:は|も|が)?(?:な[いく]|ありませ)|ふよう|けっこう|結構|(?:は|だと|が)(?:こま|困|まずい|なし)|なし(?:で|に)|(?:ぬき|抜き)で|とめて|止めて|すとっぷ|ほしくな|いただきたくな|希望し(?:な|ませ|てい?(?:な|ませ))|ng)`,
  `でんわ(?:じゃ|では|で)な(?:くて?|い(?:ほう|方))(?!.?(?:も|だめ|と))`,
  // 「電話は待ってください」, not 「電話待ってます」.
  `${call}(?:を?(?:する|かける)の)?は(?:いまは?|まだ|ちょっと|すこし|もう|しばらく){0,2}まって(?!い?ます|い?る|おり|い?た)`,
  `${call}(?:は|だけは)(?:ちょっと|絶対に?|まだ|いまは?)?(?:むり|無理|だめ(?!です?か|でしょう|か)|いや|嫌|ゆるして|許して|お?断り|おことわり|拒否|見合わせ)`,
  `${call}.{0,6}(?:たの|頼)ん(?:だ覚え|だおぼえ|でい?(?:な|ませ))`,
  'でんわ.{0,2}(?:せ|かけ)ず',
  'かけなお(?:さなくて|しは?(?:ふよう|いりません|いらない|けっこう))',
  `${call}.{0,10}(?:怒られ|おこられ|殴られ|なぐられ|叩かれ|たたかれ|あぶな|危な|危険)`,
  'れんらく.{0,4}(?:さけ|ひかえ(?!め)|えんりょ|ふよう|いりません|いらない)',
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
  `${call}.{0,8}(?:さけた|ひかえた|やめた|しない|こない)(?:ほう|方)が`,
  'でんわ.{0,6}(?:でられ|でれ|うけられ|とれ|取れ)(?:な[いく]|ませ|ん|へん|ず)',
  'でんわ.{0,4}(?:でき(?:な|ませ|ん)|(?:で)?(?:話せ|はなせ|しゃべれ)(?:な|ませ|ん)|むり|無理|にがて|苦手|いや(?!ほん)|嫌|話すのはちょっと|こわ|怖|(?:し|で|うけ|話し|はなし)たくな|つかえ(?:な|ませ|ん)|使え(?:な|ませ|ん))',
);
/** With a mark behind it these ask for a call. */
const refusedShortly =
  /(?:でんわ|おりかえし)(?:は|だと|が|も|[はを]?(?:し|かけ)(?:たら|ちゃ|ては))?(?:絶対に?|ぜったいに?|ほんとに?|本当に)?(?:だめ(?!です?か|でしょう|か)|いけ(?:な|ませ))|おりかえし.{0,4}(?:むり|無理|(?:でられ|でれ|とれ|取れ)(?:な|ませ)|まずい|こま)/;
/** 「出られませんでした」: what she missed is no wish. */
const missed = anyOf(
  '(?:でんわ|着信|ちゃくしん|おりかえし).{0,18}(?:でられ|でれ|とれ|取れ|出れ)(?:ませんでし|な(?:かっ|くて(?:すみ|すい|ごめ|もうし|申|失礼|しつれい))|ず(?:に)?(?:$|すみ|すい|ごめ|もうし|申|失礼|しつれい|ほんと|本当))',
  'でんわ.{0,6}でなくて(?:すみ|すい|ごめ|もうし|申)',
);

/** Asked about the telephone: 「電話しなきゃだめ？」, 「かかってきたら出ればいいですか」. */
const asksAboutIt =
  /^おりかえし(?:ます|ました)|(?:でんわ|おりかえし).{0,10}(?:(?<!ねがい|希望)し(?:た(?:ほう|方)|な(?:きゃ|くちゃ|いと(?:だめ|い|な)|ければ|くては)|ます$|ました$|すべき)|(?<!どう)すれば|するべき|かけ(?:た(?:ほう|方)|な(?:きゃ|いと|くちゃ)|れば)|(?:かかって)?きたら|(?:かかって)?こなかったら|でれば|で(?:た(?:ほう|方)|なきゃ|ないと(?:だめ|い)))/;
const asksWhether =
  /でんわ.{0,8}(?:いり(?:ます|ません)|必要です|ふようです|なしで(?:いい|も)|して(?:も)?いいです|しなくて(?:も)?(?:いい|大丈夫|だいじょうぶ)です|ききます|(?<!で)きます|もらえるん(?:です)?|くるん(?:です)?|かかってき(?:ます|てます))か|(?:かけ|し)な(?:いで|くて)(?:も)?(?:いい|大丈夫|だいじょうぶ).{0,4}か/;

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
  /でんわ.{0,8}(?:つなが(?:ら|り(?:ませ|にく))|(?<!ん)で(?:な|ませ|ん|てく|てもらえ)|きれ|話し?中|はなし?ちゅう)/;
/** 「電話しないでは取り消します」, 「さっきの電話しないではなしで」: the ban is taken back. */
const banTakenBack =
  /でんわ.{0,6}しないで(?:ください|ほしい)?(?:は|を|の|って|と(?:いう|いった|言った|いいまし|言いまし)).{0,10}(?:取り?消|とりけ|なし(?:で|に)|撤回|わすれて|もういい|解除)(?!(?:し|さ)?(?:て(?:い|は)?)?(?:な|ませ|いけ))/;

/** What she says of the telephone; undefined: nothing, or she asks about it. */
export function phoneIntent(words: string, asks: boolean): BookingIntent | undefined {
  if (banTakenBack.test(words)) return 'mayCall';
  const isMissed = missed.test(words);
  if (!asksWhether.test(words) && !isMissed) {
    if (forbidden.test(words) || cannotSpeakNow.test(words)) return 'noPhone';
    if (deniesCall.test(words) || fearsCall(words, asks)) return 'noPhone';
    const likely = asks ? undefined : notPlain(words);
    if (likely !== undefined) return likely;
    if (refused.test(words)) return 'noPhone';
    // 「電話できませんか」 is a wish.
    if (!asks && (cannotTalk.test(words) || refusedShortly.test(words))) return 'noPhone';
  }
  if (changed.test(words) || written.test(words) || another.test(words)) return 'newPhone';
  if (asksAboutIt.test(words) || asksWhether.test(words)) return undefined;
  if (cannotCall.test(words) && !isMissed) return 'call';
  if (wantsCall(words, asks)) return isLimited(words) ? 'aboutCalls' : 'callMe';
  return !isMissed && (bothWays.test(words) || mayWantCall(words)) ? 'aboutCalls' : undefined;
}

function notPlain(words: string): BookingIntent | undefined {
  if (needsCall.test(words)) return 'callMe';
  if (mayCall.test(words)) return saysYes(words) ? 'mayCall' : 'aboutCalls';
  return bothWays.test(words) ? 'aboutCalls' : undefined;
}

/** 「さっきの電話でれなくてごめん」: no question either. */
export const saysMissed = (words: string): boolean => missed.test(words);

/** 「電話に出られません」 is no 「行けません」. */
export const isAboutTalking = (words: string): boolean => cannotTalk.test(words) || missed.test(words);

/** On any day, where 「電話は苦手です」 is no more than a question: 「電話しないでください」. */
export const forbidsCall = (words: string, asks: boolean): boolean =>
  (forbidden.test(words) || fearsCall(words, asks)) && phoneIntent(words, asks) === 'noPhone';
