// The decisions of the admin chat. Every one is a compare-and-set: the second of two staff is told who
// was first and when.

import type { Hit } from '../../booking/closures.ts';
import { receiptOf, slotOf } from '../../booking/shown.ts';
import type { Booking } from '../../db/generated/client.ts';
import { hitsAmong } from '../../outbox/closure-facts.ts';
import { findBooking, lastStep } from '../../records/bookings.ts';
import { dropNumbersDraft } from '../../records/numbers-draft.ts';
import { meetingColumns } from '../../records/zoom-numbers.ts';
import { holdRoom } from '../../records/zoom-rooms.ts';
import { bookingTimers } from '../../timers/timers.ts';
import { alreadyDecided } from '../already-decided.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { decide } from './decide.ts';
import type { Handler } from './handler.ts';
import { type PickedMeeting, refuseIfInUse, roomChoices, useOfMeeting, whoseIs } from './which-room.ts';

type Named = { booking: string; version: number };

/** The request as the card showed it; otherwise says who settled it and answers undefined. `or`: for which other times are proposed. */
export async function pending(
  turn: Turn,
  { booking: id, version }: Named,
  or?: 'proposed',
): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking?.version === version && (booking.state === 'requested' || booking.state === or)) return booking;
  await saySettled(turn, booking);
  return undefined;
}

export async function saySettled(turn: Turn, booking: Booking | null): Promise<void> {
  if (booking === null) return turn.reply(...turn.words.requestUnknown());
  const last = (await lastStep(turn.tx, booking.id))?.event;
  // It is open again: what can be done stands on its card.
  if (last === 'undo' || (booking.state === 'requested' && last !== 'move'))
    await showCardOf(booking.id, turn, { lead: 'changedSince' });
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
  if (booking) await sayWhichRoom(turn, booking);
  return undefined;
};

export async function sayWhichRoom(turn: Turn, booking: Booking): Promise<void> {
  const rooms = await roomChoices(turn, booking);
  const hit = await hitOn(booking, turn);
  turn.reply(...turn.words.whichRoom(rooms, { ...brief(booking), ...(await whoseIs(turn, booking)), hit }));
}

/** How a closure that stands hits it. */
export const hitOn = async (booking: Booking, turn: Turn): Promise<Hit | null> =>
  (await hitsAmong([booking], turn)).get(booking.id) ?? null;

/** On a closed day it is asked twice: the second card says so, and its button is `sure`. */
export const isUnasked = async (booking: Booking, sure: boolean, turn: Turn): Promise<boolean> =>
  !sure && (await hitOn(booking, turn)) !== null;

export const askDeclineReason: Handler<'askDeclineReason'> = async (effect, turn) => {
  const booking = await pending(turn, effect, 'proposed');
  if (booking) turn.reply(...turn.words.whyDecline({ ...brief(booking), ...(await whoseIs(turn, booking)) }));
  return undefined;
};

export const confirmInRoom: Handler<'confirmInRoom'> = async (effect, turn) => {
  const booking = await pending(turn, effect);
  if (booking === undefined) return undefined;
  const room = await holdRoom(turn.tx, turn.sealer, effect.room);
  if (room === undefined || (await isUnasked(booking, effect.sure, turn))) await sayWhichRoom(turn, booking);
  else await confirm(turn, booking, { numbers: room.numbers, roomId: room.id, name: room.name });
  return undefined;
};

/** In one transaction: the state, the numbers, the reminders, and the message to the person a minute later. */
export async function confirm(turn: Turn, booking: Booking, meeting: PickedMeeting): Promise<void> {
  if (!refuseIfInUse(turn, await useOfMeeting(turn, booking, meeting), meeting.name))
    await confirmThere(turn, booking, meeting);
}

/** Where nobody else is in that meeting then. */
export async function confirmThere(turn: Turn, booking: Booking, meeting: PickedMeeting): Promise<void> {
  const { tx, sealer, office } = turn;
  const data = meetingColumns(sealer, booking.id, meeting.numbers, meeting.roomId);
  const after = await decide(turn, booking, { event: 'confirm', data });
  if (after === undefined) return;
  await dropNumbersDraft(tx, booking.id);
  turn.schedule(...bookingTimers(after, office, turn));
}

export const declineRequest: Handler<'declineRequest'> = async ({ reason, ...effect }, turn) => {
  const booking = await pending(turn, effect, 'proposed');
  if (booking) await decide(turn, booking, { event: 'decline', reason });
  return undefined;
};
