// Whether she comes, in the words of the hour. What is read is what `asSpoken` makes of a text, or the text itself.
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import {
  became,
  certainly,
  isIll,
  isPlainlyAbsent,
  saysComing,
  saysPrevented,
  saysStaysAway,
} from './booking-intents.ts';

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

const absence =
  /キャンセル(?!待ち|され|扱い|料|に?な[っりる]|(?:は)?し(?:な|ませ))|取りや?め|やめ(?:ます|たい|てお|とき|とく)|休(?:み(?:ます|たい)|ませ)|今日は?(?:、)?(?:やっぱり?|やはり)?(?:無理|むり|だめ|ダメ)|中止|延期|辞退/;
/** Nothing is moved by this: 「来週にしてください」, 「12/10にかえて」. Of the next one it may be said at any time. */
const anotherDay =
  /延期|(?:別|べつ|他|ほか)の(?:日|時間)|(?:日(?:にち|程|時)?|予約|時間)を?(?:変え|かえ|替え|ずら)|日(?:程|時)?(?:の)?変更|(?:再?来週|来月|明日|あした|明後日|あさって|\d{1,2}[/月]\d{1,2}日?|\d日|[月火水木金土日]曜日?|午[前後]|\d{1,2}時半?)(?:の[^。、\n]{1,8})?(?:に|へ|で)(?:して(?!も|い|み)|でき(?:ま|る|な)|変え|かえ|替え|変更|ずら|お?願い|おねがい|してくだ)/;
const theNextOne =
  /次(?:回|の(?!電車|バス|駅)|は|も|[、,])|つぎ(?:の|は|も)|(?:今度|こんど)の?(?:予約|相談|面談)/;
const laterDay =
  /来週|来月|明日|あした|明後日|あさって|\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}|(?<!\d)\d{1,2}日(?!前|間)|[月火水木金土日]曜/;
const today = /今日|きょう|本日/;
const late = anyOf(
  '(?<!(?:へんじ|返信|返答|れんらく|報告|お?礼)[がもはを]?)(?:おくれ(?:ま(?!せ)|る(?!こと(?:は|も)?な)|そう(?!に?な)|ちゃ|て(?!な|い?ませ)|た(?!く))|おそく(?:なり(?!ませ)|なっ|なる|な$|て))|(?:ちこく|遅刻)(?!し(?:ま?せ|な))|まにあ(?:わ|いませ|いそうに)|間に合(?:わ|いませ|いそうに)',
  '(?:\\d{1,3}(?:分|ふん|ぷん)|[一二三五十]分|あと|もう(?:すこし|ちょっと|すぐ)|ちょっと|すこし|数分).{0,8}(?:まって|まちください|おまち|あと|後|ご$|かか[りる]|ずら|のば|延ば)|\\d(?:分|ふん|ぷん)(?:後|ご)に|\\d(?:分|ふん|ぷん)(?:で|したら)(?:はい|行|い|つ|着|もど|戻)',
  '(?<![はこきつたしあさじ]|(?<!っ)と)まって(?:て|ね|くだ|もら|ほし|いただ|くれ|$)|まちください$',
  'でんしゃ|ばす(?:の?なか|の中|が|で|に)|うんてん|運転|じゅうたい|渋滞|いどう(?:中|ちゅう)|移動中|むか(?:って|い)|(?:いま|まだ).{0,4}(?:帰|かえ)|いそ(?:いで|ぎます)|急い|ねぼう|寝坊|ねすごし|寝過ご|[ね寝]て(?:まし|しまい|しまっ|た)|(?:駅|えき)(?:に|で|です)|(?:もどり|戻り)ます',
  '(?:be|running|little|bit|im|min|mins|minutes)late|onmyway|atrasar|atrasad|llegartarde',
);
/** 「出れます」, 「なんとか行けそうです」: news after 「行けない」 only, and nothing a trouble is said with. */
const comes = new RegExp(
  `^(?:すみません|すいません|ごめんなさい|いま|いま日|今日|きょう|は|も|なんとか|何とか|どうにか|たぶん|多分|無事|ぶじ|はい|あ|よかった|じかんどおり)*(?:(?:でれ|でられ|行け|いけ|はいれ|さんかでき|伺え|うかがえ|間に合い|まにあい)${certainly}|(?:行け|いけ|でれ|でられ|無理じゃ)(?:なく(?:は|も)?な(?:い|さそう)|ない(?:こと|わけで|わけじゃ)(?:は|も)?な))(?!.{0,6}(?:か|かな|かも|のに)$)`,
);
/** 「行けるかわかりません」, 「参加できるかどうか」: nothing that anybody can act on. */
const doubtful =
  /(?:行け|いけ|でれ|でられ|さんかでき|うかがえ|伺え|こられ|来られ|間に合[えう]|まにあ[えう]|行く|いく)(?:る|そう|る(?:よう|こと)になる)?か/;
export const doubtsToCome = (words: string): boolean => doubtful.test(words);
const comesNow = new RegExp(
  `(?:やっぱり?|やはり).{0,8}(?:(?:でれ|でられ|はいれ)${certainly}|でます(?!か|と)|はいる(?!か|気|の|わけ|と|な))|はいります(?!か|と(?!思|おも))|さんかします(?!か|と(?!思|おも))|(?:でれ|でられ)るように${became}|(?:いま|これ)(?:から)?(?:、)?(?:はいり(?:ます)|はいる|行き|行く|いき(?:ます)|いく|でます|つなぎ|さんかし(?:ます))`,
);

