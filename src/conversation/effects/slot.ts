// Day and time: judged by the office's rules, then by what is still free.

import { type EffectAnswer, type FlowEvent, isOffer, type WishFacts } from '../../../flows/vocabulary.ts';
import { judgedAt, lastOpenDay } from '../../booking/booking-window.ts';
import type { Closure } from '../../booking/calendar.ts';
import { judgeWish, type Refusal, type Wish } from '../../booking/rules.ts';
import { isInsideWindow, startsOf } from '../../booking/starts.ts';
import {
  addDays,
  type Day,
  dayOf,
  instant,
  parseDay,
  parseTime,
  type Time,
  timeOf,
  weekday,
} from '../../core/jst.ts';
import { type Calendar, closuresBetween, readCalendar } from '../../records/calendar.ts';
import { freeCounsellor, nearestDays, openDays } from '../../records/slots.ts';
import { besideWish } from '../../understanding/beside-wish.ts';
import { readWish as read, readFlexibleWish, readUnsuited } from '../../understanding/wish.ts';
import type { FlexibleWish } from '../../understanding/wish-flexible.ts';
import type { Unsuited } from '../../understanding/wish-unsuited.ts';
import type { Turn } from '../turn.ts';
import { sayRestNotKept } from './details.ts';
import { offer } from './flexible-wish.ts';
import type { Handler } from './handler.ts';

type Refused = Extract<FlowEvent, { type: 'slot.refused' }>;

/** The calendar of every day that can be asked for now. `except`: a booking that is about to move. */
export const bookableCalendar = (turn: Turn, except: string | null = null): Promise<Calendar> =>
  readCalendar(turn.tx, ...bookableDays(turn), except);

/** The part of it that no booking changes. */
export const closuresAhead = (turn: Turn): Promise<Closure[]> =>
  closuresBetween(turn.tx, ...bookableDays(turn));

/** Some days back too: cut-offs are counted back over business days. */
function bookableDays({ now, office }: Turn): [from: Day, until: Day] {
  const today = dayOf(now);
  return [addDays(today, -14), addDays(lastOpenDay(today, office), 14)];
}

export const checkDay: Handler<'checkDay'> = async ({ day, moves }, turn) => {
  const wish = parseDay(day);
  if (wish === undefined) return { type: 'slot.refused', dayOpen: false, reason: 'noSuchDay', facts: {} };
  return (await refuse({ day: wish }, turn, moves?.booking ?? null)) ?? { type: 'day.open' };
};

export const checkSlot: Handler<'checkSlot'> = async ({ day, time, moves }, turn) => {
  const wish = slotNamed(day, time);
  if (wish === undefined) return noSuchSlot;
  return (await refuse(wish, turn, moves?.booking ?? null)) ?? { type: 'slot.free' };
};

const noSuchSlot: Refused = { type: 'slot.refused', dayOpen: false, reason: 'noSuchDay', facts: {} };

function slotNamed(dayText: string, timeText: string): Required<Wish> | undefined {
  const [day, time] = [parseDay(dayText), parseTime(timeText)];
  return day === undefined || time === undefined ? undefined : { day, time };
}

type Asked = { day: string; time: string; moves: { booking: string } | null };

/**
 * Whether 「この内容で申し込む」 comes too late or asks for what is gone; undefined: it can be taken. What was pressed before
 * the cut-off counts while staff can still decide; delivered later, the delay was not hers, and she is told so.
 */
export async function refuseRequest({ day, time, moves }: Asked, turn: Turn): Promise<Refused | undefined> {
  const wish = slotNamed(day, time);
  if (wish === undefined) return noSuchSlot;
  const except = moves?.booking ?? null;
  const refused = await refuse(wish, turn, except);
  if (refused === undefined || !closed.has(refused.reason)) return refused;
  const before = await refuse(wish, { ...turn, now: turn.happenedAt }, except);
  if (before !== undefined && closed.has(before.reason)) return refused;
  const closures = await closuresAhead(turn);
  if (judgedAt(wish.day, turn, turn.office, closures) === turn.happenedAt) return before;
  return { ...refused, reason: 'arrivedLate' };
}

/** Refused by the clock alone. */
const closed: ReadonlySet<string> = new Set(['tooLate', 'sameDay', 'past']);

/** What she typed instead of pressing a button. */
export const readWish: Handler<'readWish'> = async (effect, turn) => {
  const answer = await judgeTyped(effect, turn);
  if (isTaken(answer)) sayBeside(effect.text, turn);
  return answer;
};

/** Also where she may choose, for the very words she wrote. */
const isTaken = (answer: Answer): boolean =>
  answer.type === 'wish.day' ||
  answer.type === 'wish.slot' ||
  ((answer.type === 'wish.unclear' || answer.type === 'slot.refused') && isOffer(answer.reason));

function sayBeside(text: string, turn: Turn): void {
  const reading = read(text, dayOf(turn.happenedAt));
  // 「明日の10時か11時」: the time is asked next.
  if (reading.ok && reading.severalTimes) {
    sayRestNotKept('day', turn, true);
    return;
  }
  const beside = besideWish(readUnsuited(text, dayOf(turn.happenedAt))?.rest ?? text);
  if (beside !== 'nothing') sayRestNotKept('slot', turn, beside === 'later');
}

type Typed = Parameters<typeof readWish>[0];
type Answer = EffectAnswer<'readWish'>;

