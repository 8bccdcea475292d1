// How long other times are offered, and which can be: whoever gets them must have an hour to choose at least. Pure.
import { min as earliest } from 'date-fns/min';
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, asTime, type Day, dayOf, instant } from '../core/jst.ts';
import { closesAt } from './booking-window.ts';
import type { Closure } from './calendar.ts';
import { contactWindowBegins } from './consultation-phase.ts';

/** On one card, and on one button. */
export const timesOfOffer = 3;

const leastMinutes = 60;
const ends = asTime('12:00');

/** Whether somebody who is offered a time on that day has long enough to choose it. */
export const isOfferable = (day: Day, now: Date, office: Office, closures: readonly Closure[]): boolean =>
  closesAt(day, office, closures) > addMinutes(now, leastMinutes);

/**
 * Until when times can be chosen: noon of the next day, but not after the cut-off of the first of them, nor when the consultation that
 * they are offered for is about to begin. Undefined: that is too soon.
 */
export function offeredUntil(
  { own, first }: { own: Date; first: Date },
  now: Date,
  office: Office,
  closures: readonly Closure[],
): Date | undefined {
  const noon = instant(addDays(dayOf(now), 1), ends);
  const until = earliest([
    noon,
    closesAt(dayOf(first), office, closures),
    contactWindowBegins({ startsAt: own }),
  ]);
  return until >= addMinutes(now, leastMinutes) ? until : undefined;
}

/** The `count` of these starts that lie nearest to the wanted one, in their order. `apart`: what they must not touch. */
export function nearestStarts(
  starts: readonly Date[],
  wanted: Date,
  apart: readonly Date[],
  { minutes, count }: { minutes: number; count: number },
): Date[] {
  const distance = (start: Date): number => Math.abs(start.getTime() - wanted.getTime());
  return starts
    .filter((start) => apart.every((one) => distanceOf(start, one) >= minutes * 60_000))
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .sort((one, other) => one.getTime() - other.getTime());
}

const distanceOf = (one: Date, other: Date): number => Math.abs(one.getTime() - other.getTime());
