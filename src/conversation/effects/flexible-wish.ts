// A wish that leaves a choice is answered with what is free: the days of that week, the times of that half day.
import type { EffectAnswer, WishFacts, WishReason } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Day, Time } from '../../core/jst.ts';
import { isAfter, isBefore, minuteOfDay } from '../../core/jst.ts';
import { nearestDays, type OpenDay } from '../../records/slots.ts';
import type { FlexibleWish, HalfDay } from '../../understanding/wish-flexible.ts';

/** Days on one card. */
const daysAtOnce = 6;
const earliestDays = 3;
const timesAtOnce = 12;

/**
 * `time`: what was named with the wish. `day`: the one it is about; undefined: none yet. `without`: the days that do
 * not suit her are left out of `open`.
 */
type Named = { time?: Time | undefined; day?: Day | undefined; without?: boolean };

type Offer = EffectAnswer<'readWish'>;

export function offer(
  { dateRange, half, until, earliest }: FlexibleWish,
  { time, day, without = false }: Named,
  open: readonly OpenDay[],
  { consultation }: Pick<Office, 'consultation'>,
): Offer {
  const isOver = (start: Time) =>
    until === undefined || minuteOfDay(start) + consultation.minutes <= minuteOfDay(until);
  const fits = (start: Time) => (half === undefined || halfOf(start) === half) && isOver(start);
  if (dateRange === undefined && day !== undefined) {
    const ofTheDay = open.find((one) => one.day === day);
    const part = { ...(half && { half }), ...(until && { until }) };
    if (Object.keys(part).length > 0) return offerTimes(day, part, fits, ofTheDay);
    const [first] = ofTheDay ? allTimes(ofTheDay) : [];
    return first === undefined ? full(day) : { type: 'wish.slot', day, time: first };
  }
  const suits = (one: OpenDay) =>
    (time === undefined || allTimes(one).includes(time)) && allTimes(one).some(fits);
  const within = (one: OpenDay) =>
    dateRange === undefined || (!isBefore(one.day, dateRange.from) && !isAfter(one.day, dateRange.until));
  const days = open.filter((one) => within(one) && suits(one));
  const facts: WishFacts = {
    ...(dateRange && { dateRange: dateRange.name }),
    ...(dateRange?.begins && { begins: dateRange.begins }),
    ...(dateRange?.ends && { ends: dateRange.ends }),
    ...(half && { half }),
    ...(until && { until }),
    ...(time && { time }),
    ...(without && { without }),
    earliest,
  };
  if (days.length === 0) {
    const near = dateRange ? nearestDays(dateRange.from, open.filter(suits), earliestDays) : [];
    return refused('noDays', { ...facts, near: near.map((one) => one.day) });
  }
  const shown = days.slice(0, dateRange === undefined ? earliestDays : daysAtOnce).map((one) => one.day);
  return refused('someDays', { ...facts, days: shown });
}

function offerTimes(
  day: Day,
  part: WishFacts,
  fits: (start: Time) => boolean,
  ofTheDay: OpenDay | undefined,
): Offer {
  if (ofTheDay === undefined) return full(day);
  const usual = ofTheDay.times.filter(fits);
  const others = ofTheDay.otherTimes.filter(fits);
  const times = usual.length > 0 ? usual : others;
  const facts = {
    day,
    ...part,
    times: times.slice(0, timesAtOnce),
    more: usual.length > 0 && others.length > 0,
  };
  return { ...refused(times.length > 0 ? 'someTimes' : 'halfFull', facts), day, dayOpen: true };
}

const full = (day: Day): Offer => refused('dayFull', { day });

/** What she said is none that can be asked for yet: what can be comes with it, and the question stands. */
const refused = (reason: WishReason, facts: WishFacts) =>
  ({ type: 'slot.refused', dayOpen: false, reason, facts }) as const satisfies Offer;

const allTimes = ({ times, otherTimes }: OpenDay): Time[] => [...times, ...otherTimes].sort();

const halfOf = (time: Time): HalfDay => (time < '12:00' ? 'morning' : 'afternoon');
