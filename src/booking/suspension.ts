// 利用見合わせ: staff decide that somebody uses the service no more, until a day or without an end.
import type { SuspensionTerm } from '../../flows/vocabulary.ts';
import { addDays, type Day, dayFromNumbers, dayOf, monthAfter, numbersOf, startOfDay } from '../core/jst.ts';

/** As it stands on record. */
export type SuspensionColumns = { suspendedReason: string | null; suspendedUntil: Date | null };

export const isSuspended = ({ suspendedReason, suspendedUntil }: SuspensionColumns, now: Date): boolean =>
  suspendedReason !== null && (suspendedUntil === null || suspendedUntil > now);

/** While it stands, until when; null: it does not. */
export const suspensionShown = (person: SuspensionColumns, now: Date): { lastDay: Day | null } | null =>
  isSuspended(person, now) ? { lastDay: lastDayBefore(person.suspendedUntil) } : null;

/** The last day of it: the same day so many months later, or the end of a month that has none. Null: without an end. */
export function lastDayOf(today: Day, term: SuspensionTerm): Day | null {
  if (term === 'open') return null;
  const { year, month } = monthAfter(today, Number(term));
  const { dayOfMonth } = numbersOf(today);
  for (let day = dayOfMonth; day > 0; day -= 1) {
    const found = dayFromNumbers(year, month, day);
    if (found !== undefined) return found;
  }
  return null;
}

/** From when on it is over. */
export const endAfter = (last: Day | null): Date | null => last && startOfDay(addDays(last, 1));
/** The last day of it. */
export const lastDayBefore = (until: Date | null): Day | null => until && addDays(dayOf(until), -1);
