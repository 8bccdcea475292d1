// When staff may book for somebody: the rules of the chat, but for the cut-off, which a reason overrides.
import type { Office } from '../config/office.ts';
import { type Day, instant, type Time } from '../core/jst.ts';
import type { Closure } from './calendar.ts';
import { judgeWish } from './rules.ts';
import { startsOn } from './starts.ts';

export type CannotBook = 'past' | 'closed' | 'notOpenYet' | 'outside';
/** `isLate`: the chat is closed for it. */
export type StaffVerdict = { ok: true; isLate: boolean } | { ok: false; because: CannotBook };

export function judgeForStaff(
  { day, time }: { day: Day; time?: Time },
  now: Date,
  office: Office,
  closures: readonly Closure[],
): StaffVerdict {
  const ofDay = judgeWish({ day }, now, office, closures);
  const isLate = !ofDay.ok && (ofDay.reason === 'sameDay' || ofDay.reason === 'tooLate');
  if (!ofDay.ok && !isLate) return { ok: false, because: becauseOf(ofDay.reason) };
  if (time === undefined) return { ok: true, isLate };
  if (instant(day, time) <= now) return { ok: false, because: 'past' };
  const starts = startsOn(day, office, closures, { fine: true });
  return starts.includes(time) ? { ok: true, isLate } : { ok: false, because: 'outside' };
}

function becauseOf(reason: string): CannotBook {
  if (reason === 'past' || reason === 'notOpenYet') return reason;
  return 'closed';
}
