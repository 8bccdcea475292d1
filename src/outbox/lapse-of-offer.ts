// What a person is told when none of the times that staff proposed was taken in time.
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { BookingView } from '../messages/facts.ts';
import type { Message } from '../messages/message.ts';
import { freeNear } from '../records/free-near.ts';
import { hitsAmong } from './closure-facts.ts';
import type { TurnServices } from './turn-services.ts';

/** A request is over then, with free times for another one; what is agreed on stands, unless the office cannot. */
export async function lapseOf(
  booking: Booking,
  view: BookingView,
  { tx, now, office, words }: { tx: Tx; now: Date } & Pick<TurnServices, 'office' | 'words'>,
): Promise<Message[]> {
  const stands = booking.state === 'confirmed';
  const isHit = stands && (await hitsAmong([booking], { tx, office, now })).has(booking.id);
  const free = stands ? [] : await freeNear(tx, booking, now, office);
  return words.offerLapsed(view, { stands, isHit }, office, free);
}
