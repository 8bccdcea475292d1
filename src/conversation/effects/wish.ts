// 別の日時にしたい: the person wishes to move a confirmed booking. It stays as it is until staff press 変える or そのまま.

import { min as earliest } from 'date-fns/min';
import { decisionTime } from '../../booking/booking-window.ts';
import { businessDayBefore } from '../../booking/calendar.ts';
import { contactWindowBegins } from '../../booking/consultation-phase.ts';
import { moment, slotOf } from '../../booking/shown.ts';
import { addMinutes, asDay, asTime, dayOf, instant } from '../../core/jst.ts';
import type { Booking, MoveWish } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { notifyStaff } from '../../outbox/notify.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBooking } from '../../records/bookings.ts';
import { findWish, keepWish } from '../../records/move-wishes.ts';
import { dropOffer } from '../../records/offers.ts';
import { freeCounsellor } from '../../records/slots.ts';
import { wishTimers } from '../../timers/timers.ts';
import { personOf, type Turn } from '../turn.ts';
import { cardOfNews, showCardOf } from './booking-card.ts';
import { confirmedAhead } from './confirmed-ahead.ts';
import { decide } from './decide.ts';
import type { Handler } from './handler.ts';
import { checkSlotOfWish } from './move.ts';
import { refuseSuspended } from './request.ts';
import { bookableCalendar, closuresAhead } from './slot.ts';

type Ref = { booking: string; version: number };

/**
 * The person's own, agreed on, and so far ahead that staff can still move it. Whatever they have done to it since the button was shown,
 * other numbers or a wish that was not given, it is still that person's to wish for: nothing but a wish comes of the button.
 */
export async function wishable(
  turn: Turn,
  { booking: id }: Pick<Ref, 'booking'>,
): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  const isTheirs = booking?.personId === personOf(turn).id;
  return isTheirs && booking.state === 'confirmed' && turn.now < contactWindowBegins(booking)
    ? booking
    : undefined;
}

export const checkCanWish: Handler<'checkCanWish'> = async (ref, turn) => {
  if (await refuseSuspended(turn)) return { type: 'apply.suspended' };
  const booking = await wishable(turn, ref);
  return booking
    ? { type: 'rechoose.possible', choices: choicesOf(booking) }
    : { type: 'booking.alreadyDecided' };
};

/** 'taken': somebody was quicker; 'sameSlot': it is there already. */
export async function sendWish(
  booking: Booking,
  { day, time }: { day: string; time: string },
  turn: Turn,
): Promise<'sent' | 'taken' | 'sameSlot'> {
  const { tx, now, happenedAt, office, words, sealer } = turn;
  const startsAt = instant(asDay(day), asTime(time));
  if (startsAt.getTime() === booking.startsAt.getTime()) return 'sameSlot';
  const { closures, taken } = await bookableCalendar(turn, booking.id);
  const counsellor = freeCounsellor(startsAt, office, closures, taken);
  if (counsellor === undefined) return 'taken';
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  const until = await decidedBy([booking, { startsAt }], turn);
  // With it what staff proposed is answered.
  await dropOffer(tx, booking.id);
  await keepWish(tx, booking, { slot: { startsAt, endsAt, counsellor }, until, now, happenedAt });
  turn.schedule(...wishTimers(booking.id, until, turn));
  turn.bring('receipt', booking.id);
  const to = slotOf({ startsAt, endsAt });
  const messages = await cardOfNews(booking.id, 'wished', turn);
  const isUnseen = (await notifyStaff(turn, { about: 'moveWish', booking: booking.id, messages })) === 0;
  turn.reply(
    ...words.wishReceived(bookingView(booking, sealer), { to, until: moment(until), isUnseen }, office),
  );
  return 'sent';
}

/**
 * As of a request, for the day that it has and for the one that is wished for, whichever comes first: when staff decide on the last
 * business day before; past that, as long as they can move it.
 */
async function decidedBy(slots: readonly { startsAt: Date }[], turn: Turn): Promise<Date> {
  const { now, office } = turn;
  const closures = await closuresAhead(turn);
  const ends = slots.map((slot) => {
    const lastDay = businessDayBefore(dayOf(slot.startsAt), office, closures);
    const lastChance = decisionTime(lastDay, office, closures);
    return lastChance > now ? lastChance : contactWindowBegins(slot);
  });
  return earliest(ends);
}

/** The wish as the card showed it; otherwise the card as it is now, and undefined. */
async function asWished(
  { booking: id, version, day, time }: Ref & { day: string; time: string },
  turn: Turn,
): Promise<{ booking: Booking; wish: MoveWish } | undefined> {
  const booking = await confirmedAhead({ booking: id, version }, turn);
  if (booking === undefined) return undefined;
  const wish = await findWish(turn.tx, id);
  const slot = wish && slotOf(wish);
  if (wish && slot?.day === day && slot.time === time) return { booking, wish };
  await showCardOf(id, turn, { lead: 'changedSince' });
  return undefined;
}

export const grantWish: Handler<'grantWish'> = async (pressed, turn) => {
  const found = await asWished(pressed, turn);
  if (found) await checkSlotOfWish(found.booking, { day: pressed.day, time: pressed.time }, turn);
  return undefined;
};

export const keepAsItIs: Handler<'keepAsItIs'> = async (pressed, turn) => {
  const found = await asWished(pressed, turn);
  if (found) await decide(turn, found.booking, { event: 'keep' });
  return undefined;
};
