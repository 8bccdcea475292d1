// What a person does with times that staff have proposed: takes one, which is confirmed at once where a room is free then, or says that
// none suits. Of many presses one counts; each other one is answered with what is true by then.
import { min as earliest } from 'date-fns/min';
import { answerBy } from '../../booking/answer-time.ts';
import { addMinutes, dayOf } from '../../core/jst.ts';
import type { Prisma } from '../../db/client.ts';
import type { Booking, Offer } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { leaveForStaff } from '../../outbox/notify.ts';
import { offerShown, timesShown } from '../../outbox/offer-shown.ts';
import { viewForPerson } from '../../outbox/view-for-person.ts';
import { takeStep } from '../../records/booking-steps.ts';
import { findBooking, getBooking, lockBooking } from '../../records/bookings.ts';
import { closeOutdated } from '../../records/calls.ts';
import { dropWish, findWish } from '../../records/move-wishes.ts';
import { dropNumbersDraft } from '../../records/numbers-draft.ts';
import { counsellorForOffered, dropOffer, findOffer, startsLeft } from '../../records/offers.ts';
import type { Timed } from '../../records/room-use.ts';
import { meetingColumns } from '../../records/zoom-numbers.ts';
import { holdRoom } from '../../records/zoom-rooms.ts';
import { callIfHit, endOfferOn } from '../../timers/offer-end.ts';
import { bookingTimers } from '../../timers/timers.ts';
import { personOf, type Turn } from '../turn.ts';
import { showBooking } from './booking.ts';
import type { Handler } from './handler.ts';
import { ownMeeting } from './move.ts';
import { promiseAnew, setRequestTimers } from './offer-recalled.ts';
import { announce, refuseSuspended } from './request.ts';
import { closuresAhead } from './slot.ts';
import { type PickedMeeting, roomChoices, useOfMeeting } from './which-room.ts';
import { sendWish } from './wish.ts';

type Open = { booking: Booking; offer: Offer };

/** The person's own, locked for this turn. Undefined: nothing is offered any more, and that is said. */
async function openOffer(id: string, at: number, turn: Turn): Promise<Open | undefined> {
  const { tx, now, happenedAt, words, office } = turn;
  await lockBooking(tx, id);
  const booking = await findBooking(tx, id);
  if (booking === null || booking.personId !== personOf(turn).id) {
    turn.reply(...words.remarks.bookingGone({ facts: {}, openPrompt: null, misses: 0 }, office));
    await showBooking({ type: 'showBooking' }, turn);
    return undefined;
  }
  const offer = await findOffer(tx, id);
  // Pressed in time it counts, however late LINE brings it.
  if (offer !== null && earliest([happenedAt, now]) < offer.until) return { booking, offer };
  if (offer !== null) await endOfferOn(turn, id, turn);
  turn.reply(...words.offerOver(await overAs(booking, at, turn), office));
  return undefined;
}

async function overAs({ id, state, startsAt }: Booking, at: number, { tx }: Turn) {
  const isThere = startsAt.getTime() === at;
  if (isThere && (state === 'confirmed' || state === 'requested')) return state;
  const wish = state === 'confirmed' ? await findWish(tx, id) : null;
  return wish?.startsAt.getTime() === at ? 'wished' : 'over';
}

export const takeOffer: Handler<'takeOffer'> = async ({ booking: id, at }, turn) => {
  const open = await openOffer(id, at, turn);
  if (open === undefined || (await refuseSuspended(turn))) return undefined;
  const { tx, office } = turn;
  const startsAt = open.offer.starts.find((one) => one.getTime() === at);
  const counsellor = startsAt && (await counsellorForOffered(tx, id, startsAt, office));
  if (startsAt === undefined || counsellor === undefined) {
    await sayGone(open, turn);
    return undefined;
  }
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  const slot = { startsAt, endsAt, counsellor };
  await dropOffer(tx, id);
  await closeOutdated(tx, id, turn.now);
  await (open.booking.state === 'proposed'
    ? pick(open.booking, slot, turn)
    : moveTo(open.booking, slot, turn));
  return undefined;
};

/** With those that are left; with none the offer is over, as if none suited. */
async function sayGone({ booking, offer }: Open, turn: Turn): Promise<void> {
  const { tx, office, words } = turn;
  const left = await startsLeft(tx, offer, office);
  const after = left.length > 0 ? booking : (await settleWithout(booking, 'offerGone', turn)).after;
  const shown = { ...offerShown(offer, office), times: timesShown(left, office) };
  turn.reply(...words.offerGone(await viewForPerson(after, turn), shown, office));
}

type Slot = Pick<Booking, 'startsAt' | 'endsAt' | 'counsellor'>;

