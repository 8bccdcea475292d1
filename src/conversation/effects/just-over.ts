// A consultation whose time is just over: what she writes of it then, or presses, is still about it.

import type { BookingIntent } from '../../../flows/vocabulary.ts';
import { addMinutes } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { openBookingOf } from '../../records/bookings.ts';
import { agreed, isUnsettled } from '../../records/contact-window.ts';
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
  const booking = await tx.booking.findFirst({
    where: {
      personId,
      state: { in: [...agreed] },
      endsAt: { lte: happenedAt, gt: addMinutes(happenedAt, -minutesAfter) },
    },
    include: { steps: { where: { event: 'close' } } },
    orderBy: { startsAt: 'desc' },
  });
  if (booking === null || (booking.steps.length === 0 && !isUnsettled.has(booking.state))) return null;
  const open = await openBookingOf(tx, personId);
  return open === null || open.id === booking.id ? booking : null;
}
