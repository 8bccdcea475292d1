// Asking for the slot: the request is written, she gets her receipt, staff get their card.

import type { Consent, FlowEvent, Resume } from '../../../flows/vocabulary.ts';
import { answerBy, staffSeeIt } from '../../booking/answer-time.ts';
import { moment } from '../../booking/shown.ts';
import { parseDay, parseTime } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { notifyStaff } from '../../outbox/notify.ts';
import { choicesOf, moveBooking, requestBooking } from '../../records/booking-requests.ts';
import { findUnconfirmed, newestBookingOf, openBookingOf } from '../../records/bookings.ts';
import { newestConsent } from '../../records/consents.ts';
import { dropDraft, readDraft } from '../../records/draft.ts';
import {
  type CompleteDetails,
  complete,
  type Details,
  readDetails,
  recordDetails,
} from '../../records/personal-data.ts';
import { personIsSuspended } from '../../records/suspensions.ts';
import { requestTimers } from '../../timers/timers.ts';
import { personOf, type Turn } from '../turn.ts';
import { cardOfNews } from './booking-card.ts';
import type { Handler } from './handler.ts';
import { closuresAhead, refuseRequest } from './slot.ts';
import { sendWish, wishable } from './wish.ts';

/** Facts that decide where a new request begins. */
export const checkCanApply: Handler<'checkCanApply'> = async ({ wish }, turn) => {
  const person = personOf(turn);
  if (await openBookingOf(turn.tx, person.id)) {
    if (wish !== null) turn.reply(...turn.words.timeNotAskedFor());
    return { type: 'apply.blocked' };
  }
  if (await refuseSuspended(turn)) return { type: 'apply.suspended' };
  const last = await newestBookingOf(turn.tx, person.id);
  const onRecord = await readDetails(turn.tx, turn.sealer, person.id);
  const wasEligible = person.eligibleAt !== null;
  return {
    type: 'apply.possible',
    consent: await consentOf(turn),
    known: wasEligible && complete(onRecord) !== undefined,
    resume: wasEligible ? await leftAt(onRecord, turn) : null,
    choices: last && choicesOf(last),
    wish,
  };
};

export const isSuspended = (turn: Turn): Promise<boolean> =>
  personIsSuspended(turn.tx, personOf(turn).id, turn.now);

/** Says whom to call, and not why. Whether that was so. */
export async function refuseSuspended(turn: Turn): Promise<boolean> {
  const isRefused = await isSuspended(turn);
  if (isRefused) turn.reply(...turn.words.callInstead(turn.office));
  return isRefused;
}

/** Where a form goes on that she left half filled in less than a day ago; null where there is none. */
async function leftAt(onRecord: Details, turn: Turn): Promise<Resume | null> {
  const typed = await readDraft(turn);
  const { name, jobNumber, phone } = { ...onRecord, ...typed };
  if (typed === null || name === undefined) return null;
  if (jobNumber === undefined) return 'jobNumber';
  return phone === undefined ? 'phone' : 'slot';
}

async function consentOf(turn: Turn): Promise<Consent> {
  const { office } = turn;
  const newest = await newestConsent(turn.tx, personOf(turn).id);
  if (newest === null) return 'missing';
  const { termsVersion, noticeVersion } = newest;
  const isSame = termsVersion === office.terms.version && noticeVersion === office.privacyNotice.version;
  return isSame ? 'given' : 'changed';
}

/** What is on record, overlaid with what she `typed` this time. */
export async function currentDetails(turn: Turn): Promise<{ details?: CompleteDetails; typed: Details }> {
  const onRecord = await readDetails(turn.tx, turn.sealer, personOf(turn).id);
  const typed = (await readDraft(turn)) ?? {};
  const details = complete({ ...onRecord, ...typed });
  return { typed, ...(details && { details }) };
}

