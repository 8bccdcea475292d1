// Who of the staff helps somebody who cannot get into the meeting: a row of history, so that others leave it to them.
import type { BookingEvent } from '../../flows/booking.ts';
import { contactWindowBegins } from '../booking/consultation-phase.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, BookingState, StaffMember } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { newestFirst } from './bookings.ts';
import { isRecorded } from './contact-window.ts';

const event = 'helping';

export type Helper = { staff: StaffMember | null; at: Date };
type Author = { chatId: string; staffId: string | null; at: Date };

/** Who it is from now on: whoever said so first, unless the person got in since. */
export async function takeHelp(
  tx: Tx,
  booking: Pick<Booking, 'id' | 'state'>,
  author: Author,
): Promise<Helper> {
  const { id, state } = booking;
  // Of two who press in two chats at the same moment one is first.
  await tx.$queryRaw`SELECT 1 AS locked FROM "Booking" WHERE id = ${id}::uuid FOR UPDATE`;
  const before = await helperOf(tx, booking);
  if (before !== null) return before;
  await writeHistory(tx, id, event, state, state, { actor: 'staff', ...author });
  return (await helperOf(tx, booking)) ?? { staff: null, at: author.at };
}

async function helperOf(tx: Tx, booking: Pick<Booking, 'id' | 'state'>): Promise<Helper | null> {
  return (await newestHelpers(tx, [booking])).get(booking.id) ?? null;
}

/** By booking: who is at it now. None where its time is over. */
export const helpersOf = (
  tx: Tx,
  bookings: readonly Pick<Booking, 'id' | 'state' | 'startsAt' | 'endsAt'>[],
  now: Date,
): Promise<Map<string, Helper>> =>
  newestHelpers(
    tx,
    bookings.filter((one) => mayBeHelped(one, now)),
  );

/** At its hour, whatever was recorded: somebody may be in need all the same. */
export function mayBeHelped(booking: Pick<Booking, 'state' | 'startsAt' | 'endsAt'>, now: Date): boolean {
  if (now < contactWindowBegins(booking) || now >= booking.endsAt) return false;
  return booking.state === 'confirmed' || booking.state === 'inProgress' || isRecorded(booking, now);
}

/** Staff recorded that it goes on: whoever helped is done, while that record stands. */
const endsBy: Partial<Record<BookingState, BookingEvent['type']>> = { inProgress: 'start', byPhone: 'phone' };
export const goesOn = (state: BookingState): boolean => endsBy[state] !== undefined;

async function newestHelpers(
  tx: Tx,
  bookings: readonly Pick<Booking, 'id' | 'state'>[],
): Promise<Map<string, Helper>> {
  if (bookings.length === 0) return new Map();
  const steps = await tx.bookingStep.findMany({
    where: {
      bookingId: { in: bookings.map(({ id }) => id) },
      event: { in: [event, 'entered', ...Object.values(endsBy)] },
    },
    orderBy: newestFirst,
    include: { staff: true },
  });
  const newest = bookings.flatMap(({ id, state }) => {
    const isMeant = [event, 'entered', endsBy[state]];
    return steps.find((step) => step.bookingId === id && isMeant.includes(step.event)) ?? [];
  });
  return new Map(newest.flatMap((step) => (step.event === event ? [[step.bookingId, step] as const] : [])));
}
