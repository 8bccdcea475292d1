// The decisions of the admin chat. Every one is a compare-and-set: the second of two staff is told who
// was first and when.

import { receiptOf, slotOf } from '../../booking/shown.ts';
import type { Booking } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { notifyPerson } from '../../outbox/notify.ts';
import { takeStep } from '../../records/booking-steps.ts';
import { findBooking, getBookingOfPerson } from '../../records/bookings.ts';
import { dropNumbersDraft } from '../../records/numbers-draft.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { numbersForBooking, type ZoomNumbers } from '../../records/zoom-numbers.ts';
import { listRooms, numbersOfRoom } from '../../records/zoom-rooms.ts';
import { bookingTimers } from '../../timers/timers.ts';
import { alreadyDecided } from '../already-decided.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

type Named = { booking: string; version: number };

/** The request as the card showed it; otherwise says who settled it and answers undefined. */
export async function pending(turn: Turn, { booking: id, version }: Named): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking?.version === version && booking.state === 'requested') return booking;
  await saySettled(turn, booking);
  return undefined;
}

export async function saySettled(turn: Turn, booking: Booking | null): Promise<void> {
  if (booking === null) turn.reply(...turn.words.requestUnknown());
  else if (booking.state === 'requested')
    turn.reply(...turn.words.requestMoved({ receipt: receiptOf(booking), slot: slotOf(booking) }));
  else
    turn.reply(...turn.words.alreadyDecided(await alreadyDecided(turn.tx, turn.sealer, booking), turn.now));
}

export const brief = (booking: Booking) => ({
  id: booking.id,
  version: booking.version,
  receipt: receiptOf(booking),
  slot: slotOf(booking),
});

export const askRoom: Handler<'askRoom'> = async (effect, turn) => {
  const booking = await pending(turn, effect);
  if (booking) turn.reply(...turn.words.whichRoom(await listRooms(turn.tx), brief(booking)));
  return undefined;
};

export const askDeclineReason: Handler<'askDeclineReason'> = async (effect, turn) => {
  const booking = await pending(turn, effect);
  if (booking) turn.reply(...turn.words.whyDecline(brief(booking)));
  return undefined;
};

export const confirmInRoom: Handler<'confirmInRoom'> = async (effect, turn) => {
  const booking = await pending(turn, effect);
  if (booking === undefined) return undefined;
  const numbers = await numbersOfRoom(turn.tx, turn.sealer, effect.room);
  if (numbers === undefined) turn.reply(...turn.words.whichRoom(await listRooms(turn.tx), brief(booking)));
  else await confirm(turn, booking, numbers);
  return undefined;
};

/** In one transaction: the state, the numbers, the message to the person, the reminders. */
export async function confirm(turn: Turn, booking: Booking, numbers: ZoomNumbers): Promise<void> {
  const { tx, sealer, office, happenedAt, member } = turn;
  const deed = { actor: 'staff', chatId: turn.chatId, staffId: member?.id ?? null, at: happenedAt } as const;
  const outcome = await takeStep(
    tx,
    booking,
    'confirm',
    deed,
    numbersForBooking(sealer, booking.id, numbers),
  );
  const after = await getBookingOfPerson(tx, booking.id);
  if (outcome === 'alreadyDecided') return saySettled(turn, after);
  await dropNumbersDraft(tx, booking.id);
  const reached = await notifyPerson(turn, after, {
    about: 'confirmed',
    important: true,
    messages: turn.words.confirmed(bookingView(after, sealer), office),
    dropAfter: after.endsAt,
  });
  turn.schedule(...bookingTimers(after, office, turn));
  turn.reply(
    ...turn.words.confirmedForStaff({
      ...brief(after),
      by: member?.name ?? null,
      reachable: reached === 'reached',
      noCall: await personMustNotBeCalled(tx, after.personId),
    }),
  );
}

export const declineRequest: Handler<'declineRequest'> = async ({ reason, ...effect }, turn) => {
  const booking = await pending(turn, effect);
  if (booking === undefined) return undefined;
  const { tx, sealer, office, happenedAt, member } = turn;
  const outcome = await takeStep(tx, booking, 'decline', {
    actor: 'staff',
    chatId: turn.chatId,
    staffId: member?.id ?? null,
    reason,
    at: happenedAt,
  });
  const after = await getBookingOfPerson(tx, booking.id);
  if (outcome === 'alreadyDecided') {
    await saySettled(turn, after);
    return undefined;
  }
  await notifyPerson(turn, after, {
    about: 'declined',
    important: true,
    messages: turn.words.declined(bookingView(after, sealer), reason, office),
  });
  turn.reply(...turn.words.declinedForStaff({ ...brief(after), by: member?.name ?? null, reason }));
  return undefined;
};
