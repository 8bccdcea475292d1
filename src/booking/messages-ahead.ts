// How many messages the people with open bookings will still get, by what is booked now: against what the month has left.
import { max as latest } from 'date-fns/max';
import type { Office } from '../config/office.ts';
import { reminderTimes } from './reminder-times.ts';

/** One that somebody with LINE has. `promisedBy`: of a request, when it is answered at the latest. */
export type BookedAhead = {
  state: 'requested' | 'proposed' | 'confirmed';
  startsAt: Date;
  promisedBy: Date;
  wantsEarlyReminder: boolean;
};

/** `early`: the reminders of days before, which are the first to be left out; `needed`: answers and all other reminders. */
export type MessagesAhead = { readonly needed: number; readonly early: number };

/** Those that fall due before `until`. A request counts as if it were confirmed when its person is to hear. */
export function messagesAhead(
  bookings: readonly BookedAhead[],
  { now, until }: { now: Date; until: Date },
  office: Office,
): MessagesAhead {
  let [needed, early] = [0, 0];
  for (const { state, startsAt, promisedBy, wantsEarlyReminder } of bookings) {
    const isOpen = state !== 'confirmed';
    if (isOpen && promisedBy < until) needed += 1;
    for (const { kind, at } of reminderTimes(startsAt, isOpen ? latest([now, promisedBy]) : now, office)) {
      if (at >= until) continue;
      if (kind !== 'daysBefore') needed += 1;
      else if (wantsEarlyReminder) early += 1;
    }
  }
  return { needed, early };
}
