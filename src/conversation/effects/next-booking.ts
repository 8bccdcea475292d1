// 次回を予約: while the person is there, or after it; 日時を変えて予約: after a cancellation. It is confirmed at once where the same
// room is free.
import { answerBy } from '../../booking/answer-time.ts';
import { promiseByStaff } from '../../booking/staff-promise.ts';
import { judgeForStaff } from '../../booking/staff-times.ts';
import { addDays, dayOf, timeOf } from '../../core/jst.ts';
import type { Booking, BookingState } from '../../db/generated/client.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBooking, openBookingOf } from '../../records/bookings.ts';
import { bookFree } from '../../records/staff-bookings.ts';
import { holdRoom } from '../../records/zoom-rooms.ts';
import { requestTimers } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import { freeFrom, pageOfTimes, startOf } from './free-times.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';
import { brief, confirm, sayWhichRoom } from './staff.ts';
import { type PickedMeeting, useOfMeeting, whoseIs } from './which-room.ts';

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

/** The same weekday and time next week, then all others; instead of a cancelled one the nearest. */
export const offerNext: Handler<'offerNext'> = async ({ page, ...ref }, turn) => {
  const booking = await last(ref, turn);
  if (booking === undefined) return undefined;
  const { free } = await freeFrom(dayOf(turn.now), false, turn);
  const [day, time] = [addDays(dayOf(booking.startsAt), 7), timeOf(booking.startsAt)];
  const isUsual = (one: { day: string; time: string }): boolean =>
    booking.state !== 'cancelled' && one.day === day && one.time === time;
  const inOrder = [...free.filter(isUsual), ...free.filter((one) => !isUsual(one))];
  const about = {
    ...brief(booking),
    ...(await whoseIs(turn, booking)),
    isInstead: booking.state === 'cancelled',
  };
  turn.reply(...turn.words.nextTimes(about, { ...pageOfTimes(inOrder, page), isLate: false }));
  return undefined;
};

export const bookNext: Handler<'bookNext'> = async ({ at, ...ref }, turn) => {
  const { tx, now, office, words, reply } = turn;
  const booking = await last(ref, turn);
  if (booking === undefined) return undefined;
  const closures = await closuresAhead(turn);
  const wish = startOf(at);
  const verdict = judgeForStaff(wish, now, office, closures);
  if (!verdict.ok) {
    reply(...words.nextRefused(verdict.because));
    return undefined;
  }
  const startsAt = new Date(at);
  const promisedBy = promiseByStaff(answerBy(now, wish.day, office, closures), startsAt, now);
  const entered = { personId: booking.personId, ...choicesOf(booking), promisedBy };
  const author = { ...deedOf(turn), at: now };
  const next = await bookFree(tx, startsAt, { ...entered, source: 'consultation' }, { author, office });
  if (next === undefined) {
    reply(...words.nextRefused('taken'));
    return undefined;
  }
  turn.schedule(...requestTimers(next, office, closures, turn));
  const meeting = await sameRoom(booking, next, turn);
  if (meeting === undefined) await sayWhichRoom(turn, next);
  else await confirm(turn, next, meeting);
  return undefined;
};

/** Undefined: it had none, it was removed, or somebody else is in it at that time. */
async function sameRoom({ roomId }: Booking, next: Booking, turn: Turn): Promise<PickedMeeting | undefined> {
  const room = roomId === null ? undefined : await holdRoom(turn.tx, turn.sealer, roomId);
  if (room === undefined) return undefined;
  const meeting = { numbers: room.numbers, roomId: room.id, name: room.name };
  const { inUse } = await useOfMeeting(turn, next, meeting);
  return inUse === null ? meeting : undefined;
}