export const submitRequest: Handler<'submitRequest'> = async (effect, turn) => {
  // Decided while the form was being filled in.
  if (await isSuspended(turn))
    return { type: 'request.refused', because: 'other', reason: 'suspended', facts: {} };
  // Staff may have taken an earlier one again, confirmed it or made one: that is why, whatever else is in the way.
  const blocked = await blockedBy(effect, turn);
  if (blocked) return refusal(blocked, effect.day, effect.time);
  const { details } = await currentDetails(turn);
  if (details === undefined)
    return { type: 'request.refused', because: 'details', reason: 'detailsGone', facts: {} };
  const refused = await refuseRequest(effect, turn);
  if (refused)
    return { type: 'request.refused', because: 'slot', reason: refused.reason, facts: refused.facts };
  const wished = effect.moves && (await wishable(turn, effect.moves));
  if (wished) return acceptWish(wished, effect, turn);
  const requested = await write(effect, turn);
  if (!requested.ok) return refusal(requested.because, effect.day, effect.time);
  await recordDetails(turn.tx, turn.sealer, personOf(turn).id, details);
  await dropDraft(turn);
  await announce(requested.booking, effect.moves === null ? 'requested' : 'requestMoved', turn);
  return { type: 'request.accepted' };
};

type Effect = Parameters<typeof submitRequest>[0];
type Refused = Extract<FlowEvent, { type: 'request.refused' }>;

async function blockedBy(
  { moves }: Effect,
  turn: Turn,
): Promise<'openBooking' | 'alreadyDecided' | undefined> {
  const personId = personOf(turn).id;
  if (moves === null) return (await openBookingOf(turn.tx, personId)) ? 'openBooking' : undefined;
  const ref = { id: moves.booking, version: moves.version, personId };
  const isOpen = (await findUnconfirmed(turn.tx, ref)) ?? (await wishable(turn, moves));
  return isOpen ? undefined : 'alreadyDecided';
}

async function acceptWish(booking: Booking, { day, time }: Effect, turn: Turn) {
  const sent = await sendWish(booking, { day, time }, turn);
  if (sent !== 'sent') return refusal(sent, day, time);
  await dropDraft(turn);
  return { type: 'request.accepted' } as const;
}

async function write({ day, time, choices, moves }: Effect, turn: Turn) {
  const { tx, now, happenedAt, office } = turn;
  const wish = { day: parseDay(day), time: parseTime(time) };
  if (wish.day === undefined || wish.time === undefined)
    throw new Error('A checked slot has a day and a time');
  const closures = await closuresAhead(turn);
  const promisedBy = answerBy(now, wish.day, office, closures);
  const personId = personOf(turn).id;
  const request = { personId, day: wish.day, time: wish.time, choices, promisedBy, now, happenedAt };
  return moves === null ? requestBooking(tx, request, office) : moveBooking(tx, moves, request, office);
}

function refusal(
  because: 'taken' | 'openBooking' | 'alreadyDecided' | 'sameSlot',
  day: string,
  time: string,
): Refused {
  const facts = { day, time };
  if (because === 'taken') return { type: 'request.refused', because: 'slot', reason: 'taken', facts };
  return {
    type: 'request.refused',
    because: because === 'sameSlot' ? 'other' : 'booking',
    reason: because,
    facts,
  };
}

/** To its person and to staff. `lead`: as what. */
export async function announce(
  booking: Booking,
  lead: 'requested' | 'requestMoved' | 'picked',
  turn: Turn,
): Promise<void> {
  const { now, office, sealer } = turn;
  const closures = await closuresAhead(turn);
  const seenAt = staffSeeIt(now, office, closures);
  const view = bookingView(booking, sealer);
  const openNow = seenAt.getTime() === now.getTime();
  turn.bring('receipt', booking.id);
  turn.schedule(...requestTimers(booking, office, closures, turn));
  const messages = await cardOfNews(booking.id, lead, turn);
  const moved = lead !== 'requested';
  const isUnseen = (await notifyStaff(turn, { about: 'request', booking: booking.id, messages })) === 0;
  turn.reply(...turn.words.receipt(view, openNow ? null : moment(seenAt), office, moved, isUnseen));
  if (isUnseen) turn.log.warn({}, 'A request waits and no admin chat is enrolled: nobody has been told');
}
