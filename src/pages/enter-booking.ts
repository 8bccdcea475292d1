// What was entered on the page becomes a booking, in the slot that was held for it: the person, the consent, the request, and the card
// in every chat of the staff.
import { answerBy } from '../booking/answer-time.ts';
import { promiseByStaff } from '../booking/staff-promise.ts';
import { cardOfNews } from '../conversation/effects/booking-card.ts';
import { hashOfNotice, hashOfTerms } from '../conversation/effects/details.ts';
import { addDays, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import { createWayOut, notifyStaff } from '../outbox/notify.ts';
import { outboxJobs } from '../outbox/outbox.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { openBookingOf } from '../records/bookings.ts';
import { closuresBetween } from '../records/calendar.ts';
import type { CallAuthor } from '../records/call-steps.ts';
import { recordConsent } from '../records/consents.ts';
import { recordEligibility } from '../records/people.ts';
import { lockPerson, meetByPhone } from '../records/person-matches.ts';
import { readDetails, recordDetails } from '../records/personal-data.ts';
import type { Hold } from '../records/phone-holds.ts';
import { bookHeld } from '../records/staff-bookings.ts';
import { requestTimers } from '../timers/timers.ts';
import type { Entry } from './booking-entry.ts';

type Parts = { queue: Database['queue']; services: TurnServices };

/** `hold` is locked. */
export async function enterBooking(
  tx: Tx,
  hold: Hold,
  entry: Entry,
  by: CallAuthor,
  { queue, services }: Parts,
): Promise<Booking | 'openBooking'> {
  const { office } = services;
  const { who, choices, numbersBy, overrideReason } = entry;
  if (who !== null) await lockPerson(tx, who);
  if (who !== null && (await openBookingOf(tx, who.id)) !== null) return 'openBooking';
  const personId = who?.id ?? (await meetByPhone(tx, by.at));
  await keepPerson(tx, personId, entry, by.at, services);
  const closures = await closuresAround(tx, hold.startsAt);
  const usual = answerBy(by.at, dayOf(hold.startsAt), office, closures);
  const promisedBy = promiseByStaff(usual, hold.startsAt, by.at);
  const entered = { personId, ...choices, promisedBy, numbersBy, overrideReason, source: 'phone' as const };
  const booking = await bookHeld(tx, hold, entered, { actor: 'staff', ...by });
  await queue.put('timers', requestTimers(booking, office, closures, { now: by.at }), tx);
  const messages = await cardOfNews(booking.id, 'bookedByPhone', { tx, now: by.at, ...services });
  const way = createWayOut(tx, by.at);
  await notifyStaff({ ...way, office }, { about: 'request', booking: booking.id, messages });
  await queue.put('outbox', outboxJobs(way.outgoing, services, by.at), tx);
  return booking;
}

/** Cut-offs are counted back over business days, and promises on. */
const closuresAround = (tx: Tx, startsAt: Date) =>
  closuresBetween(tx, addDays(dayOf(startsAt), -60), addDays(dayOf(startsAt), 14));

/** As the person said it last. A jobseeker number that is known stays, where it was not known now. */
async function keepPerson(
  tx: Tx,
  personId: string,
  { details: { name, phone, jobNumber } }: Entry,
  at: Date,
  { sealer, office, words }: TurnServices,
): Promise<void> {
  const before = await readDetails(tx, sealer, personId);
  const details = { name, phone, jobNumber: jobNumber ?? before.jobNumber ?? null };
  await recordDetails(tx, sealer, personId, details);
  await recordEligibility(tx, personId, at);
  await recordConsent(tx, {
    personId,
    termsVersion: office.terms.version,
    shownSha256: hashOfTerms({ office, words }),
    noticeVersion: office.privacyNotice.version,
    noticeSha256: hashOfNotice({ office, words }),
    wording: words.bookingPage.labels.terms,
    channel: 'phone',
    agreedAt: at,
  });
}
