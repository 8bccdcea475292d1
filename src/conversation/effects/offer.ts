// 別の日時を提案: staff cannot take a time, and propose up to three others. One press proposes; the person hears of it a minute later,
// takes one, or says that none suits (offer-taken.ts).
import { isOfferable, nearestStarts, offeredUntil, timesOfOffer } from '../../booking/offer-time.ts';
import { moment, slotOf } from '../../booking/shown.ts';
import { instant } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { CardLead } from '../../messages/facts-staff.ts';
import { timesShown } from '../../outbox/offer-shown.ts';
import { findBooking } from '../../records/bookings.ts';
import { findWish } from '../../records/move-wishes.ts';
import { keepOffer } from '../../records/offers.ts';
import { type OpenDay, openDays } from '../../records/slots.ts';
import { offerTimer } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { confirmedAhead } from './confirmed-ahead.ts';
import { record } from './decide.ts';
import type { Handler } from './handler.ts';
import { bookableCalendar, closuresAhead } from './slot.ts';
import { brief, pending, saySettled } from './staff.ts';
import { whoseIs } from './which-room.ts';

type Ref = { booking: string; version: number };

/** The request or the booking ahead as the card showed it; otherwise says what is true now and answers undefined. */
export async function proposable(ref: Ref, turn: Turn): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, ref.booking);
  return booking?.state === 'confirmed' ? confirmedAhead(ref, turn) : pending(turn, ref);
}

/** Of those that can be asked for, where whoever gets them has long enough to choose. */
export async function daysToOffer(turn: Turn): Promise<OpenDay[]> {
  const { now, office } = turn;
  const { closures, taken } = await bookableCalendar(turn);
  return openDays(now, office, closures, taken).filter(({ day }) => isOfferable(day, now, office, closures));
}

const startsOf = (day: OpenDay, times: readonly OpenDay['times'][number][]): Date[] =>
  times.map((time) => instant(day.day, time));

/** Free near the time that is wished for, else near its own; those of the usual grid first. */
export async function startsNear(booking: Booking, turn: Turn): Promise<Date[]> {
  const wish = await findWish(turn.tx, booking.id);
  const starts = (await daysToOffer(turn)).flatMap((day) =>
    startsOf(day, day.times.length > 0 ? day.times : day.otherTimes),
  );
  const apart = [booking.startsAt, ...(wish === null ? [] : [wish.startsAt])];
  const size = { minutes: turn.office.consultation.minutes, count: timesOfOffer };
  return nearestStarts(starts, wish?.startsAt ?? booking.startsAt, apart, size);
}

/** Those of them that can be proposed still. */
async function stillFree(booking: Booking, times: readonly number[], turn: Turn): Promise<Date[]> {
  const days = await daysToOffer(turn);
  const free = new Set(
    days.flatMap((day) => startsOf(day, [...day.times, ...day.otherTimes]).map((start) => start.getTime())),
  );
  return times.filter((at) => free.has(at) && at !== booking.startsAt.getTime()).map((at) => new Date(at));
}

export const askOffer: Handler<'askOffer'> = async ({ times, ...ref }, turn) => {
  const booking = await proposable(ref, turn);
  if (booking === undefined) return undefined;
  const chosen = await stillFree(booking, times, turn);
  if (chosen.length < times.length) turn.reply(...turn.words.moveSlotGone(false));
  await sayOffer(booking, chosen.length > 0 ? chosen : await startsNear(booking, turn), turn);
  return undefined;
};

/** The last look before they are proposed: what the person will be told, and until when the first is held. */
async function sayOffer(booking: Booking, starts: readonly Date[], turn: Turn): Promise<void> {
  const { tx, office } = turn;
  const until = await untilOf(booking, starts, turn);
  const wish = await findWish(tx, booking.id);
  turn.reply(
    ...turn.words.offerAsked({
      ...brief(booking),
      ...(await whoseIs(turn, booking)),
      times: until === undefined ? [] : timesShown(starts, office),
      until: until === undefined ? null : moment(until),
      isAgreed: booking.state === 'confirmed',
      wish: wish && slotOf(wish),
    }),
  );
}

async function untilOf(booking: Booking, [first]: readonly Date[], turn: Turn): Promise<Date | undefined> {
  const { now, office } = turn;
  if (first === undefined) return undefined;
  return offeredUntil({ own: booking.startsAt, first }, now, office, await closuresAhead(turn));
}

export const makeOffer: Handler<'makeOffer'> = async ({ times, ...ref }, turn) => {
  const booking = await proposable(ref, turn);
  if (booking === undefined) return undefined;
  const starts = await stillFree(booking, times, turn);
  const { reach, suspended } = await whoseIs(turn, booking);
  const mayBe = reach === 'line' && !suspended && (await untilOf(booking, starts, turn)) !== undefined;
  if (starts.length < times.length || !mayBe) {
    if (starts.length < times.length) turn.reply(...turn.words.moveSlotGone(false));
    await sayOffer(booking, starts.length > 0 ? starts : await startsNear(booking, turn), turn);
    return undefined;
  }
  const lead = await propose(booking, starts, turn);
  if (lead === undefined) await saySettled(turn, await findBooking(turn.tx, booking.id));
  else await showCardOf(booking.id, turn, { lead });
  return undefined;
};

/** In one transaction with the step. What its card has to say; undefined: somebody else was first, or it is too late. */
export async function propose(
  booking: Booking,
  starts: readonly Date[],
  turn: Turn,
): Promise<CardLead | undefined> {
  const { tx, now, office, chatId, member } = turn;
  const until = await untilOf(booking, starts, turn);
  if (until === undefined) return undefined;
  const lead = await record(turn, booking, { event: 'propose' });
  if (lead === 'alreadyDecided') return undefined;
  const offer = { bookingId: booking.id, starts: [...starts], until, createdAt: now };
  await keepOffer(tx, { ...offer, chatId, staffId: member?.id ?? null }, office);
  turn.schedule(offerTimer(booking.id, until));
  return lead;
}
