// Sentences in which a word says what they are about. A weaker sign than a whole phrase: the open question
// may know better.
import type { Distress, Field, FlowEvent, PromptKey, Topic } from '../../../flows/vocabulary.ts';

const about = (topic: Topic): FlowEvent => ({ type: 'question.picked', topic });

/** D13, T25: answered before anything else, whatever question stands. */
const distressWords: readonly (readonly [Distress, RegExp])[] = [
  ['violence', /殴ら|なぐられ|蹴られ|叩かれ|暴力|虐待|殺され|首を[し絞]め|(?<![a-z])dv(?![a-z])/i],
  ['life', /死にたい|しにたい|死のう|自殺|消えたい|消えてしまいたい|生きていたくない|生きるのがつら/],
];

/** 「なんで名前がいるの」 */
const askingWhy = /^(?:なぜ|なんで|何で|何故|どうして|なんのため|何のため)/;

/** She cannot come, or cannot get in: her booking, with its buttons and the phone. */
const stuck =
  /つなが[らり]|繋が[らり]|入れな[いく]|入れません|行け(?:な|ません)|いけな[いくか]|間に合(?:わな|いませ)|遅れ(?:ま|る|そう)/;
/** Most likely the same. */
const unwell = /熱(?:が|を|で|出|っぽ)|体調|具合|休みたい|休ませ|無理|むりです|むりに/;

const cancelling = /キャンセル|取り消|取消|とりけ|取りやめ/;

/** 「日にち変えたい」 */
const changing = /変更|(?:日|時間|時刻|日程|曜日|予約)(?:に?ち)?[をのは]?(?:変え|かえ|替え|ずら)/;

/** 「電話番号間違えました」, once the form is behind her. */
const misspelled =
  /(?:番号|電話|名前|氏名|名字|苗字)[がをはも]?(?:間違|まちが|まちがえ|違っ|違い|ちがっ|変わ|かわ|変え|かえ)/;

/** In this order: the first that fits answers. */
const topicWords: readonly (readonly [Topic, RegExp])[] = [
  ['recording', /録音|録画|スクリーンショット|スクショ/],
  ['cost', /料金|お金|無料|有料|費用|通信料|いくらですか|いくらかか/],
  ['place', /wi-?fi|ワイファイ|カフェ|個室|場所/i],
  ['children', /子ども|子供|こども|赤ちゃん|赤ん坊|娘|息子|抱っこ|授乳/],
  ['jobNumber', /求職番号|ハローワークカード/],
  ['zoom', /zoom|ズーム|アプリ|パスコード|ミーティングid/i],
  ['cancel', changing],
  ['eligibility', /条件|対象|求職登録|マイページ|(?:使え|利用でき)ま(?:す|せん)/],
];

/** 「通訳がいます」, 「母が同席します」: a whole answer to whether somebody will be there. */
const accompanied = /(?:が|も|と)(?:一緒に|いっしょに)?(?:い(?:ます|る)|同席(?:します|する))[。\s]*$/;

const seeing =
  /予約.*(?:確認|見たい|見せ|みせ|いつ|何時)|(?:返事|返信|お返事|結果).{0,4}(?:まだ|いつ|来|こな|きませ|ない|ありません)/;
const calling = /電話(?:で|を|した|して)|(?:話し|問い合わせ)たい/;
const applying = /(?:申し?込み?|予約|相談)(?:を?し)?(?:たい|できま)/;

/** 「電話番号変えたい」 and 「名前間違えた」, at the last look: the first that fits. */
const correcting = /変え|かえ|変更|直し|直す|なおし|間違|まちが|違[いうっ]|ちが[いうっ]|修正|訂正/;
const fieldWords: readonly (readonly [Field, RegExp])[] = [
  ['phone', /電話|携帯|ケータイ|でんわ/],
  ['jobNumber', /求職番号|番号/],
  ['name', /名前|氏名|なまえ|名字|苗字|漢字/],
  ['companion', /同席/],
  ['date', /日時|日にち|日程|曜日|時間|希望日/],
];
const lastLook: ReadonlySet<PromptKey | null> = new Set(['review', 'whichField']);

const isDatelike = (text: string): boolean =>
  /\d\s*(?:日|時|月|\/|:)|曜|明日|あした|あす|あさって|明後日|来週|今週|再来週|午前|午後/.test(text);
const hasNumber = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 5;
const isQuestion = (text: string): boolean => /[?？]|か[。\s]*$/.test(text);
const asks = (text: string): boolean =>
  /[?？]|か[。\s]*$|ですか|ますか|たい|ない|(?:って|は)(?:何|なに|なん)|どこ/.test(text);

/** Prompts whose answer is free text that may hold any word. */
const openEnded: ReadonlySet<PromptKey | null> = new Set(['name', 'jobNumber', 'phone']);

/** Here a date is an answer, whatever else the sentence says. */
const aboutTheSlot: ReadonlySet<PromptKey | null> = new Set(['day', 'time', 'wish']);

/** What a sentence seems to be about. `standing`: the open question; undefined: not known. */
export function aboutWhat(text: string, standing: PromptKey | null | undefined): FlowEvent | undefined {
  const words = text.toWellFormed().normalize('NFKC');
  const distress = distressWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (distress !== undefined) return { type: 'distress.told', kind: distress };
  if (askingWhy.test(words)) return { type: 'why.asked' };
  const at = standing ?? null;
  const isDate = isDatelike(words);
  if (lastLook.has(at)) {
    const field = correcting.test(words) && fieldWords.find(([, pattern]) => pattern.test(words))?.[0];
    if (field) return { type: 'field.picked', field };
    if (isDate && !isQuestion(words)) return { type: 'wish.typed', text };
  }
  if (hasNumber(words) || (openEnded.has(at) && !asks(words)) || (aboutTheSlot.has(at) && isDate))
    return undefined;
  // That is what is being asked.
  if (at === 'withdraw' && cancelling.test(words)) return { type: 'repeat.asked' };
  if (stuck.test(words)) return { type: 'booking.asked' };
  const isAtCounter = standing === 'menu' || standing === null;
  // Where it is not known what is open, a date may be an answer too.
  if (isDate && !isAtCounter && !cancelling.test(words)) return undefined;
  if (isAtCounter && misspelled.test(words)) return { type: 'booking.asked' };
  if (isAtCounter && applying.test(words)) return { type: 'apply.asked' };
  const topic = aboutTopic(words);
  if (topic === undefined && at === 'companion' && accompanied.test(words))
    return { type: 'companion.answered', companion: true };
  return topic;
}

function aboutTopic(words: string): FlowEvent | undefined {
  if (unwell.test(words)) return { type: 'booking.asked' };
  if (cancelling.test(words)) return about('cancel');
  const topic = topicWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (topic !== undefined) return about(topic);
  if (seeing.test(words)) return { type: 'booking.asked' };
  if (calling.test(words)) return { type: 'phone.asked' };
  return applying.test(words) ? { type: 'apply.asked' } : undefined;
}
