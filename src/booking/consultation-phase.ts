// How near a consultation is, by the clock: before it, at it and after its first minutes other words help.
import { addMinutes, dayOf } from '../core/jst.ts';

/** `overdue`: R-20, ten minutes have passed and nobody has recorded that she came. */
export type ConsultationPhase = 'ahead' | 'today' | 'soon' | 'begun' | 'overdue' | 'over';

/** So many minutes before the start she may be at the door already. */
export const minutesBefore = 15;
/** */
const minutesUntilOverdue = 10;

type Consultation = { startsAt: Date; endsAt: Date; state: string };

export function phaseOf({ startsAt, endsAt, state }: Consultation, now: Date): ConsultationPhase {
  if (now >= endsAt) return 'over';
  if (state === 'inProgress') return 'begun';
  if (now >= addMinutes(startsAt, minutesUntilOverdue)) return 'overdue';
  if (now >= startsAt) return 'begun';
  if (now >= addMinutes(startsAt, -minutesBefore)) return 'soon';
  return dayOf(now) === dayOf(startsAt) ? 'today' : 'ahead';
}

/** From then on it is to be recorded that nobody came. */
export const overdueFrom = ({ startsAt }: { startsAt: Date }): Date =>
  addMinutes(startsAt, minutesUntilOverdue);

/** From a quarter of an hour before the start until the end. */
export const isContactWindow = (hour: ConsultationPhase): boolean =>
  hour === 'soon' || hour === 'begun' || hour === 'overdue';

/** When it begins: from then on what she sends is contact. */
export const contactWindowBegins = ({ startsAt }: { startsAt: Date }): Date =>
  addMinutes(startsAt, -minutesBefore);
