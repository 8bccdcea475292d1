// 日時を変える: a confirmed booking gets another time, and another room where its own is in use then. One row is changed in one
// statement, so that its person has never none and never two; that person hears the new time a minute later.

import type { BookingRef, OverrideReason } from '../../../flows/vocabulary.ts';
import { hitOf, isClosedBy } from '../../booking/closures.ts';
import { slotOf } from '../../booking/shown.ts';
import { addMinutes, asDay, asTime, dayOf, instant } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { findWish } from '../../records/move-wishes.ts';
import { freeCounsellor, type OpenDay } from '../../records/slots.ts';
import { meetingColumns, numbersOfBooking, sameNumbersAs } from '../../records/zoom-numbers.ts';
import { holdRoom } from '../../records/zoom-rooms.ts';
import { bookingTimers } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { confirmedAhead } from './confirmed-ahead.ts';
import { decide } from './decide.ts';
import type { Handler } from './handler.ts';
import { lateDayFor, lateDaysFor, openDaysFor } from './move-days.ts';
import { bookableCalendar, closuresAhead } from './slot.ts';
import { brief } from './staff.ts';
import {
  nameOf,
  type PickedMeeting,
  refuseIfInUse,
  roomChoices,
  useOfMeeting,
  whoseIs,
} from './which-room.ts';

/** `reason`: why, where it is too late for the chat. */
type Slot = { day: string; time: string; reason?: OverrideReason };

/** Days on one card. */
export const daysAtOnce = 8;

export const askDayToMove: Handler<'askDayToMove'> = async ({ page, ...ref }, turn) => {
  const booking = await confirmedAhead(ref, turn);
  if (booking) await sayDays(booking, page, turn);
  return undefined;
};

async function sayDays(booking: Booking, page: number, turn: Turn): Promise<void> {
  const late = await lateDaysFor(booking, turn);
  const all = [...late, ...(await openDaysFor(booking, turn)).map(({ day }) => day)];
  const pages = Math.max(1, Math.ceil(all.length / daysAtOnce));
  const from = (page % pages) * daysAtOnce;
  const next = pages > 1 ? (page + 1) % pages : null;
  const days = all.slice(from, from + daysAtOnce);
  const today = dayOf(turn.now);
  turn.reply(...turn.words.moveDays({ ...(await named(booking, turn)), days, next, today, late }));
}

const named = async (booking: Booking, turn: Turn) => ({
  ...brief(booking),
  name: await nameOf(turn, booking),
});

/** `fine`: the other times too. */
export const askTimeToMove: Handler<'askTimeToMove'> = async ({ day, fine, ...ref }, turn) => {
  const booking = await confirmedAhead(ref, turn);
  if (booking === undefined) return undefined;
  const open =
    (await openDaysFor(booking, turn)).find((one) => one.day === day) ??
    (await lateDayFor(booking, asDay(day), turn));
  if (open === undefined) {
    await sayGone(booking, isClosedBy(asDay(day), 'all', await closuresAhead(turn)), turn);
    return undefined;
  }
  const { times, otherTimes } = open;
  const showAll = fine || times.length === 0;
  turn.reply(
    ...turn.words.moveTimes({
      ...(await named(booking, turn)),
      day,
      times: showAll ? [...times, ...otherTimes].sort() : times,
      hasMore: !showAll && otherTimes.length > 0,
    }),
  );
  return undefined;
};

export const checkMove: Handler<'checkMove'> = ({ booking, version, ...slot }, turn) =>
  check({ booking, version }, slot, turn);
export const checkLateMove: Handler<'checkLateMove'> = ({ booking, version, ...slot }, turn) =>
  check({ booking, version }, slot, turn);

async function check(ref: BookingRef, slot: Slot, turn: Turn): Promise<undefined> {
  const booking = await confirmedAhead(ref, turn);
  if (booking && (await isFree(booking, slot, turn))) await sayCheck(booking, slot, turn);
}

/**
 * Otherwise that is said, with the days that are left, or the reason is asked for. What was wished for in time can be given after the
 * cut-off too.
 */
async function isFree(booking: Booking, { day, time, reason }: Slot, turn: Turn): Promise<boolean> {
  const then = atSlot(booking, { day, time }, turn);
  const wish = await findWish(turn.tx, booking.id);
  const isWished = wish?.startsAt.getTime() === then.startsAt.getTime() && turn.now < wish.startsAt;
  const days = await openDaysFor(booking, isWished ? { ...turn, now: wish.createdAt } : turn);
  if (
    has(
      days.find((one) => one.day === day),
      time,
    )
  )
    return true;
  if (!has(await lateDayFor(booking, asDay(day), turn), time)) {
    await sayGone(booking, hitOf(then, turn.office, await closuresAhead(turn)) === 'closed', turn);
    return false;
  }
  if (reason === undefined)
    turn.reply(...turn.words.moveReason({ ...(await named(booking, turn)), to: slotOf(then) }));
  return reason !== undefined;
}

const has = (open: OpenDay | undefined, time: string): boolean =>
  open !== undefined && [...open.times, ...open.otherTimes].includes(asTime(time));

