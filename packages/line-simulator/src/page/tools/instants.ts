// Moments as people in Japan mean them, wherever the browser is. All numbers are ms.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Japan has no summer time. */
const AHEAD_OF_UTC_MS = 9 * HOUR_MS;

/** 9:00 on the day after. */
export const nextMorning = (now: number): number =>
  Math.floor((now + AHEAD_OF_UTC_MS) / DAY_MS) * DAY_MS + DAY_MS + 9 * HOUR_MS - AHEAD_OF_UTC_MS;

/** What a `datetime-local` input holds, taken for Japanese time; undefined while it is not complete. */
export function instantOf(inputValue: string): number | undefined {
  const at = Date.parse(`${inputValue}+09:00`);
  return Number.isNaN(at) ? undefined : at;
}

const whole = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const withSeconds = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** `2026年12月1日(火)` and `9:05:07` */
export const clockWords = (at: number): { day: string; time: string } => ({
  day: whole.format(at),
  time: withSeconds.format(at),
});
