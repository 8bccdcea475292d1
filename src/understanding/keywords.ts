// Sentences in which a word says what they are about. A weaker sign than a whole phrase: the open question
// may know better.

import type { BookingIntent } from '../../flows/vocabulary.ts';
import {
  choiceKeys,
  type Field,
  type FlowEvent,
  type PromptKey,
  type Topic,
  topics,
} from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { choiceWords } from '../messages/ja/choices.ts';
import { questions } from '../messages/ja/questions.ts';
import { asksWhen, likelyIntent, plainIntent, seeksNumbers } from './booking-intents.ts';
import { type Company, companyIn, withoutChildren } from './companion-words.ts';
import { crisisIn } from './crisis-words.ts';
import { asksDeletion } from './deletion-words.ts';
import { earlierCorrected } from './earlier-answer.ts';
import { intentInForm, isDatelike, isInForm } from './form-intents.ts';
import { readJobNumber } from './job-number.ts';
import { aboutSending, forbids, isAboutCalls, namesField, saysItStays } from './last-look.ts';
import { readPhone } from './phone.ts';
import { toHiragana } from './plain-words.ts';

const intent = (name: BookingIntent): FlowEvent => ({ type: 'intent.written', intent: name });
const about = (topic: Topic): FlowEvent => ({ type: 'question.picked', topic });
const guess = (topic: Topic): FlowEvent => ({ type: 'question.picked', topic, guessed: true });

/** These stand in what people write at the hour of a consultation: 「娘が起きちゃって」, 「アプリ更新中です」. */
const inContactWindow: ReadonlySet<Topic> = new Set(['children', 'place', 'zoom']);

/** 「なんのために使うの？」: what the notice says of it. */
const askingPurpose =
  /(?:何|なん|なに)(?:の(?:ため|目的))?に(?:使|つか|利用)|使い(?:道|みち)|つかいみち|利用目的|(?:何|なん)の(?:ため|目的)(?:に|で|です|$|[?？])|(?:どう|どのように)(?:使|つか|利用)(?:う|わ|い)/;
const aboutOwnDetails: ReadonlySet<PromptKey | null> = new Set([
  'terms',
  'knownDetails',
  'name',
  'jobNumber',
  'jobNumberDoubtful',
  'phone',
]);

/** 「なんで名前がいるの」 */
const askingWhy = /^(?:なぜ|なんで|何で|何故|どうして|なんのため|何のため)/;

/** Waiting for somebody else's cancellation, or asking about one that has happened, cancels nothing. */
const cancelling =
  /キャンセル(?!待ち|まち|[^。！!？?]{0,6}(?:出|で)(?:た|る)|され|になっ|料)|取り消(?!され)|取消(?!され)|とりけ(?!され)|取りやめ|(?:予約|申し?込み?)(?:を|は|も)?(?:全部)?(?:消し(?:て|たい)|消す|けして|削除(?!され)|なくして|無しに|なしに)/;

/** 「キャンセル待ちできますか」, 「空きが出たら教えて」, 「なんでキャンセルになったの」: the office answers. */
const askingTheOffice =
  /(?:キャンセル|空[きい])(?:待ち|まち)|(?:キャンセル|空き|あき)[がはも]?(?:出|で)(?:た|る)|(?:キャンセル|取り?消し?)(?:され|になっ)|(?:場所|住所|所在地|行き方|アクセス|地図|駐車場|駐輪場|最寄り)[がはをも]?(?:って|は)?(?:どこ|どちら|教え|おしえ|わかりま|分かりま|知りた|あり|でし|[?？]|$)|(?:どこ|どちら)に?(?:行け|いけ|行け|伺え|来れ|行)(?:ば|く)?.{0,6}(?:いい|よい|良い|です|ます)/;

/** What is asked or said about the form's own field while it stands. */
const aboutTheField: Readonly<Partial<Record<PromptKey, RegExp>>> = {
  name: /名前|氏名|なまえ|名字|苗字|旧姓|本名|フルネーム/,
};

/** 「電話番号間違えました」, once the form is behind her. */
const misspelled =
  /(?:番号|電話|名前|氏名|名字|苗字)(?:の(?:漢字|字|読み方?))?[がをはも]?(?:間違|まちが|違っ|違い|ちがっ|変わ|かわ|変え|かえ)/;

