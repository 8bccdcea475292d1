// The days in a wish, in the spelling of wish-spelling.ts.
import {
  addDays,
  type Day,
  dayFromNumbers,
  isBefore,
  monthAfter,
  type Weekday,
  weekday,
} from '../core/jst.ts';
import { inWeek, nearestYear, nextDayOfMonth, nextWeekday } from './which-day.ts';

/** Several days: she named several, or what she said has two meanings. */
export type DaysFound = { readonly days: readonly Day[]; readonly impossible: boolean };

const letter = '[日月火水木金土]';
// A weekday beside a date describes it: 水曜の12/8, 12/8(水), 明日の水曜. Three groups, of which one is its letter.
const before = `(?:(${letter})曜日?の? *)?`;
const after = `(?: *\\((${letter})[^)]{0,4}\\)| *の?(${letter})曜日?)?`;
/** `date` with the weekday beside it; its own groups stand between the first group and the last two. */
const described = (date: string): RegExp => new RegExp(`${before}${date}${after}`, 'gu');
const or = '(?: |、|,|・|か|や|と|または|もしくは)+';
const named = `${letter}曜日?`;
// After 来週の a bare letter will do, unless a word goes on: 来週の日程.
const short = `(?:${named}|${letter}(?!\\p{sc=Han}))`;

/** How somebody can name a day by numbers; each gives the day, or undefined when there is no such day. */
type NumberReader = {
  readonly pattern: RegExp;
  readonly read: (numbers: readonly (string | undefined)[], today: Day, since: Day) => Day | undefined;
};

const byNumbers: readonly NumberReader[] = [
  {
    pattern: described('(?<!\\d)(\\d{4}) *[年/.-] *(\\d{1,2}) *[月/.-] *(\\d{1,2})(?!\\d) *日?'),
    read: ([year, month, day]) => dayFromNumbers(Number(year), Number(month), Number(day)),
  },
  {
    pattern: described(
      '(?:令和|(?<![a-z])r) *(\\d{1,2}|元) *[年./] *(\\d{1,2}) *[月./] *(\\d{1,2})(?!\\d) *日?',
    ),
    read: ([year, month, day]) =>
      dayFromNumbers(2018 + (year === '元' ? 1 : Number(year)), Number(month), Number(day)),
  },
  {
    pattern: described('(?<![\\d/])(\\d{1,2}) *(?:月の?|/) *(\\d{1,2})(?![\\d/]) *日?'),
    read: ([month, day], today) => nearestYear(Number(month), Number(day), today),
  },
  {
    pattern: described('(今月|来月|再来月)の? *(\\d{1,2})日'),
    read: ([name, day], today) => {
      const { year, month } = monthAfter(today, ['今月', '来月', '再来月'].indexOf(name ?? ''));
      return dayFromNumbers(year, month, Number(day));
    },
  },
  {
    pattern: described('(?<![\\d月/])(\\d{1,2})日(?![後間目中前分程]|以内|くらい|ぐらい|ほど|おき)'),
    read: ([day], _today, since) => nextDayOfMonth(Number(day), since),
  },
];

/** How somebody can name a day by words; `today` decides what they mean. */
const byWords: readonly {
  readonly pattern: RegExp;
  readonly read: (words: readonly (string | undefined)[], today: Day) => readonly Day[];
}[] = [
  {
    pattern: new RegExp(`(今週|来週|再来週|\\d週間?後)の? *(${short}(?:${or}${named})*)`, 'gu'),
    read: ([week = '', names = ''], today) => {
      const count = /^\d/.test(week) ? Number(week[0]) : ['今週', '来週', '再来週'].indexOf(week);
      return weekdaysIn(names).flatMap((wanted) => inWeek(wanted, count, today));
    },
  },
  { pattern: /(\d)週間後/g, read: ([count], today) => [addDays(today, Number(count) * 7)] },
  {
    pattern: described('(今日(?!中)|明日|(?<!\\d)\\d{1,2}日後)'),
    read: ([beside, name = '', ...letters], today) =>
      asDescribed(addDays(today, daysAhead(name)), [beside, ...letters], today),
  },
  {
    pattern: new RegExp(`(${named}(?:${or}${named})*)`, 'gu'),
    read: ([names = ''], today) => weekdaysIn(names).map((wanted) => nextWeekday(wanted, today)),
  },
];

/**
 * Every day that the text names, in order, each once. Days by numbers win: the words around them describe them.
 * A bare day of the month is the first one from `since` on.
 */
export function findDays(text: string, today: Day, since: Day): DaysFound {
  let rest = text;
  const numbered: (Day | undefined)[] = [];
  const worded: Day[] = [];
  /** What was read is blanked out, so that it is not read again as something shorter. The same again says no more. */
  const take = (pattern: RegExp, keep: (groups: readonly (string | undefined)[]) => void): void => {
    const named = new Map(Array.from(rest.matchAll(pattern), ([, ...groups]) => [groups.join(), groups]));
    for (const groups of named.values()) keep(groups);
    rest = rest.replaceAll(pattern, (whole) => ' '.repeat(whole.length));
  };
  for (const { pattern, read } of byNumbers)
    take(pattern, ([beside, ...groups]) => {
      const named = read(groups.slice(0, -2), today, since);
      numbered.push(...(named ? asDescribed(named, [beside, ...groups.slice(-2)], today) : [undefined]));
    });
  for (const { pattern, read } of byWords) take(pattern, (groups) => worded.push(...read(groups, today)));
  const real = numbered.filter((day) => day !== undefined);
  const days = numbered.length > 0 ? real : worded;
  return { days: [...new Set(days)].sort(), impossible: real.length < numbered.length };
}

function daysAhead(name: string): number {
  if (name === '今日') return 0;
  return name === '明日' ? 1 : Number.parseInt(name, 10);
}

/** 12/8(水) on a Tuesday: she means that date, or the Wednesday beside it. `letters`: of the weekday, where there is one. */
function asDescribed(named: Day, letters: readonly (string | undefined)[], today: Day): readonly Day[] {
  const wanted = weekdayOf[letters.find((one) => one !== undefined) ?? ''];
  if (wanted === undefined || wanted === weekday(named)) return [named];
  const nearest = addDays(named, ((wanted - weekday(named) + 10) % 7) - 3);
  return isBefore(nearest, today) ? [named] : [named, nearest];
}

const weekdayOf: Readonly<Record<string, Weekday>> = { 日: 0, 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6 };

/** Of 火曜と木曜: 火, 木. After 来週の a bare letter is one too. */
export const weekdaysIn = (names: string): Weekday[] =>
  Array.from(new Set(names.replaceAll(/曜日?/g, '')), (name) => weekdayOf[name]).filter(
    (found) => found !== undefined,
  );
