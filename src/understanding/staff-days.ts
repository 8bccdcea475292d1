// A day or a week that staff send to see it. Only as a whole message, and only in words that are seldom a whole answer among
// colleagues: 「5日」 and 「火曜」 are left alone.
import { addDays, type Day, weekday } from '../core/jst.ts';
import { findDays } from './wish-day.ts';
import { spellWish } from './wish-spelling.ts';

/** Both inclusive. */
export type StaffDays = { from: Day; until: Day };

/** UTF-16 units: 「再来週の木曜日(祝)」 has ten. */
const longest = 30;

const oneDay = /^(?:今日|明日|\d日後|(?:\d{4}[年/.-] ?)?\d{1,2}(?:月 ?|\/)\d{1,2}日?)$/;
const besideDate = / ?\([月火水木金土日祝][^)]{0,2}\)$/;
const dayOfWeek = /^(?<week>今週|来週|再来週)の? ?(?<day>[月火水木金土日])曜日?$/;
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
  const monday = mondayOf(spelled, today);
  if (monday !== undefined) return { from: monday, until: addDays(monday, 6) };
  const day = dayIn(spelled, today);
  return day && { from: day, until: day };
}

/** Weeks go from Monday to Sunday, and a weekday is looked for in the week that would be listed. */
function mondayOf(name: string, today: Day): Day | undefined {
  const week = weeks.get(name);
  return week === undefined ? undefined : addDays(today, 7 * week - ((weekday(today) + 6) % 7));
}

function dayIn(spelled: string, today: Day): Day | undefined {
  const { week = '', day = '' } = dayOfWeek.exec(spelled)?.groups ?? {};
  const monday = mondayOf(week, today);
  if (monday !== undefined) return addDays(monday, '月火水木金土日'.indexOf(day));
  const date = spelled.replace(besideDate, '');
  return oneDay.test(date) ? findDays(date, today, today).days[0] : undefined;
}
