// What people write about a consultation that is theirs: that they cannot come, are late, cannot get in, look
// for the numbers. Only read here; her booking and the clock decide what is answered.
import type { BookingIntent, SmallTalk } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { plainWords } from './plain-words.ts';

/** 「しなくてはいけない」, 「押してはいけない」 are no absence. */
const absent =
  /行け(?:な|ませ|ん)|(?<!ては|では|ちゃ|じゃ|ないと|なきゃ|なければ|なくちゃ)いけ(?:な[いくか]|ません|ん[くか])|(?<!zoom.{0,8})参加でき(?:な|ませ|ん)|(?<!(?:zoom|電話|携帯|着信).{0,8}|(?:電話|着信)[^。\n]{0,10}(?:あ|鳴|かか|もら|いただ|き|来)[^。\n]{0,8})出られ(?:な|ませ|ん)|欠席/i;
const ill =
  /熱(?:が|を|で|出|っぽ)|発熱|高熱|微熱|(?<!\d)(?:3[6-9]|4[0-2])(?:\.\d)?度|体調|(?<!(?:zoom|ズーム|アプリ|音|声|画面|回線|電波|マイク|カメラ)の?)具合|風邪|かぜ(?:を)?ひ|インフル(?!エンサー)|コロナ(?:に|で|陽性|かか)|ノロ(?:に|で|ウ)|吐(?:い|き|く|いて)|嘔吐|下痢|(?:お腹|おなか|頭)が?(?:痛|いた)|怪我|ケガ|入院|救急|病院(?:に|へ)|受診|寝込/i;
const prevented = /休みたい|休ませ|無理|むり(?:です|に|かも|そう)/;
/** 「静かな場所は無理かも」, 「カメラはむりです」: that is no absence, unless the day or the appointment is named too. */
const somethingElse =
  /場所|個室|部屋|静か|しずか|一人に|ひとりに|wi-?fi|ワイファイ|カメラ|顔|マイク|ミュート|音声|パソコン|スマホ|タブレット|zoom|ズーム|アプリ|インストール|登録|番号|名前|同席|録音|個人情報|入力/i;
const theDay =
  /今日|きょう|本日|当日|明日|あした|明後日|あさって|予約|相談|面談|参加|出席|行|いけ|伺|\d時|\d日|\d\/|曜/;
const isPrevented = (words: string): boolean =>
  prevented.test(words) && (theDay.test(words) || !somethingElse.test(words));

/** Said of a day that does not suit, while she chooses one. */
const busy = /用事|急用|予定が入|都合が(?:悪|つか|わる)|仕事が入|お迎えに/;

/** 「お休みします」, 「今日はパスで」, 「行けそうにないです」: said of the day itself, and of no work and no school. */
const staysAway = new RegExp(
  [
    '(?<!(?:仕事|会社|職場|学校|授業|保育園|幼稚園|学童|バイト|パート)[をはもが]?、?お?)(?:休み|やすみ)(?:ます(?!か)|たい(?:です|$|ので|の?ですが|と)|し(?:ます(?!か)|たい|ても?(?:いい|よい|大丈夫|よろし))|(?:いた|致)し(?:ます(?!か)|たい)|させて|に(?:します|して|させ|なり)|で、?(?:お願い|おねがい)|を?(?:いただ|頂|お願い|おねがい))',
    '(?:今日|きょう|本日|今回|明日|あした|次回)は?、?(?:やっぱり?)?パス(?:$|[!！。]|で(?!す?か)|し(?!た)|させ|です(?!か))',
    '(?:行け|いけ|出られ|出れ|参加でき|伺え|うかがえ)そう(?:に|も|は)*(?:な[いく]|ありません)|行かれ(?:な|ませ)',
  ].join('|'),
);
export const saysStaysAway = (text: string): boolean => staysAway.test(compatible(text));

const late =
  /(?<!(?:返事|返信|返答|連絡|報告|お?礼|気づくの|気付くの)[がもはを]?、?)(?:遅れ(?:ま|る|そう|ちゃ)|おくれ(?:ます|る|そう|ちゃ)|遅くなり(?:ます|そう))|遅刻(?:し|です)|間に合(?:わな|いませ|いそうにな|わん)/;
const waitForMe =
  /(?:ちょっと|少し|すこし|\d分(?:ほど|くらい|ぐらい|だけ)?).{0,3}待っ|待って(?:もらえ|いただけ|くださ|下さ|ほし|欲し)|\d分後に/;

export const became =
  'な(?:りました(?!ら|か)|った(?!ら|か|の?に)|ります(?!か|よう)|りそう(?!に|も|か|な[^のん]))';
/**
 * What follows 行け or 参加でき where somebody comes: a plain yes. 「行けるかわかりません」, 「行ける気がしません」, 「行けるはずでした」 and
 * 「行けるといいんですが」 are none.
 */