/** 「夫が予約してもいいですか」: that is no question about the husband. */
const standIn = /代わりに|かわりに|代理|(?:夫|旦那|妻|母|娘|息子|本人)(?:が|以外)(?:予約|申)/;

const seeing =
  /予約.{0,60}(?:確認|見たい|見せ|みせ|いつ|何時)|(?:返事|返信|お返事|結果).{0,4}(?:まだ|いつ|来|こな|きませ|ない|ありません)/;
const calling = /電話(?:で|を|した|して)|(?:話し|問い合わせ)たい/;
const applying = /(?:申し?込み?|予約|相談)(?:を?し)?(?:たい|できま)/;
/** Said at the counter only: in the form 「空いてる日」 is about the days that are shown. */
const applyingHere =
  /予約(?:を|って|は)?(?:取|と[りれっ]|入れ|いれ|お願い|おねがい|頼み|たのみ|でき[るな])|(?:空|あ)[いき](?:て(?:い?ま|る|い)|あり|状況)/;
/** In kana, and in the speech of Hamamatsu. */
const applyingInKana = /(?:よやく|そうだん|もうしこみ)(?:を?し)?(?:たい|できま|おねがい|とりたい|とれま)/;

/** Nothing that is settled here: the office answers. */
const otherIntents =
  /失業(?:保険|手当|給付|認定)|雇用保険|(?:失業)?認定日|職業訓練|年金|生活保護|求人票|紹介状|離職票|何時まで|何時から(?:や|開|あ)|営業時間|受付時間|開いて(?:い?ます|る)|土日|日曜(?:も|は)(?:や|開)/;

/** 「電話番号変えたい」 and 「名前間違えた」, at the last look: the first that fits. */
const correcting =
  /変え|かえ|変わ|かわっ|変更|直し|直す|なおし|間違|まちが|違[いうっ]|ちが[いうっ]|修正|訂正/;
const fieldWords: readonly (readonly [Field, RegExp])[] = [
  ['phone', /電話|携帯|ケータイ|でんわ/],
  ['jobNumber', /求職番号|番号/],
  ['name', /名前|氏名|なまえ|名字|苗字|漢字/],
  ...choiceKeys.map((choice) => [choice, choiceWords[choice].fieldNamed] as const),
  ['date', /日時|日にち|日程|曜日|時間|希望日/],
];
const lastLook: ReadonlySet<PromptKey | null> = new Set(['review', 'whichField']);

const hasNumber = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 5;
const isQuestion = (text: string): boolean => /[?？]|か[。\s]*$/.test(text);
const asks = (text: string): boolean =>
  /[?？]|か[。\s]*$|ですか|ますか|たい|ない|(?:って|は)(?:何|なに|なん)|どこ/.test(text);

/** Prompts whose answer is free text that may hold any word. */
const openEnded: ReadonlySet<PromptKey | null> = new Set(['name', 'jobNumber', 'phone']);

/** Here a date is an answer, whatever else the sentence says. */
const aboutTheSlot: ReadonlySet<PromptKey | null> = new Set(['day', 'time', 'wish']);

/** 「電話番号変わりました」, 「080-1111-2222に変えて」: what of her details she wants to be another, once the form is behind her. */
export function fieldToCorrect(text: string): Field | undefined {
  const words = compatible(text);
  if (misspelled.test(words)) return fieldWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (!correcting.test(words)) return undefined;
  if (readPhone(words).ok) return 'phone';
  return readJobNumber(words).ok ? 'jobNumber' : undefined;
}

