// 台帳, 台帳 12月, 台帳 2026年12月: which month of the register staff want to see.
import { asDay, type Day, dayFromNumbers, monthAfter, numbersOf } from '../core/jst.ts';
import { plain } from './plain-text.ts';
import { isQuestion } from './plain-words.ts';

/** `month`: its first day; undefined: it cannot be read. */
export type RegisterLine = { month: Day | undefined };

/** UTF-16 units: what is longer is talk among colleagues. */
const longest = 40;
const asking = /^台帳(?:[\s:、]+(?<month>[^\n]*)|(?<joined>\d[^\n]*))?$/u;
const dated = /^(?:(?<year>\d{4})[年/.-] ?)?(?<number>\d{1,2})(?:月分?)?$/u;
const spoken: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['今月', 0],
  ['先月', -1],
  ['来月', 1],
]);
/** A month without its year is one of the twelve that end so many months from now: bookings lie a month ahead at most. */
const aheadAtMost = 2;

/** Undefined: it is none. `today`: JST. */
export function readRegisterLine(text: string, today: Day): RegisterLine | undefined {
  if (text.length > longest || isQuestion(text)) return undefined;
  const found = asking.exec(plain(text).trim());
  if (found === null) return undefined;
  const wanted = (found.groups?.month ?? found.groups?.joined ?? '').trim();
  const distance = spoken.get(wanted);
  if (distance !== undefined) return { month: firstOf(monthAfter(today, distance)) };
  const { year, number } = dated.exec(wanted)?.groups ?? {};
  const month = Number(number);
  if (number === undefined || month < 1 || month > 12) return { month: undefined };
  if (year !== undefined) return { month: firstOf({ year: Number(year), month }) };
  const now = numbersOf(today).month;
  const ahead = (month - now + 12) % 12;
  return { month: firstOf(monthAfter(today, ahead > aheadAtMost ? ahead - 12 : ahead)) };
}

/** Whether it is one, whatever the day. */
export const isRegisterLine = (text: string): boolean => readRegisterLine(text, anyDay) !== undefined;
const anyDay = asDay('2026-01-01');

const firstOf = ({ year, month }: { year: number; month: number }): Day | undefined =>
  year < 2000 || year > 2999 ? undefined : dayFromNumbers(year, month, 1);
