// Days and times of day in Japan, whatever the zone of the process.
// Named one by one: the libraries' index files take a second to load.
import { fromZonedTime } from 'date-fns-tz/fromZonedTime';
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset';

const zone = 'Asia/Tokyo';
const msPerMinute = 60_000;
const msPerDay = 86_400_000;

declare const dayBrand: unique symbol;
declare const timeBrand: unique symbol;

/** A JST day that exists, `YYYY-MM-DD`. Sorts as text. Made only by the functions here. */
export type Day = string & { readonly [dayBrand]: true };

/** A JST time of day, `HH:mm`, 00:00–23:59. Sorts as text. Made only by the functions here. */
export type Time = string & { readonly [timeBrand]: true };

/** Sunday 0 … Saturday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript reads 30 February as 2 March: only a day that comes back as it went in exists.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const isTime = (text: string): text is Time => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const parseDay = (text: string): Day | undefined => (isDay(text) ? text : undefined);
export const parseTime = (text: string): Time | undefined => (isTime(text) ? text : undefined);

/** For text that must be a day, such as our own data; throws a RangeError when it is none. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day such as 2026-12-01`);
  return text;
}

/** For text that must be a time, such as the office profile's; throws a RangeError when it is none. */
export function asTime(text: string): Time {
  if (!isTime(text)) throw new RangeError(`"${text}" is not a time such as 09:00`);
  return text;
}

/** The day of these numbers, month 1–12, if there is such a day. */
export function dayFromNumbers(year: number, month: number, dayOfMonth: number): Day | undefined {
  const two = (n: number) => String(n).padStart(2, '0');
  return parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`);
}

/** What a clock on the wall in Japan shows, as if it were UTC: `YYYY-MM-DDTHH:mm:ss.sssZ`. */
const onTheWall = (date: Date): string =>
  new Date(date.getTime() + getTimezoneOffset(zone, date)).toISOString();

export const dayOf = (date: Date): Day => asDay(onTheWall(date).slice(0, 10));
export const timeOf = (date: Date): Time => asTime(onTheWall(date).slice(11, 16));

/** The moment at which it is `time` (`HH:mm`) on `day` in Japan. Throws a RangeError for no such time. */
export const instant = (day: Day, time: string): Date => fromZonedTime(`${day}T${asTime(time)}:00`, zone);

export const startOfDay = (day: Day): Date => instant(day, '00:00');

// A day counts here as a bare calendar date, so UTC midnights do the arithmetic.
const utcMidnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAtUtc = (ms: number): Day => asDay(new Date(ms).toISOString().slice(0, 10));

/** A column of the type `date` holds a day as its midnight in UTC. */
export const asDateColumn = (day: Day): Date => new Date(utcMidnight(day));
export const fromDateColumn = (date: Date): Day => dayAtUtc(date.getTime());

export const addDays = (day: Day, count: number): Day => dayAtUtc(utcMidnight(day) + count * msPerDay);

/** How many days `until` lies after `from`; negative when it lies before. */
export const daysBetween = (from: Day, until: Day): number =>
  (utcMidnight(until) - utcMidnight(from)) / msPerDay;

export const isBefore = (a: Day, b: Day): boolean => a < b;
export const isAfter = (a: Day, b: Day): boolean => a > b;

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

export function weekday(day: Day): Weekday {
  const found = weekdays[new Date(utcMidnight(day)).getUTCDay()];
  if (found === undefined) throw new RangeError(`${day} has no weekday`);
  return found;
}

/** The numbers of a day, month 1–12. */
export function numbersOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8)) };
}

/** The year and month (1–12) that lie `count` months after those of `day`. */
export function monthAfter(day: Day, count: number): { year: number; month: number } {
  const { year, month } = numbersOf(day);
  const months = year * 12 + (month - 1) + count;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The first day of the month after that of `day`. */
export function firstOfNext(day: Day): Day {
  const { year, month } = monthAfter(day, 1);
  return asDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

/** Minutes since midnight of `HH:mm`. Throws a RangeError for no such time. */
export function minuteOfDay(time: string): number {
  const valid = asTime(time);
  return Number(valid.slice(0, 2)) * 60 + Number(valid.slice(3));
}

/** The time that many minutes after midnight. Throws a RangeError outside 0–1439. */
export function timeAtMinute(minute: number): Time {
  const two = (n: number) => String(n).padStart(2, '0');
  return asTime(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
}

export const addMinutes = (date: Date, minutes: number): Date =>
  new Date(date.getTime() + minutes * msPerMinute);