/** What a sentence seems to be about. `openPrompt`: the open question; undefined: not known. */
export function aboutWhat(text: string, openPrompt: PromptKey | null | undefined): FlowEvent | undefined {
  const words = compatible(text);
  const crisis = crisisIn(text);
  if (crisis !== undefined) return { type: 'crisis.told', kind: crisis };
  if (aboutOwnDetails.has(openPrompt ?? null) && askingPurpose.test(words)) return about('privacy');
  if (askingWhy.test(words)) return { type: 'why.asked' };
  if (asksDeletion(words, openPrompt === 'menu' || openPrompt === null)) return { type: 'deletion.asked' };
  const at = openPrompt ?? null;
  const isDate = isDatelike(words);
  if (lastLook.has(at) && saysItStays(words)) return { type: 'yes' };
  const mayHoldWish = lastLook.has(at) || aboutTheSlot.has(at);
  if (mayHoldWish && isDate && isAboutCalls(words) && !hasNumber(words)) return intent('noCalls');
  const field =
    !(lastLook.has(at) && forbids(words)) &&
    (correcting.test(words) || (lastLook.has(at) && namesField.test(words))) &&
    fieldWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (at === 'knownDetails' && field) return { type: 'details.retyped' };
  if ((at === 'time' || at === 'wish') && field === 'date' && !isDate)
    return { type: /時間|時刻/.test(words) ? 'times.more' : 'days.more' };
  const earlier = earlierCorrected(text, words, at);
  if (earlier !== undefined && !isQuestion(words)) return earlier;
  if (lastLook.has(at)) {
    if (field && !(field === 'date' && isDate && !isQuestion(words))) return { type: 'field.picked', field };
    if (isDate && !isQuestion(words)) return { type: 'wish.typed', text };
    const sent = aboutSending(words);
    if (sent !== undefined) return sent;
  }
  if ((openPrompt === 'menu' || openPrompt === null) && fieldToCorrect(words) !== undefined)
    return { type: 'booking.asked' };
  if (hasNumber(words) || (aboutTheSlot.has(at) && isDate)) return undefined;
  const said = isInForm(openPrompt) ? intentInForm(words, openPrompt) : undefined;
  if (said !== undefined) return intent(said);
  if (openEnded.has(at) && !asks(words)) return undefined;
  if (aboutTheField[at ?? 'menu']?.test(words)) return undefined;
  // That is what is being asked.
  if (at === 'withdraw' && cancelling.test(words)) return { type: 'repeat.asked' };
  const isAtCounter = openPrompt === 'menu' || openPrompt === null;
  const plain = isInForm(openPrompt) ? undefined : plainIntent(words, isAtCounter);
  if (plain !== undefined) return intent(plain);
  // Where it is not known what is open, a date may be an answer too.
  if (isDate && !isAtCounter && !cancelling.test(words)) return undefined;
  if (isAtCounter && otherIntents.test(words)) return { type: 'phone.asked' };
  if (isAtCounter && wantsToApply(words)) return { type: 'apply.asked' };
  if (isAtCounter && asksWhen(words)) return { type: 'booking.asked' };
  const company = at === 'companion' && !isQuestion(words) ? companyIn(words) : undefined;
  if (company !== undefined) return ofCompany[company];
  return aboutTopic(words, isAtCounter, isInForm(openPrompt));
}

const ofCompany: Readonly<Record<Company, FlowEvent | undefined>> = {
  somebody: { type: 'companion.answered', companion: true },
  nobody: { type: 'companion.answered', companion: false },
  children: about('children'),
  unclear: undefined,
};

const wantsToApply = (words: string): boolean =>
  applying.test(words) || applyingHere.test(words) || applyingInKana.test(toHiragana(words));

function aboutTopic(words: string, isAtCounter: boolean, inForm: boolean): FlowEvent | undefined {
  const likely = inForm ? undefined : likelyIntent(words, isAtCounter);
  if (likely !== undefined) return intent(likely);
  if (askingTheOffice.test(words)) return { type: 'phone.asked' };
  if (seeksNumbers(words)) return intent('numbers');
  if (cancelling.test(words)) return about('cancel');
  if (standIn.test(words) || withoutChildren.test(words)) return about('eligibility');
  const [named] = Object.entries(questions).find(([, question]) => question.about.test(words)) ?? [];
  const topic = topics.find((one) => one === named);
  if (topic !== undefined)
    return isAtCounter && inContactWindow.has(topic) && !asks(words) ? guess(topic) : about(topic);
  if (seeing.test(words)) return { type: 'booking.asked' };
  if (calling.test(words)) return { type: 'phone.asked' };
  return applying.test(words) ? { type: 'apply.asked' } : undefined;
}
