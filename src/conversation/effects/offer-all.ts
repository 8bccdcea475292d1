// 全員に別の日時: to each whom a closure hits its own three free times, with one press. Whom LINE does not reach, or for whom nothing is
// free, stands among the calls, so that nobody is left.
import { slotOf } from '../../booking/shown.ts';
import { isSuspended } from '../../booking/suspension.ts';
import type { OffersMade } from '../../messages/facts-offers.ts';
import { factsOf } from '../../outbox/closure-facts.ts';
import { timesShown } from '../../outbox/offer-shown.ts';
import type { NamedBooking } from '../../records/booking-lists.ts';
import { openCall } from '../../records/calls.ts';
import { type ClosureRow, findClosure } from '../../records/closures.ts';
import { openName } from '../../records/personal-data.ts';
import { findUndo } from '../../records/undo.ts';
import type { Turn } from '../turn.ts';
import { hitBy, markOf, showClosureOf } from './closures-shown.ts';
import type { Handler } from './handler.ts';
import { propose, startsNear } from './offer.ts';

type Sorted = { offer: NamedBooking[]; call: NamedBooking[]; waits: NamedBooking[] };

/** `waits`: for its person already, or for the minute after a decision. */
async function sortOut(bookings: readonly NamedBooking[], { tx, now }: Turn): Promise<Sorted> {
  const sorted: Sorted = { offer: [], call: [], waits: [] };
  for (const booking of bookings) {
    const { chatId, blockedAt } = booking.person;
    const isReached = chatId !== null && blockedAt === null && !isSuspended(booking.person, now);
    const waits = booking.offer !== null || (await findUndo(tx, booking.id)) !== null;
    sorted[waits ? 'waits' : isReached ? 'offer' : 'call'].push(booking);
  }
  return sorted;
}

/** Where it stands; otherwise that is said. */
async function inForce(id: string, turn: Turn): Promise<ClosureRow | undefined> {
  const row = await findClosure(turn.tx, turn.sealer, id);
  if (row !== null && row.lifted === null) return row;
  await showClosureOf(id, turn);
  return undefined;
}

export const askOffers: Handler<'askOffers'> = async ({ closure: id }, turn) => {
  const row = await inForce(id, turn);
  if (row) await sayAsked(row, false, turn);
  return undefined;
};

async function sayAsked(row: ClosureRow, isNew: boolean, turn: Turn): Promise<void> {
  const bookings = await hitBy(row, turn);
  const { offer, call, waits } = await sortOut(bookings, turn);
  const counts = { offers: offer.length, calls: call.length, waits: waits.length };
  turn.reply(
    ...turn.words.offersAsked({ closure: factsOf(row, turn), ...counts, mark: markOf(bookings), isNew }),
  );
}

export const makeOffers: Handler<'makeOffers'> = async ({ closure: id, hits }, turn) => {
  const row = await inForce(id, turn);
  if (row === undefined) return undefined;
  const bookings = await hitBy(row, turn);
  if (markOf(bookings) !== hits) {
    await sayAsked(row, true, turn);
    return undefined;
  }
  const { offer, call, waits } = await sortOut(bookings, turn);
  const made: OffersMade['rows'][number][] = [];
  const called = [...call];
  for (const booking of offer) {
    // What was held for the one before is not free any more.
    const starts = await startsNear(booking, turn);
    const lead = starts.length > 0 ? await propose(booking, starts, turn) : undefined;
    if (lead === undefined) called.push(booking);
    else made.push(rowOf(booking, starts, turn));
  }
  for (const { id: bookingId, personId } of called)
    await openCall(turn.tx, { personId, bookingId, about: 'offered', reason: 'closure' }, turn.now);
  const counts = { calls: called.length, waits: waits.length };
  turn.reply(...turn.words.offersMade({ closure: factsOf(row, turn), rows: made, ...counts }));
  return undefined;
};

const rowOf = (booking: NamedBooking, starts: readonly Date[], { sealer, office }: Turn) => ({
  id: booking.id,
  slot: slotOf(booking),
  name: openName(sealer, booking.person),
  times: timesShown(starts, office),
});
