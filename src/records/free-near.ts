// The free times nearest to one that cannot be: what is offered beside the bad news.
import { lastOpenDay } from '../booking/booking-window.ts';
import type { Slot } from '../booking/shown.ts';
import { slotOf } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, dayOf, instant } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { readCalendar } from './calendar.ts';
import { openDays } from './slots.ts';
import { personIsSuspended } from './suspensions.ts';

/** More would be no help on a small screen. */
const timesAtOnce = 3;

/**
 * Of those that can be asked for now in the chat, in their order; those of the usual grid first. They are held for nobody. None that
 * touches the time itself, which is what cannot be; and none for who may not ask for one.
 */
export async function freeNear(
  tx: Tx,
  { personId, startsAt: wanted, endsAt }: Pick<Booking, 'personId' | 'startsAt' | 'endsAt'>,
  now: Date,
  office: Office,
): Promise<Slot[]> {
  if (await personIsSuspended(tx, personId, now)) return [];
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
  const touches = (start: Date): boolean =>
    start < endsAt && addMinutes(start, office.consultation.minutes) > wanted;
  const distance = (start: Date): number => Math.abs(start.getTime() - wanted.getTime());
  return starts
    .filter((start) => !touches(start))
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, timesAtOnce)
    .sort((one, other) => one.getTime() - other.getTime())
    .map((startsAt) => slotOf({ startsAt, endsAt: addMinutes(startsAt, office.consultation.minutes) }));
}
