// Words about cancelling, changing, waiting and stopping, typed while a request waits to be confirmed, and about another time of what
// is agreed on: what can be done about it stands on its card.

import { openBookingOf } from '../records/bookings.ts';
import { requestWords } from '../understanding/request-words.ts';
import { personOf, type Turn } from './turn.ts';
import type { Events } from './understood.ts';

/** What was understood, or the card instead; at the counter only: in the form やめる is about the form. */
export async function aboutWaitingRequest(understood: Events, text: string, turn: Turn): Promise<Events> {
  const isCorrecting = understood.unchanged !== undefined;
  const asked = isOnlySaid(understood) || isAboutIt(understood) ? requestWords(text) : undefined;
  if (!isCorrecting && asked === undefined && !isAboutIt(understood)) return understood;
  const booking = await openBookingOf(turn.tx, personOf(turn).id);
  if (isCorrecting) return corrected(understood, booking !== null);
  // With its card comes the button that says so to staff.
  if (booking?.state === 'confirmed' && asked === 'date')
    return { kind: 'events', events: [{ type: 'booking.asked' }], unchanged: 'agreed' };
  const isUnconfirmed = booking?.state === 'requested' || booking?.state === 'proposed';
  if (!isUnconfirmed) return understood;
  const unchanged = asked === 'answer' ? undefined : asked;
  return { kind: 'events', events: [{ type: 'booking.asked' }], ...(unchanged && { unchanged }) };
}

/** Nothing else is seen in it. */
const isOnlySaid = ({ events }: Events): boolean => events.every(({ type }) => type === 'said');

function isAboutIt({ events: [event] }: Events): boolean {
  return event?.type === 'quit' || (event?.type === 'question.picked' && event.topic === 'cancel');
}

/** What nobody changes here is said; where there is nothing to change, only that the number went nowhere. */
function corrected({ rest, unchanged, ...others }: Events, hasBooking: boolean): Events {
  return { ...others, ...(hasBooking ? unchanged && { unchanged } : rest && { rest }) };
}
