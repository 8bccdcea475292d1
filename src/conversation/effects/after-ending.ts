// Staff have cancelled or declined a consultation, and its person writes that she comes after all. The time is nobody's any more: staff
// hear it as news with もう一度受ける, and that person hears no more than that they did.
import type { Booking } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { bookingToShow } from '../../records/bookings.ts';
import { pastNotices } from '../../records/past-notices.ts';
import { personOf, type Turn } from '../turn.ts';
import { opensAt, showBooking } from './booking.ts';
import { tellNotice } from './notices.ts';

const ended: ReadonlySet<string> = new Set(['cancelled', 'declined']);

/** Hers that would not be over yet; null: none, or she has another one open. */
export async function endedAhead(turn: Turn): Promise<Booking | null> {
  const shown = await bookingToShow(turn.tx, personOf(turn).id);
  return shown !== null && ended.has(shown.state) && turn.now < shown.endsAt ? shown : null;
}

export async function tellComesAfterAll(booking: Booking, turn: Turn): Promise<undefined> {
  const { words, office, sealer, reply } = turn;
  const told = await tellNotice(turn, booking, 'coming', await pastNotices(turn, booking.id));
  if (told === 'overtaken') return void (await showBooking({ type: 'showBooking' }, turn));
  const opens = await opensAt(turn);
  if (told === 'nobody') return void reply(...words.nobodyHears(office, opens));
  reply(...words.comingAfterEnding(bookingView(booking, sealer), office, { isNew: told === 'now', opens }));
}
