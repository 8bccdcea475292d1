// That nobody may call her, or may after all, said before the hour of her consultation.
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { pastNotices } from '../../records/past-notices.ts';
import type { Told } from '../../records/told.ts';
import type { Turn } from '../turn.ts';
import { opensAt } from './booking.ts';
import { tellNotice } from './notices.ts';

/** Before the hour: staff know it when it comes. */
export async function tellOfCalls(
  kind: 'noPhone' | 'mayCall',
  booking: Booking,
  turn: Turn,
): Promise<Message[]> {
  const told = await tellNotice(turn, booking, kind, await pastNotices(turn, booking.id));
  return sayOfCalls(kind, booking, told, turn);
}

export async function sayOfCalls(
  kind: 'noPhone' | 'mayCall',
  booking: Booking,
  told: Told | undefined,
  turn: Turn,
): Promise<Message[]> {
  const opens = await opensAt(turn);
  // Whoever must not be called is not asked to call.
  const isKept = told === 'nobody' && kind === 'noPhone';
  if (told === 'nobody' && !isKept) return turn.words.nobodyHears(turn.office, opens);
  const known = told === 'now' ? ('now' as const) : ('before' as const);
  const facts = { kind, told: isKept ? ('kept' as const) : known, opens };
  return turn.words.ofCallsTold(bookingView(booking, turn.sealer), turn.office, facts);
}
