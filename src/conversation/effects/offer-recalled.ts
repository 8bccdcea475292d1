// 提案を取り下げる: times that the person has been told of are proposed no more. Told a minute later, like all that staff decide.
import { answerBy } from '../../booking/answer-time.ts';
import { promiseByStaff } from '../../booking/staff-promise.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { findBooking } from '../../records/bookings.ts';
import { findOffer } from '../../records/offers.ts';
import { findUndo } from '../../records/undo.ts';
import { requestTimers } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { decide } from './decide.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';
import { saySettled } from './staff.ts';

/** Of a request that waits for staff again: as for a new one, and never at once. */
export async function promiseAnew({ startsAt }: Booking, turn: Turn): Promise<Date> {
  const { now, office } = turn;
  const usual = answerBy(now, dayOf(startsAt), office, await closuresAhead(turn));
  return promiseByStaff(usual, startsAt, now);
}

export async function setRequestTimers(booking: Booking, turn: Turn): Promise<void> {
  if (booking.state !== 'requested') return;
  turn.schedule(...requestTimers(booking, turn.office, await closuresAhead(turn), turn));
}

export const recallOffer: Handler<'recallOffer'> = async ({ booking: id, version }, turn) => {
  const booking = await findBooking(turn.tx, id);
  if (booking?.version !== version) {
    await saySettled(turn, booking);
    return undefined;
  }
  // Not told yet, it is taken back by 取り消す.
  const isOpen = (await findOffer(turn.tx, id)) !== null && (await findUndo(turn.tx, id)) === null;
  if (!isOpen) {
    await showCardOf(id, turn, { lead: 'changedSince' });
    return undefined;
  }
  const isRequest = booking.state === 'proposed';
  const after = await decide(turn, booking, {
    event: 'recall',
    ...(isRequest && { data: { promisedBy: await promiseAnew(booking, turn) } }),
  });
  if (after) await setRequestTimers(after, turn);
  return undefined;
};