/** No plain word of it, but at the hour it is one: she does not want to come, was called away, or somebody died. */
const unlikely = anyOf(
  '(?:行け|いけ|でれ|でられ|出れ|出られ|参加でき)そう(?:に|も)*(?:な[いく]|ありません)|行かれ(?:な|ませ)',
  // 「行ける状態じゃないです」; 「行けるはずでした」 may be anything.
  '(?<!電話[にも]?|顔を?|外[にへ])(?:行け|いけ|でられ|出れ|出られ|参加でき)(?:る(?:ような|だけの|ほどの?)?(?:状[態況]|環境|感じ|気|場合|ところ|とこ|どころ|時間|余裕|元気|体調|見込み|自信|わけ|はず|もん|雰囲気|とは思)(?:が|は|も|に|で)*(?:(?:じゃ|し|え|起き|おき)?(?:な[いくか]|ません)|ありません)|そう(?:な(?:気が?し|感じが?し|状[態況]|感じ)(?:では|じゃ)?(?:な|ませ|あり)|(?:では|じゃ)(?:な|あり)))',
  '(?<!電話に?|顔を?|外に)(?:行き|いき|出|参加し)たく(?:は)?(?:な[いく]|ありません)|行く気(?:に|が|も)(?:な|し)',
  '呼び?出(?:し(?!音|中|ボタン)|され)|よびだし(?:が|で|され|$)|(?:保育園|幼稚園|学校|職場|会社|病院|施設|警察).{0,6}(?:呼ばれ|迎え)|お?迎え(?:要請|コール|に来て)',
  '(?:親|父|母|祖|夫|旦那|妻|兄|弟|姉|妹|身内|家族|親戚|叔|義|子ども|子供|娘|息子|友|じい|ばあ|犬|猫).{0,6}(?:死ん[だで]|死に(?:ま|そ)|亡くな|他界)|に不幸|不幸が|葬式|葬儀|お?通夜|忌引|危篤',
  '事故に(?:あ|遭)|事故(?:っ|り)',
);

/** `isIll` with it: what is said of anybody's health is never kept, only answered with a kind word. */
const absent = (text: string): BookingIntent => (isIll(text) ? 'illness' : 'absence');

export const comesAfterAll = (text: string, words: string): boolean => saysComing(text) || comes.test(words);

/** From somebody whose consultation runs: 「次回の予約、行けなくなりました」, 「来週は遅れるかもしれません」. */
export function speaksOfNext(text: string): boolean {
  const typed = compatible(text);
  return theNextOne.test(typed) || (laterDay.test(typed) && !today.test(typed));
}

/** 「電話はやめておいてください」: that is no consultation. */
const noMoreCalls = /(?:電話|でんわ|連絡)[^。、\n]{0,6}(?:キャンセル|やめ|中止)/g;

/** That she cannot come today, plainly. */
export function absenceIntent(text: string, isAboutTalking: boolean): BookingIntent | undefined {
  const typed = compatible(text);
  if (anotherDay.test(typed) && !theNextOne.test(typed)) return isIll(text) ? 'illness' : 'moving';
  const staysAway =
    ((isPlainlyAbsent(text) || saysStaysAway(text)) && !isAboutTalking) ||
    absence.test(typed.replaceAll(noMoreCalls, ''));
  return staysAway ? absent(text) : undefined;
}

/** The same, where nothing else is meant. */
export const likelyAbsence = (text: string): BookingIntent | undefined =>
  isIll(text) || saysPrevented(text) || unlikely.test(compatible(text)) ? absent(text) : undefined;

const between =
  /急用(?!(?:は|が|も)?(?:済|すん|終|おわ|な))|用事(?:が|も)?(?:急に|きゅうに)?(?:でき|出来|入[っり]|はい[っり])|(?:(?:予定|仕事|しごと|シフト|バイト|パート|商談)[がも]?|会議[がも])(?:急に|きゅうに|急きょ)?(?:入[っり]|はい[っり])|都合[がも](?:悪|わる|つか|つきませ|合わ|あわ)/;
/** 「仕事が入りました」, 「都合が悪くなりました」: she is kept from it. */
export const cameBetween = (text: string): boolean => between.test(compatible(text));

/** When its time is over: 「間に合わなかった」, 「寝過ごしました」, 「すっかり忘れてました」. */
export const hasMissedIt = (text: string): boolean => missedIt.test(compatible(text));
const missedIt =
  /(?:間に合|まにあ)(?:わなかった|いませんでした|わんかった)|[寝ね](?:過ご|すご|坊)|寝て(?:た|い?まし|しま)|^(?:すみません|すいません|ごめんなさい|ごめん|完全に|すっかり|相談|予約|面談|今日|日にち|時間|[のをは、。\s])*忘れて(?!ない|いません)/;

export const isLate = (words: string): boolean => late.test(words);

/** Being late is excused, or told as past; nothing of it is still to come. */
export const wasLate = (words: string): boolean => excused.test(words) && !stillLate.test(words);
const excused =
  /(?:おくれ|おそく|ちこく|遅刻|ねぼう|寝坊|ねすごし|寝過ご)(?:なり|なっ)?し?(?:ました|まして|た$|て.{0,10}(?:すみません|すいません|ごめん|もうしわけ|申し訳|しつれい|失礼|ました))/;
const stillLate =
  /おくれ(?:ます|る|そう)|おそく(?:なります|なりそう|なる)|(?:ちこく|遅刻)(?:します|しそう)|まって|おまち|まちください/;

export const isOnTheWay = (words: string): boolean => comesNow.test(words);
