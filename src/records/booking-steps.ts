// One step in the life of a booking: a compare-and-set on its version, with a row of history. Which
// step may follow which is said by flows/booking.ts alone.
import { transition } from 'xstate';
import { type BookingEvent, booking as chart } from '../../flows/booking.ts';
import type { Prisma, Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Actor, BookingState } from '../db/generated/enums.ts';
import { findBooking } from './bookings.ts';
import { forgetTaken } from './known-calendar.ts';

/**
 * Who does it, and why where a reason is asked for (a code). Of staff: `chatId`, the admin chat, and
 * `staffId`, null where LINE told no name.
 */
export type Author = { actor: Actor; chatId?: string; staffId?: string | null; reason?: string; at: Date };

/** The booking is not as the asker saw it: somebody else was first. */
export type Outcome = 'done' | 'alreadyDecided';

/** Where this event leads from a state; undefined where it is not allowed. */
export function nextState(state: BookingState, event: BookingEvent['type']): BookingState | undefined {
  const before = chart.resolveState({ value: state });
  // One of so many is more than the compiler takes apart.
  const step = { type: event } as BookingEvent;
  if (!before.can(step)) return undefined;
  const [after] = transition(chart, before, step);
  return after.value;
}

/**
 * Takes the step if the booking still is at `version`. Of several who try at the same moment exactly
 * one gets 'done'. `data` are columns that change with it.
 */
export async function takeStep(
  tx: Tx,
  { id, version }: { id: string; version: number },
  event: BookingEvent['type'],
  author: Author,
  data: Prisma.BookingUpdateManyMutationInput = {},
): Promise<Outcome> {
  const booking = await findBooking(tx, id);
  if (booking === null || booking.version !== version) return 'alreadyDecided';
  const to = nextState(booking.state, event);
  if (to === undefined) return 'alreadyDecided';
  const { count } = await tx.booking.updateMany({
    where: { id, version },
    data: { ...data, state: to, version: version + 1 },
  });
  if (count === 0) return 'alreadyDecided';
  forgetTaken(tx);
  await writeHistory(tx, id, event, booking.state, to, author);
  return 'done';
}

/** Its person has blocked the account. Whether that is the first time for this booking. */
export async function noteUnreachable(
  tx: Tx,
  { id, state }: Pick<Booking, 'id' | 'state'>,
  at: Date,
): Promise<boolean> {
  const event = 'unreachable';
  if (await tx.bookingStep.findFirst({ where: { bookingId: id, event } })) return false;
  await writeHistory(tx, id, event, state, state, { actor: 'person', at });
  return true;
}

/** The first row of a booking's history, and every later one. `id`: of the row, where it has to say something. */
export async function writeHistory(
  tx: Tx,
  bookingId: string,
  event: string,
  from: BookingState | null,
  to: BookingState,
  { actor, chatId, staffId = null, reason, at }: Author,
  id?: string,
): Promise<void> {
  await tx.bookingStep.create({
    data: {
      ...(id !== undefined && { id }),
      ...{ bookingId, event, from, to, actor, chatId: chatId ?? null, staffId, reason: reason ?? null, at },
    },
  });
}
