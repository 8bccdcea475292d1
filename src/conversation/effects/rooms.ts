// The office's rooms as staff keep them: listed, added, removed, and what becomes of bookings whose room has other numbers now.

import { moment, receiptOf } from '../../booking/shown.ts';
import type { Person } from '../../db/generated/client.ts';
import type { RoomLeft } from '../../messages/facts-rooms.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import { lastStep } from '../../records/bookings.ts';
import { isMarkOf, markOf } from '../../records/numbers-draft.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { comingInRooms, confirmedIn } from '../../records/room-use.ts';
import { findUndo, takeUndo } from '../../records/undo.ts';
import { numbersOfBooking, sameNumbersAs, type ZoomNumbers } from '../../records/zoom-numbers.ts';
import {
  findRoom,
  holdRoom,
  lockRoom,
  nameOfRoom,
  putRoom,
  type RoomWithNumbers,
  removeRoom as removeFromRecords,
  listRooms as roomsOnRecord,
  roomsWithNumbers,
} from '../../records/zoom-rooms.ts';
import { findTypedRoom, readTypedRoom } from '../../understanding/read-typed.ts';
import { isPhoneNumber } from '../../understanding/zoom.ts';
import type { Turn } from '../turn.ts';
import { canCorrect, renumbering } from './correct-numbers.ts';
import { record } from './decide.ts';
import type { Handler } from './handler.ts';
import { isMeetingTaken, takeBack } from './undo.ts';
import { useOfMeeting } from './which-room.ts';

/** Lines on one card. */
const rowsAtOnce = 12;

export const listRooms: Handler<'listRooms'> = async (_, turn) => {
  await sayRooms(0, turn);
  return undefined;
};

export const listMoreRooms: Handler<'listMoreRooms'> = async ({ page }, turn) => {
  await sayRooms(page, turn);
  return undefined;
};

async function sayRooms(page: number, turn: Turn): Promise<void> {
  const { tx, now, words, reply } = turn;
  const rooms = await roomsOnRecord(tx);
  const shown = rooms.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce);
  // Beyond the last page, as things are by now, stands nothing: the list begins again.
  if (shown.length === 0 && page > 0) return sayRooms(0, turn);
  const coming = await comingInRooms(tx, now);
  const rows = shown.map(({ id, name }) => ({ id, name, coming: coming.get(id)?.count ?? 0 }));
  const hasMore = (page + 1) * rowsAtOnce < rooms.length;
  reply(...words.roomList({ page, count: rooms.length, rows, hasMore }));
}

export const showRoom: Handler<'showRoom'> = async ({ room: id }, turn) => {
  const { tx, sealer, now, words, reply } = turn;
  const room = await findRoom(tx, id);
  if (room === null) {
    reply(...words.roomGone());
    return undefined;
  }
  const { count = 0, next = null } = (await comingInRooms(tx, now)).get(id) ?? {};
  reply(
    ...words.roomCard(
      {
        ...{ id, name: room.name, coming: count, next: next && moment(next) },
        by: room.changedBy && openMemberName(sealer, room.changedBy),
        since: moment(room.changedAt ?? room.createdAt),
      },
      moment(now),
    ),
  );
  return undefined;
};

export const addRoom: Handler<'addRoom'> = async ({ text }, turn) => {
  const { tx, sealer, now, member, words, reply } = turn;
  const reading = readTypedRoom(text);
  const problem = reading.ok ? await problemWith(turn, reading) : reading.reason;
  if (!reading.ok || problem !== undefined) {
    reply(...words.roomUnclear(problem ?? 'numbers'));
    return undefined;
  }
  const { name, numbers } = reading;
  const room = { name, numbers, newId: turn.newId(now) };
  const { id, what } = await putRoom(tx, sealer, room, now, member?.id ?? null);
  if (what === 'added') reply(...words.roomAdded(name));
  else await sayNumbersOfRoom(turn, { id, name, numbers }, what === 'changed');
  return undefined;
};

async function problemWith(
  { tx, sealer, office }: Turn,
  { name, numbers }: { name: string; numbers: ZoomNumbers },
): Promise<string | undefined> {
  if (isPhoneNumber(numbers.meetingId, office.phone)) return 'phone';
  const rooms = await roomsWithNumbers(tx, sealer);
  const isTaken = rooms.some((room) => room.name !== name && room.numbers.meetingId === numbers.meetingId);
  return isTaken ? 'otherRoom' : undefined;
}

/** Those whose numbers are other ones. `left`: they cannot be changed any more, so staff are told whom to tell themselves. */
async function withOldNumbers({ tx, sealer, now }: Turn, { id, numbers }: RoomWithNumbers) {
  const bookings = (await confirmedIn(tx, id, now)).filter(
    (booking) => !sameNumbersAs(numbersOfBooking(sealer, booking), numbers),
  );
  const left: RoomLeft[] = [];
  for (const booking of bookings.filter((one) => !canCorrect(one, now)))
    left.push({
      ...{ receipt: receiptOf(booking), time: moment(booking.startsAt).time },
      noCall: await personMustNotBeCalled(tx, booking.personId),
    });
  return { open: bookings.filter((one) => canCorrect(one, now)), left };
}

