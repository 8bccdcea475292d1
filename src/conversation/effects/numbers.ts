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
import type { ZoomNumbers } from '../../records/zoom-numbers.ts';
import { readNumbersLine } from '../../understanding/read-typed.ts';
import { isPhoneNumber } from '../../understanding/zoom.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';
import { brief, confirm, pending, saySettled } from './staff.ts';

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
  else if (booking.state !== 'requested') await saySettled(turn, booking);
  else if (await isSomebodysPhone(turn, booking, line.numbers))
    turn.reply(...turn.words.numbersUnclear('phone'));
  else {
    await keepNumbersDraft(turn, booking.id, line.numbers);
    await showNumbers(turn, booking, line.numbers);
  }
  return undefined;
};

export const confirmWithNumbers: Handler<'confirmWithNumbers'> = async (
  { numbers: mark, ...named },
  turn,
) => {
  const booking = await pending(turn, named);
  if (booking === undefined) return undefined;
  const numbers = await readNumbersDraft(turn, booking.id);
  if (numbers === undefined) turn.reply(...turn.words.numbersGone(brief(booking)));
  else if (isMarkOf(turn.sealer, numbers, mark)) await confirm(turn, booking, numbers);
  else {
    turn.reply(...turn.words.numbersReplaced());
    await showNumbers(turn, booking, numbers);
  }
  return undefined;
};

async function showNumbers(turn: Turn, booking: Booking, numbers: ZoomNumbers): Promise<void> {
  const { tx, sealer, words } = turn;
  const { name } = await readDetails(tx, sealer, booking.personId);
  const card = { ...brief(booking), name: name ?? null, ...numbers, mark: markOf(sealer, numbers) };
  turn.reply(...words.numbersCheck(card));
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
