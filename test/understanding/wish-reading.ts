// A wish as it was read, in one line that a table can hold.
import { asDay, type Day } from '../../src/core/jst.ts';
import { readFlexibleWish, readUnsuited, readWish, type Standing } from '../../src/understanding/wish.ts';

/** Wednesday. */
export const today = asDay('2026-11-25');

/** `2026-12-01 10:00`, `2026-12-01`, `10:00`, days divided by a comma; or the reason of a refusal. */
export const reading = (text: string, from: Day = today, openPrompt?: Standing): string => {
  const wish = readWish(text, from, openPrompt);
  return wish.ok ? [wish.days.join(','), wish.time ?? ''].join(' ').trim() : wish.reason;
};

/** `2026-11-30~2026-12-06 afternoon earliest`, as far as it was said. */
export const flexibleWish = (text: string, from: Day = today): string => {
  const { dateRange, half, earliest } = readFlexibleWish(text, from) ?? {};
  return [dateRange && `${dateRange.from}~${dateRange.until}`, half, earliest && 'earliest']
    .filter(Boolean)
    .join(' ');
};

/** The weekdays and the first days that are left out. */
export const leftOut = (text: string): string => {
  const { days, weekdays } = readUnsuited(text, today) ?? { days: [], weekdays: [] };
  return [weekdays.map((one) => '日月火水木金土'[one]).join(''), days.slice(0, 3).join(' ')].join(' ').trim();
};
