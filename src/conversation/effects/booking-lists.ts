// What staff look up: a day, the requests that wait, the card of a booking.

import { moment, slotOf } from '../../booking/shown.ts';
import { asDay } from '../../core/jst.ts';
import type { ListRow } from '../../messages/facts-staff.ts';
import { calendarOf, countPending, type NamedBooking, pendingPage } from '../../records/booking-lists.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBookingByReceipt } from '../../records/bookings.ts';
import { countOpenCalls } from '../../records/calls.ts';
import { pastNoticesOf } from '../../records/past-notices.ts';
import { openName } from '../../records/personal-data.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import type { Handler } from './handler.ts';
import { newestNotice } from './newest-notice.ts';

/** Lines on one card. */
const rowsAtOnce = 12;
const pageOf = (page: number) => ({ skip: page * rowsAtOnce, take: rowsAtOnce });

export const showDays: Handler<'showDays'> = async ({ from, until, page }, turn) => {
  const { tx, now } = turn;
  const days = { from: asDay(from), until: asDay(until) };
  const { bookings, count } = await calendarOf(tx, days, pageOf(page));
  const calls = await countOpenCalls(tx);
  const pending = await countPending(tx, now);
  const rows = await rowsOf(bookings, turn);
  turn.reply(...turn.words.dayList({ ...days, page, count, rows, pending, calls }, moment(now)));
  return undefined;
};

export const listPending: Handler<'listPending'> = async (_, turn) => {
  await sayPending(0, turn);
  return undefined;
};

export const listMorePending: Handler<'listMorePending'> = async ({ page }, turn) => {
  await sayPending(page, turn);
  return undefined;
};

export async function sayPending(page: number, turn: Turn): Promise<void> {
  const { bookings, count } = await pendingPage(turn.tx, pageOf(page));
  const rows = await rowsOf(bookings, turn);
  turn.reply(...turn.words.pendingList({ page, count, rows }, moment(turn.now)));
}

async function rowsOf(bookings: readonly NamedBooking[], { tx, sealer }: Turn): Promise<ListRow[]> {
  const past = await pastNoticesOf(
    tx,
    bookings.map(({ id }) => id),
  );
  return bookings.map((booking) => ({
    id: booking.id,
    slot: slotOf(booking),
    name: openName(sealer, booking.person),
    state: booking.state,
    choices: choicesOf(booking),
    promised: moment(booking.promisedBy),
    notice: newestNotice(past.get(booking.id) ?? []),
  }));
}

/** Four digits that are no receipt number are talk; a whole number that is unknown was meant as one. */
export const findCard: Handler<'findCard'> = async ({ number, yearMonth }, turn) => {
  const wanted = { number, ...(yearMonth !== null && { yearMonth }) };
  const booking = await findBookingByReceipt(turn.tx, wanted);
  if (booking !== null) await showCardOf(booking.id, turn);
  else if (yearMonth !== null) turn.reply(...turn.words.requestUnknown());
  return undefined;
};

export const showCard: Handler<'showCard'> = async ({ booking }, turn) => {
  await showCardOf(booking, turn);
  return undefined;
};
