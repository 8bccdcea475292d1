// Words about cancelling, changing, waiting and stopping, typed while a request waits to be confirmed, and about another time of what
// is agreed on: what can be done about it stands on its card.

import type { FlowEvent } from '../../flows/vocabulary.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Unchanged } from '../messages/facts.ts';
import { openBookingOf } from '../records/bookings.ts';
import { findWish } from '../records/move-wishes.ts';
import { findOffer } from '../records/offers.ts';
import { isOnTheDay } from '../records/on-the-day.ts';
import { findUndo } from '../records/undo.ts';
import { namesAll, requestWords, saysGivingUp } from '../understanding/request-words.ts';
import { asksOfWish, takesWishBack } from '../understanding/wish-taken-back.ts';
import { wayToMove, wayToRechoose } from './effects/way-to-move.ts';
import { personOf, type Turn } from './turn.ts';
import { asWritten, type Events } from './understood.ts';

/** What was understood, or the card instead; at the counter only: in the form やめる is about the form. */
export async function aboutWaitingRequest(understood: Events, text: string, turn: Turn): Promise<Events> {
  if (mayAnswerOffer(understood, text) && (await isOffered(turn)))
    return { kind: 'events', events: [{ type: 'booking.asked' }] };
  const isCorrecting = understood.unchanged !== undefined;
  if (!isCorrecting && (await isOfWish(understood, text, turn)))
    return { kind: 'events', events: [{ type: 'booking.asked' }] };
  const asked = isOnlySaid(understood) || isAboutIt(understood) ? requestWords(text) : undefined;
  if (!isCorrecting && asked === undefined && !isAboutIt(understood)) return understood;
  const booking = await openBookingOf(turn.tx, personOf(turn).id);
  if (isCorrecting) return corrected(understood, booking, turn);
  if (booking?.state === 'confirmed' && asked === 'date')
    return {
      kind: 'events',
      events: [{ type: 'booking.asked' }],
      ...(await whatStays('date', booking, turn)),
    };
  // 「やめます」 on its day is more than a wish for the menu.
  if (booking?.state === 'confirmed' && (await givesItUp(understood, text, turn)))
    return asWritten('absence', undefined);
  const isUnconfirmed = booking?.state === 'requested' || booking?.state === 'proposed';
  if (!isUnconfirmed) return understood;
  const unchanged = asked === 'answer' || asked === undefined ? {} : await whatStays(asked, booking, turn);
  return { kind: 'events', events: [{ type: 'booking.asked' }], ...unchanged };
}

/** 「2番目で」, 「お願いします」, 「全部無理です」: times that staff have proposed are taken, or refused, with their buttons, which are shown. */
const mayAnswerOffer = ({ events }: Events, text: string): boolean =>
  events.every(
    (event) =>
      answersAnything.has(event.type) ||
      (event.type === 'thanked' && event.how === 'regards') ||
      (event.type === 'intent.written' && (event.intent === 'moving' || namesAll(text))),
  );
const answersAnything: ReadonlySet<FlowEvent['type']> = new Set(['said', 'yes', 'no', 'slot.wanted']);

async function isOffered(turn: Turn): Promise<boolean> {
  const booking = await openBookingOf(turn.tx, personOf(turn).id);
  const isOpen = booking?.state === 'proposed' || booking?.state === 'confirmed';
  if (!isOpen || (await findUndo(turn.tx, booking.id)) !== null) return false;
  const offer = await findOffer(turn.tx, booking.id);
  return offer !== null && turn.happenedAt < offer.until;
}

/** Of a wish for another time that waits for staff: how it stands and how to take it back is said with the booking. */
async function isOfWish(understood: Events, text: string, turn: Turn): Promise<boolean> {
  const isOpen = isOnlySaid(understood) || isAboutIt(understood);
  const isAsking = isOpen && (requestWords(text) === 'answer' || asksOfWish(text));
  if (!isAsking && !takesWishBack(text)) return false;
  const booking = await openBookingOf(turn.tx, personOf(turn).id);
  return booking?.state === 'confirmed' && (await findWish(turn.tx, booking.id)) !== null;
}

/** Nothing else is seen in it. */
const isOnlySaid = ({ events }: Events): boolean => events.every(({ type }) => type === 'said');

function isAboutIt({ events: [event] }: Events): boolean {
  return event?.type === 'quit' || (event?.type === 'question.picked' && event.topic === 'cancel');
}

const givesItUp = async ({ events: [event] }: Events, text: string, turn: Turn): Promise<boolean> =>
  event?.type === 'quit' && saysGivingUp(text) && isOnTheDay(turn.tx, turn.chatId, turn.happenedAt);

/** What nobody changes here is said; where there is nothing to change, only that the number went nowhere. */
async function corrected(
  { rest, unchanged, ...others }: Events,
  booking: Booking | null,
  turn: Turn,
): Promise<Events> {
  if (booking === null) return { ...others, ...(rest && { rest }) };
  return { ...others, ...(unchanged && (await whatStays(unchanged, booking, turn))) };
}

/** With the booking's card comes the button for another time, where there is one. */
async function whatStays(
  unchanged: Unchanged,
  booking: Booking,
  turn: Turn,
): Promise<{ unchanged: Unchanged }> {
  if (unchanged !== 'date') return { unchanged };
  const way = booking.state === 'confirmed' ? wayToMove : wayToRechoose;
  return { unchanged: await way(booking, turn) };
}
