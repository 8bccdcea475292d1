// Words about cancelling, changing, waiting and stopping, typed while her request waits to be confirmed: what she can do
// about it stands on its card.

import { openBookingOf } from '../records/bookings.ts';
import type { Incoming } from '../records/incoming.ts';
import { aboutWaitingRequest } from '../understanding/request-words.ts';
import type { Step } from './step.ts';
import { personOf, type Turn } from './turn.ts';
import type { Understood } from './understand.ts';

/** What was understood, or her card instead, at the counter only: in the form やめる is about the form. */
export async function aboutHerRequest(
  understood: Understood,
  what: Incoming['what'],
  { conversation, prompt }: Step,
  turn: Turn,
): Promise<Understood> {
  const isAtCounter = conversation.flow === 'home' && (prompt === null || prompt === 'menu');
  const isCorrecting = understood.kind === 'events' && understood.unchanged !== undefined;
  if (!isAtCounter || what.type !== 'text') return understood;
  const asked = isOnlySaid(understood) ? aboutWaitingRequest(what.text) : undefined;
  if (!isCorrecting && asked === undefined && !isAboutIt(understood)) return understood;
  const booking = await openBookingOf(turn.tx, personOf(turn).id);
  if (isCorrecting) return corrected(understood, booking !== null);
  const isUnconfirmed = booking?.state === 'requested' || booking?.state === 'proposed';
  if (!isUnconfirmed) return understood;
  const unchanged = asked === 'answer' ? undefined : asked;
  return { kind: 'events', events: [{ type: 'booking.asked' }], ...(unchanged && { unchanged }) };
}

/** Nothing else is seen in it. */
const isOnlySaid = (understood: Understood): boolean =>
  understood.kind === 'events' && understood.events.every(({ type }) => type === 'said');

function isAboutIt(understood: Understood): boolean {
  const [event] = understood.kind === 'events' ? understood.events : [];
  return event?.type === 'quit' || (event?.type === 'question.picked' && event.topic === 'cancel');
}

/** What nobody changes here is said; where there is nothing to change, only that her number went nowhere. */
function corrected(understood: Understood, hasBooking: boolean): Understood {
  if (understood.kind !== 'events') return understood;
  const { rest, unchanged, ...others } = understood;
  return { ...others, ...(hasBooking ? unchanged && { unchanged } : rest && { rest }) };
}
