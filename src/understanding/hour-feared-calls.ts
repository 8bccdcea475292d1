// Fear of a call: somebody beside her hears it or takes it, it does not suit, or she names another way. What is in doubt here
// forbids calls, for whoever hears them may be the one whom she is afraid of. All read what `asSpoken` makes of a text.
import { gone, needsCall, others } from './hour-call-words.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/** Neither a number nor a call that she made, or makes, herself. */
const call =
  '(?:でんわ(?!の?ばんごう|代|料|帳|口|応対|を?(?:し|かけ|いたし)(?:ます|まし|てみ|て聞|てき(?:き|ま)|た(?!ら|とき|時)))|おりかえ|着信|ちゃくしん|通話(?:履歴|りれき))';
const child = '(?:子ども|子供|こども|娘|むすめ|息子|むすこ|赤ちゃん|あかちゃん|赤ん坊|[上下]の子)';
const around = '(?:まわり|周り|隣|となり|近所|だれか|みんな|家の人|上司|同僚)';

const overheard =
  '(?:きこえ(?!な|ませ|に|づら|ても(?:いい|大丈夫|だいじょうぶ))|聞かれ|きかれ|聞いて(?:い?る|しま|い?ます)|ばれ(?!な|ませ)|知られ(?!てい?る)|しられ|気づ(?!か)|気付(?!か)|きづ(?!か)|見られ|みられ|ちぇっく|とられ|取られ|取り上げ)';
const present =
  '(?:いる|います|いて|いとる|おり(?!か)|おる|来(?!週|月|年)|きて|きま|きた|くる|帰|かえ(?!る?ところ)|もどっ|もどる|戻|起き|怒|おこ(?:ら|る)|となり|隣|そば|近く|横|で(?:る|て(?!行|い|き|か)|ます)|出(?:る(?!か(?!も))|そう|た)|取[るりっ]|と[るりっ]|うけ)';
const shortly = '(?:(?!でんわ|ずむ|いない|いませ|いなく).){0,8}';
const person = `${others}(?:さん|ちゃん)?`;
/** 「夫に殴られています」: that is no word of where he is. */
const hears = `${person}(?:(?:が|は|も|と|の|(?!に|から))${shortly}(?:${overheard}|${present})|(?:に|から)${shortly}${overheard})`;
/** Someone hears it, is there, or takes it. */
const feared = anyOf(
  `${hears}.{0,20}${call}`,
  `${call}.{0,16}${hears}`,
  `${person}(?:が|も|は).{0,4}でんわ(?!の?ばんごう)(?:に|を|の音|が)?.{0,4}(?:出(?:る|た|ちゃ)|で(?:る|て|ます)|と[るっり]|取|うけ|気づ|きづ|見|み[るて]|ちぇっく|しらべ|調べ)`,
  `でんわ(?!の?ばんごう)[^。]{0,16}${around}(?:の人|の部屋|の家)?(?:に|が)?.{0,4}${overheard}`,
  `(?:こえ|話(?:す|し)|はなす|はなし|しゃべ).{0,8}${others}(?:に|が).{0,4}${overheard}`,
  `${others}(?:に|が).{0,4}${overheard}.{0,8}(?:こえ|話(?:す|し|せ)|はなす|はなせ|しゃべ)`,
  // 「電話だと聞こえてしまいます」
  `でんわ(?:で(?:話す|はなす)|する|だ|をする|がくる|が(?:鳴る|なる))と.{0,6}(?:きこえ(?:る|て(?!な|い?ませ|も)|ます(?!か)|ちゃ)|聞かれ|きかれ)`,
  // It wakes a child; one that is awake already is none of it.
  `${call}(?:(?!ください|ほしい|おねがい|もらえ|いただけ|ずむ).){0,14}(?:${child}.{0,6}(?:泣|目)|起き(?!て(?:い?る|い?ます|から))|起こ|目を?覚)`,
  `${child}(?:が|も).{0,2}起き(?:る|ます|そう|てしまう|ちゃう)(?!まで|前).{0,8}${call}`,
);
/** 「夫が出たら間違い電話のふりして」: how to call, not that nobody may. */
const howToCall = anyOf(`${others}(?:が|に|も)?.{0,4}でんわ(?:に|を)?.{0,3}(?:で|出|と|取)っ?たら`);

/** Between the telephone and what does not suit: nothing that she waits for, tried, or would miss. */
const near =
  '(?:(?!ずむ|びでお|ください|ほしい|もらえ|いただけ|おねがい|仕事|しごと|業務|ないと|ばんごう|こな|きませ|つなが|でな|でませ|まし|した(?!ら)|でも|しか).){0,6}';
const unsuited = anyOf(
  `${call}(?:する|される|もらう|くる)?(?:の)?(?:は|だと|が|に|を|で|と|って)?${near}(?:こま(?!った(?:とき|時|ら|こと))|むり|無理|だめ(?!もと|元|です?か)|いや(?!ほん)|嫌|まず[いく]|きつい|きびし|厳し|むずかし|難し|やめ(?:たい|とき|てお))`,
  `${call}(?:は|だと|が|での?.{0,4}は)(?:いま|今日)?は?ちょっと(?!いい|よい|だけ|おねがい|ください|相談|話|まえ|前|おく|おそ|遅|して|まって)`,
  `${call}(?:は|が|に|で|も)?(?:いま|今日)?は?(?:でき|話せ|はなせ|しゃべれ)(?:な[いく]|ませ|ん(?!か))`,
);
const unanswered = anyOf(
  `${call}(?:は|に|には|も|を)?.{0,2}(?:でられ|でれ|うけられ|とれ|取れ)(?:な[いく]|ませ(?!んでし)|ん|へん)`,
);
/** Of some hours of a day, or of most days: what staff are told at the counter, and no ban. */
const habit =
  /こと(?:が|も)?(?:多|おお|あり|ある)|場合|とき|時間|時は|日中|平日|昼|夜|朝|仕事中|しごとちゅう|勤務/;

const byText = '(?:らいん|line|ちゃっと|める|文字|めっせじ|とく|しょめん|書面)';
const otherWay = anyOf(
  `でんわ(?:じゃ|では|で)な(?:くて?|し).{0,4}${byText}`,
  `でんわより(?:も)?${byText}`,
  `${byText}で.{0,8}でんわ(?:は|だけは)(?:なし|しない|やめ|いり?ません|いらな)`,
  `${others}に(?:は|も)?(?:聞かれ|きかれ|知られ|しられ|ばれ|気づかれ|きづかれ)(?:たくな|ないよう|ると|ちゃ).{0,10}${byText}(?:で|に)`,
);

/** Plain enough on any day. `asks`: 「電話は無理ですか」 is a wish. */
export function fearsCall(words: string, asks: boolean): boolean {
  if (otherWay.test(words)) return true;
  if (feared.test(words) && !isAlone.test(words) && !howToCall.test(words)) return true;
  if (asks || needsCall.test(words)) return false;
  return unsuited.test(words) || (unanswered.test(words) && !habit.test(words));
}
const isAlone = new RegExp(gone);
