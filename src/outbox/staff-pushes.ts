// What is pushed to staff, which costs a message for every member of the chat, and what waits for the first word that anybody
// writes there and goes out as its reply. One row for each kind: whoever adds a kind says here which it is.
import { isOpen } from '../booking/answer-time.ts';
import type { Office } from '../config/office.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { toStaff } from '../messages/kinds.ts';
import { closuresBetween } from '../records/calendar.ts';

/** What is no news: answers, and the day's overview, which has rules of its own (timers/morning.ts). */
type Answered = 'morning' | 'answer' | 'apology' | 'chatEnded' | 'unreadable';
export type NewsKind = Exclude<keyof typeof toStaff, Answered>;

/**
 * `push`: in office hours at once. `today`: the same where its consultation is on that day, else it waits. `waits`: for the next
 * word. Outside office hours nothing is pushed: the first word of the morning brings it, or the overview at 9:10.
 */
export const staffPushes = {
  request: 'push',
  moveWish: 'push',
  nudge: 'push',
  noSign: 'push',
  /** A new call. */
  undelivered: 'push',
  chatEnrolled: 'push',
  /** A card that was pushed before may ask staff to call. */
  noPhone: 'push',
  /** Somebody is in danger. */
  inNeed: 'push',
  trouble: 'today',
  waiting: 'today',
  inside: 'today',
  callMe: 'today',
  absence: 'today',
  absenceWritten: 'today',
  late: 'today',
  /** It takes back an absence that was pushed: somebody has to be in the meeting after all. */
  coming: 'today',
  aboutCalls: 'waits',
  active: 'waits',
  chatLeft: 'waits',
  contact: 'waits',
  deletion: 'waits',
  linkRefused: 'waits',
  entered: 'waits',
  expired: 'waits',
  mayCall: 'waits',
  newPhone: 'waits',
  numbers: 'waits',
  offerLapsed: 'waits',
  offerRefused: 'waits',
  offerGone: 'waits',
  offerTaken: 'waits',
  told: 'waits',
  unreachable: 'waits',
  wishUnanswered: 'waits',
  withdrawn: 'waits',
} as const satisfies Record<NewsKind, 'push' | 'today' | 'waits'>;

type Waits = {
  [Kind in NewsKind]: (typeof staffPushes)[Kind] extends 'waits' ? Kind : never;
};
/** What is never pushed, and so has no words but its line (messages/ja/staff-notice-words.ts). */
export type WaitingOnly = Waits[NewsKind];

/** `startsAt`: of the consultation that it is about. `isAgainstRecord`: it is not over, and staff wait for nobody any more. */
export type StaffNews = { about: NewsKind; startsAt?: Date; isAgainstRecord?: true };

/** Whether it is one of those that are pushed, whatever the hour. */
export function isPushed({ about, startsAt, isAgainstRecord }: StaffNews, now: Date): boolean {
  if (isAgainstRecord) return true;
  const when = staffPushes[about];
  return when === 'push' || (when === 'today' && startsAt !== undefined && dayOf(startsAt) === dayOf(now));
}

/** Somebody is there to read it. */
export async function isOfficeOpen(tx: Tx, office: Office, now: Date): Promise<boolean> {
  if (office.messages.toStaff === 'always') return true;
  const today = dayOf(now);
  return isOpen(now, office, await closuresBetween(tx, today, today));
}
