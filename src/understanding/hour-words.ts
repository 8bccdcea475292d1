// What somebody writes around the time of her consultation, from a quarter of an hour before it until its end. Then a
// word is most likely about the meeting, so that much more is understood than on other days. Only `forbidsCalls` is read on any.
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { plainIntent } from './booking-intents.ts';
import {
  absenceIntent,
  cameBetween,
  comesAfterAll,
  doubtsToCome,
  hasMissedIt,
  isLate,
  isOnTheWay,
  likelyAbsence,
  wasLate,
} from './hour-coming-words.ts';
import { isHelpless } from './hour-helpless-words.ts';
import { callsLater, saysLater } from './hour-later-words.ts';
import { isAboutTalking, phoneIntent, saysMissed } from './hour-phone-words.ts';
import { asSpoken } from './hour-spelling.ts';
import { hasEntered, isAboutTheDoor, isSupposed, zoomIntent } from './hour-zoom-words.ts';

/** 「行けないかと思ったけど」, 「入れたと思ったら」: what follows is so, not this. */
const supposed =
  /(?:と|って|か|かも)(?:思|おも)(?:った|って(?:い)?た|いました)(?:の?です|ん(?:です|だ))?(?:けれど|けど|が|ら|のに)も?[、,\s]*/g;
/** 「前回は行けなくてすみませんでした」: nothing of today. */
const longAgo =
  /(?:前回|先日|昨日|きのう|この前|このまえ|こないだ|この間|先週|以前)(?:は|も|の[^はも、。\n]{0,6}[はも]?)?[^。\n]{0,6}?(?:行け|いけ|出られ|出れ|参加でき|休|欠席|キャンセル|遅れ|おくれ|遅刻|間に合)[^、。\n]{0,8}?(?:すみません|すいません|ごめん|申し訳|失礼|でした|かった|した)(?:でした|でし|なさい|ありません(?:でした)?|しました)?/g;
/** 「固まってません」, 「遅れてないです」, 「キャンセルしたくないです」 */
const denied =
  /(?:キャンセル|欠席|延期|中止|辞退)(?:は|を)?(?:したく(?:は)?(?:ない|ありません)|(?:じゃ|では)(?:ない|ありません))|(?:変え|かえ|ずらさ)(?:ないで|たくない)|(?:固ま|かたま|止ま|とま)ってい?(?:ない|ません)|(?:落ち|おち|切れ|きれ|途切れ|とぎれ|遅れ|おくれ|壊れ|こわれ)てい?(?:ない|ません)/g;

/** The text without what is said in it only to be taken back. */
function meant(text: string): string {
  const typed = compatible(text);
  const last = [...typed.matchAll(supposed)].at(-1);
  const rest = last === undefined ? '' : typed.slice(last.index + last[0].length);
  return (rest.trim() === '' ? typed : rest).replaceAll(longAgo, '').replaceAll(denied, '');
}

export const asks = (text: string): boolean =>
  /[?？]/.test(text) || /か[ねなぁあー]?[。.!！…\s]*$/.test(text);

/** One piece of what she wrote, or all of it. The first that fits counts. */
function read(text: string, isAll: boolean): BookingIntent | undefined {
  const words = asSpoken(text);
  const isQuestion = asks(text);
  const phone = phoneIntent(words, isQuestion);
  if (phone === 'callMe' && callsLater(text)) return 'aboutCalls';
  if (phone !== undefined) return phone;
  if (!isQuestion && comesAfterAll(text, words)) return 'coming';
  const absence = absenceIntent(text, isAboutTalking(words));
  if (absence !== undefined && !isAboutTheDoor(words) && !isSupposed(words)) return absence;
  const isLater = saysLater(text);
  const zoom = isLater ? undefined : zoomIntent(words);
  if (zoom !== undefined) return zoom;
  if (isLate(words) && !isSupposed(words))
    // 「今入りました。遅れてすみません」
    return !isQuestion && hasEntered(words) && wasLate(words) ? 'entered' : 'late';
  if (!isQuestion && cameBetween(text)) return 'absence';
  // In a piece 「どうすれば」 is about what the other says.
  if (isAll && !isLater && isHelpless(text, words) && !doubtsToCome(words)) return 'entry';
  const likely = likelyAbsence(text);
  if (likely !== undefined) return likely;
  if (isOnTheWay(words)) return 'coming';
  return !isQuestion && hasEntered(words) ? 'entered' : undefined;
}

