// The numbers of a confirmed booking are put right: other numbers, or another room. What is shown first is what it has and what it
// would get; the person hears once it is pressed.

import { contactWindowBegins } from '../../booking/consultation-phase.ts';
import { namesCounsellors } from '../../booking/counsellor-name.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { TellsNumbers } from '../../messages/facts-staff.ts';
import { findBooking } from '../../records/bookings.ts';
import { dropNumbersDraft, isMarkOf, markOf, readNumbersDraft } from '../../records/numbers-draft.ts';
import { findUndo } from '../../records/undo.ts';
import {
  meetingColumns,
  numbersOfBooking,
  sameNumbersAs,
  type ZoomNumbers,
} from '../../records/zoom-numbers.ts';
import { findRoom, holdRoom, roomsWithNumbers } from '../../records/zoom-rooms.ts';
import type { Turn } from '../turn.ts';
import { type Decision, decide } from './decide.ts';
import type { Handler } from './handler.ts';
import { brief, saySettled } from './staff.ts';
import {
  meetingWith,
  type PickedMeeting,
  refuseIfInUse,
  roomChoices,
  useOfMeeting,
  whoseIs,
} from './which-room.ts';

type Ref = { booking: string; version: number };

/** Until the contact window begins: then the person may be at the door already, with the numbers that were told. */
export const canCorrect = (booking: Booking, now: Date): boolean =>
  booking.state === 'confirmed' && now < contactWindowBegins(booking);

/** Says why the numbers of this booking cannot be changed any more. */
export async function sayTooLate(turn: Turn, booking: Booking): Promise<void> {
  if (booking.state === 'confirmed') turn.reply(...turn.words.numbersTooLate(brief(booking)));
  else await saySettled(turn, booking);
}

/** The booking as the card showed it; otherwise says what is true now and answers undefined. */
async function asShown(turn: Turn, { booking: id, version }: Ref): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking === null || booking.version !== version) await saySettled(turn, booking);
  else if (!canCorrect(booking, turn.now)) await sayTooLate(turn, booking);
  else return booking;
  return undefined;
}

export const askNumbers: Handler<'askNumbers'> = async (ref, turn) => {
  const booking = await asShown(turn, ref);
  if (booking === undefined) return undefined;
  const already = await roomAsItIs(turn, booking);
  const rooms = (await roomChoices(turn, booking)).filter(({ id }) => id !== already);
  const room = await roomNameOf(turn, booking);
  turn.reply(
    ...turn.words.whichNumbers(rooms, {
      ...brief(booking),
      ...(await whoseIs(turn, booking)),
      room,
      told: await toldWith(turn, booking),
      isNamed: namesCounsellors(turn.office),
    }),
  );
  return undefined;
};

/** The room whose numbers it has; null too where that room has other ones since, which the booking can get. */
async function roomAsItIs({ tx, sealer }: Turn, booking: Booking): Promise<string | null> {
  const room = (await roomsWithNumbers(tx, sealer)).find(({ id }) => id === booking.roomId);
  const numbers = numbersOfBooking(sealer, booking);
  return room !== undefined && sameNumbersAs(numbers, room.numbers) ? room.id : null;
}

/** Old and new, with the button that sends the new ones. */
export async function showCorrection(turn: Turn, booking: Booking, numbers: ZoomNumbers): Promise<void> {
  const { sealer, words, reply } = turn;
  const before = numbersOfBooking(sealer, booking);
  const after = await meetingWith(turn, numbers);
  const { beside } = await useOfMeeting(turn, booking, after);
  reply(
    ...words.numbersCorrection({
      ...brief(booking),
      ...(await whoseIs(turn, booking)),
      before: before && { ...before, room: await roomNameOf(turn, booking) },
      after: { ...numbers, room: after.name, isOtherPasscode: after.isOtherPasscode },
      isClose: beside !== null,
      told: await toldWith(turn, booking),
      mark: markOf(sealer, numbers),
    }),
  );
}

async function toldWith({ tx }: Turn, { id }: Booking): Promise<TellsNumbers> {
  const waiting = (await findUndo(tx, id))?.event;
  return waiting === 'confirm' || waiting === 'reschedule' ? waiting : 'renumber';
}

/** Null where it is in no room, or in one that is removed. */
async function roomNameOf({ tx }: Turn, { roomId }: Booking): Promise<string | null> {
  return roomId === null ? null : ((await findRoom(tx, roomId))?.name ?? null);
}

export const correctNumbers: Handler<'correctNumbers'> = async ({ numbers: mark, ...ref }, turn) => {
  const booking = await asShown(turn, ref);
  if (booking === undefined) return undefined;
  const numbers = await readNumbersDraft(turn, booking.id);
  if (numbers === undefined) turn.reply(...turn.words.numbersGone(brief(booking)));
  else if (isMarkOf(turn.sealer, numbers, mark))
    await change(turn, booking, await meetingWith(turn, numbers));
  else {
    turn.reply(...turn.words.numbersReplaced());
    await showCorrection(turn, booking, numbers);
  }
  return undefined;
};

export const moveToRoom: Handler<'moveToRoom'> = async ({ room: id, ...ref }, turn) => {
  const booking = await asShown(turn, ref);
  if (booking === undefined) return undefined;
  const room = await holdRoom(turn.tx, turn.sealer, id);
  if (room === undefined) turn.reply(...turn.words.roomGone());
  else await change(turn, booking, { numbers: room.numbers, roomId: room.id, name: room.name });
  return undefined;
};

async function change(turn: Turn, booking: Booking, meeting: PickedMeeting): Promise<void> {
  const { tx, words, reply, sealer } = turn;
  if (sameNumbersAs(numbersOfBooking(sealer, booking), meeting.numbers) && booking.roomId === meeting.roomId)
    return reply(...words.numbersAsBefore(brief(booking)));
  if (refuseIfInUse(turn, await useOfMeeting(turn, booking, meeting), meeting.name)) return;
  if (await decide(turn, booking, renumbering(turn, booking, meeting)))
    await dropNumbersDraft(tx, booking.id);
}

/** The step that gives a booking these numbers. Reminders read the booking when they are due. */
export const renumbering = (
  { sealer }: Turn,
  { id }: Booking,
  { numbers, roomId }: PickedMeeting,
): Decision => ({ event: 'renumber', data: meetingColumns(sealer, id, numbers, roomId) });
