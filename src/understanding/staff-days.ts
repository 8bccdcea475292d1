// A day or a week that staff send to see it. Only as a whole message, and only in words that are seldom a whole answer among
// colleagues: 「5日」 and 「火曜」 are left alone.
import { addDays, type Day, weekday } from '../core/jst.ts';
import { findDays } from './wish-day.ts';
import { spellWish } from './wish-spelling.ts';

/** Both inclusive. */
export type StaffDays = { from: Day; until: Day };

/** UTF-16 units: 「再来週の木曜日(祝)」 has ten. */
const longest = 30;

const oneDay =
  /^(?:今日|明日|\d日後|(?:\d{4}[年/.-] ?)?\d{1,2}(?:月 ?|\/)\d{1,2}日?(?: ?\([^)]{1,3}\))?|(?:今週|来週|再来週)の? ?[月火水木金土日]曜日?)$/;
const weeks: ReadonlyMap<string, number> = new Map([
  ['今週', 0],
  ['来週', 1],
  ['再来週', 2],
]);

export function readStaffDays(text: string, today: Day): StaffDays | undefined {
  if (text.length > longest) return undefined;
  const spelled = spellWish(text)
    .replace(/[。\s]+$/, '')
    .trim();
  if (/^(?:昨日|きのう)$/.test(spelled)) return { from: addDays(today, -1), until: addDays(today, -1) };
  const week = weeks.get(spelled);
  if (week !== undefined) {
    const monday = addDays(today, 7 * week - ((weekday(today) + 6) % 7));
    return { from: monday, until: addDays(monday, 6) };
  }
  if (!oneDay.test(spelled)) return undefined;
  const [day, ...others] = findDays(spelled, today, today).days;
  return day === undefined || others.length > 0 ? undefined : { from: day, until: day };
}
