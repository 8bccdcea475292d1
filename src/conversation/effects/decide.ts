// A decision of staff about a booking, and the way back from it: for a minute anybody of them can take it back, and its person
// has heard nothing until then.

import type { BookingEvent } from '../../../flows/booking.ts';
import { tellTime } from '../../booking/undo-time.ts';
import type { Prisma } from '../../db/client.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { CardLead } from '../../messages/facts-staff.ts';
import { tellAtOnce } from '../../outbox/tell-decision.ts';
import type { Author } from '../../records/booking-steps.ts';
import { takeStep } from '../../records/booking-steps.ts';
import { getBooking, holdBooking } from '../../records/bookings.ts';
import { releaseWishedSlot } from '../../records/move-wishes.ts';
import { releaseOfferedSlot } from '../../records/offers.ts';
import { releaseUndo } from '../../records/slot-uses.ts';
import { keepUndo, takeUndo, whichIsTold } from '../../records/undo.ts';
import { tellTimer } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { saySettled } from './staff.ts';

/** Who of the staff does it, in which chat. */
export const deedOf = ({ chatId, member, happenedAt }: Turn): Author => ({
  actor: 'staff',
  chatId,
  staffId: member?.id ?? null,
  at: happenedAt,
});

export type Decision = {
  event: Extract<
    BookingEvent['type'],
    'confirm' | 'decline' | 'cancel' | 'renumber' | 'reschedule' | 'keep' | 'readmit' | 'propose' | 'recall'
  >;
  reason?: string;
  /** Columns that change with the step. */
  data?: Prisma.BookingUpdateManyMutationInput;
};

/** Says what came of it, on the booking's card. Undefined: somebody else was first, and that is said. */
export async function decide(turn: Turn, before: Booking, decision: Decision): Promise<Booking | undefined> {
  const lead = await record(turn, before, decision);
  const after = await getBooking(turn.tx, before.id);
  if (lead === 'alreadyDecided') {
    await saySettled(turn, after);
    return undefined;
  }
  await showCardOf(after.id, turn, { lead });
  return after;
}

/** In one transaction: the step, its way back, the timer that tells. Answers with what the card has to say. */
export async function record(
  turn: Turn,
  before: Booking,
  { event, reason, data }: Decision,
): Promise<Extract<CardLead, `decided${string}`> | 'alreadyDecided'> {
  const { tx, now } = turn;
  const author = { ...deedOf(turn), ...(reason !== undefined && { reason }) };
  // A slot that is kept for the way back may be the one that it moves to. Of a booking that a colleague has changed meanwhile
  // what is kept is that colleague's.
  if (event === 'reschedule') {
    if (!(await holdBooking(tx, before))) return 'alreadyDecided';
    await releaseUndo(tx, before.id);
    await releaseWishedSlot(tx, before.id);
    await releaseOfferedSlot(tx, before.id);
  }
  const outcome = await takeStep(tx, before, event, author, data);
  if (outcome === 'alreadyDecided') return outcome;
  const after = await getBooking(tx, before.id);
  const waiting = await takeUndo(tx, before.id);
  const isSaid = waiting !== undefined && whichIsTold(waiting.event, event) !== undefined;
  if (waiting !== undefined && !isSaid) await tellAtOnce(turn, before.id, waiting, turn);
  const earlier = isSaid ? waiting : undefined;
  const told = { event, reason: reason ?? null };
  const tellAt = tellTime(now, [before.startsAt, after.startsAt]);
  if (tellAt === null) {
    const reached = await tellAtOnce(turn, after.id, told, turn);
    return reached === 'reached' ? 'decidedAtOnce' : 'decidedUnreachable';
  }
  await keepUndo(tx, before, after, { ...told, tellAt }, earlier);
  turn.schedule(tellTimer(after.id, tellAt));
  return 'decided';
}
