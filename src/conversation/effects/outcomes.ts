// What staff record of a consultation: that the person came, was called instead, did not come, or had told us. The person is told
// nothing of it, and a wrong record can be put right at any time, with a reason; each is a row of history.

import type { BookingEvent } from '../../../flows/booking.ts';
import { buttonKinds, type ConsultationOutcome, outcomes } from '../../../flows/booking-buttons.ts';
import type { CorrectionReason } from '../../../flows/vocabulary.ts';
import { contactWindowBegins } from '../../booking/consultation-phase.ts';
import type { Booking, BookingState } from '../../db/generated/client.ts';
import { nextState, takeStep } from '../../records/booking-steps.ts';
import { findBooking, getBooking, lastStep, openBookingOf } from '../../records/bookings.ts';
import { askLater } from '../../records/opinions.ts';
import { withoutWhatIsInUse } from '../../records/room-use.ts';
import { placeFor } from '../../records/slot-uses.ts';
import { menuTimer } from '../../timers/timers.ts';
import { alreadyDecided } from '../already-decided.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { brief } from './staff.ts';
import { nameOf } from './which-room.ts';

type Ref = { booking: string; version: number };

/** The booking as the card showed it, when its hour has come; otherwise says what is true now and answers undefined. */
async function asShown({ booking: id, version }: Ref, turn: Turn): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking === null) turn.reply(...turn.words.requestUnknown());
  else if (booking.version !== version && !(await isOnlyOver(booking, version, turn)))
    await saySince(booking, turn);
  // Only a forged button records what lies ahead.
  else if (turn.happenedAt < contactWindowBegins(booking)) await showCardOf(id, turn);
  else return booking;
  return undefined;
}

/** Since the card was shown nothing has happened but that its time is over: what staff record is the same. */
async function isOnlyOver({ id, state, version }: Booking, shown: number, { tx }: Turn): Promise<boolean> {
  return state === 'unrecorded' && version === shown + 1 && (await lastStep(tx, id))?.event === 'close';
}

async function saySince(booking: Booking, turn: Turn): Promise<void> {
  const { tx, sealer, now, words, reply } = turn;
  reply(...words.alreadyDecided(await alreadyDecided(tx, sealer, booking), now));
}

/** With the hour over nobody begins any more, or is waited for again. */
const duringTheHour: ReadonlySet<BookingEvent['type']> = new Set(['start', 'resume']);

/** The first of its steps that the booking's life and the time allow: nobody has failed to come before the start. */
function stepOf(outcome: ConsultationOutcome, { state, startsAt, endsAt }: Booking, at: Date) {
  const isOver = at >= endsAt;
  const isAhead = at < startsAt;
  return buttonKinds[outcome].step.find(
    (step) =>
      nextState(state, step) !== undefined &&
      !(isOver && duringTheHour.has(step)) &&
      !(isAhead && step === 'miss'),
  );
}

type Step = ReturnType<typeof stepOf>;

/** Something else is on record. While the consultation lasts, whoever comes or is called after all is news, and nothing was wrong. */
function isCorrection(step: Step, { state, endsAt }: Booking, at: Date): boolean {
  if (state === 'confirmed' || state === 'unrecorded') return false;
  const isNews = at < endsAt && (step === 'start' || step === 'phone');
  return step !== undefined && !isNews;
}

export const recordOutcome: Handler<'recordOutcome'> = async ({ outcome, ...ref }, turn) => {
  const booking = await asShown(ref, turn);
  if (booking === undefined) return undefined;
  if (isCorrection(stepOf(outcome, booking, turn.happenedAt), booking, turn.happenedAt))
    turn.reply(...turn.words.whyCorrect({ ...brief(booking), name: await nameOf(turn, booking) }, outcome));
  else await putOnRecord(booking, { outcome }, turn);
  return undefined;
};

export const correctOutcome: Handler<'correctOutcome'> = async ({ outcome, reason, ...ref }, turn) => {
  const booking = await asShown(ref, turn);
  if (booking) await putOnRecord(booking, { outcome, reason }, turn);
  return undefined;
};

type Recorded = { outcome: ConsultationOutcome; reason?: CorrectionReason };

const isThere: ReadonlySet<BookingState> = new Set(['inProgress', 'done', 'byPhone']);

async function putOnRecord(booking: Booking, { outcome, reason }: Recorded, turn: Turn): Promise<void> {
  const { tx, happenedAt } = turn;
  const allowed = stepOf(outcome, booking, happenedAt);
  // Who has asked for another one since cannot have both.
  const isTaken = allowed === 'resume' && (await openBookingOf(tx, booking.personId)) !== null;
  const step = isTaken ? 'reopen' : allowed;
  const deed = { ...deedOf(turn), ...(reason !== undefined && { reason }) };
  // Who comes after all takes nothing away from anybody who was given the time since.
  const data =
    step !== undefined && duringTheHour.has(step)
      ? { ...(await withoutWhatIsInUse(tx, booking)), counsellor: await placeFor(tx, booking) }
      : {};
  const taken = step === undefined ? 'alreadyDecided' : await takeStep(tx, booking, step, deed, data);
  const after = await getBooking(tx, booking.id);
  if (taken === 'alreadyDecided') return saySince(after, turn);
  await askLater(tx, after, isThere.has(after.state));
  // The menu of the day goes, or comes back.
  turn.schedule(menuTimer(after, turn));
  await showCardOf(after.id, turn, { lead: outcome === 'reopened' ? 'recordTakenBack' : 'recorded' });
}

export const askOutcome: Handler<'askOutcome'> = async (ref, turn) => {
  const booking = await asShown(ref, turn);
  if (booking === undefined) return undefined;
  const buttons = outcomes.filter((outcome) => {
    const step = stepOf(outcome, booking, turn.happenedAt);
    return step !== undefined && nextState(booking.state, step) !== booking.state;
  });
  await showCardOf(booking.id, turn, { lead: 'amend', buttons });
  return undefined;
};
