// 休業 12/3 午後 研修 and its like: what staff type to close a day, to open it again, or to have fewer counsellors on it.
import { type AskedPart, isShortReason } from '../booking/closures.ts';
import { type Day, weekday } from '../core/jst.ts';
import type { UnclearClosure } from '../messages/facts-closures.ts';
import { readPart } from './closure-part.ts';
import { plain } from './plain-text.ts';
import { isQuestion } from './plain-words.ts';
import { readStaffDays } from './staff-days.ts';

export type ClosureLine =
  | { what: 'list' }
  | { what: 'close'; day: Day; part: AskedPart; reason: string | null }
  | { what: 'lift'; day: Day }
  | { what: 'counsellors'; day: Day; counsellors: number }
  | { what: 'unclear'; because: Exclude<UnclearClosure, 'weekday'> }
  | { what: 'unclear'; because: 'weekday'; day: Day };

/** UTF-16 units: the longest that can be read has sixty. What is longer is an announcement to colleagues. */
const longest = 120;

const kanji = '[一二三四五六七八九十]{1,3}';
const byNumbers = `(?:\\d{4}[年/.-] ?)?\\d{1,2}(?:月 ?|/)\\d{1,2}日?|${kanji}月${kanji}日`;
const byWords =
  '今日|きょう|本日|昨日|きのう|明日|あした|あす|明後日|あさって|しあさって|\\d日後|(?:今週|来週|再来週|さ来週)の? ?[月火水木金土日]曜?日?';
const beside = '\\((?<letter>[月火水木金土日])(?:曜日?)?(?:[・/]?祝)?\\)|\\(祝\\)';
const dayAtStart = new RegExp(`^(?<date>${byNumbers}|${byWords})(?: ?(?:${beside}))?`);

const closing = /^休業日?(?<gap>[\s:、]*)(?<rest>.*)$/su;
const lifting = /^(?:解除|取り?消し?)[\s:、]*(?<rest>.*)$/su;
const listing = /^(?:の?(?:一覧|リスト))?$/;
const counting =
  /^(?<day>.+?)(?: ?[\s、] ?|(?<=[)日]))(?<count>\d{1,3}(?=[人名])|[一二三四五六七八九〇](?=[人名])|ひと(?=り)|ふた(?=り))[人名り]。?$/u;

/** `today`: JST. Undefined: it is talk among colleagues. */
export function readClosureLine(text: string, today: Day): ClosureLine | undefined {
  if (text.length > longest || isQuestion(text)) return undefined;
  const line = plain(text);
  const closed = closing.exec(line)?.groups;
  if (closed === undefined) return readCounsellors(line, today);
  const { gap = '', rest = '' } = closed;
  if (listing.test(rest)) return { what: 'list' };
  const lifted = lifting.exec(rest)?.groups?.rest;
  if (lifted !== undefined) return readLifting(lifted, today);
  // 「休業明日からですね」 goes on as a sentence does; a number may stand at once behind the word.
  const isMeant = /^\d|^[一二三四五六七八九十]+月/.test(rest) || (gap !== '' && dayAtStart.test(rest));
  return isMeant ? readClosing(rest, today) : undefined;
}

function readClosing(text: string, today: Day): ClosureLine {
  const found = readDayAtStart(text, today);
  if (!('day' in found) || text.includes('\n')) return { what: 'unclear', because: 'form' };
  if (!found.isRightWeekday) return { what: 'unclear', because: 'weekday', day: found.day };
  const { part, rest } = readPart(found.rest);
  const reason = reasonIn(rest, part !== undefined);
  if (reason === undefined) return { what: 'unclear', because: 'form' };
  if (/^(?:を?解除|を?取り?消し?)$/.test(reason)) return { what: 'lift', day: found.day };
  if (!isShortReason(reason)) return { what: 'unclear', because: 'reason' };
  return { what: 'close', day: found.day, part: part ?? 'all', reason: reason === '' ? null : reason };
}

function readLifting(text: string, today: Day): ClosureLine {
  if (text === '') return { what: 'list' };
  const found = readDayAtStart(text, today);
  if (!('day' in found) || !/^[\s。]*$/.test(found.rest)) return { what: 'unclear', because: 'lift' };
  return found.isRightWeekday
    ? { what: 'lift', day: found.day }
    : { what: 'unclear', because: 'weekday', day: found.day };
}

const kanjiDigits = '〇一二三四五六七八九';
const spoken: ReadonlyMap<string, number> = new Map([
  ['ひと', 1],
  ['ふた', 2],
]);

/** 12/3 1人. Only as a whole message. */
function readCounsellors(line: string, today: Day): ClosureLine | undefined {
  const { day = '', count = '' } = counting.exec(line)?.groups ?? {};
  const found = readDayAtStart(day, today);
  if (!('day' in found) || found.rest !== '') return undefined;
  if (!found.isRightWeekday) return { what: 'unclear', because: 'weekday', day: found.day };
  const counsellors = /^\d/.test(count) ? Number(count) : (spoken.get(count) ?? kanjiDigits.indexOf(count));
  return { what: 'counsellors', day: found.day, counsellors };
}

/** The day at the beginning, and what follows it. */
export function readDayAtStart(
  text: string,
  today: Day,
): { day: Day; isRightWeekday: boolean; rest: string } | Record<string, never> {
  const found = dayAtStart.exec(text);
  const days = found && readStaffDays(found.groups?.date ?? '', today);
  if (!found || !days || days.from !== days.until) return {};
  const letter = found.groups?.letter;
  return {
    day: days.from,
    isRightWeekday: letter === undefined || '日月火水木金土'.indexOf(letter) === weekday(days.from),
    rest: text.slice(found[0].length),
  };
}

/** A second day, or a time that could not be read. */
const likeDayOrTime = /^[-~〜ー−]|^\d{1,2}(?:月|\/|:|時|[人名]|$)|^から|^まで/;

/** What is written beside the day; '' for nothing, undefined where it cannot be that. */
function reasonIn(text: string, hasPart: boolean): string | undefined {
  const isApart = text === '' || /^[\s、,。(]/.test(text);
  const reason = text
    .replace(/^[\s、,。]+/, '')
    .replace(/[\s。]+$/, '')
    .replace(/^\((?<inner>[^()]*)\)$/, '$<inner>')
    .trim();
  // 「12/3は鈴木さんがいません」: a sentence.
  if (!isApart && (!hasPart || /^\p{sc=Hiragana}/u.test(reason))) return undefined;
  return likeDayOrTime.test(reason) ? undefined : reason;
}
