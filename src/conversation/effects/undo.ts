// 取り消す: a decision is taken back within its minute, by anybody of the staff. Its person has heard nothing of it.

import type { BookingEvent } from '../../../flows/booking.ts';
import type { Booking, BookingState } from '../../db/generated/client.ts';
import { nextState, takeStep } from '../../records/booking-steps.ts';
import { findBooking, getBooking, openBookingOf } from '../../records/bookings.ts';
import { columnsBefore, takeUndo } from '../../records/undo.ts';
import { bookingTimers, menuTimer, requestTimers } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';

export const undoDecision: Handler<'undoDecision'> = async ({ booking: id, version }, turn) => {
  const { tx } = turn;
  const booking = await findBooking(tx, id);
  if (booking === null) {
    turn.reply(...turn.words.requestUnknown());
    return undefined;
  }
  if (booking.version !== version) {
    await showCardOf(id, turn, { lead: 'changedSince' });
    return undefined;
  }
  const other = await openBookingOf(tx, booking.personId);
  const undo = other === null || other.id === id ? await takeUndo(tx, id) : undefined;
  if (undo === undefined) {
    await showCardOf(id, turn, { lead: 'toldAlready' });
    return undefined;
  }
  const step = stepBack(booking.state, undo.state);
  const taken = await takeStep(tx, booking, step, deedOf(turn), columnsBefore(undo));
  if (taken === 'alreadyDecided') throw new Error('Who holds the way back of a booking holds the booking');
  await setTimers(await getBooking(tx, id), turn);
  await showCardOf(id, turn, { lead: 'undone' });
  return undefined;
};

const stepsBack: readonly BookingEvent['type'][] = ['undo', 'unconfirm', 'readmit'];

function stepBack(from: BookingState, to: BookingState): BookingEvent['type'] {
  const step = stepsBack.find((event) => nextState(from, event) === to);
  if (step === undefined) throw new Error(`No step leads back from ${from} to ${to}`);
  return step;
}

/** Those that fired meanwhile did nothing. */
export async function setTimers(booking: Booking, turn: Turn): Promise<void> {
  if (booking.state === 'confirmed') turn.schedule(...bookingTimers(booking, turn.office, turn));
  if (booking.state === 'requested')
    turn.schedule(...requestTimers(booking, turn.office, await closuresAhead(turn), turn));
  turn.schedule(menuTimer(booking, turn));
}
