// 「明日10分遅れます」 on the evening before: kept, and staff hear of it with the news that wait for their next word. What is said of
// days further ahead is no news yet.
import { businessDayAfter } from '../../booking/calendar.ts';
import { phaseOf } from '../../booking/consultation-phase.ts';
import type { Moment } from '../../booking/shown.ts';
import { dayOf, isAfter } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { mustNotBeCalled, pastNotices } from '../../records/past-notices.ts';
import type { Turn } from '../turn.ts';
import { tellNotice } from './notices.ts';
import { closuresAhead } from './slot.ts';

/** It is on the next day, or on the next one on which the office works. */
export async function isEve(booking: Booking, turn: Turn): Promise<boolean> {
  if (phaseOf(booking, turn.now) !== 'ahead') return false;
  const next = businessDayAfter(dayOf(turn.now), turn.office, await closuresAhead(turn));
  return !isAfter(dayOf(booking.startsAt), next);
}

/** Null: she has said otherwise since, so her booking as it stands says it best. */
export async function tellLateAhead(
  booking: Booking,
  turn: Turn,
  opensAt: Moment | null,
): Promise<Message[] | null> {
  const { office, words, sealer } = turn;
  const past = await pastNotices(turn, booking.id);
  const told = await tellNotice(turn, booking, 'late', past);
  if (told === 'overtaken') return null;
  if (told === 'before') return words.toldAlready(office);
  if (told === 'nobody') return words.nobodyHears(office, opensAt);
  return words.lateKept(bookingView(booking, sealer), office, mustNotBeCalled(past));
}
