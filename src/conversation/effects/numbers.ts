// A meeting's numbers that staff type for a booking: read, shown back with its name, and confirmed by the button under them.

import type { Booking } from '../../db/generated/client.ts';
import { findBookingByReceipt } from '../../records/bookings.ts';
import {
  holdsEdited,
  isMarkOf,
  keepNumbersDraft,
  markOf,
  readNumbersDraft,
} from '../../records/numbers-draft.ts';
import { readDetails } from '../../records/personal-data.ts';
import { numbersOfBooking, sameNumbersAs, type ZoomNumbers } from '../../records/zoom-numbers.ts';
import { readNumbersLine } from '../../understanding/read-typed.ts';
import { isPhoneNumber } from '../../understanding/zoom.ts';
import type { Turn } from '../turn.ts';
import { canCorrect, sayTooLate, showCorrection } from './correct-numbers.ts';
import type { Handler } from './handler.ts';
import { brief, confirm, hitOn, isUnasked, pending } from './staff.ts';
import { meetingWith, refuseIfInUse, useOfMeeting, whoseIs } from './which-room.ts';

export const readNumbers: Handler<'readNumbers'> = async ({ text }, turn) => {
  const { tx, chatId, message } = turn;
  if (message !== undefined && (await holdsEdited(tx, chatId, message))) return undefined;
  const line = readNumbersLine(text);
  if (!line.ok) {
    turn.reply(...turn.words.numbersUnclear(line.reason));
    return undefined;
  }
  const booking = await findBookingByReceipt(tx, line.receipt);
  if (booking === null) turn.reply(...turn.words.receiptUnknown());
  else await takeNumbers(turn, booking, line.numbers);
  return undefined;
};

/** For a request: confirmed with them. For a confirmed booking: in place of those that it has. */
async function takeNumbers(turn: Turn, booking: Booking, numbers: ZoomNumbers): Promise<void> {
  const { sealer, words, reply } = turn;
  const isRequest = booking.state === 'requested';
  if (!isRequest && !canCorrect(booking, turn.now)) return sayTooLate(turn, booking);
  if (await isSomebodysPhone(turn, booking, numbers)) return reply(...words.numbersUnclear('phone'));
  if (!isRequest && sameNumbersAs(numbersOfBooking(sealer, booking), numbers))
    return reply(...words.numbersAsBefore(brief(booking)));
  const meeting = await meetingWith(turn, numbers);
  if (refuseIfInUse(turn, await useOfMeeting(turn, booking, meeting), meeting.name)) return;
  await keepNumbersDraft(turn, booking.id, numbers);
  await (isRequest ? showNumbers(turn, booking, numbers) : showCorrection(turn, booking, numbers));
}

export const confirmWithNumbers: Handler<'confirmWithNumbers'> = async (
  { numbers: mark, sure, ...named },
  turn,
) => {
  const booking = await pending(turn, named);
  if (booking === undefined) return undefined;
  const numbers = await readNumbersDraft(turn, booking.id);
  if (numbers === undefined) turn.reply(...turn.words.numbersGone(brief(booking)));
  else if (isMarkOf(turn.sealer, numbers, mark)) {
    if (await isUnasked(booking, sure, turn)) await showNumbers(turn, booking, numbers);
    else await confirm(turn, booking, await meetingWith(turn, numbers));
  } else {
    turn.reply(...turn.words.numbersReplaced());
    await showNumbers(turn, booking, numbers);
  }
  return undefined;
};

async function showNumbers(turn: Turn, booking: Booking, numbers: ZoomNumbers): Promise<void> {
  const { sealer, words } = turn;
  const { name, suspended } = await whoseIs(turn, booking);
  const meeting = await meetingWith(turn, numbers);
  const { beside } = await useOfMeeting(turn, booking, meeting);
  turn.reply(
    ...words.numbersCheck({
      ...{ ...brief(booking), name, suspended, ...numbers },
      ...{ room: meeting.name, isOtherPasscode: meeting.isOtherPasscode },
      ...{ isClose: beside !== null, mark: markOf(sealer, numbers) },
      hit: await hitOn(booking, turn),
    }),
  );
}

/** The office's own, or the one that belongs to the booking. */
async function isSomebodysPhone(
  { tx, sealer, office }: Turn,
  { personId }: Booking,
  { meetingId }: ZoomNumbers,
): Promise<boolean> {
  const { phone } = await readDetails(tx, sealer, personId);
  return [office.phone, phone ?? ''].some((one) => one !== '' && isPhoneNumber(meetingId, one));
}