export const certainly = `(?:ます(?!か|よう|と(?!思|おも))|る(?=$|[。.!！、,\\s～~ー]|よ(?!う)|ね|ので|んで|から|けど|けれど|し(?!か)|と思い|とおもい|みたい|(?:よう|こと)に${became})|そう(?=$|[。.!！、,\\s～~ー]|です(?!か|が)|だ(?!と)|なので|なんで|よ|ね))`;
const coming = new RegExp(
  `^(?:はい|うん)?[、,\\s]*(?:行け|いけ)ます[。!！\\s]*$|(?:やっぱ(?:り)?|やはり)[^?？]{0,8}(?:(?:行け|いけ|参加でき)${certainly}|(?:行き|参加し)ます(?!か|と))|(?:行ける|いける|参加できる|出られる)(?:ように|こと)?(?:に)?${became}`,
);

/** 「つながりました」 and 「名前を入れないと」 are none of it. */
const cannotEnter =
  /(?:つな|繋)が(?:ら(?!れ)|り(?:ませ|にく|づら)|ん(?!で))|(?:入|はい)れ(?:な(?!いと|きゃ|くちゃ|くても|くては|ければ)[いくか]|ません|ん(?!で))|入室(?:が)?でき(?:な|ませ|ん)|(?:zoom|ズーム).{0,8}参加でき(?:な|ませ|ん)/i;
const wrongNumbers =
  /(?<!マイページの?)(?:パス(?:コード|ワード)?|(?<![a-z])id(?![a-z])|アイディー?|(?<!求職|電話|受付|登録)番号|url|リンク).{0,12}(?:違[うい]|ちが[うい]|間違|まちが|エラー|無効|正しくな|使え(?:な|ま|ん)|開[けか](?:な|ま|ん)|ひらけ(?:な|ん)|通らな|弾かれ|はじかれ)/i;
const cannotCall = /電話.{0,6}(?:(?:つな|繋)が(?:ら|り(?:ませ|にく))|出(?:ない|ませ))/;
/** She, not the office: 「電話に出られないことが多いです」, 「日中は電話に出にくいです」. */
const noCalls =
  /(?:電話|携帯|着信)[にはをがも]{0,2}.{0,6}(?:出られ(?:な|ませ|ん)|出れ(?:な|ませ|ん)|(?<!外に)出(?:にく|づら|ずら)|気[付づ]け?(?:な|ま)|取れ(?:な|ませ|ん))/;
const cannotHear =
  /(?:聞こえ|きこえ)(?:な|ませ|ん|ず)|(?:音|声|画面|映像|カメラ|マイク).{0,6}(?:出(?:な|ま)|で(?:な|ま)|映ら|うつら|真っ暗|まっくら|真っ黒|固ま|止ま|動かな|動きま)|ホスト.{0,8}(?:許可|承認|待|開始)|許可.{0,3}待|(?:zoom|ズーム|アプリ|電波|回線|通信|接続|ネット).{0,6}(?:落ち|切れ|悪|不安定|フリーズ)/i;

const numbers =
  /パス(?:コード|ワード)?(?!ポート|タ)|(?<![a-z])id(?![a-z])|アイディー?|url|リンク|ミーティング番号|会議番号/i;
const wanting =
  /忘れ|わすれ|どこ|どれ|何|なん(?:です|だ|でし)|っけ|くださ|下さ|送って|送信|教え|おしえ|知りた|わから|分から|わかん|なくし|失くし|消え|消し|見(?:つから|当たら|れな|えな|たい)|みつから|もう(?:一|1)[度回]|来(?:な|て(?:な|い|ま))|こな|届[いか]|まだ|[欲ほ]しい/;
const elsewhere = /求職番号|マイページ|ハローワークカード|ログイン/;

/**
 * Plain enough to count whatever else the sentence says. `words` in half width. `isAtCounter`: no question of the
 * form stands, which many of these words could answer.
 */
export function plainIntent(words: string, isAtCounter: boolean): BookingIntent | undefined {
  if (isAtCounter && coming.test(words)) return 'coming';
  if (noCalls.test(words)) return 'noCalls';
  const isIll = ill.test(words);
  if (absent.test(words)) return isIll ? 'illness' : 'absence';
  const found = trouble(words) ?? (isAtCounter ? likelyTrouble(words) : undefined);
  if (found === undefined) return undefined;
  // 「子どもが40度でむりです、電話つながりません」
  if (isIll) return 'illness';
  return isPrevented(words) ? 'absence' : found;
}

function trouble(words: string): BookingIntent | undefined {
  if (cannotCall.test(words)) return 'call';
  if (cannotEnter.test(words)) return 'entry';
  return late.test(words) ? 'late' : undefined;
}

