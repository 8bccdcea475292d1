// Her own booking: shown, withdrawn while unconfirmed, and notice for staff about it.

import { staffSeeIt } from '../../booking/answer-time.ts';
import { type ConsultationPhase, phaseOf } from '../../booking/consultation-phase.ts';
import type { Moment } from '../../booking/shown.ts';
import { moment, slotOf } from '../../booking/shown.ts';
import { addMinutes } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { hasStaff, leaveForStaff } from '../../outbox/notify.ts';
import { offerShown } from '../../outbox/offer-shown.ts';
import { viewForPerson } from '../../outbox/view-for-person.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { takeStep } from '../../records/booking-steps.ts';
import {
  bookingToShow,
  findUnconfirmed,
  lastStep,
  nextConsultationOf,
  openBookingOf,
} from '../../records/bookings.ts';
import { consultationNamed, isRecorded } from '../../records/contact-window.ts';
import { findWish } from '../../records/move-wishes.ts';
import { dropOffer, findOffer, startsLeft } from '../../records/offers.ts';
import { mustNotBeCalled, pastNotices, situationOf } from '../../records/past-notices.ts';
import { personOf, type Turn } from '../turn.ts';
import { closedSince } from './closed-since.ts';
import type { Handler } from './handler.ts';
import { justOver } from './just-over.ts';
import { isEve, tellLateAhead } from './late-ahead.ts';
import { phaseFor, tellNotice } from './notices.ts';
import { isSuspended, refuseSuspended } from './request.ts';
import { closuresAhead } from './slot.ts';

export const showBooking: Handler<'showBooking'> = async (_, turn) => {
  const booking = await bookingToShow(turn.tx, personOf(turn).id);
  if (booking?.state === 'requested' && booking.promisedBy < turn.now) {
    turn.reply(...turn.words.answerLate(await viewForPerson(booking, turn), turn.office));
    return undefined;
  }
  if (booking) turn.reply(...(await shown(booking, turn)));
  else turn.reply(...turn.words.noBooking(turn.office, await isSuspended(turn)));
  return undefined;
};

/** By the clock on its day, by what she told us, and with the reason that staff gave. */
async function shown(booking: Booking, turn: Turn): Promise<Message[]> {
  const { tx, office } = turn;
  const isUnseen = !(await hasStaff(turn));
  const past =
    isComing.has(booking.state) || isRecorded(booking, turn.now) ? await pastNotices(turn, booking.id) : [];
  const end = hasEnded.has(booking.state) ? await lastStep(tx, booking.id) : null;
  const wish = booking.state === 'confirmed' ? await findWish(tx, booking.id) : null;
  const offer = isOffering.has(booking.state) ? await findOffer(tx, booking.id) : null;
  // 連絡なし and the like are never told to her: until its end she finds her numbers.
  const isHidden = booking.state !== 'byPhone' && isRecorded(booking, turn.now);
  const view = await viewForPerson(booking, turn, past);
  return turn.words.bookingShown(isHidden ? { ...view, state: 'confirmed' } : view, office, {
    wish: wish && slotOf(wish),
    offer: offer && offerShown({ ...offer, starts: await startsLeft(tx, offer, office) }, office),
    hour: phaseFor(booking, past, turn),
    reason: booking.state === 'declined' ? (end?.reason ?? null) : null,
    wasProposed: end?.from === 'proposed',
    isAbsent: situationOf(past, booking.state === 'inProgress') === 'absent',
    isUnseen,
    hit: await closedSince(booking, turn),
  });
}

/** Why is said. */
const hasEnded: ReadonlySet<string> = new Set(['declined', 'expired']);
const isOffering: ReadonlySet<string> = new Set(['proposed', 'confirmed']);
const isComing: ReadonlySet<string> = new Set(['confirmed', 'inProgress']);

const unconfirmed = (turn: Turn, { booking: id, version }: { booking: string; version: number }) =>
  findUnconfirmed(turn.tx, { id, version, personId: personOf(turn).id });

export const checkCanMove: Handler<'checkCanMove'> = async (effect, turn) => {
  if (await refuseSuspended(turn)) return { type: 'apply.suspended' };
  const found = await unconfirmed(turn, effect);
  return found
    ? { type: 'rechoose.possible', choices: choicesOf(found) }
    : { type: 'booking.alreadyDecided' };
};

export const checkCanWithdraw: Handler<'checkCanWithdraw'> = async (effect, turn) =>
  (await unconfirmed(turn, effect)) ? { type: 'booking.open' } : { type: 'booking.alreadyDecided' };

export const withdrawRequest: Handler<'withdrawRequest'> = async (effect, turn) => {
  const found = await unconfirmed(turn, effect);
  if (found === null) return { type: 'booking.alreadyDecided' };
  const outcome = await takeStep(turn.tx, found, 'withdraw', { actor: 'person', at: turn.happenedAt });
  if (outcome === 'alreadyDecided') return { type: 'booking.alreadyDecided' };
  await dropOffer(turn.tx, found.id);
  turn.reply(...turn.words.withdrawn(bookingView(found, turn.sealer), turn.office));
  await leaveForStaff(turn, { about: 'withdrawn', booking: found.id });
  return { type: 'booking.withdrawn' };
};