/** The room has these numbers; whether its bookings shall get them is asked where some have other ones. */
async function sayNumbersOfRoom(turn: Turn, room: RoomWithNumbers, isChanged: boolean): Promise<void> {
  const { words, reply, sealer } = turn;
  const { id, name, numbers } = room;
  const { open, left } = await withOldNumbers(turn, room);
  if (open.length === 0) reply(...words.roomChanged(name, isChanged, left));
  else reply(...words.roomResendAsked({ id, name, count: open.length, left, mark: markOf(sealer, numbers) }));
}

export const resendRoom: Handler<'resendRoom'> = async ({ room: id, numbers: mark }, turn) => {
  const { tx, sealer, words, reply } = turn;
  const room = await holdRoom(tx, sealer, id);
  if (room === undefined) reply(...words.roomGone());
  else if (isMarkOf(sealer, room.numbers, mark)) await resend(turn, room);
  // They were changed once more: what is asked is asked of the newest.
  else await sayNumbersOfRoom(turn, room, true);
  return undefined;
};

async function resend(turn: Turn, room: RoomWithNumbers): Promise<void> {
  const { words, reply, member, happenedAt } = turn;
  const meeting = { numbers: room.numbers, roomId: room.id, name: room.name };
  const { open, left } = await withOldNumbers(turn, room);
  const sent = { changed: 0, unreachable: 0, inUse: 0, left };
  for (const booking of open) {
    const { inUse } = await useOfMeeting(turn, booking, meeting);
    if (inUse !== null) {
      sent.inUse += 1;
      continue;
    }
    const decided = await record(turn, booking, renumbering(turn, booking, meeting));
    if (decided === 'alreadyDecided') continue;
    sent.changed += 1;
    if (!isReached(booking.person)) sent.unreachable += 1;
  }
  if (open.length === 0) reply(...words.roomChanged(room.name, false, left));
  else {
    const by = member?.name ?? null;
    reply(...words.roomResent({ id: room.id, name: room.name, by, at: happenedAt.getTime(), ...sent }));
  }
}

const isReached = ({ chatId, blockedAt }: Pick<Person, 'chatId' | 'blockedAt'>): boolean =>
  chatId !== null && blockedAt === null;

/** 取り消す: of those bookings that were changed with that press, and nobody has been told of. */
export const undoResend: Handler<'undoResend'> = async ({ room: id, at }, turn) => {
  const { tx, now, words, reply, member } = turn;
  // It may have been removed since: what its bookings get back is said all the same.
  const name = await nameOfRoom(tx, id);
  const outcome = { undone: 0, kept: 0, earlier: 0, unreachable: 0 };
  for (const booking of await confirmedIn(tx, id, now)) {
    const step = await lastStep(tx, booking.id);
    if (step?.event !== 'renumber' || step.at.getTime() !== at) continue;
    const way = await findUndo(tx, booking.id);
    const isPossible = way !== null && !(await isMeetingTaken(booking, way, turn));
    const undo = isPossible ? await takeUndo(tx, booking.id) : undefined;
    if (undo === undefined) outcome.kept += 1;
    else {
      await takeBack(booking, undo, turn);
      outcome.undone += 1;
      if (undo.earlier === null) continue;
      outcome.earlier += 1;
      if (!isReached(booking.person)) outcome.unreachable += 1;
    }
  }
  if (name === null) reply(...words.roomGone());
  else reply(...words.resendUndone({ name, by: member?.name ?? null, ...outcome }));
  return undefined;
};

export const keepRoom: Handler<'keepRoom'> = async ({ room: id }, turn) => {
  const { tx, sealer, words, reply } = turn;
  const room = await holdRoom(tx, sealer, id);
  if (room === undefined) reply(...words.roomGone());
  else {
    const { open, left } = await withOldNumbers(turn, room);
    reply(...words.roomKept(room.name, open.length, left));
  }
  return undefined;
};

export const findRoomToRemove: Handler<'findRoomToRemove'> = async ({ text }, turn) => {
  const found = findTypedRoom(text, await roomsOnRecord(turn.tx));
  if (found.ok) await remove(turn, found.room.id, false);
  else turn.reply(...turn.words.roomNotFound(found.reason));
  return undefined;
};

export const removeRoom: Handler<'removeRoom'> = async ({ room, sure }, turn) => {
  await remove(turn, room, sure);
  return undefined;
};

/** `isSure`: whoever presses was told how many bookings are in it. */
async function remove(turn: Turn, id: string, isSure: boolean): Promise<void> {
  const { tx, now, member, words, reply } = turn;
  // What is being confirmed in it just now counts.
  await lockRoom(tx, id);
  const room = await findRoom(tx, id);
  const count = (await comingInRooms(tx, now)).get(id)?.count ?? 0;
  if (room === null) reply(...words.roomGone());
  else if (count > 0 && !isSure) reply(...words.roomRemovalAsked({ id, name: room.name, coming: count }));
  else if (await removeFromRecords(tx, id, { now, by: member?.id ?? null }))
    reply(...words.roomRemoved(room.name, count, member?.name ?? null));
  else reply(...words.roomGone());
}
