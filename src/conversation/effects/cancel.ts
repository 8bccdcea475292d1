// What staff record of a phone call: that a booking is cancelled, or that one that was over is taken after all.

import { answerBy } from '../../booking/answer-time.ts';
import { hitOf } from '../../booking/closures.ts';
import { promiseByStaff } from '../../booking/staff-promise.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { takeStep } from '../../records/booking-steps.ts';
import { findBooking, getBooking, lastStep, openBookingOf } from '../../records/bookings.ts';
import { closuresBetween, readCalendar } from '../../records/calendar.ts';
import { closeOutdated, isEndUntold } from '../../records/calls.ts';
import { freeCounsellor } from '../../records/slots.ts';
import { findUndo } from '../../records/undo.ts';
import { menuTimer } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { confirmedAhead } from './confirmed-ahead.ts';
import { type Decision, decide, deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';
import { brief, saySettled } from './staff.ts';
import { setTimers } from './undo.ts';
import { whoseIs } from './which-room.ts';

export const askCancelReason: Handler<'askCancelReason'> = async (ref, turn) => {
  const booking = await confirmedAhead(ref, turn);
  if (booking) turn.reply(...turn.words.whyCancel({ ...brief(booking), ...(await whoseIs(turn, booking)) }));
  return undefined;
};

export const cancelBooking: Handler<'cancelBooking'> = async ({ reason, ...ref }, turn) => {
  const booking = await confirmedAhead(ref, turn);
  if (booking === undefined) return undefined;
  const after = await decide(turn, booking, { event: 'cancel', reason });
  if (after) turn.schedule(menuTimer(after, turn));
  return undefined;
};

/** もう一度受ける: it waits for a decision again, at its old time. */
export const readmit: Handler<'readmit'> = async ({ booking: id, version }, turn) => {
  const { tx, office, words, reply } = turn;
  const booking = await findBooking(tx, id);
  if (booking?.version !== version || !isOver.has(booking.state)) {
    await saySettled(turn, booking);
    return undefined;
  }
  // Its person has not heard yet: that is taken back, not taken anew. And of what staff made and took back nobody has asked for.
  if ((await findUndo(tx, id)) !== null || (await lastStep(tx, id))?.event === 'unmake') {
    await showCardOf(id, turn, { lead: 'changedSince' });
    return undefined;
  }
  const counsellor = await counsellorFor(booking, turn);
  const because = await whyNot(booking, counsellor, turn);
  if (because !== undefined) {
    reply(...words.notReadmitted(because));
    return undefined;
  }
  const data = { counsellor: counsellor ?? 0, promisedBy: await promiseFor(booking, turn) };
  const zoom = { zoomMeetingId: null, zoomPasscode: null, zoomHash: null, roomId: null };
  const columns = { ...data, ...zoom };
  // What did not arrive waits among the calls, and is not to be told any more.
  const isTold = !(await isEndUntold(tx, id));
  const after = isTold
    ? await decide(turn, booking, { event: 'readmit', data: columns })
    : await readmitUntold(booking, columns, turn);
  if (after) await setTimers(after, turn);
  return undefined;

  async function promiseFor({ startsAt }: Booking, { now }: Turn): Promise<Date> {
    const usual = answerBy(now, dayOf(startsAt), office, await closuresAhead(turn));
    return promiseByStaff(usual, startsAt, now);
  }
};

/** Its person has not heard that it was over: nothing of it is told. */
async function readmitUntold(
  booking: Booking,
  columns: Decision['data'],
  turn: Turn,
): Promise<Booking | undefined> {
  const { tx, now } = turn;
  const taken = await takeStep(tx, booking, 'readmit', deedOf(turn), columns);
  const after = await getBooking(tx, booking.id);
  if (taken === 'alreadyDecided') {
    await saySettled(turn, after);
    return undefined;
  }
  await closeOutdated(tx, booking.id, now);
  await showCardOf(booking.id, turn, { lead: 'readmitted' });
  return after;
}

const isOver: ReadonlySet<string> = new Set(['cancelled', 'declined', 'expired']);

async function counsellorFor({ startsAt }: Booking, { tx, office }: Turn): Promise<number | undefined> {
  const day = dayOf(startsAt);
  const { closures, taken } = await readCalendar(tx, day, day);
  return freeCounsellor(startsAt, office, closures, taken);
}

async function whyNot(
  booking: Booking,
  counsellor: number | undefined,
  { tx, now, office }: Turn,
): Promise<'past' | 'closed' | 'taken' | 'openBooking' | undefined> {
  const { startsAt, personId } = booking;
  if (startsAt <= now) return 'past';
  const day = dayOf(startsAt);
  if (hitOf(booking, office, await closuresBetween(tx, day, day)) === 'closed') return 'closed';
  if (counsellor === undefined) return 'taken';
  return (await openBookingOf(tx, personId)) === null ? undefined : 'openBooking';
}
