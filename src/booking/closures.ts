// What a closure is and does: which part of a day, how many counsellors are left, and which consultation it hits. Pure.
import type { Office } from '../config/office.ts';
import { graphemes } from '../core/graphemes.ts';
import {
  addDays,
  addMinutes,
  type Day,
  dayOf,
  instant,
  isBefore,
  minuteOfDay,
  parseTime,
  startOfDay,
  type Time,
  timeAtMinute,
} from '../core/jst.ts';
import { type ClosedBecause, type Closure, closedBecause, closedSpans } from './calendar.ts';
import { type Span, without } from './spans.ts';

/** The counsellors of that day: those of the profile, or the few that a closure leaves. */
export const counsellorsOn = (day: Day, office: Office, closures: readonly Closure[]): number =>
  Math.min(
    office.consultation.counsellors,
    ...closures.flatMap((one) => (one.day === day ? (one.counsellors ?? []) : [])),
  );

/** `closed`: it lies in a closure. `short`: no counsellor is left for it. */
export type Hit = 'closed' | 'short';

type Held = { readonly startsAt: Date; readonly endsAt: Date; readonly counsellor: number };

/** How the closures that stand hit this consultation; null: they do not. */
export function hitOf(booking: Held, office: Office, closures: readonly Closure[]): Hit | null {
  const day = dayOf(booking.startsAt);
  const midnight = startOfDay(day);
  const meets = ({ from, until }: Span) =>
    booking.startsAt < addMinutes(midnight, until) && addMinutes(midnight, from) < booking.endsAt;
  if (closedSpans(day, closures).some(meets)) return 'closed';
  const left = closures.flatMap((one) => (one.day === day ? (one.counsellors ?? []) : []));
  return left.length > 0 && booking.counsellor >= counsellorsOn(day, office, closures) ? 'short' : null;
}

/** Of one day: all of it, or a part. */
export type DayPart = { readonly from: Time; readonly until: Time } | 'all';

/** As a button carries it. */
export const partText = (part: DayPart): string => (part === 'all' ? part : `${part.from}-${part.until}`);

export function parsePart(text: string): DayPart | undefined {
  if (text === 'all') return text;
  const [from, until] = [parseTime(text.slice(0, 5)), parseTime(text.slice(6))];
  return text[5] === '-' && from && until && from < until ? { from, until } : undefined;
}

const noon = 12 * 60;

/** From the first to the last minute of which the profile speaks. */
function workOf({ hours, consultation }: Office): Span {
  const spans = [hours, ...consultation.windows];
  return {
    from: Math.min(...spans.map(({ from }) => minuteOfDay(from))),
    until: Math.max(...spans.map(({ until }) => minuteOfDay(until))),
  };
}

/** A part of the day as it was asked for, in minutes, where a missing end is the end of the work. */
export type AskedPart = 'all' | 'morning' | 'afternoon' | { readonly from?: Time; readonly until?: Time };

/** The part of the work's day that is meant; `outside`: nobody works then. */
export function partOf(asked: AskedPart, office: Office): DayPart | 'outside' {
  const work = workOf(office);
  const [from, until] = minutesOf(asked, work);
  if (from <= work.from && work.until <= until) return 'all';
  const [first, last] = [Math.max(from, work.from), Math.min(until, work.until)];
  return first < last ? { from: timeAtMinute(first), until: timeAtMinute(last) } : 'outside';
}

function minutesOf(asked: AskedPart, work: Span): [from: number, until: number] {
  if (asked === 'all') return [work.from, work.until];
  if (asked === 'morning') return [work.from, noon];
  if (asked === 'afternoon') return [noon, work.until];
  const { from, until } = asked;
  return [
    from === undefined ? work.from : minuteOfDay(from),
    until === undefined ? work.until : minuteOfDay(until),
  ];
}

/** What people call it. */
export type PartName = 'all' | 'morning' | 'afternoon' | 'hours';

export function nameOfPart(part: DayPart, office: Office): PartName {
  if (part === 'all') return 'all';
  const work = workOf(office);
  const [from, until] = [minuteOfDay(part.from), minuteOfDay(part.until)];
  if (from === work.from && until === noon) return 'morning';
  return from === noon && until === work.until ? 'afternoon' : 'hours';
}

export const closureOf = (day: Day, part: DayPart): Closure => (part === 'all' ? { day } : { day, ...part });

/** Whether nothing of what is to be closed is open any more. */
export function isClosedBy(day: Day, part: DayPart, closures: readonly Closure[]): boolean {
  const whole = part === 'all' ? { from: 0, until: 24 * 60 } : spanOf(part);
  return without(whole, closedSpans(day, closures)).length === 0;
}

const spanOf = ({ from, until }: { from: Time; until: Time }): Span => ({
  from: minuteOfDay(from),
  until: minuteOfDay(until),
});

/** Why closing that day or part would change nothing; undefined: it would. */
export function needless(
  day: Day,
  part: DayPart,
  now: Date,
  office: Office,
): ClosedBecause | { readonly why: 'past' } | undefined {
  const ends = part === 'all' ? startOfDay(addDays(day, 1)) : instant(day, part.until);
  if (isBefore(day, dayOf(now)) || ends <= now) return { why: 'past' };
  return closedBecause(day, office, []);
}

const reasonMax = { graphemes: 20, bytes: 60 };

/** A reason travels on a button, where each byte of it takes three letters of LINE's 300: twenty kanji have room there. */
export const isShortReason = (text: string): boolean =>
  text.length <= reasonMax.bytes &&
  new TextEncoder().encode(text).length <= reasonMax.bytes &&
  graphemes(text).length <= reasonMax.graphemes;
