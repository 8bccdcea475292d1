// What she writes in the form that answers no question of it: about the day of the consultation, or that she cannot answer
// now. What answers the open question is none of it.
import { type BookingIntent, choiceKeys, formPrompts, type PromptKey } from '../../flows/vocabulary.ts';
import { isIll, isPlainlyAbsent, plainIntent, saysPrevented } from './booking-intents.ts';
import { forbidsCall } from './hour-phone-words.ts';
import { asSpoken } from './hour-spelling.ts';
import { readName } from './name.ts';
import { spellWish } from './wish-spelling.ts';

const inForm: ReadonlySet<PromptKey | null | undefined> = new Set(formPrompts);

export const isInForm = (openPrompt: PromptKey | null | undefined): openPrompt is PromptKey =>
  inForm.has(openPrompt);

const aboutTheSlot: ReadonlySet<PromptKey> = new Set(['day', 'time', 'wish']);

export const isDatelike = (text: string): boolean =>
  /\d\s*(?:日|時|月|\/|:)|曜|明日|あした|あす|あさって|明後日|来週|今週|再来週|午前|午後/.test(text);

/** 「三時半まで」, 「夕方」: at the question about the slot these are an answer. */
export const saysWhen = (text: string): boolean =>
  isDatelike(text) ||
  isDatelike(spellWish(text)) ||
  /夕方|朝|昼|夜|以降|まで|いつでも|何時でも|早い/.test(text);

/** 「いまは無理」, 「あとで」, 「まだ予定がわからない」 */
const later =
  /(?:今|いま)(?!日|週|月|度|年)は?(?:ちょっと|少し|手が)?(?:無理|むり|だめ|ダメ|忙し|いそがし|離せ|はなせ|決め|きめ|でき)|今日はちょっと(?:無理|むり)|(?:あと|後)で(?:いい|も|や|送|し|に|決|きめ|答|こた|考|書|入|選|$|[。、])|のちほど|後ほど|また(?:今度|あとで|後で|後日)|考え(?:ます|させ|とき|て(?:から|おき))|(?:決め|きめ)(?:られ|れ|かね)(?:な|ま|ん|て)/;
const planOpen =
  /(?:予定|都合|シフト|しふと|休み|日にち|日程|いつ|日)[^。、\n]{0,8}(?:わから(?:な|ん)|わかりませ|分から(?:な|ん)|分かりませ|決まって(?:い?な|い?ませ)|決まら(?:な|ん)|出て(?:い?な|い?ませ)|未定)/;
const undecided =
  /^(?:まだ|ちょっと|よく|今|いま|[、,。.… ]){0,3}(?:わから(?:ない|ん)|わかりません|分から(?:ない|ん)|分かりません|未定|決まって(?:い?ない|い?ません)|迷って(?:い?る|い?ます)|迷い中|悩み中|検討中)(?:です|ので|かな|な|…|。|[!！. ]){0,3}$/;
const mayBeUndecided: ReadonlySet<PromptKey> = new Set(['day', 'time', 'wish', ...choiceKeys]);

/** 「夫は参加できません」 where she was asked who will be there. */
const somebodyElse =
  /(?:夫|旦那|だんな|主人|妻|母|父|両親|親|祖母|祖父|姉|妹|兄|弟|娘|息子|家族|友人|友達|友だち|通訳(?:さん|者|の人)?|支援者|介助(?:者|の人)?|ヘルパー(?:さん)?|彼氏?|誰か|だれか)(?:さん|ちゃん|の人|の方)?[はがもと]/;
const notThere = /(?:い(?:ない|なく|ません)|おりません|来(?:ない|ません|られ|れ)|こられ|仕事|留守|不在|別居)/;

/** A whole day or the appointment itself: 無理 alone may be said of anything. */
const thatDay = /当日|相談の日|本番|相談に|面談/;

/** 「いけなか はなこ」 is a name, 「当日遅れそうです」 is none. */
const endsAsSentence = /(?:です|ます|ません|ない|そう|かも|かな|たら|んで|けど)[\s。.!！?？]*$/;

/** `words` in half width. */
export function intentInForm(words: string, at: PromptKey): BookingIntent | undefined {
  if (forbidsCall(asSpoken(words), /[?？]|か[。.\s]*$/.test(words))) return 'noPhone';
  if (at === 'name' && readName(words).ok && !endsAsSentence.test(words)) return undefined;
  if (aboutTheSlot.has(at) && saysWhen(words)) return undefined;
  if (at === 'companion' && somebodyElse.test(words) && !isIll(words) && isNotThere(words))
    return 'otherAbsent';
  if (isPutOff(words, at)) return 'later';
  const plain = plainIntent(words, false);
  if (plain !== undefined) return plain;
  if (isIll(words)) return 'illness';
  return saysPrevented(words) && thatDay.test(words) ? 'absence' : undefined;
}

const isNotThere = (words: string): boolean =>
  isPlainlyAbsent(words) || saysPrevented(words) || notThere.test(words);

const isPutOff = (words: string, at: PromptKey): boolean =>
  later.test(words) || (mayBeUndecided.has(at) && (planOpen.test(words) || undecided.test(words)));
