// A request whose promised answer time is near: staff are reminded while they can still keep the promise.

import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { Words } from '../messages/words.ts';
import { causeOf, createWayOut, notifyStaff } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { findBookingOfPerson } from '../records/bookings.ts';
import { oneFreeRoom } from '../records/room-use.ts';

/** Longer before the promise, the timer is one of a request that was moved since. */
const earlyMinutes = 65;

/** Empty when the request was answered, moved or withdrawn meanwhile. */
export async function nudge(
  tx: Tx,
  bookingId: string,
  { now, words, sealer }: { now: Date; words: Words; sealer: Sealer },
): Promise<Outgoing[]> {
  const booking = await findBookingOfPerson(tx, bookingId);
  if (booking?.state !== 'requested' || booking.promisedBy > addMinutes(now, earlyMinutes)) return [];
  const messages = words.answerDue({
    id: booking.id,
    version: booking.version,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    promised: moment(booking.promisedBy),
    oneRoom: await oneFreeRoom(tx, sealer, booking),
  });
  const way = createWayOut(tx, now);
  const because = { ...causeOf(booking), event: `${booking.id} nudge` };
  await notifyStaff(way, { about: 'nudge', booking: booking.id, ...because, messages });
  return way.outgoing;
}
