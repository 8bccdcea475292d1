// How long staff can take a decision back before its person is told.
import { addSeconds } from 'date-fns/addSeconds';
import { contactWindowBegins } from './consultation-phase.ts';

export const undoSeconds = 60;

/** When its person is told; null: at once, for the consultation is too near to wait. `startsAt`: as that person knows it, and as it is now. */
export function tellTime(decidedAt: Date, startsAt: readonly Date[]): Date | null {
  const isNear = startsAt.some((at) => decidedAt >= contactWindowBegins({ startsAt: at }));
  return isNear ? null : addSeconds(decidedAt, undoSeconds);
}
