// Which slots are still free. A slot is one counsellor's time from a start to its end.

import { lastOpenDay } from '../booking/booking-window.ts';
import type { Closure } from '../booking/calendar.ts';
import { counsellorsOn } from '../booking/closures.ts';
import { judgeWish } from '../booking/rules.ts';
import { type Grid, startsOn } from '../booking/starts.ts';
import type { Office } from '../config/office.ts';
import type { Day, Time } from '../core/jst.ts';
import { addDays, addMinutes, dayOf, daysBetween, isAfter, minuteOfDay, startOfDay } from '../core/jst.ts';

/** A slot that is held: by a request, a proposal or a booking. `counsellor` counts from 0. */
export type Taken = { readonly startsAt: Date; readonly endsAt: Date; readonly counsellor: number };

export type OpenDay = {
  readonly day: Day;
  /** The free starts of the grid that is offered first; may be empty. */
  readonly times: readonly Time[];
  /** The other free starts of the fine grid (「ほかの時間」). Never empty together with `times`. */
  readonly otherTimes: readonly Time[];
};

/** The lowest counsellor, from 0, who is free for a consultation that starts then; undefined: nobody is. */
export function freeCounsellor(
  start: Date,
  office: Office,
  closures: readonly Closure[],
  taken: readonly Taken[],
): number | undefined {
  const from = start.getTime();
  const until = addMinutes(start, office.consultation.minutes).getTime();
  const busy = new Set(
    taken
      .filter(({ startsAt, endsAt }) => startsAt.getTime() < until && from < endsAt.getTime())
      .map(({ counsellor }) => counsellor),
  );
  const counsellors = counsellorsOn(dayOf(start), office, closures);
  for (let counsellor = 0; counsellor < counsellors; counsellor += 1) {
    if (!busy.has(counsellor)) return counsellor;
  }
  return undefined;
}

/** The starts of `day` at which somebody is free, in order. Does not ask whether the day can be asked for now. */
export function freeTimes(
  day: Day,
  office: Office,
  closures: readonly Closure[],
  taken: readonly Taken[],
  grid: Grid,
): Time[] {
  // Japan has no summer time: a time of day is that many minutes after midnight.
  const midnight = startOfDay(day);
  const ofTheDay = takenBetween(midnight, addMinutes(midnight, 24 * 60), taken);
  return startsOn(day, office, closures, grid).filter(
    (start) =>
      freeCounsellor(addMinutes(midnight, minuteOfDay(start)), office, closures, ofTheDay) !== undefined,
  );
}

const takenBetween = (from: Date, until: Date, taken: readonly Taken[]): Taken[] =>
  taken.filter(({ startsAt, endsAt }) => startsAt < until && from < endsAt);

/** Every day that can be asked for at `now` and has a free start, in order. */
export function openDays(
  now: Date,
  office: Office,
  closures: readonly Closure[],
  taken: readonly Taken[],
): OpenDay[] {
  const today = dayOf(now);
  const last = lastOpenDay(today, office);
  const found: OpenDay[] = [];
  for (let day = addDays(today, 1); !isAfter(day, last); day = addDays(day, 1)) {
    if (!judgeWish({ day }, now, office, closures).ok) continue;
    const free = freeTimes(day, office, closures, taken, { fine: true });
    if (free.length === 0) continue;
    const offered = new Set(startsOn(day, office, closures, { fine: false }));
    found.push({
      day,
      times: free.filter((time) => offered.has(time)),
      otherTimes: free.filter((time) => !offered.has(time)),
    });
  }
  return found;
}

/** Those `count` of the days that lie nearest to the one somebody wished for, in order. */
export const nearestDays = (wished: Day, days: readonly OpenDay[], count: number): OpenDay[] =>
  days
    .toSorted((a, b) => Math.abs(daysBetween(wished, a.day)) - Math.abs(daysBetween(wished, b.day)))
    .slice(0, count)
    .sort((a, b) => daysBetween(b.day, a.day));
