// Which part of a day is meant behind its date: 午前, 午後, 14:00-, 14:00-16:00, 14時から, 12時まで.
import type { AskedPart } from '../booking/closures.ts';
import type { Time } from '../core/jst.ts';
import { timeOfHour } from './wish-time.ts';

/** `part` undefined: none is named. `rest`: what follows it. */
export type PartFound = { part: AskedPart | undefined; rest: string };

const gap = /^[\s、,]*(?:の ?)?/;
const words: readonly (readonly [RegExp, AskedPart])[] = [
  [/^(?:終日|一日中?|1日中?|全日)/, 'all'],
  [/^(?:午前中?|AM(?![a-z]))/i, 'morning'],
  [/^(?:午後|PM(?![a-z]))/i, 'afternoon'],
];
const clock =
  /^(?<half>午前|午後)? ?(?<hour>\d{1,2})(?:(?<colon>:)(?<minutes>\d{2})(?!\d)|(?<counter>時)(?:(?<thirty>半)|(?<minute>\d{1,2})分)?)?/;
const begins = /^ ?(?:[-~〜ー−–—―]|から|より|以降|以後)(?:は(?=[\s、,]|$))? ?/;
const ends = /^ ?(?:まで|迄)/;

type Clock = { time: Time | undefined; isClear: boolean; rest: string };

export function readPart(text: string): PartFound {
  const behind = text.replace(gap, '');
  const span = readSpan(behind);
  if (span !== undefined) return span;
  for (const [word, part] of words) {
    const found = word.exec(behind);
    if (found) return { part, rest: behind.slice(found[0].length) };
  }
  return { part: undefined, rest: text };
}

function readSpan(text: string): PartFound | undefined {
  const first = readClock(text);
  if (first === undefined) return undefined;
  const end = ends.exec(first.rest);
  if (end !== null) return spanOf(undefined, first, first.rest.slice(end[0].length));
  const begin = begins.exec(first.rest);
  if (begin === null) return undefined;
  const behind = first.rest.slice(begin[0].length);
  const last = readClock(behind);
  // 「14:00- 3階の工事」: a number that is no time begins the reason.
  if (last === undefined || !last.isClear)
    return spanOf(first, undefined, /\s$/.test(begin[0]) ? ` ${behind}` : behind);
  return spanOf(first, last, last.rest.replace(ends, ''));
}

function spanOf(from: Clock | undefined, until: Clock | undefined, rest: string): PartFound | undefined {
  const isClear = from?.isClear || until?.isClear;
  const [start, end] = [from?.time, until?.time];
  if (!isClear || (from && !start) || (until && !end)) return undefined;
  if (start !== undefined && end !== undefined && start >= end) return undefined;
  return { part: { ...(start && { from: start }), ...(end && { until: end }) }, rest };
}

/** `isClear`: a number alone is a time only beside one that is. */
function readClock(text: string): Clock | undefined {
  const found = clock.exec(text);
  if (found === null) return undefined;
  const { half, hour = '', colon, minutes, counter, thirty, minute } = found.groups ?? {};
  const typed = thirty === undefined ? (minutes ?? minute ?? '0') : '30';
  return {
    time: timeOfHour(hour, half, typed),
    isClear: (colon ?? counter) !== undefined,
    rest: text.slice(found[0].length),
  };
}
