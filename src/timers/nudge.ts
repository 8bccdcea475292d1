// Requests whose promised answer time is near: staff are reminded while they can still keep the promise, of all of them in one message.

import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import { suspensionShown } from '../booking/suspension.ts';
import type { Office } from '../config/office.ts';
import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { Message } from '../messages/message.ts';
import type { Words } from '../messages/words.ts';
import { causeOf, createWayOut, notifyStaff } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { NamedBooking } from '../records/booking-lists.ts';
import { noteNudged, requestsDueBy } from '../records/nudges.ts';
import { openName } from '../records/personal-data.ts';
import { oneFreeRoom } from '../records/room-use.ts';

/** Longer before the promise, the timer is one of a request that was moved since. */
const earlyMinutes = 65;
/** Lines of one card. */
const rowsAtOnce = 12;

type At = { now: Date; words: Words; sealer: Sealer; office: Office };

/** Empty when the request was answered, moved or withdrawn meanwhile, or when staff were reminded with another. */
export async function nudge(tx: Tx, bookingId: string, at: At): Promise<Outgoing[]> {
  const { now, office } = at;
  const due = await requestsDueBy(tx, addMinutes(now, earlyMinutes));
  const fresh = due.filter(({ steps, promisedBy }) =>
    steps.every(({ at: nudgedAt }) => nudgedAt < addMinutes(promisedBy, -earlyMinutes)),
  );
  const own = fresh.find(({ id }) => id === bookingId);
  if (own === undefined) return [];
  // What was passed over long ago is reminded of by its own timer alone.
  const near = fresh.filter(({ id, promisedBy }) => id === bookingId || promisedBy >= now);
  const messages = near.length === 1 ? await cardOf(tx, own, at) : listOf(near, at);
  const way = createWayOut(tx, now);
  // Of several it is nobody's news in particular.
  const because = near.length === 1 ? { ...causeOf(own), event: `${own.id} nudge` } : {};
  await notifyStaff({ ...way, office }, { about: 'nudge', booking: own.id, ...because, messages });
  for (const booking of near) await noteNudged(tx, booking, now);
  return way.outgoing;
}

async function cardOf(tx: Tx, booking: NamedBooking, { words, sealer, now }: At): Promise<Message[]> {
  return words.answerDue({
    id: booking.id,
    version: booking.version,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: openName(sealer, booking.person),
    promised: moment(booking.promisedBy),
    suspended: suspensionShown(booking.person, now),
    oneRoom: await oneFreeRoom(tx, sealer, booking),
  });
}

const listOf = (bookings: readonly NamedBooking[], { words, sealer }: At): Message[] =>
  words.answersDue(
    bookings.slice(0, rowsAtOnce).map((booking) => ({
      id: booking.id,
      slot: slotOf(booking),
      name: openName(sealer, booking.person),
      promised: moment(booking.promisedBy),
    })),
    bookings.length,
  );
