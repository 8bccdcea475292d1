// A consultation whose time is just over: what she writes of it then, or presses, is still about it.

import type { BookingIntent } from '../../../flows/vocabulary.ts';
import type { Booking } from '../../db/generated/client.ts';
import { openBookingOf } from '../../records/bookings.ts';
import { consultationJustOver } from '../../records/contact-window.ts';
import { personOf, type Turn } from '../turn.ts';

/** So long after its end she may still write about it. */
const minutesAfter = 90;

/** What staff want to hear even then. Being late is not: 「遅れてすみませんでした」. */
export const mayComeAfter: ReadonlySet<BookingIntent> = new Set([
  'entry',
  'inside',
  'waiting',
  'absence',
  'illness',
  'call',
  'callMe',
  'noPhone',
]);

/** Hers that ended within that time without a record of staff that it took place; null: none, or she has another one open. */
export async function justOver(turn: Turn): Promise<Booking | null> {
  const { tx, happenedAt } = turn;
  const personId = personOf(turn).id;
  const booking = await consultationJustOver(tx, personId, happenedAt, minutesAfter);
  if (booking === null) return null;
  const open = await openBookingOf(tx, personId);
  return open === null || open.id === booking.id ? booking : null;
}
