// Where in a day a consultation may lie.
import type { Office } from '../config/office.ts';
import type { Day, Time } from '../core/jst.ts';
import { asTime, minuteOfDay, timeAtMinute } from '../core/jst.ts';
import { type Closure, closedSpans, isBusinessDay } from './calendar.ts';
import { overlap, type Span, within } from './spans.ts';

export type Grid = {
  /** All starts of the fine grid (「ほかの時間」) instead of the few that are offered first. */
  readonly fine: boolean;
};

/** The time a consultation takes that starts then. */
export const consultationSpan = (start: Time, office: Office): Span => {
  const from = minuteOfDay(start);
  return { from, until: from + office.consultation.minutes };
};

const windowsOf = (office: Office): Span[] =>
  office.consultation.windows.map(({ from, until }) => ({
    from: minuteOfDay(from),
    until: minuteOfDay(until),
  }));

/** R-01, 第6条(2)④: whether all of the consultation lies inside a window. */
export const isInsideWindow = (start: Time, office: Office): boolean =>
  windowsOf(office).some((window) => within(consultationSpan(start, office), window));

/** the starts of any business day without closures, in order. The fine grid counts from each window's start. */
export function startsOf(office: Office, { fine }: Grid): Time[] {
  const offered = office.consultation.grid.map(asTime);
  const all = fine ? [...offered, ...fineStarts(office)] : offered;
  return [...new Set(all)].filter((start) => isInsideWindow(start, office)).sort();
}

function fineStarts(office: Office): Time[] {
  const { minutes, fineGridMinutes } = office.consultation;
  return windowsOf(office).flatMap(({ from, until }) => {
    const count = Math.max(0, Math.floor((until - from - minutes) / fineGridMinutes) + 1);
    return Array.from({ length: count }, (_, index) => timeAtMinute(from + index * fineGridMinutes));
  });
}

/** the starts of `day`; none on a day that is no business day, none that meets a closure. */
export function startsOn(day: Day, office: Office, closures: readonly Closure[], grid: Grid): Time[] {
  if (!isBusinessDay(day, office, closures)) return [];
  const closed = closedSpans(day, closures);
  return startsOf(office, grid).filter((start) => {
    const span = consultationSpan(start, office);
    return !closed.some((hole) => overlap(span, hole));
  });
}
