// The days in a wish, in the spelling of wish-spelling.ts.
import { addDays, type Day, dayFromNumbers, monthAfter, type Weekday } from '../../booking/jst.ts';
import { inWeek, nearestYear, nextDayOfMonth, nextWeekday } from './which-day.ts';

/** Several days: she named several, or what she said has two meanings. */
export type DaysFound = { readonly days: readonly Day[]; readonly impossible: boolean };

const letter = '[日月火水木金土]';
// The weekday that follows a date only describes it.
const described = `(?: *\\(${letter}[^)]{0,4}\\)| *の?${letter}曜日?)?`;
const or = '(?: |、|,|・|か|や|と|または|もしくは)+';
const named = `${letter}曜日?`;
// After 来週の a bare letter will do, unless a word goes on: 来週の日程.
const short = `(?:${named}|${letter}(?!\\p{sc=Han}))`;

/** How somebody can name a day by numbers; each gives the day, or undefined when there is no such day. */
type NumberReader = {
  readonly pattern: RegExp;
  readonly read: (numbers: readonly string[], today: Day, since: Day) => Day | undefined;
};

const byNumbers: readonly NumberReader[] = [
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{4}) *[年/.-] *(\\d{1,2}) *[月/.-] *(\\d{1,2})(?!\\d) *日?${described}`,
      'gu',
    ),
    read: ([year, month, day]) => dayFromNumbers(Number(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(
      `(?:令和|(?<![a-z])r) *(\\d{1,2}|元) *[年./] *(\\d{1,2}) *[月./] *(\\d{1,2})(?!\\d) *日?${described}`,
      'gu',
    ),
    read: ([year, month, day]) =>
      dayFromNumbers(2018 + (year === '元' ? 1 : Number(year)), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(`(?<![\\d/])(\\d{1,2}) *(?:月の?|/) *(\\d{1,2})(?![\\d/]) *日?${described}`, 'gu'),
    read: ([month, day], today) => nearestYear(Number(month), Number(day), today),
  },
  {
    pattern: new RegExp(`(今月|来月|再来月)の? *(\\d{1,2})日${described}`, 'gu'),
    read: ([name, day], today) => {
      const { year, month } = monthAfter(today, ['今月', '来月', '再来月'].indexOf(name ?? ''));
      return dayFromNumbers(year, month, Number(day));
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d月/])(\\d{1,2})日(?![後間目中前分程]|以内|くらい|ぐらい|ほど|おき)${described}`,
      'gu',
    ),
    read: ([day], _today, since) => nextDayOfMonth(Number(day), since),
  },
];

/** How somebody can name a day by words; `today` decides what they mean. */
const byWords: readonly {
  readonly pattern: RegExp;
  readonly read: (words: readonly string[], today: Day) => readonly Day[];
}[] = [
  {
    pattern: new RegExp(`(今週|来週|再来週|\\d週間?後)の? *(${short}(?:${or}${named})*)`, 'gu'),
    read: ([week = '', names = ''], today) => {
      const count = /^\d/.test(week) ? Number(week[0]) : ['今週', '来週', '再来週'].indexOf(week);
      return weekdaysIn(names).flatMap((wanted) => inWeek(wanted, count, today));
    },
  },
  { pattern: /(\d)週間後/g, read: ([count], today) => [addDays(today, Number(count) * 7)] },
  { pattern: new RegExp(`今日(?!中)${described}`, 'gu'), read: (_, today) => [today] },
  { pattern: new RegExp(`明日${described}`, 'gu'), read: (_, today) => [addDays(today, 1)] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})日後${described}`, 'gu'),
    read: ([count], today) => [addDays(today, Number(count))],
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
  const take = (pattern: RegExp, keep: (groups: readonly string[]) => void): void => {
    const named = new Map(Array.from(rest.matchAll(pattern), ([, ...groups]) => [groups.join(), groups]));
    for (const groups of named.values()) keep(groups);
    rest = rest.replaceAll(pattern, (whole) => ' '.repeat(whole.length));
  };
  for (const { pattern, read } of byNumbers)
    take(pattern, (groups) => numbered.push(read(groups, today, since)));
  for (const { pattern, read } of byWords) take(pattern, (groups) => worded.push(...read(groups, today)));
  const real = numbered.filter((day) => day !== undefined);
  const days = numbered.length > 0 ? real : worded;
  return { days: [...new Set(days)].sort(), impossible: real.length < numbered.length };
}

const weekdayOf: Readonly<Record<string, Weekday>> = { 日: 0, 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6 };

const weekdaysIn = (names: string): Weekday[] =>
  Array.from(new Set(names.replaceAll(/曜日?/g, '')), (name) => weekdayOf[name]).filter(
    (found) => found !== undefined,
  );
