// Reads the day and time that somebody would like: 「来週の火曜10時」, 「12/1」, 「あさっての2時」.
import type { Day, Time } from '../core/jst.ts';
import { nearestYear, nextDayOfMonth } from './which-day.ts';
import { type DaysFound, findDays } from './wish-day.ts';
import { type FlexibleWish, findFlexibleWish } from './wish-flexible.ts';
import { onlyThese } from './wish-only.ts';
import { findSpan } from './wish-span.ts';
import { spellWish } from './wish-spelling.ts';
import { findTime, timeOfHour } from './wish-time.ts';
import { findUnsuited, type Unsuited } from './wish-unsuited.ts';

export type WishReading =
  /** No day: only the time was said. Two days: it could be either, show both. Never neither day nor time. `severalTimes`: none was taken. */
  | { readonly ok: true; readonly days: readonly Day[]; readonly time?: Time; readonly severalTimes?: true }
  /** `unsuited`: she said only what does not suit her; see `readUnsuited`. */
  | { readonly ok: false; readonly reason: 'notUnderstood' | 'noSuchDay' | 'noSuchTime' | 'unsuited' };

export type Standing = {
  /** What stands to be answered: a bare number is then a day of the month, or an hour. */
  readonly asked?: 'day' | 'time';
  /** The conversation is already about this day's month: a bare day of the month counts from here, not from today. */
  readonly since?: Day;
};

/**
 * Reads a wish; whether the day can be asked for is for booking/rules.ts to say.
 * A time from 1 to 6 without 午前 is in the afternoon. A weekday alone is the next one after today.
 */
export function readWish(text: string, today: Day, { asked, since = today }: Standing = {}): WishReading {
  const spelled = insteadOf(onlyThese(spellWish(text)));
  const unsuited = findUnsuited(spelled, today);
  const choosing = unsuited?.rest ?? spelled;
  // 「12/3まで」: that day is an end, for the flexible wish to tell.
  const suiting = findSpan(choosing, today)?.rest ?? choosing;
  // 「それ以外」: it is not known what that is.
  if (suiting.includes('以外')) return { ok: false, reason: 'notUnderstood' };
  const { rest, time, several, impossible } = findTime(suiting);
  if (impossible) return { ok: false, reason: 'noSuchTime' };
  const found = findDays(rest, today, since);
  if (found.impossible) return { ok: false, reason: 'noSuchDay' };
  if (found.days.length === 0 && time === undefined && unsuited !== undefined)
    return { ok: false, reason: 'unsuited' };
  if (found.days.length === 0 && time === undefined && asked !== undefined)
    return readBareNumber(rest, today, since, asked);
  const days = unsuited?.week === undefined ? found : alsoIn(unsuited.week, rest, found, today);
  const wish = answer(days, time);
  return wish.ok && several ? { ...wish, severalTimes: true } : wish;
}

/** 「来週の木曜は用事があるので金曜」: that week's Friday perhaps, and else the next one. Both are shown. */
function alsoIn(week: string, rest: string, { days }: DaysFound, today: Day): Pick<DaysFound, 'days'> {
  const weekdays = rest.match(/(?<![月火水木金土日]曜日?(?:と|や|か))[月火水木金土日](?=曜)/gu);
  if (days.length !== 1 || weekdays?.length !== 1 || /\d|今週|来週|明日|今日/.test(rest)) return { days };
  const there = findDays(`${week}の${weekdays[0]}曜`, today, today).days;
  return { days: [...new Set([...days, ...there])].sort().slice(0, 2) };
}

/** 「10時じゃなくて11時」 is a wish for 11時. */
function insteadOf(spelled: string): string {
  const wish = /(?:じゃ|では)(?:なくて?|ない)[、, ]*(?<wish>.*)$/su.exec(spelled)?.groups?.wish ?? '';
  return /\d|曜|明日/.test(wish) ? wish : spelled;
}

/** What a wish leaves open beside the day or time that `readWish` finds: 「来週」, 「午後」, 「できるだけ早く」. */
export function readFlexibleWish(text: string, today: Day): FlexibleWish | undefined {
  const spelled = onlyThese(spellWish(text));
  return findFlexibleWish(findUnsuited(spelled, today)?.rest ?? spelled, today);
}

/** What she said does not suit her, in the same text; undefined: nothing. */
export const readUnsuited = (text: string, today: Day): Unsuited | undefined =>
  findUnsuited(onlyThese(spellWish(text)), today);

/** Two days can be asked about; with more we would have to guess. */
function answer({ days }: Pick<DaysFound, 'days'>, time: Time | undefined): WishReading {
  if (days.length > 2 || (days.length === 0 && time === undefined))
    return { ok: false, reason: 'notUnderstood' };
  return { ok: true, days, ...(time === undefined ? {} : { time }) };
}

const politely = '(?: *(?:で|が|を|に|希望|。).*)?$';
const bareNumber = new RegExp(`^(?<first>\\d{1,2}?)(?:[-.]?(?<second>\\d{2})|[-.](?<digit>\\d))?${politely}`);

/** 「10」, 「1430」 or 「12-1」, said in answer to a question. */
function readBareNumber(text: string, today: Day, since: Day, asked: 'day' | 'time'): WishReading {
  const groups = bareNumber.exec(text.trim())?.groups;
  if (groups === undefined) return { ok: false, reason: 'notUnderstood' };
  const { first = '', second, digit } = groups;
  const last = second ?? digit;
  if (asked === 'time') {
    const time = timeOfHour(first, undefined, last);
    return time === undefined ? { ok: false, reason: 'noSuchTime' } : answer({ days: [] }, time);
  }
  const day =
    last === undefined
      ? nextDayOfMonth(Number(first), since)
      : nearestYear(Number(first), Number(last), today);
  return day === undefined ? { ok: false, reason: 'noSuchDay' } : answer({ days: [day] }, undefined);
}
