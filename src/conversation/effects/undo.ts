// 取り消す: the last decision is taken back within its minute, by anybody of the staff. Its person has heard nothing of it.

import { subSeconds } from 'date-fns/subSeconds';
import type { BookingEvent } from '../../../flows/booking.ts';
import { undoSeconds } from '../../booking/undo-time.ts';
import type { Booking, Undo } from '../../db/generated/client.ts';
import { tellAtOnce } from '../../outbox/tell-decision.ts';
import { nextState, takeStep } from '../../records/booking-steps.ts';
import {
  findBooking,
  getBooking,
  openBookingOf,
  reasonOfEnd,
  wasReadmitted,
} from '../../records/bookings.ts';
import { findWish, holdWishedSlot } from '../../records/move-wishes.ts';
import { dropOffer, findOffer, holdOfferedSlot } from '../../records/offers.ts';
import { neighboursOf, useOf } from '../../records/room-use.ts';
import { columnsBefore, findUndo, takeUndo } from '../../records/undo.ts';
import { numbersOfBooking } from '../../records/zoom-numbers.ts';
import { endOfferOn } from '../../timers/offer-end.ts';
import { bookingTimers, menuTimer, missedTimers, requestTimers } from '../../timers/timers.ts';
import { endWishOn } from '../../timers/wish-end.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';
import { hitOn } from './staff.ts';

export const undoDecision: Handler<'undoDecision'> = async ({ booking: id, version, sure }, turn) => {
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
  const way = await findUndo(tx, id);
  if (way !== null && (await isMeetingTaken(booking, way, turn))) {
    await showCardOf(id, turn, { lead: 'meetingTaken', buttons: ['contact'] });
    return undefined;
  }
  const other = await openBookingOf(tx, booking.personId);
  if (way !== null && other !== null && other.id !== id) {
    await showCardOf(id, turn, { lead: 'otherBooking', buttons: ['contact'] });
    return undefined;
  }
  if (way !== null && !sure && (await isOntoClosed(booking, way, turn))) {
    await showCardOf(id, turn, { lead: 'backOntoClosed', buttons: ['undo', 'contact'] });
    return undefined;
  }
  const undo = await takeUndo(tx, id);
  if (undo === undefined) {
    // Told since, or a colleague decided something else in this very moment.
    const { version: latest } = await getBooking(tx, id);
    await showCardOf(id, turn, { lead: latest === version ? 'toldAlready' : 'changedSince' });
    return undefined;
  }
  const { isWishOver } = await takeBack(booking, undo, turn);
  const { earlier } = undo;
  const alone = isWishOver ? 'undoneLate' : 'undone';
  await showCardOf(id, turn, earlier === null ? { lead: alone } : { lead: 'undoneLast', tells: earlier });
  return undefined;
};

/** By who has taken the way back. `isWishOver`: the time for what its person wished for is over, and that is told. */
export async function takeBack(booking: Booking, undo: Undo, turn: Turn): Promise<{ isWishOver: boolean }> {
  const { tx } = turn;
  const { id } = booking;
  await stepBack(booking, undo, turn);
  // What was decided before it stands, and nobody can take it back any more: it is told.
  if (undo.earlier !== null) await tellAtOnce(turn, id, { event: undo.earlier, reason: null }, turn);
  const wish = await findWish(tx, id);
  if (wish !== null) await holdWishedSlot(tx, wish);
  const isWishOver = await endWishOn(turn, id, turn);
  await offerAgain(id, undo, turn);
  const after = await getBooking(tx, id);
  await setTimers(after, turn);
  const since = subSeconds(undo.tellAt, undoSeconds);
  turn.schedule(...missedTimers(after, turn.office, await closuresAhead(turn), { ...turn, since }));
  return { isWishOver };
}

/** What was proposed with it goes; what was proposed before it stands, if its time is not over. */
async function offerAgain(id: string, { event }: Undo, turn: Turn): Promise<void> {
  const { tx, office } = turn;
  const offer = await findOffer(tx, id);
  if (offer === null) return;
  if (event === 'propose') await dropOffer(tx, id);
  else {
    await holdOfferedSlot(tx, offer, office);
    await endOfferOn(turn, id, turn);
  }
}

/** Somebody else has been confirmed in its room since. */
export async function isMeetingTaken(booking: Booking, undo: Undo, { tx, sealer }: Turn): Promise<boolean> {
  if (undo.state !== 'confirmed') return false;
  const before = { ...booking, ...columnsBefore(undo) };
  const numbers = numbersOfBooking(sealer, before);
  if (numbers === null) return false;
  const meeting = { roomId: before.roomId, meetingId: numbers.meetingId };
  return useOf(sealer, before, meeting, await neighboursOf(tx, before)).inUse !== null;
}

/** A closure hits the time that it would come back to, and not the one that it has. */
async function isOntoClosed(booking: Booking, undo: Undo, turn: Turn): Promise<boolean> {
  const before = { ...booking, ...columnsBefore(undo), state: undo.state };
  return (await hitOn(before, turn)) !== null && (await hitOn(booking, turn)) === null;
}

const stepsBack: readonly BookingEvent['type'][] = [
  'undo',
  'unconfirm',
  'declineAgain',
  'cancelAgain',
  'expireAgain',
  'repropose',
];

async function stepBack(booking: Booking, undo: Undo, turn: Turn): Promise<void> {
  const step = (await isMadeWithIt(booking, undo, turn))
    ? 'unmake'
    : stepsBack.find((event) => nextState(booking.state, event) === undo.state);
  if (step === undefined) throw new Error(`No step leads back from ${booking.state} to ${undo.state}`);
  // Whoever looks at what is over again sees why, as before.
  const reason = isOver.has(undo.state) ? await reasonOfEnd(turn.tx, booking.id, undo.state) : null;
  const author = { ...deedOf(turn), ...(reason !== null && { reason }) };
  const taken = await takeStep(turn.tx, booking, step, author, columnsBefore(undo));
  if (taken === 'alreadyDecided') throw new Error('Who holds the way back of a booking holds the booking');
}

const isOver: ReadonlySet<string> = new Set(['declined', 'cancelled', 'expired']);

/** Made and confirmed with one press: nobody has asked for it, so it goes with that press. Later it is a request as others are. */
const isMadeWithIt = async ({ id, source, state }: Booking, undo: Undo, { tx }: Turn): Promise<boolean> =>
  source === 'consultation' &&
  state === 'confirmed' &&
  undo.state === 'requested' &&
  !(await wasReadmitted(tx, id));

export async function setTimers(booking: Booking, turn: Turn): Promise<void> {
  if (booking.state === 'confirmed') turn.schedule(...bookingTimers(booking, turn.office, turn));
  if (booking.state === 'requested')
    turn.schedule(...requestTimers(booking, turn.office, await closuresAhead(turn), turn));
  turn.schedule(menuTimer(booking, turn));
}
