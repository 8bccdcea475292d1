// Days and times as people read them. All JST, cut from the text itself: no zone can come between.

import type { Moment, Slot } from '../../booking/shown.ts';
import { addDays, parseDay, parseTime, weekday } from '../../core/jst.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/**
 * `12月1日(火)`. Without the year: all that is spoken of lies within a month or so, and the weekday
 * settles the rest. Throws a RangeError for what is no `YYYY-MM-DD`.
 */
export function dayText(day: string): string {
  const valid = parseDay(day);
  if (valid === undefined) throw new RangeError(`"${day}" is not a day such as 2026-12-01`);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日(${weekdays[weekday(valid)]})`;
}

/** `9:00`, `10:02`. Throws a RangeError for what is no `HH:mm`. */
export function timeText(time: string): string {
  if (parseTime(time) === undefined) throw new RangeError(`"${time}" is not a time such as 09:00`);
  return time.replace(/^0/, '');
}

/** `12月1日(火)10:00～10:45` */
export const slotText = ({ day, time, until }: Slot): string =>
  `${dayText(day)}${timeText(time)}～${timeText(until)}`;

/** The same on a card, where both do not fit into one line: broken between day and time, not within the time. */
export const slotLines = ({ day, time, until }: Slot): string =>
  `${dayText(day)}\n${timeText(time)}～${timeText(until)}`;

/** Only when it begins: several below each other, a line each on a card. `12月1日(火) 10:00` */
export const startText = ({ day, time }: Moment): string => `${dayText(day)} ${timeText(time)}`;

/** `11月24日(火)9:00` */
export const momentText = ({ day, time }: Moment): string => `${dayText(day)}${timeText(time)}`;

/** `10:02` today, `11月24日(火)10:02` on any other day. */
export const momentSince = (moment: Moment, today: string): string =>
  moment.day === today ? timeText(moment.time) : momentText(moment);

/** 今日, 明日, or the day itself: a reminder that comes late must not be wrong about the day. */
export function nearDayText(day: string, today: string): string {
  const valid = parseDay(today);
  if (day === today) return `今日、${dayText(day)}`;
  return valid !== undefined && day === addDays(valid, 1) ? `明日、${dayText(day)}` : dayText(day);
}
