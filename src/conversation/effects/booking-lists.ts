// What staff look up: a day, the requests that wait, the card of a booking.

import { buttonsIn } from '../../../flows/booking-buttons.ts';
import { isPersonNotice } from '../../booking/person-notices.ts';
import { moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { asDay } from '../../core/jst.ts';
import type { ListRow } from '../../messages/facts-staff.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import {
  calendarOf,
  countPending,
  type NamedBooking,
  namedBooking,
  pastOf,
  pendingPage,
} from '../../records/booking-lists.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { findBookingByReceipt, lastStep } from '../../records/bookings.ts';
import { countOpenCalls } from '../../records/calls.ts';
import { mustNotBeCalled, pastNotices, pastNoticesOf } from '../../records/past-notices.ts';
import { complete, openName, readDetails } from '../../records/personal-data.ts';
import { sameNumbers } from '../../records/same-number.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

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

/** What the person told last of coming or not. */
function newestNotice(past: readonly { event: string; at: Date }[]): ListRow['notice'] {
  const told = past.find(({ event }) => ['absence', 'absenceWritten', 'late', 'coming'].includes(event));
  return told !== undefined && isPersonNotice(told.event) ? { kind: told.event, at: moment(told.at) } : null;
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

async function showCardOf(id: string, turn: Turn): Promise<void> {
  const { tx, sealer, now, words, reply } = turn;
  const booking = await namedBooking(tx, id);
  if (booking === null) {
    reply(...words.requestUnknown());
    return;
  }
  const details = complete(await readDetails(tx, sealer, booking.personId));
  const step = await lastStep(tx, id);
  const past = await pastNotices(turn, id);
  const { counts, lastAt } = await pastOf(tx, booking.personId, id);
  reply(
    ...words.bookingCard(
      {
        id,
        version: booking.version,
        receipt: receiptOf(booking),
        slot: slotOf(booking),
        state: booking.state,
        name: openName(sealer, booking.person),
        by: step?.staff ? openMemberName(sealer, step.staff) : null,
        since: moment(step?.at ?? booking.createdAt),
        choices: choicesOf(booking),
        isNumberUnknown: details?.jobNumber === null,
        sameNumber: details === undefined ? [] : await sameNumbers(tx, sealer, booking.personId, details),
        isBlocked: booking.person.blockedAt !== null,
        promised: booking.state === 'requested' ? moment(booking.promisedBy) : null,
        isOverdue: booking.state === 'requested' && booking.promisedBy <= now,
        notice: newestNotice(past),
        noCall: mustNotBeCalled(past),
        past: {
          done: counts.get('done') ?? 0,
          byPhone: counts.get('byPhone') ?? 0,
          noShow: counts.get('noShow') ?? 0,
        },
        lastAt: lastAt && moment(lastAt),
        buttons: buttonsIn[booking.state],
      },
      moment(now),
    ),
  );
}