/** つながらない, 行けない and 遅れます: staff hear of it; the booking itself stays as it is. */
export const tellStaff: Handler<'tellStaff'> = async ({ notice, booking: id }, turn) => {
  const booking = (await nextConsultation(turn, id)) ?? (await overJustNow(turn, id, notice));
  if (booking === null && id === null) {
    turn.reply(...turn.words.troubleWithoutBooking(turn.office));
    return undefined;
  }
  if (booking === null) {
    turn.reply(...turn.words.remarks.bookingGone({ facts: {}, openPrompt: null, misses: 0 }, turn.office));
    return showBooking({ type: 'showBooking' }, turn);
  }
  const past = await pastNotices(turn, booking.id);
  const noCall = mustNotBeCalled(past);
  const notYet = sayNotYet(notice, booking, turn);
  if (notYet !== undefined && (await closedSince(booking, turn)) !== null)
    return showBooking({ type: 'showBooking' }, turn);
  if (notYet !== undefined && notice === 'late' && (await isEve(booking, turn))) {
    const said = await tellLateAhead(booking, turn, await opensAt(turn));
    if (said === null) return showBooking({ type: 'showBooking' }, turn);
    turn.reply(...said);
    return undefined;
  }
  if (notYet !== undefined) {
    turn.reply(...notYet(bookingView(booking, turn.sealer), turn.office, noCall));
    return undefined;
  }
  const told = await tellNotice(turn, booking, notice, past);
  if (told === 'overtaken') return showBooking({ type: 'showBooking' }, turn);
  if (told === 'before') turn.reply(...turn.words.toldAlready(turn.office));
  else if (told === 'nobody') turn.reply(...turn.words.nobodyHears(turn.office, await opensAt(turn)));
  else turn.reply(...(await sayTold(notice, booking, { hour: phaseFor(booking, past, turn), noCall }, turn)));
  return undefined;
};

/** What is no news to staff so long before: the answer names the day, which staff may have moved unnoticed. */
function sayNotYet(notice: 'trouble' | 'absence' | 'late', booking: Booking, { now, words }: Turn) {
  if (notice === 'trouble' && !isAboutTime(booking, now)) return words.troubleNotYet;
  return notice === 'late' && phaseOf(booking, now) === 'ahead' ? words.lateNotYet : undefined;
}

/** 「遅れます」 is nothing any more by then. */
async function overJustNow(turn: Turn, id: string | null, notice: string): Promise<Booking | null> {
  const over = notice === 'late' ? null : await justOver(turn);
  return id === null || over?.id === id ? over : null;
}

async function sayTold(
  notice: 'trouble' | 'absence' | 'late',
  booking: Booking,
  { hour, noCall }: { hour: ConsultationPhase; noCall: boolean },
  turn: Turn,
): Promise<Message[]> {
  const opens = await opensAt(turn);
  // Staff call only once the time has come: before it she reads that, and has her numbers to try.
  const isEarly = notice === 'trouble' && (hour === 'today' || hour === 'soon');
  const isAgainstRecord = isRecorded(booking, turn.now);
  // Nor is she told of a call that she must not get.
  if (hour === 'over' || isEarly || (notice === 'trouble' && (noCall || isAgainstRecord))) {
    const said = { kind: notice, told: 'now', situation: null, ill: false } as const;
    const isAfter = booking.endsAt <= turn.happenedAt;
    const facts = { ...said, hour, noCall, isAfter, isRecorded: isAgainstRecord, opensAt: opens };
    return turn.words.inContactWindow(bookingView(booking, turn.sealer), facts, turn.office);
  }
  if (notice === 'trouble') return turn.words.troubleTold(turn.office, opens);
  return notice === 'absence'
    ? turn.words.absenceTold(turn.office, opens, noCall)
    : turn.words.lateTold(hour, turn.office, opens);
}

/** When staff will see what is told now; null while the office is open. */
export async function opensAt(turn: Turn): Promise<Moment | null> {
  const closures = await closuresAhead(turn);
  const seenAt = staffSeeIt(turn.now, turn.office, closures);
  return seenAt.getTime() === turn.now.getTime() ? null : moment(seenAt);
}

/**
 * The consultation of hers that was named, if it was not over when she spoke of it. Without a name the one around whose
 * time she spoke, else the first one to come.
 */
export async function nextConsultation(turn: Turn, id: string | null): Promise<Booking | null> {
  const { tx, happenedAt, now } = turn;
  const personId = personOf(turn).id;
  if (id !== null) return consultationNamed(tx, id, { personId, happenedAt, now });
  // One that runs is `turn.consultation`, unless what was said is of the next one.
  return turn.consultation ?? nextConsultationOf(tx, { personId }, happenedAt, ['confirmed']);
}

/** Before its hour staff may call about a request too. */
export const nextOrRequested = async (turn: Turn): Promise<Booking | null> =>
  (await nextConsultation(turn, null)) ?? openBookingOf(turn.tx, personOf(turn).id);

/** Nobody can have trouble getting in long before the room opens. */
const minutesBefore = 60;
const isAboutTime = ({ startsAt }: Booking, now: Date): boolean =>
  addMinutes(startsAt, -minutesBefore) <= now;
