// Reads the day and time that somebody would like: 「来週の火曜10時」, 「12/1」, 「あさっての2時」.
import type { Day, Time } from '../../booking/jst.ts';
import { nearestYear, nextDayOfMonth } from './which-day.ts';
import { type DaysFound, findDays } from './wish-day.ts';
import { findLeeway, type Leeway } from './wish-leeway.ts';
import { spellWish } from './wish-spelling.ts';
import { findTime, timeOfHour } from './wish-time.ts';

export type WishReading =
  /** No day: only the time was said. Two days: it could be either, show both. Never neither day nor time. */
  | { readonly ok: true; readonly days: readonly Day[]; readonly time?: Time }
  | { readonly ok: false; readonly reason: 'notUnderstood' | 'noSuchDay' | 'noSuchTime' };

export type Standing = {
  /** What stands to be answered: a bare number is then a day of the month, or an hour. */
  readonly asked?: 'day' | 'time';
  /** The talk is already about this day's month: a bare day of the month counts from here, not from today. */
  readonly since?: Day;
};

/**
 * Reads a wish; whether the day can be asked for is for booking/rules.ts to say.
 * A time from 1 to 6 without 午前 is in the afternoon. A weekday alone is the next one after today.
 */
export function readWish(text: string, today: Day, { asked, since = today }: Standing = {}): WishReading {
  const spelled = insteadOf(spellWish(text));
  // 「水曜以外」 names the one day that is not wished for.
  if (spelled.includes('以外')) return { ok: false, reason: 'notUnderstood' };
  const { rest, time, impossible } = findTime(spelled);
  if (impossible) return { ok: false, reason: 'noSuchTime' };
  const found = findDays(rest, today, since);
  if (found.impossible) return { ok: false, reason: 'noSuchDay' };
  if (found.days.length === 0 && time === undefined && asked !== undefined)
    return readBareNumber(rest, today, since, asked);
  return answer(found, time);
}

/** 「10時じゃなくて11時」 is a wish for 11時. */
function insteadOf(spelled: string): string {
  const wish = /(?:じゃ|では)(?:なくて?|ない)[、, ]*(?<wish>.*)$/su.exec(spelled)?.groups?.wish ?? '';
  return /\d|曜|明日/.test(wish) ? wish : spelled;
}

/** What a wish leaves open beside the day or time that `readWish` finds: 「来週」, 「午後」, 「できるだけ早く」. */
export const readLeeway = (text: string, today: Day): Leeway | undefined =>
  findLeeway(spellWish(text), today);

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
