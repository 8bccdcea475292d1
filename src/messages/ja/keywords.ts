// Sentences in which a word says what they are about. A weaker sign than a whole phrase: the open question
// may know better.
import {
  type Distress,
  type FlowEvent,
  type PromptKey,
  type Topic,
  topics,
} from '../../../flows/vocabulary.ts';
import type { Matter } from '../../../flows/vocabulary-words.ts';
import { asksWhen, likelyMatter, plainMatter, seeksNumbers } from './matters.ts';

const matter = (name: Matter): FlowEvent => ({ type: 'matter.written', matter: name });
const about = (topic: Topic): FlowEvent => ({ type: 'question.picked', topic });
const guess = (topic: Topic): FlowEvent => ({ type: 'question.picked', topic, guessed: true });

/** These stand in what people write at the hour of a consultation: 「娘が起きちゃって」, 「アプリ更新中です」. */
const atTheHour: ReadonlySet<Topic> = new Set(['children', 'place', 'zoom']);

/** D13, T25: answered before anything else, whatever question stands. */
const distressWords: readonly (readonly [Distress, RegExp])[] = [
  ['violence', /殴ら|なぐられ|蹴られ|叩かれ|暴力|虐待|殺され|首を[し絞]め|(?<![a-z])dv(?![a-z])/i],
  ['life', /死にたい|しにたい|死のう|自殺|消えたい|消えてしまいたい|生きていたくない|生きるのがつら/],
];

/** 「なんで名前がいるの」 */
const askingWhy = /^(?:なぜ|なんで|何で|何故|どうして|なんのため|何のため)/;

const cancelling = /キャンセル|取り消|取消|取りやめ/;

/** In this order: the first that fits answers. */
const topicWords = {
  recording: /録音|録画|スクリーンショット|スクショ/,
  cost: /料金|お金|無料|有料|費用|通信料|いくらですか|いくらかか/,
  place: /wi-?fi|ワイファイ|カフェ|個室|場所/i,
  children: /子ども|子供|こども|赤ちゃん|赤ん坊|娘|息子|抱っこ|授乳/,
  jobNumber: /求職番号|ハローワークカード/,
  zoom: /zoom|ズーム|アプリ|パスコード|ミーティングid/i,
  cancel: /変更/,
  eligibility: /条件|対象|求職登録|マイページ|(?:使え|利用でき)ま(?:す|せん)/,
} satisfies Record<Topic, RegExp>;

/** 「通訳がいます」, 「母が同席します」: a whole answer to whether somebody will be there. */
const accompanied = /(?:が|も|と)(?:一緒に|いっしょに)?(?:い(?:ます|る)|同席(?:します|する))[。\s]*$/;

const seeing = /予約.*(?:確認|見たい|いつ|何時)/;
const calling = /電話(?:で|を|した|して)|(?:話し|問い合わせ)たい/;
const applying = /(?:申し?込み?|予約|相談)(?:を?し)?(?:たい|できま)/;

const isDatelike = (text: string): boolean =>
  /\d\s*(?:日|時|月|\/|:)|曜|明日|あした|あす|あさって|明後日|来週|今週|再来週|午前|午後/.test(text);
const hasNumber = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 5;
const asks = (text: string): boolean => /[?？]|か[。\s]*$|ですか|ますか|たい|ない/.test(text);

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
  if (hasNumber(words) || (openEnded.has(at) && !asks(words)) || (aboutTheSlot.has(at) && isDate))
    return undefined;
  const isAtCounter = standing === 'menu' || standing === null;
  const plain = plainMatter(words, isAtCounter);
  if (plain !== undefined) return matter(plain);
  // Where it is not known what is open, a date may be an answer too.
  if (isDate && !isAtCounter && !cancelling.test(words)) return undefined;
  if (isAtCounter && applying.test(words)) return { type: 'apply.asked' };
  if (isAtCounter && asksWhen(words)) return { type: 'booking.asked' };
  const topic = aboutTopic(words, isAtCounter);
  if (topic === undefined && at === 'companion' && accompanied.test(words))
    return { type: 'companion.answered', companion: true };
  return topic;
}

function aboutTopic(words: string, isAtCounter: boolean): FlowEvent | undefined {
  const likely = likelyMatter(words, isAtCounter);
  if (likely !== undefined) return matter(likely);
  if (seeksNumbers(words)) return matter('numbers');
  if (cancelling.test(words)) return about('cancel');
  const [named] = Object.entries(topicWords).find(([, pattern]) => pattern.test(words)) ?? [];
  const topic = topics.find((one) => one === named);
  if (topic !== undefined)
    return isAtCounter && atTheHour.has(topic) && !asks(words) ? guess(topic) : about(topic);
  if (seeing.test(words)) return { type: 'booking.asked' };
  if (calling.test(words)) return { type: 'phone.asked' };
  return applying.test(words) ? { type: 'apply.asked' } : undefined;
}
