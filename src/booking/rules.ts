// Whether a wish can be asked for now. Whether the slot is free is another question: slots.ts.
import type { Office } from '../config/office.ts';
import type { Day, Time } from '../core/jst.ts';
import { dayOf, isAfter, isBefore, minuteOfDay } from '../core/jst.ts';
import { closesAt, opensOn } from './booking-window.ts';
import { type ClosedBecause, type Closure, closedBecause } from './calendar.ts';
import { isInsideWindow, startsOf, startsOn } from './starts.ts';

/** A day, and perhaps a time on it, that somebody would like. */
export type Wish = { readonly day: Day; readonly time?: Time };

export type Refusal =
  | { readonly reason: 'past' }
  /** the office does not work that day. */
  | { readonly reason: 'closedDay'; readonly because: ClosedBecause }
  /** never in the chat for the same day. `cutOff` is when it closed, exclusive. */
  | { readonly reason: 'sameDay'; readonly cutOff: Date }
  /** */
  | { readonly reason: 'notOpenYet'; readonly opensOn: Day }
  /** `cutOff` is when it closed, exclusive. */
  | { readonly reason: 'tooLate'; readonly cutOff: Date }
  /** not wholly inside a consultation window. */
  | { readonly reason: 'outsideHours' }
  /** inside a window, but not a start of the fine grid. `nearest`: the starts around it. */
  | { readonly reason: 'offGrid'; readonly nearest: readonly Time[] }
  /** the office works that day, but is closed for a part that this time meets. */
  | { readonly reason: 'closedThen' };

export type Verdict = { readonly ok: true } | ({ readonly ok: false } & Refusal);

/** Judges a wish by the office's rules at `now`; the first rule that refuses it answers. */
export function judgeWish(wish: Wish, now: Date, office: Office, closures: readonly Closure[]): Verdict {
  const refusal =
    refuseDay(wish.day, now, office, closures) ??
    (wish.time === undefined ? undefined : refuseTime(wish.day, wish.time, office, closures));
  return refusal === undefined ? { ok: true } : { ok: false, ...refusal };
}

function refuseDay(day: Day, now: Date, office: Office, closures: readonly Closure[]): Refusal | undefined {
  const today = dayOf(now);
  if (isBefore(day, today)) return { reason: 'past' };
  const because = closedForConsultations(day, office, closures);
  if (because !== undefined) return { reason: 'closedDay', because };
  const cutOff = closesAt(day, office, closures);
  if (day === today) return { reason: 'sameDay', cutOff };
  const opens = opensOn(day, office);
  if (isAfter(opens, today)) return { reason: 'notOpenYet', opensOn: opens };
  return now.getTime() < cutOff.getTime() ? undefined : { reason: 'tooLate', cutOff };
}

/** A closure that leaves no start at all closes the day for her, though staff may be there. */
function closedForConsultations(
  day: Day,
  office: Office,
  closures: readonly Closure[],
): ClosedBecause | undefined {
  const because = closedBecause(day, office, closures);
  if (because !== undefined) return because;
  return startsOn(day, office, closures, { fine: true }).length === 0 ? { why: 'closure' } : undefined;
}

function refuseTime(day: Day, time: Time, office: Office, closures: readonly Closure[]): Refusal | undefined {
  if (!isInsideWindow(time, office)) return { reason: 'outsideHours' };
  const starts = startsOn(day, office, closures, { fine: true });
  if (starts.includes(time)) return undefined;
  if (startsOf(office, { fine: true }).includes(time)) return { reason: 'closedThen' };
  return { reason: 'offGrid', nearest: nearestStarts(time, starts) };
}

/** The start before and the start after, where there are such. */
function nearestStarts(time: Time, starts: readonly Time[]): Time[] {
  const minute = minuteOfDay(time);
  const before = starts.findLast((start) => minuteOfDay(start) < minute);
  const after = starts.find((start) => minuteOfDay(start) > minute);
  return [before, after].filter((start) => start !== undefined);
}
