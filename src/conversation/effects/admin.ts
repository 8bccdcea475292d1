// What staff type in the admin chat: rooms, lists, invitations.

import { moment } from '../../booking/shown.ts';
import type { Booking } from '../../db/generated/client.ts';
import { requestCard } from '../../messages/views.ts';
import { pendingRequests } from '../../records/bookings.ts';
import { makeCode } from '../../records/enrolment.ts';
import { complete, readDetails } from '../../records/personal-data.ts';
import { sameNumbers } from '../../records/same-number.ts';
import { putRoom, listRooms as roomsOnRecord } from '../../records/zoom-rooms.ts';
import { readTypedRoom } from '../../understanding/read-typed.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

export const addRoom: Handler<'addRoom'> = async ({ text }, turn) => {
  const reading = readTypedRoom(text);
  if (!reading.ok) {
    turn.reply(...turn.words.roomUnclear(reading.reason));
    return undefined;
  }
  const { name, numbers } = reading;
  await putRoom(turn.tx, turn.sealer, { name, numbers, newId: turn.newId(turn.now) }, turn.now);
  turn.reply(...turn.words.roomAdded(reading.name));
  return undefined;
};

export const listRooms: Handler<'listRooms'> = async (_, turn) => {
  turn.reply(...turn.words.roomList(await roomsOnRecord(turn.tx)));
  return undefined;
};

/** As many cards as one call of LINE takes, the most urgent first, and how many more there are. */
const cardsAtOnce = 4;

export const listPending: Handler<'listPending'> = async (_, turn) => {
  await sayPending(await pendingRequests(turn.tx), turn);
  return undefined;
};

export async function sayPending(pending: readonly Booking[], turn: Turn): Promise<void> {
  const { tx, sealer } = turn;
  turn.reply(...turn.words.pendingList(pending.length, cardsAtOnce));
  for (const booking of pending.slice(0, cardsAtOnce)) {
    const details = complete(await readDetails(tx, sealer, booking.personId));
    if (details === undefined) continue;
    const others = await sameNumbers(tx, sealer, booking.personId, details);
    turn.reply(...turn.words.requestCard(requestCard(booking, details, others, false)));
  }
}

export const invite: Handler<'invite'> = async (_, turn) => {
  const { tx, sealer, now, randomInt, member } = turn;
  const { code, expiresAt } = await makeCode(tx, sealer, now, randomInt, member?.id ?? null);
  turn.reply(...turn.words.invitation(code, moment(expiresAt)));
  return undefined;
};
