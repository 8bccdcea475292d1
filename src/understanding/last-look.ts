// What is typed where everything is shown once more: only the button sends it, and its own words.
import type { FlowEvent } from '../../flows/vocabulary.ts';
import { smallTalkIn } from './booking-intents.ts';
import { isQuestion } from './plain-words.ts';

/** 「氏名は伊藤花子です」, 「同席います」: the field and what it should say. */
export const namesField =
  /^(?:お?名前|氏名|電話(?:番号)?|携帯|求職番号|日時)[はをが:： ]|^同席(?:者|する人)?[はをが]?(?:い|な|あ)/;

/** 「名前はあってる」, 「電話番号はこのままで」: nothing is to be another. */
const staysSo =
  /^(?:お?名前|氏名|なまえ|電話(?:番号)?|携帯|求職番号|番号|日時|時間|同席(?:者|する人)?)[はも、 ]{0,2}(?:これで|それで|もう)?(?:(?:合|あ)って(?:い?る|い?ます)|大丈夫|だいじょうぶ|ok|正しい|(?:この|その)まま|変更(?:な[しい]|しな|しませ|あり?ませ)|(?:変え|直さ|なおさ)(?:ない|ませ|なくて)|変わ(?:らない|りな|りあ|りませ)|(?:間違|まちが|違|ちが)い(?:は|も)?(?:な[しい]|あり?ませ)|問題(?:は)?(?:な[しい]|あり)|(?:で)?(?:いい|良い|よい))(?:です|ですよ|でいい|で|ん|い|よ|ね|せん|ません|お?願い|し|ます|。|!){0,5}$/i;
export const saysItStays = (words: string): boolean => staysSo.test(words);

/** 「電話するときは10時以降にして」, 「火曜は夫が休みなので電話しないで」: the day and hour in it are no wish for the consultation. */
const aboutCalls =
  /(?:電話|でんわ|連絡)(?:は|を|も)?(?:する(?!人)|し(?:ない|て)|かけ|くれ|もら|くださ|下さ|来る|くる|来て)|電話に(?:出|で)|(?:電話|連絡)の(?:とき|時|場合)|(?:電話|連絡)は[^。\n]{0,12}(?:以降|まで|のみ|だけ|やめ|避け)|かけ(?:ないで|てこないで|てくるとき|るとき|る時)/;
export const isAboutCalls = (words: string): boolean => aboutCalls.test(words);

/** 「名前は言わないで」 gives no name and wants none to be another. */
export const forbids = (words: string): boolean =>
  /^[^。\n]{0,20}ないで(?:ください|下さい|ね|よ)?[。!]*$/.test(words);

/** 「これって確定ですか」, 「申し込めましたか？」: nothing is sent yet. */
const asksIfSent =
  /確定|完了|(?:予約|申し?込み?)(?:は|が)?(?:でき(?:た|て|まし)|取れ|とれ|終わ|おわ|され)|送(?:れた|れて|れまし|られ|信(?:され|でき))|(?:申し?込|もうしこ)(?:め(?:た|て|まし)|んだ|みまし|まれ)|届(?:い|き)|とどい|(?:これで|もう)(?:終わ|おわ|完了|でき|予約|申し)|(?:終わ|おわ)り(?:です|ました)?か/;

/** 「けってい」, 「はい、申し込みをおねがいします」 */
const sends =
  /^(?:はい|うん|ええ|では|じゃあ?|それでは|それじゃ|もう|[、,。 ]){0,3}(?:これで|この内容で|それで|以上で)?[、, ]?(?:申し?込|もうしこ|予約|よやく|送信|そうしん|送(?:る|り|って|っと)|おく(?:る|り|って)|提出|確定|かくてい|決定|けってい|決め|きめ|決ま|きま|完了|かんりょう|おk|おけ|お?願い|おねがい|頼み|たのみ|進め|すすめ|問題な|もんだいな|大丈夫|だいじょう?ぶ?|(?:間違|まちが)い(?:は|も|が)?(?:な|あり?ませ)|合って|あって|ばっちり|完璧|かんぺき)/i;
const takenBack = /やめ|止め|キャンセル|取り?消|(?:たく|て|で)(?:は)?な[いく]|しません|待って|まって/;

/** 「なにもちがいません」 */
const nothingWrong =
  /(?:違|ちが)い(?:は|も|が)?(?:な[いし]|ません|ありません)|(?:間違|まちが)(?:い|って)(?:は|も|が)?(?:な[いし]|い?ません|いない|ありません)|変わりな|かわりな|問題(?:は|も)?な/;

/** 「ちょっと違うところがあります」: which field it is, she is asked. */
const somethingWrong = /違[いうっ]|ちが[いうっ]|間違|まちが|(?:直|なお)(?:し|す)|訂正|修正/;

/** Undefined: it is about something else. */
export function aboutSending(words: string): FlowEvent | undefined {
  if (takenBack.test(words)) return undefined;
  if (asksIfSent.test(words) || (sends.test(words) && !isQuestion(words)) || smallTalkIn(words) !== undefined)
    return { type: 'yes' };
  if (nothingWrong.test(words)) return { type: 'yes' };
  return somethingWrong.test(words) ? { type: 'edit.asked' } : undefined;
}
