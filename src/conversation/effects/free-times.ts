// Free times as buttons on cards of staff: a few at once, the others behind ほか.
import { judgeForStaff } from '../../booking/staff-times.ts';
import { type Day, dayOf, instant, isBefore, type Time, timeOf } from '../../core/jst.ts';
import type { FreeTime, FreeTimes } from '../../messages/facts-phone.ts';
import { freeTimes, openDays } from '../../records/slots.ts';
import type { Turn } from '../turn.ts';
import { bookableCalendar } from './slot.ts';

/** A card has five buttons. */
const timesAtOnce = 4;

type Free = { day: Day; time: Time };
const shown = ({ day, time }: Free): FreeTime => ({ day, time, at: instant(day, time).getTime() });

/** From that day on, as in the chat; `late`: those of that day too, if it is too late for them there. */
export async function freeFrom(
  from: Day,
  late: boolean,
  turn: Turn,
): Promise<{ free: Free[]; isLate: boolean }> {
  const { now, office } = turn;
  const { closures, taken } = await bookableCalendar(turn);
  const verdict = judgeForStaff({ day: from }, now, office, closures);
  const isLate = late && verdict.ok && verdict.isLate;
  const ofLateDay = isLate
    ? freeTimes(from, office, closures, taken, { fine: true })
        .filter((time) => instant(from, time) > now)
        .map((time) => ({ day: from, time }))
    : [];
  const usual = openDays(now, office, closures, taken)
    .filter(({ day }) => !isBefore(day, from))
    .flatMap(({ day, times, otherTimes }) =>
      (times.length > 0 ? times : otherTimes).map((time) => ({ day, time })),
    );
  return isLate && ofLateDay.length > 0 ? { free: ofLateDay, isLate: true } : { free: usual, isLate: false };
}

/** Beyond the last page, as things are by now, the first one is shown. */
export function pageOfTimes(free: readonly Free[], page: number): Omit<FreeTimes, 'isLate'> {
  const at = page * timesAtOnce < free.length ? page : 0;
  const times = free.slice(at * timesAtOnce, (at + 1) * timesAtOnce).map(shown);
  return { times, next: (at + 1) * timesAtOnce < free.length ? at + 1 : null };
}

/** A moment as day and time. */
export const startOf = (at: number): Free => ({ day: dayOf(new Date(at)), time: timeOf(new Date(at)) });
