// Requests, and wishes to move, whose promised answer time is near: staff are reminded while they can still keep the promise, of all of them in one message.

import { moment, receiptOf, type Slot, slotOf } from '../booking/shown.ts';
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
import { noteNudged, requestsDueBy, wishesDueBy } from '../records/nudges.ts';
import { openName } from '../records/personal-data.ts';
import { oneFreeRoom } from '../records/room-use.ts';

/** Longer before the promise, the timer is one of a request that was moved since. */
const earlyMinutes = 65;
/** Lines of one card. */
const rowsAtOnce = 12;

type At = { now: Date; words: Words; sealer: Sealer; office: Office };

/** `until`: by when its person is to hear. */
type Due = { booking: Awaited<ReturnType<typeof requestsDueBy>>[number]; until: Date; wish: Slot | null };

/** Both that wait for staff, the one that ends first first. */
async function dueBy(tx: Tx, until: Date): Promise<Due[]> {
  const requests = (await requestsDueBy(tx, until)).map((booking) => ({
    ...{ booking, until: booking.promisedBy, wish: null },
  }));
  const wishes = (await wishesDueBy(tx, until)).flatMap((booking) =>
    booking.moveWish === null
      ? []
      : [{ booking, until: booking.moveWish.until, wish: slotOf(booking.moveWish) }],
  );
  return [...requests, ...wishes].sort((one, other) => one.until.getTime() - other.until.getTime());
}

/** Empty when the request or wish was answered, moved or withdrawn meanwhile, or when staff were reminded with another. */
export async function nudge(tx: Tx, bookingId: string, at: At): Promise<Outgoing[]> {
  const { now, office } = at;
  const due = await dueBy(tx, addMinutes(now, earlyMinutes));
  const fresh = due.filter(({ booking: { steps }, until }) =>
    steps.every(({ at: nudgedAt }) => nudgedAt < addMinutes(until, -earlyMinutes)),
  );
  const own = fresh.find(({ booking }) => booking.id === bookingId);
  if (own === undefined) return [];
  // What was passed over long ago is reminded of by its own timer alone.
  const near = fresh.filter(({ booking, until }) => booking.id === bookingId || until >= now);
  const isCard = near.length === 1 && own.wish === null;
  const messages = isCard ? await cardOf(tx, own.booking, at) : listOf(near, at);
  const way = createWayOut(tx, now);
  // Of several it is nobody's news in particular.
  const because = near.length === 1 ? { ...causeOf(own.booking), event: `${bookingId} nudge` } : {};
  await notifyStaff({ ...way, office }, { about: 'nudge', booking: bookingId, ...because, messages });
  for (const { booking } of near) await noteNudged(tx, booking, now);
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

const listOf = (due: readonly Due[], { words, sealer }: At): Message[] =>
  words.answersDue(
    due.slice(0, rowsAtOnce).map(({ booking, until, wish }) => ({
      id: booking.id,
      slot: slotOf(booking),
      name: openName(sealer, booking.person),
      promised: moment(until),
      wish,
    })),
    due.length,
  );
