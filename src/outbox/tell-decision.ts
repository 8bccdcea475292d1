// What a person is told of a decision of staff: a minute later, made from the booking as it is then.
import type { BookingEvent } from '../../flows/booking.ts';
import type { CancelReason, DeclineReason } from '../../flows/vocabulary.ts';
import { phaseOf } from '../booking/consultation-phase.ts';
import type { Booking, Undo } from '../db/generated/client.ts';
import type { BookingView } from '../messages/facts.ts';
import type { About } from '../messages/kinds.ts';
import type { Message } from '../messages/message.ts';
import { type BookingOfPerson, endedAs, getBookingOfPerson } from '../records/bookings.ts';
import { closeOutdated } from '../records/calls.ts';
import { freeNear } from '../records/free-near.ts';
import { dropWish } from '../records/move-wishes.ts';
import { isToldByStaff } from '../records/numbers-by.ts';
import { dropOffer, findOffer } from '../records/offers.ts';
import { takeUndo } from '../records/undo.ts';
import { hitsAmong } from './closure-facts.ts';
import { notifyPerson, type Reached, type WayOut } from './notify.ts';
import { offerShown } from './offer-shown.ts';
import type { TurnServices } from './turn-services.ts';
import { viewForPerson } from './view-for-person.ts';

type Services = Pick<TurnServices, 'office' | 'sealer' | 'words'>;

/** The step that is told, and its reason. */
type Decision = Pick<Undo, 'event' | 'reason'>;

/** The steps that are told. */
const decisions: ReadonlySet<string> = new Set<BookingEvent['type']>([
  'confirm',
  'decline',
  'cancel',
  'renumber',
  'reschedule',
  'keep',
  'readmit',
  'propose',
  'recall',
]);
export const isDecision = (event: string): boolean => decisions.has(event);

/** Why the office could not: these are told with other times. A wish of the person's own is not. */
const offersOthers: ReadonlySet<string> = new Set([
  ...(['timeUnavailable'] satisfies DeclineReason[]),
  ...(['counsellor', 'equipment'] satisfies CancelReason[]),
]);

/** By the steps of flows/booking.ts, as messages/booking-messages.ts has them. */
export async function decisionMessages(
  { event, reason }: Decision,
  booking: Booking,
  { tx, now, office, sealer, words }: Services & Pick<WayOut, 'tx' | 'now'>,
): Promise<{ about: About; messages: Message[]; dropAfter?: Date }> {
  const view = await viewForPerson(booking, { tx, now, sealer });
  const free = reason !== null && offersOthers.has(reason) ? await freeNear(tx, booking, now, office) : [];
  switch (event) {
    case 'confirm':
      return { about: 'confirmed', messages: words.confirmed(view, office), dropAfter: booking.endsAt };
    case 'decline':
      return { about: 'declined', messages: words.declined(view, reason, office, free) };
    case 'cancel':
      return { about: 'cancelled', messages: words.cancelled(view, reason, office, free) };
    case 'keep':
      return { about: 'wishRefused', messages: words.wishRefused(view, office), dropAfter: booking.startsAt };
    case 'reschedule':
      return { about: 'moved', messages: words.moved(view, office), dropAfter: booking.endsAt };
    case 'readmit': {
      const messages = words.readmitted(view, await endedAs(tx, booking.id), office);
      return { about: 'readmitted', messages, dropAfter: booking.startsAt };
    }
    case 'renumber': {
      const messages = words.numbersChanged(view, office);
      return { about: 'numbersChanged', messages, dropAfter: booking.endsAt };
    }
    case 'propose':
      return proposal(booking, view, { tx, now, office, words });
    case 'recall': {
      const messages = words.offerRecalled(view, office);
      return { about: 'offerRecalled', messages, dropAfter: booking.startsAt };
    }
    default:
      throw new Error(`Nothing is told of the step ${event}`);
  }
}

/** With buttons for them; where they are over by now, how the booking stands. */
async function proposal(
  booking: Booking,
  view: BookingView,
  { tx, now, office, words }: Pick<Services, 'office' | 'words'> & Pick<WayOut, 'tx' | 'now'>,
): Promise<{ about: About; messages: Message[]; dropAfter?: Date }> {
  const about = 'offered' as const;
  const offer = await findOffer(tx, booking.id);
  if (offer === null) {
    const at = { hour: phaseOf(booking, now), reason: null };
    return { about, messages: words.bookingShown(view, office, at) };
  }
  const isHit = (await hitsAmong([booking], { tx, office, now })).has(booking.id);
  const messages = words.offered(view, { ...offerShown(offer, office), isHit }, office);
  return { about, messages, dropAfter: offer.until };
}

/** Steps with which a wish to move is answered. */
export const answersWish: ReadonlySet<string> = new Set(['reschedule', 'keep', 'cancel', 'propose']);

/** Steps after which nobody can take another time that was proposed: once they are told it is gone. */
export const endsOffer: ReadonlySet<string> = new Set(['reschedule', 'cancel', 'decline', 'recall']);

/** Puts it on its way, if nobody has taken it back or told it before. */
export async function tellDecision(way: WayOut, bookingId: string, services: Services): Promise<void> {
  const undo = await takeUndo(way.tx, bookingId);
  if (undo !== undefined) await tellAtOnce(way, bookingId, undo, services);
}

/** Who has no LINE is not called about what was agreed on the telephone itself. */
const isKnown = ({ event, reason }: Decision, booking: BookingOfPerson): boolean =>
  (event === 'confirm' && isToldByStaff(booking)) ||
  (event === 'cancel' && reason === 'byPerson' && booking.person.chatId === null);

/** The same for one that cannot wait. */
export async function tellAtOnce(
  way: WayOut,
  bookingId: string,
  decision: Decision,
  services: Services,
): Promise<Reached> {
  const booking = await getBookingOfPerson(way.tx, bookingId);
  // With the decision what its person wished for is answered.
  if (answersWish.has(decision.event)) await dropWish(way.tx, bookingId);
  if (endsOffer.has(decision.event)) await dropOffer(way.tx, bookingId);
  await closeOutdated(way.tx, bookingId, way.now);
  if (isKnown(decision, booking)) return 'withoutLine';
  return notifyPerson(way, booking, {
    ...(await decisionMessages(decision, booking, { ...services, tx: way.tx, now: way.now })),
    important: true,
  });
}
