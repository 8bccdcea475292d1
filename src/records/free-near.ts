// The free times nearest to one that cannot be: what is offered beside the bad news.
import { lastOpenDay } from '../booking/booking-window.ts';
import type { Slot } from '../booking/shown.ts';
import { slotOf } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, dayOf, instant } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { readCalendar } from './calendar.ts';
import { openDays } from './slots.ts';

/** More would be no help on a small screen. */
const timesAtOnce = 3;

/** Of those that can be asked for now in the chat, in their order; those of the usual grid first. They are held for nobody. */
export async function freeNear(tx: Tx, wanted: Date, now: Date, office: Office): Promise<Slot[]> {
  const today = dayOf(now);
  // Some days back too: cut-offs are counted back over business days.
  const { closures, taken } = await readCalendar(
    tx,
    addDays(today, -14),
    addDays(lastOpenDay(today, office), 14),
  );
  const starts = openDays(now, office, closures, taken).flatMap(({ day, times, otherTimes }) =>
    (times.length > 0 ? times : otherTimes).map((time) => instant(day, time)),
  );
  const distance = (start: Date): number => Math.abs(start.getTime() - wanted.getTime());
  return starts
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, timesAtOnce)
    .sort((one, other) => one.getTime() - other.getTime())
    .map((startsAt) => slotOf({ startsAt, endsAt: addMinutes(startsAt, office.consultation.minutes) }));
}