/** 「行ける 状態じゃ ない」: the sentence goes on behind the space. */
const goesOn =
  '(?!こと|わけ|はず|かも|よう|状|気|ほう|方|時|とき|の|と|か|けど|が|から|つもり|じゃ|で|に|も|は|いい|いる|います|み[るま]|くだ|下さ|ほし|欲し|もら|いただ|頂|くれ|なら|だ|ま[すせ]|な[いく]|あり)';
/**
 * A mark stays with what it ends, so that a question is one. A smile ends a sentence, too, and a space does behind a verb:
 * 「行けない😭電話もしないで」, 「入れません 電話しないで」. 「Zoom に 入れません」 is one sentence.
 */
const between = new RegExp(
  [
    '(?<=[。．.!！?？\\n、,，])(?![。．.!！?？\\n、,，\\s])',
    '(?<=けれども|けれど|けど|ので(?!す)|(?:です|ます|ました|た|(?<![さゃ])ん|い)[がし])',
    `(?<=(?:ません|せん|ます|です|な[いく]|なくて|ないで|ちゃって|てて|たい|しい|さい|した|った|いた|れた|きた|んだ|そう|る|願い|ねがい|ん)[ \\t])(?![ \\t])${goesOn}`,
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F…~])(?![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u200D…~])',
  ].join('|'),
  'u',
);
/** 「電話がかかってきたけど」, 「出られませんでした」: what was missed goes with its telephone. */
const ofTheCall = /^[\s、,。]*(?:出|で|取|と)(?:られ|れ)/;
const rings = /電話|でんわ|着信|折り?返し/;

