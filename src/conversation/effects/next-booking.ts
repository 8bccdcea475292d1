// 次回を予約: while the person is there, or after it; 日時を変えて予約: after a cancellation. It is confirmed at once where the same
// room is free; otherwise staff pick one, and nothing is on record before.
import { answerBy } from '../../booking/answer-time.ts';
import { slotOf } from '../../booking/shown.ts';
import { promiseByStaff } from '../../booking/staff-promise.ts';
import { judgeForStaff } from '../../booking/staff-times.ts';
import { addMinutes, type Day, dayOf, type Time, timeOf, weekday } from '../../core/jst.ts';
import type { Booking, BookingState } from '../../db/generated/client.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBooking, openBookingOf } from '../../records/bookings.ts';
import { bookFree, counsellorAt } from '../../records/staff-bookings.ts';
import { holdRoom } from '../../records/zoom-rooms.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import { freeFrom, pageOfTimes, startOf } from './free-times.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';
import { brief, confirmThere } from './staff.ts';
import { type PickedMeeting, refuseIfInUse, roomChoices, useOfMeeting, whoseIs } from './which-room.ts';

type Ref = { booking: string; version: number };

/** After which there can be a next one. */
const had: ReadonlySet<BookingState> = new Set([
  'inProgress',
  'done',
  'byPhone',
  'noShow',
  'absent',
  'cancelled',
]);

/** The booking as the card showed it, with room for a next one; otherwise says why not and answers undefined. */
async function last({ booking: id, version }: Ref, turn: Turn): Promise<Booking | undefined> {
  const { tx, words, reply } = turn;
  const booking = await findBooking(tx, id);
  if (booking === null) reply(...words.requestUnknown());
  else if (booking.version !== version || !had.has(booking.state))
    await showCardOf(id, turn, { lead: 'changedSince' });
  else if ((await openBookingOf(tx, booking.personId)) !== null) reply(...words.nextRefused('openBooking'));
  else return booking;
  return undefined;
}

/** The same weekday and time next week and in those after it, then all others; instead of a cancelled one the nearest. */
export const offerNext: Handler<'offerNext'> = async ({ page, ...ref }, turn) => {
  const booking = await last(ref, turn);
  if (booking === undefined) return undefined;
  const { free } = await freeFrom(dayOf(turn.now), false, turn);
  const isUsual = ({ day, time }: { day: Day; time: Time }): boolean =>
    booking.state !== 'cancelled' &&
    time === timeOf(booking.startsAt) &&
    weekday(day) === weekday(dayOf(booking.startsAt)) &&
    day > dayOf(booking.startsAt);
  const inOrder = [...free.filter(isUsual), ...free.filter((one) => !isUsual(one))];
  const about = {
    ...brief(booking),
    ...(await whoseIs(turn, booking)),
    isInstead: booking.state === 'cancelled',
  };
  turn.reply(...turn.words.nextTimes(about, { ...pageOfTimes(inOrder, page), isLate: false }));
  return undefined;
};

type Wanted = { at: number } & Ref;

/** With the one from whose card it was asked. Otherwise says why it cannot be, and answers undefined. */
async function bookable({ at, ...ref }: Wanted, turn: Turn): Promise<Booking | undefined> {
  const { tx, now, office } = turn;
  const booking = await last(ref, turn);
  if (booking === undefined) return undefined;
  const verdict = judgeForStaff(startOf(at), now, office, await closuresAhead(turn));
  const isFree = verdict.ok && (await counsellorAt(tx, new Date(at), office)) !== undefined;
  if (isFree) return booking;
  turn.reply(...turn.words.nextRefused(verdict.ok ? 'taken' : verdict.because));
  return undefined;
}

/** In the same room where it is free; otherwise staff pick one first, so that nothing is left of what nobody finished. */
export const bookNext: Handler<'bookNext'> = async (wanted, turn) => {
  const booking = await bookable(wanted, turn);
  if (booking === undefined) return undefined;
  const meeting = await meetingIn(booking.roomId, turn);
  const isThere = meeting !== undefined && (await useThen(meeting, wanted, turn)).inUse === null;
  if (isThere) await book(booking, wanted, meeting, turn);
  else await sayRooms(booking, wanted, turn);
  return undefined;
};

export const bookNextInRoom: Handler<'bookNextInRoom'> = async ({ room, ...wanted }, turn) => {
  const booking = await bookable(wanted, turn);
  if (booking === undefined) return undefined;
  const meeting = await meetingIn(room, turn);
  if (meeting === undefined) await sayRooms(booking, wanted, turn);
  else if (!refuseIfInUse(turn, await useThen(meeting, wanted, turn), meeting.name))
    await book(booking, wanted, meeting, turn);
  return undefined;
};

const timesOf = ({ at }: Wanted, { office }: Turn) => {
  const startsAt = new Date(at);
  return { startsAt, endsAt: addMinutes(startsAt, office.consultation.minutes) };
};

/** Undefined: there is none, or it was removed. */
async function meetingIn(id: string | null, { tx, sealer }: Turn): Promise<PickedMeeting | undefined> {
  const room = id === null ? undefined : await holdRoom(tx, sealer, id);
  return room && { numbers: room.numbers, roomId: room.id, name: room.name };
}

const useThen = (meeting: PickedMeeting, wanted: Wanted, turn: Turn) =>
  useOfMeeting(turn, timesOf(wanted, turn), meeting);

async function sayRooms(booking: Booking, wanted: Wanted, turn: Turn): Promise<void> {
  const times = timesOf(wanted, turn);
  const rooms = await roomChoices(turn, times);
  // Numbers can be typed for a booking alone, and there is none yet.
  if (rooms.length === 0) return turn.reply(...turn.words.nextRefused('noRoom'));
  const about = { ...brief(booking), ...(await whoseIs(turn, booking)) };
  turn.reply(...turn.words.nextRooms(about, { ...slotOf(times), at: wanted.at }, rooms));
}

/** Made and confirmed with one press. */
async function book(booking: Booking, { at }: Wanted, meeting: PickedMeeting, turn: Turn): Promise<void> {
  const { tx, now, office } = turn;
  const startsAt = new Date(at);
  const usual = answerBy(now, startOf(at).day, office, await closuresAhead(turn));
  const promisedBy = promiseByStaff(usual, startsAt, now);
  const { personId } = booking;
  const entered = { personId, ...choicesOf(booking), promisedBy, source: 'consultation' as const };
  const author = { ...deedOf(turn), at: now };
  const next = await bookFree(tx, startsAt, entered, { author, office });
  if (next === undefined) turn.reply(...turn.words.nextRefused('taken'));
  else await confirmThere(turn, next, meeting);
}