async function step(
  booking: Booking,
  event: 'pick' | 'confirm' | 'reschedule' | 'refuse',
  data: Prisma.BookingUpdateManyMutationInput,
  { tx, happenedAt }: Turn,
): Promise<Booking> {
  const outcome = await takeStep(tx, booking, event, { actor: 'person', at: happenedAt }, data);
  if (outcome === 'alreadyDecided') throw new Error('Whoever has locked a booking is the first');
  return getBooking(tx, booking.id);
}

/** A request: confirmed with it where a room is free, so that nobody waits; otherwise staff confirm it as any other. */
async function pick(booking: Booking, slot: Slot, turn: Turn): Promise<void> {
  const { tx, now, office, sealer, words } = turn;
  const promisedBy = answerBy(now, dayOf(slot.startsAt), office, await closuresAhead(turn));
  const picked = await step(booking, 'pick', { ...slot, promisedBy }, turn);
  const room = await freeRoom(picked, turn);
  if (room === undefined) return announce(picked, 'picked', turn);
  const data = meetingColumns(sealer, booking.id, room.numbers, room.roomId);
  const after = await step(picked, 'confirm', data, turn);
  await dropNumbersDraft(tx, booking.id);
  turn.schedule(...bookingTimers(after, office, turn));
  turn.bring('confirmed', after.id);
  turn.reply(...words.offerTaken(), ...words.confirmed(await viewForPerson(after, turn), office));
  await leaveForStaff(turn, { about: 'offerTaken', booking: after.id });
}

/** What is agreed on: with the meeting that it has, or in another room; where none is free it is a wish, and staff decide. */
async function moveTo(booking: Booking, slot: Slot, turn: Turn): Promise<void> {
  const { tx, office, sealer, words } = turn;
  const then = { ...booking, ...slot };
  const own = await ownMeeting(booking, turn);
  const keepsOwn = own !== null && (await useOfMeeting(turn, then, own)).inUse === null;
  const meeting = keepsOwn ? own : await freeRoom(then, turn);
  if (meeting === undefined) return wishFor(booking, slot, turn);
  await dropWish(tx, booking.id);
  const columns = meetingColumns(sealer, booking.id, meeting.numbers, meeting.roomId);
  const after = await step(booking, 'reschedule', { ...slot, ...columns }, turn);
  turn.schedule(...bookingTimers(after, office, turn));
  turn.bring('moved', after.id);
  turn.reply(...words.offerTaken(), ...words.moved(await viewForPerson(after, turn), office));
  await leaveForStaff(turn, { about: 'offerTaken', booking: after.id });
}

async function wishFor(booking: Booking, { startsAt, endsAt }: Slot, turn: Turn): Promise<void> {
  const [{ day, time } = { day: '', time: '' }] = timesShown([startsAt], turn.office);
  const sent = await sendWish(booking, { day, time }, turn);
  if (sent !== 'sent') throw new Error(`A time that is free until ${endsAt.toISOString()} can be wished for`);
}

/** The first that nobody is in then, held for this turn. */
async function freeRoom(then: Timed, turn: Turn): Promise<PickedMeeting | undefined> {
  for (const { id, inUse } of await roomChoices(turn, then)) {
    const room = inUse === null ? await holdRoom(turn.tx, turn.sealer, id) : undefined;
    const meeting = room && { numbers: room.numbers, roomId: room.id, name: room.name };
    if (meeting && (await useOfMeeting(turn, then, meeting)).inUse === null) return meeting;
  }
  return undefined;
}

export const refuseOffer: Handler<'refuseOffer'> = async ({ booking: id, at }, turn) => {
  const open = await openOffer(id, Number.NaN, turn);
  if (open === undefined) return undefined;
  const { office, words } = turn;
  const { booking, offer } = open;
  // Other times have been proposed since.
  if (offer.createdAt.getTime() !== at) {
    turn.reply(...words.offered(bookingView(booking, turn.sealer), offerShown(offer, office), office));
    return undefined;
  }
  const { after, isHit } = await settleWithout(booking, 'offerRefused', turn);
  const stands = booking.state !== 'proposed';
  turn.reply(...words.offerRefused(await viewForPerson(after, turn), { stands, isHit }, office));
  return undefined;
};

/** Nothing is offered any more: a request waits for staff again, what is agreed on stands. */
async function settleWithout(
  booking: Booking,
  about: 'offerRefused' | 'offerGone',
  turn: Turn,
): Promise<{ after: Booking; isHit: boolean }> {
  const { tx, now } = turn;
  await dropOffer(tx, booking.id);
  await closeOutdated(tx, booking.id, now);
  const data = booking.state === 'proposed' ? { promisedBy: await promiseAnew(booking, turn) } : {};
  const after = await step(booking, 'refuse', data, turn);
  await setRequestTimers(after, turn);
  const isHit = await callIfHit(turn, after, turn);
  await leaveForStaff(turn, { about, booking: booking.id });
  return { after, isHit };
}
