// What staff type in the admin chat to set it up, and what they are helped with.

import { moment } from '../../booking/shown.ts';
import { makeCode } from '../../records/enrolment.ts';
import { putRoom, listRooms as roomsOnRecord } from '../../records/zoom-rooms.ts';
import { readTypedRoom } from '../../understanding/read-typed.ts';
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

export const help: Handler<'help'> = async (_, { reply, words }) => {
  reply(...words.staffHelp());
  return undefined;
};

export const invite: Handler<'invite'> = async (_, turn) => {
  const { tx, sealer, now, randomInt, member } = turn;
  const { code, expiresAt } = await makeCode(tx, sealer, now, randomInt, member?.id ?? null);
  turn.reply(...turn.words.invitation(code, moment(expiresAt)));
  return undefined;
};