function likelyTrouble(words: string): BookingIntent | undefined {
  if (wrongNumbers.test(words)) return 'entry';
  if (cannotHear.test(words)) return 'inside';
  return waitForMe.test(words) ? 'late' : undefined;
}

/** The same signs one by one, for the hour of the consultation: there their weight is another. */
export const isPlainlyAbsent = (text: string): boolean => absent.test(compatible(text));
export const isIll = (text: string): boolean => ill.test(compatible(text));
export const saysPrevented = (text: string): boolean => isPrevented(compatible(text));
export const saysComing = (text: string): boolean => coming.test(compatible(text));

/** Likely, where nothing else is meant. */
export function likelyIntent(words: string, isAtCounter: boolean): BookingIntent | undefined {
  if (ill.test(words)) return 'illness';
  if (isPrevented(words)) return 'absence';
  return isAtCounter && (busy.test(words) || staysAway.test(words)) ? 'absence' : undefined;
}

/** 「パス忘れた」, 「Zoomのリンク送って」 */
export const seeksNumbers = (words: string): boolean =>
  !elsewhere.test(words) && numbers.test(words) && wanting.test(words);

/** 「何時からだっけ」, 「いつでしたっけ」 */
export const asksWhen = (words: string): boolean =>
  /(?:何時|なんじ|いつ|何日|なんにち|何曜日?)(?:から|に|まで)?(?:だ|でし|なん)?(?:た)?っけ|(?:予約|相談|面談|zoom)(?:の時間|の日)?(?:は|って)?(?:何時|いつ|何日)|^(?:何時|いつ|何日)(?:から)?(?:ですか|でしょうか|ですかね)?[?？。!！\s]*$/i.test(
    words,
  );

const apology = 'ごめん(?:なさい)?|(?:申し?訳|もうしわけ)(?:あり|ござい)ません|失礼(?:いた|致)?しました';
const beingLate =
  '(?:遅れ|おくれ|遅くなっ|おそくなっ|遅刻し)て(?:しまい|しまって)?|(?:遅れ|遅くなり)まして|ご?迷惑を?お?かけ(?:いた|致)?して';

// No text may be made of these in two ways, such as お願いです and お願い with です: sixty characters of it would be
// tried in every combination. です, ね, よ, を and も stand in `around`.
const core: readonly (readonly [SmallTalk, string])[] = [
  [
    'thanks',
    '(?:ありがと|有り?難)う?(?:ございま(?:す|した))?|ありがとー(?:ございま(?:す|した))?|助かり(?:ます|ました)|お世話になりました|感謝(?:です|します)',
  ],
  [
    'regards',
    '(?:どうぞ)?(?:よろしく|宜しく)(?:(?:お願い|おねがい)(?:いた|致)?したいです|お願いです)?|(?:お願い|おねがい)(?:いた|致)?します|お世話になります|楽しみに(?:し)?て(?:い)?ます|楽しみです',
  ],
  [
    'sorry',
    `(?:${beingLate})(?:本当に|ほんとに|大変|たいへん)?(?:すみません|すいません|${apology})(?:でした)?|(?:すみません|すいません)でした|(?:${apology})(?:でした)?|遅くなりました|ご?迷惑を?お?かけ(?:いた|致)?しました`,
  ],
  [
    'noted',
    '(?:わかり|分かり|判り)ました|わかった|分かった|(?:承知|了解|りょうかい)(?:(?:いた|致)?しました|っす)?|かしこまりました|ok|おっけー?|オッケー?|おけ',
  ],
];
const around =
  'どうも|本当に|ほんとうに|ほんとに|大変|たいへん|いろいろと?|色々と?|ご丁寧に|丁寧に|[ごお]?(?:対応|連絡|確認|返信|返事|説明|相談|案内)(?:いただき|いただいて|頂き|くださり|して(?:くださり|いただき))?|先ほどは?|さきほどは?|今日は|本日は|先日は|さっきは|こちらこそ|いつも|では|それでは|じゃあ?|はい|うん|すみません|すいません|当日は?|明日は?|あしたは?|また|こんどは?|今度は?|次回|引き続き|その日で|それで|失礼します|です|ね|よ|を|も';
const coreAny = core.map(([, words]) => words).join('|');
const onlySmallTalk = new RegExp(`^(?:${coreAny}|${around})+$`);

const onlyGestures = /^(?:[🙏🙇🙆👍👌😊☺🙂😄😌✨♪]|\p{Emoji_Modifier}|\u200d|\ufe0f|♀|♂|\s)+$/u;

/** A message of nothing but courtesy; the strongest word of it. */
export function smallTalkIn(text: string): SmallTalk | undefined {
  if (text.trim() !== '' && onlyGestures.test(text.trim())) return 'noted';
  const words = plainWords(text);
  if (words.length > 60 || !onlySmallTalk.test(words)) return undefined;
  return core.find(([, pattern]) => new RegExp(pattern).test(words))?.[0];
}