async function judgeTyped({ text, day: chosen, moves }: Typed, turn: Turn): Promise<Answer> {
  // 「明日」 is said of the day on which she wrote.
  const today = dayOf(turn.happenedAt);
  const reading = read(text, today, { asked: chosen === null ? 'day' : 'time' });
  const unsuited = readUnsuited(text, today);
  if (!reading.ok && (reading.reason === 'noSuchDay' || reading.reason === 'noSuchTime'))
    return { type: 'wish.unclear', reason: reading.reason, facts: {} };
  const { days, time } = reading.ok ? reading : { days: [] };
  const [first, second] = days;
  if (first !== undefined && second !== undefined) {
    return { type: 'wish.unclear', reason: 'twoDays', facts: { days: [first, second], ...timeFact(time) } };
  }
  if (time !== undefined && !isInsideWindow(time, turn.office))
    return (
      (first && (await refuse({ day: first }, turn, moves?.booking ?? null))) ?? {
        type: 'slot.refused',
        dayOpen: first !== undefined || chosen !== null,
        ...(first && { day: first }),
        reason: 'outsideHours',
        facts: {},
      }
    );
  const day = first ?? (chosen === null ? undefined : parseDay(chosen));
  const flexibleWish = first === undefined || time === undefined ? readFlexibleWish(text, today) : undefined;
  if (flexibleWish !== undefined && leavesChoice(flexibleWish, first, time))
    return offerWithin(flexibleWish, time, first, day, turn, { except: moves?.booking ?? null, unsuited });
  if (!reading.ok && unsuited !== undefined && namesDays(unsuited))
    return offerWithin({ earliest: false }, time, first, undefined, turn, {
      except: moves?.booking ?? null,
      unsuited,
    });
  if (!reading.ok) return { type: 'wish.unclear', reason: reading.reason, facts: {} };
  if (day === undefined) return { type: 'wish.unclear', reason: 'timeOnly', facts: exampleFact(time, turn) };
  const wish: Wish = time ? { day, time } : { day };
  const refused = await refuse(wish, turn, moves?.booking ?? null);
  if (refused) return refused;
  return time === undefined ? { type: 'wish.day', day } : { type: 'wish.slot', day, time };
}

/** With a day only its half or its end counts; with a time only the week. */
const leavesChoice = (
  { dateRange, half, until }: FlexibleWish,
  day: Day | undefined,
  time: Time | undefined,
): boolean =>
  day !== undefined ? (half ?? until) !== undefined : time === undefined || dateRange !== undefined;

const namesDays = ({ days, weekdays }: Unsuited): boolean => days.length > 0 || weekdays.length > 0;

async function offerWithin(
  { dateRange, ...rest }: FlexibleWish,
  time: Time | undefined,
  named: Day | undefined,
  day: Day | undefined,
  turn: Turn,
  { except, unsuited }: { except: string | null; unsuited: Unsuited | undefined },
): Promise<Answer> {
  const refused = named && (await refuse({ day: named }, turn, except));
  if (refused) return refused;
  const { closures, taken } = await bookableCalendar(turn, except);
  const open = openDays(turn.now, turn.office, closures, taken).filter(
    (one) => !unsuited?.days.includes(one.day) && !unsuited?.weekdays.includes(weekday(one.day)),
  );
  // 来週の火曜 is a day already.
  const flexibleWish = named === undefined && dateRange ? { dateRange, ...rest } : rest;
  return offer(
    flexibleWish,
    { time, day, without: unsuited !== undefined && namesDays(unsuited) },
    open,
    turn.office,
  );
}

/** An example is never a time that would be refused. */
const exampleFact = (time: Time | undefined, { office }: Turn): WishFacts =>
  time !== undefined && startsOf(office, { fine: true }).includes(time) ? { time } : {};

const timeFact = (time: Time | undefined): WishFacts => (time === undefined ? {} : { time });

/** Undefined: the day (and the time, if given) can be asked for and is free. */
async function refuse(wish: Wish, turn: Turn, except: string | null): Promise<Refused | undefined> {
  const { now, office } = turn;
  const calendar = await bookableCalendar(turn, except);
  const open = openDays(now, office, calendar.closures, calendar.taken);
  const verdict = judgeWish(wish, now, office, calendar.closures);
  const ofTheDay = open.find(({ day }) => day === wish.day);
  const near = nearestDays(wish.day, open, 3).map(({ day }) => day);
  const asked: WishFacts = { day: wish.day, ...timeFact(wish.time), near };
  const dayOpen = ofTheDay !== undefined;
  if (!verdict.ok) {
    return {
      type: 'slot.refused',
      day: wish.day,
      dayOpen,
      reason: verdict.reason,
      facts: { ...asked, ...factsOf(verdict) },
    };
  }
  if (!dayOpen) return { type: 'slot.refused', day: wish.day, dayOpen, reason: 'dayFull', facts: asked };
  if (wish.time === undefined || isFree(wish.day, wish.time, turn, calendar)) return undefined;
  const times = [...ofTheDay.times, ...ofTheDay.otherTimes].sort();
  return { type: 'slot.refused', day: wish.day, dayOpen, reason: 'taken', facts: { ...asked, times } };
}

const isFree = (day: Day, time: Time, { office }: Turn, { taken, closures }: Calendar): boolean =>
  freeCounsellor(instant(day, time), office, closures, taken) !== undefined;

/** What a sentence needs to explain a refusal: flat, and no personal data. */
function factsOf(refusal: Refusal): WishFacts {
  switch (refusal.reason) {
    case 'closedDay':
      return {
        why: refusal.because.why,
        ...('name' in refusal.because && { holiday: refusal.because.name }),
      };
    case 'notOpenYet':
      return { opensOn: refusal.opensOn };
    case 'tooLate':
    case 'sameDay':
      return { cutOffDay: dayOf(refusal.cutOff), cutOffTime: timeOf(refusal.cutOff) };
    case 'offGrid':
      return { times: refusal.nearest };
    default:
      return {};
  }
}