function piecesOf(all: string): string[] {
  const parts: string[] = [];
  for (const part of all.split(between, piecesAtMost)) {
    const before = parts.at(-1);
    if (before !== undefined && ofTheCall.test(part) && rings.test(before))
      parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts;
}

/** More is no message of the hour. */
const piecesAtMost = 12;

const phoneIntents: ReadonlySet<BookingIntent> = new Set([
  'noPhone',
  'mayCall',
  'aboutCalls',
  'newPhone',
  'call',
  'callMe',
]);
const troubles: ReadonlySet<BookingIntent> = new Set(['entry', 'inside', 'waiting']);
/** What may be said beside each other, apart from the telephone, which may stand beside anything. */
const beside: Partial<Record<BookingIntent, readonly BookingIntent[]>> = {
  late: ['entry', 'inside', 'numbers', 'waiting'],
  entry: ['late'],
  inside: ['late', 'entry'],
  numbers: ['late'],
  waiting: ['inside'],
  noPhone: ['newPhone'],
  callMe: ['newPhone'],
  mayCall: ['newPhone'],
  newPhone: ['noPhone', 'callMe', 'mayCall'],
};

function mayStandBeside(first: BookingIntent, second: BookingIntent): boolean {
  if (first === 'call' || second === 'call') return !troubles.has(first) && !troubles.has(second);
  const [isFirst, isSecond] = [phoneIntents.has(first), phoneIntents.has(second)];
  return isFirst === isSecond ? (beside[first]?.includes(second) ?? false) : true;
}

/** What she writes for stands first; that nobody may call her stands before all. */
const comesSecond: ReadonlySet<BookingIntent> = new Set([
  'aboutCalls',
  'newPhone',
  'call',
  'callMe',
  'numbers',
]);

/** What ends a ban, where one stands. */
export const allowsCall: ReadonlySet<BookingIntent> = new Set(['callMe', 'mayCall']);
/** What makes them doubtful, said in the same message. */
const against: Partial<Record<BookingIntent, readonly BookingIntent[]>> = {
  callMe: ['noPhone', 'aboutCalls'],
  mayCall: ['noPhone'],
  aboutCalls: ['noPhone'],
};

/** These end a trouble that was told before them: 「入れませんでしたが今入れました」. */
const ends: ReadonlySet<BookingIntent> = new Set(['entered', 'coming']);

const nothing: ReadonlySet<BookingIntent> = new Set();

/**
 * What the words say of her consultation, which takes place about now: nothing that is known, and a sign of life all the
 * same, or one thing, or several. `without`: what is heard elsewhere. Linear in the length of the text.
 */
export function intentsInContactWindow(
  text: string,
  without: ReadonlySet<BookingIntent> = nothing,
): readonly BookingIntent[] {
  const all = meant(text);
  const texts = piecesOf(all);
  const heard = (one: BookingIntent | undefined) => (one && without.has(one) ? undefined : one);
  const whole = heard(read(all, true));
  const pieces = texts.length === 1 ? [whole] : texts.map((piece) => heard(read(piece, false)));
  const said = pieces.filter((one) => one !== undefined);
  const last = pieces.at(-1);
  const isOver = last !== undefined && ends.has(last) && said.length > 1;
  const first = isOver ? last : lessIfBanned(whole ?? said[0], said);
  if (first === undefined) return [];
  const isBan = said.includes('noPhone');
  if (first === 'entered') return [...(isBan ? (['noPhone'] as const) : []), ...afterEntering(texts, pieces)];
  const besides = said.filter((one) => one !== first && mayStandBeside(first, one));
  if (besides.includes('noPhone')) return together(['noPhone', first], besides);
  const [second] = besides;
  if (second === undefined) return [first];
  const isLater = comesSecond.has(first) && second !== 'newPhone';
  return together(isLater ? [second, first] : [first, second], besides);
}

/** With what may stand beside all of them. */
function together(begun: readonly BookingIntent[], more: readonly BookingIntent[]): BookingIntent[] {
  const all = [...begun];
  for (const one of more)
    if (!all.includes(one) && all.every((other) => mayStandBeside(other, one))) all.push(one);
  return all;
}

/** 「電話ください。でも今は話せません」: a wish with a ban beside it is in doubt, and what is in doubt with one is a ban. */
function lessIfBanned(
  first: BookingIntent | undefined,
  said: readonly BookingIntent[],
): BookingIntent | undefined {
  if (first === undefined || !said.some((one) => against[first]?.includes(one))) return first;
  return first === 'aboutCalls' ? 'noPhone' : 'aboutCalls';
}

/**
 * What has the words of a question that we answer, and asks nothing: 「キャンセルじゃないです」, 「電話でれなくてごめん」.
 * `denied` is global, so it is never tested by itself.
 */
export const asksNothing = (text: string): boolean =>
  !asks(text) && (compatible(text).search(denied) >= 0 || saysMissed(asSpoken(text)));

const but = /(?:けれども|けれど|けど|のに|が)[。．.!！、,，\s]*$/;
const polite =
  /^(?:けど|でも)?[\s、。]*(?:$|よろしく|宜しく|お願い|おねがい|ありがと|すみません|すいません|ごめん|申し訳|大丈夫|だいじょうぶ)/;

/** 「入れたけどひとり」: what comes after it counts. What nobody can read there may be any trouble: a sign of life. */
function afterEntering(
  texts: readonly string[],
  pieces: readonly (BookingIntent | undefined)[],
): BookingIntent[] {
  const place = pieces.lastIndexOf('entered');
  const trouble = pieces.slice(place + 1).find((one) => one !== undefined && troubles.has(one));
  if (place < 0) return ['entered'];
  if (trouble !== undefined) return [trouble];
  const rest = texts.slice(place + 1).join('');
  const isBut = but.test(texts[place] ?? '') || /^(?:けど|でも|ただ|しかし)/.test(rest);
  return isBut && !polite.test(rest) ? [] : ['entered'];
}

/** 「遅れてすみません」 from somebody who is there: nothing is still to come. */
export const excusesLateness = (text: string): boolean =>
  !asks(text) && wasLate(asSpoken(text)) && intentsInContactWindow(text).join() === 'late';

/** Of a consultation that is just over: what else she writes of it then may be thanks. */
export const intentsJustAfter = (text: string): BookingIntent[] => {
  const intents = intentsInContactWindow(text).filter((one) => one !== 'late');
  return intents.length === 0 && !asks(text) && hasMissedIt(text) ? ['absence'] : intents;
};

/** On any day, plainly enough to count beside words of danger: that she cannot come then, wants another day, or will be late. */
export function plainlyOfComing(text: string): BookingIntent | undefined {
  const absence = absenceIntent(text, isAboutTalking(asSpoken(text)));
  return absence ?? (plainIntent(compatible(text), true) === 'late' ? 'late' : undefined);
}