async function sayGone(booking: Booking, isClosed: boolean, turn: Turn): Promise<void> {
  turn.reply(...turn.words.moveSlotGone(isClosed));
  await sayDays(booking, 0, turn);
}

/** Old and new, with the room that it has or with those that are free then. */
async function sayCheck(booking: Booking, slot: Slot, turn: Turn): Promise<void> {
  const then = atSlot(booking, slot, turn);
  const own = await ownMeeting(booking, turn);
  const use = own === null ? null : await useOfMeeting(turn, then, own);
  const rooms = await roomChoices(turn, then);
  turn.reply(
    ...turn.words.moveCheck({
      ...brief(booking),
      ...(await whoseIs(turn, booking)),
      to: slotOf(then),
      reason: slot.reason ?? null,
      room: rooms.find(({ id }) => id === booking.roomId)?.name ?? null,
      isFree: use?.inUse === null,
      isRenumbered: own?.isRenumbered ?? false,
      isClose: use !== null && use.beside !== null,
      rooms: use?.inUse === null ? [] : rooms.filter(({ inUse }) => inUse === null),
    }),
  );
}

/** Moves it there at once where its own meeting is free then, as it is; otherwise the last look says what is different. */
export async function checkSlotOfWish(booking: Booking, slot: Slot, turn: Turn): Promise<void> {
  if (!(await isFree(booking, slot, turn))) return;
  const own = await ownMeeting(booking, turn);
  const use = own && (await useOfMeeting(turn, atSlot(booking, slot, turn), own));
  if (use === null || use.inUse !== null || own?.isRenumbered) await sayCheck(booking, slot, turn);
  else await move(booking, slot, own, turn);
}

/**
 * As the room has it now: what is decided from now on has its newest numbers, as a new confirmation has (これからだけ). `isRenumbered`: they
 * are others than the booking's. A room that was removed leaves the booking those that it has.
 */
export async function ownMeeting(
  booking: Booking,
  { tx, sealer }: Turn,
): Promise<(PickedMeeting & { isRenumbered: boolean }) | null> {
  const { roomId } = booking;
  const numbers = numbersOfBooking(sealer, booking);
  if (numbers === null) return null;
  const room = roomId === null ? undefined : await holdRoom(tx, sealer, roomId);
  const isRenumbered = room !== undefined && !sameNumbersAs(numbers, room.numbers);
  return { numbers: room?.numbers ?? numbers, roomId, name: null, isRenumbered };
}

const atSlot = (booking: Booking, { day, time }: Slot, { office }: Turn): Booking => {
  const startsAt = instant(asDay(day), asTime(time));
  return { ...booking, startsAt, endsAt: addMinutes(startsAt, office.consultation.minutes) };
};

export const moveBooking: Handler<'moveBooking'> = ({ booking, version, ...slot }, turn) =>
  moveWithOwn({ booking, version }, slot, turn);
export const moveLate: Handler<'moveLate'> = ({ booking, version, ...slot }, turn) =>
  moveWithOwn({ booking, version }, slot, turn);

async function moveWithOwn(ref: BookingRef, slot: Slot, turn: Turn): Promise<undefined> {
  const booking = await confirmedAhead(ref, turn);
  if (booking && (await isFree(booking, slot, turn)))
    await move(booking, slot, await ownMeeting(booking, turn), turn);
}

export const moveIntoRoom: Handler<'moveIntoRoom'> = ({ booking, version, room, ...slot }, turn) =>
  moveWithRoom({ booking, version }, room, slot, turn);
export const moveLateIntoRoom: Handler<'moveLateIntoRoom'> = ({ booking, version, room, ...slot }, turn) =>
  moveWithRoom({ booking, version }, room, slot, turn);

async function moveWithRoom(ref: BookingRef, id: string, slot: Slot, turn: Turn): Promise<undefined> {
  const booking = await confirmedAhead(ref, turn);
  if (booking === undefined || !(await isFree(booking, slot, turn))) return;
  const room = await holdRoom(turn.tx, turn.sealer, id);
  if (room === undefined) turn.reply(...turn.words.roomGone());
  else await move(booking, slot, { numbers: room.numbers, roomId: room.id, name: room.name }, turn);
}

/** To a slot that is free, as far as this transaction sees: where another one is quicker the database refuses, and the turn runs anew. */
export async function move(
  booking: Booking,
  slot: Slot,
  meeting: PickedMeeting | null,
  turn: Turn,
): Promise<void> {
  const { office, sealer } = turn;
  const then = atSlot(booking, slot, turn);
  if (meeting && refuseIfInUse(turn, await useOfMeeting(turn, then, meeting), meeting.name)) return;
  const { closures, taken } = await bookableCalendar(turn, booking.id);
  const { startsAt, endsAt } = then;
  const counsellor = freeCounsellor(startsAt, office, closures, taken);
  if (counsellor === undefined) return void turn.reply(...turn.words.moveSlotGone(false));
  const columns = meeting && meetingColumns(sealer, booking.id, meeting.numbers, meeting.roomId);
  const late = slot.reason === undefined ? {} : { overrideReason: slot.reason };
  const data = { startsAt, endsAt, counsellor, ...columns, ...late };
  const after = await decide(turn, booking, { event: 'reschedule', data });
  if (after) turn.schedule(...bookingTimers(after, office, turn));
}
