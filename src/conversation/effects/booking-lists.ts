// What staff look up: a day, the requests that wait, the card of a booking.

import { closedBecause } from '../../booking/calendar.ts';
import { counsellorName } from '../../booking/counsellor-name.ts';
import { moment, slotOf } from '../../booking/shown.ts';
import { asDay, type Day, dayOf, daysBetween } from '../../core/jst.ts';
import type { ListRow } from '../../messages/facts-staff.ts';
import { factsOf, hitsAmong } from '../../outbox/closure-facts.ts';
import {
  calendarOf,
  countPending,
  type NamedBooking,
  offeredBookings,
  pendingPage,
  unrecordedPage,
} from '../../records/booking-lists.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBookingByReceipt } from '../../records/bookings.ts';
import { countDueCalls } from '../../records/calls.ts';
import { standingClosures } from '../../records/closures.ts';
import { helpersOf } from '../../records/helping.ts';
import { offeredOn } from '../../records/offers.ts';
import { pastNoticesOf } from '../../records/past-notices.ts';
import { openName } from '../../records/personal-data.ts';
import { holdsOn } from '../../records/phone-holds.ts';
import { untoldNumbers } from '../../records/untold-numbers.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import type { Handler } from './handler.ts';
import { helpingOf } from './helping-shown.ts';
import { newestNotice } from './newest-notice.ts';

/** Lines on one card. */
export const rowsAtOnce = 12;
export const pageOf = (page: number) => ({ skip: page * rowsAtOnce, take: rowsAtOnce });
export const goesOn = (page: number, count: number): boolean => (page + 1) * rowsAtOnce < count;

/** Beyond the last page, as things are by now, stands nothing: the list begins again. */
export const isBeyond = (bookings: readonly unknown[], page: number): boolean =>
  bookings.length === 0 && page > 0;

export const showDays: Handler<'showDays'> = async ({ from, until, page }, turn) => {
  const { tx, now } = turn;
  const days = { from: asDay(from), until: asDay(until) };
  const { bookings, count } = await calendarOf(tx, days, pageOf(page));
  if (isBeyond(bookings, page)) return showDays({ type: 'showDays', from, until, page: 0 }, turn);
  const calls = await countDueCalls(tx, now);
  const pending = await countPending(tx, now);
  const rows = await rowsOf(bookings, turn);
  const hasMore = goesOn(page, count);
  const closures = (await standingClosures(tx, turn.sealer, days)).map((row) => factsOf(row, turn));
  const onPhone = (await holdsOn(tx, days, now)).map(slotOf);
  const proposed = (await offeredOn(tx, days, now)).map(slotOf);
  const isToday = days.from === dayOf(now) && days.until === days.from;
  const unrecorded =
    isToday && page === 0 ? await unrecordedOf({ take: rowsUnrecorded, before: days.from }, turn) : undefined;
  const dayOff = days.from === days.until ? closedBecause(days.from, turn.office, []) : undefined;
  const shown = {
    ...{ ...days, page, count, rows, hasMore, pending, calls, closures, onPhone, proposed },
    ...(dayOff && { dayOff }),
    ...(unrecorded && { unrecorded }),
  };
  turn.reply(...turn.words.dayList(shown, moment(now)));
  return undefined;
};

/** On the list of today. */
const rowsUnrecorded = 3;

async function unrecordedOf(page: { skip?: number; take: number; before?: Day }, turn: Turn) {
  const { bookings, count } = await unrecordedPage(turn.tx, page);
  const today = dayOf(turn.now);
  const rows = (await rowsOf(bookings, turn)).map((row) => ({
    ...row,
    days: daysBetween(asDay(row.slot.day), today),
  }));
  return { rows, count };
}

export const listUnrecorded: Handler<'listUnrecorded'> = async (_, turn) => {
  await sayUnrecorded(0, turn);
  return undefined;
};

export const listMoreUnrecorded: Handler<'listMoreUnrecorded'> = async ({ page }, turn) => {
  await sayUnrecorded(page, turn);
  return undefined;
};

async function sayUnrecorded(page: number, turn: Turn): Promise<void> {
  const { rows, count } = await unrecordedOf(pageOf(page), turn);
  if (isBeyond(rows, page)) return sayUnrecorded(0, turn);
  turn.reply(...turn.words.unrecordedList({ page, count, rows, hasMore: goesOn(page, count) }));
}

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
  if (isBeyond(bookings, page)) return sayPending(0, turn);
  const rows = await rowsOf(bookings, turn);
  const hasMore = goesOn(page, count);
  const room = hasMore ? 0 : rowsAtOnce - rows.length;
  const offered = room > 0 ? await rowsOf(await offeredBookings(turn.tx, room), turn) : [];
  turn.reply(...turn.words.pendingList({ page, count, rows, hasMore, offered }, moment(turn.now)));
}

export async function rowsOf(bookings: readonly NamedBooking[], turn: Turn): Promise<ListRow[]> {
  const hits = await hitsAmong(bookings, turn);
  const past = await pastNoticesOf(
    turn.tx,
    bookings.map(({ id }) => id),
  );
  const untold = await untoldNumbers(
    turn.tx,
    bookings.map(({ id }) => id),
  );
  const helpers = await helpersOf(turn.tx, bookings, turn.now);
  return bookings.map((booking) => ({
    id: booking.id,
    slot: slotOf(booking),
    name: openName(turn.sealer, booking.person),
    state: booking.state,
    room: booking.room?.name ?? null,
    choices: choicesOf(booking),
    promised: moment(booking.moveWish?.until ?? booking.promisedBy),
    wish: booking.moveWish && slotOf(booking.moveWish),
    offered: booking.offer && moment(booking.offer.until),
    notice: newestNotice(past.get(booking.id) ?? [], booking.state),
    helping: helpingOf(helpers.get(booking.id), turn.sealer),
    hit: hits.get(booking.id) ?? null,
    counsellor: counsellorName(turn.office, booking.counsellor),
    origin: { source: booking.source, isUntold: untold.has(booking.id) },
  }));
}

/** Four digits that are no receipt number are talk in a group; a whole number that is unknown was meant as one. */
export const findCard: Handler<'findCard'> = async ({ number, yearMonth }, turn) => {
  const wanted = { number, ...(yearMonth !== null && { yearMonth }) };
  const booking = await findBookingByReceipt(turn.tx, wanted);
  if (booking !== null) await showCardOf(booking.id, turn);
  else if (yearMonth !== null || turn.chat.kind === 'person') turn.reply(...turn.words.receiptUnknown());
  return undefined;
};

export const showCard: Handler<'showCard'> = async ({ booking }, turn) => {
  await showCardOf(booking, turn);
  return undefined;
};
