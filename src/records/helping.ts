// Who of the staff helps somebody who cannot get into the meeting: a row of history, so that others leave it to them.
import { contactWindowBegins } from '../booking/consultation-phase.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, StaffMember } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { newestFirst } from './bookings.ts';
import { isRecorded } from './contact-window.ts';

const event = 'helping';

export type Helper = { staff: StaffMember | null; at: Date };
type Author = { chatId: string; staffId: string | null; at: Date };

/** Who it is from now on: whoever said so first, unless the person got in since. */
export async function takeHelp(
  tx: Tx,
  { id, state }: Pick<Booking, 'id' | 'state'>,
  author: Author,
): Promise<Helper> {
  // Of two who press in two chats at the same moment one is first.
  await tx.$queryRaw`SELECT 1 AS locked FROM "Booking" WHERE id = ${id}::uuid FOR UPDATE`;
  const before = await helperOf(tx, id);
  if (before !== null) return before;
  await writeHistory(tx, id, event, state, state, { actor: 'staff', ...author });
  return (await helperOf(tx, id)) ?? { staff: null, at: author.at };
}

async function helperOf(tx: Tx, bookingId: string): Promise<Helper | null> {
  return (await newestHelpers(tx, [bookingId])).get(bookingId) ?? null;
}

/** By booking: who is at it now. None where it has been settled how the consultation goes, or its time is over. */
export const helpersOf = (
  tx: Tx,
  bookings: readonly Pick<Booking, 'id' | 'state' | 'startsAt' | 'endsAt'>[],
  now: Date,
): Promise<Map<string, Helper>> =>
  newestHelpers(
    tx,
    bookings.filter((one) => mayBeHelped(one, now)).map(({ id }) => id),
  );

function mayBeHelped(booking: Pick<Booking, 'state' | 'startsAt' | 'endsAt'>, now: Date): boolean {
  if (now < contactWindowBegins(booking) || now >= booking.endsAt) return false;
  return booking.state === 'confirmed' || (booking.state !== 'byPhone' && isRecorded(booking, now));
}

async function newestHelpers(tx: Tx, bookingIds: readonly string[]): Promise<Map<string, Helper>> {
  if (bookingIds.length === 0) return new Map();
  const steps = await tx.bookingStep.findMany({
    where: { bookingId: { in: [...bookingIds] }, event: { in: [event, 'entered'] } },
    orderBy: newestFirst,
    include: { staff: true },
  });
  const newest = bookingIds.flatMap((id) => steps.find(({ bookingId }) => bookingId === id) ?? []);
  return new Map(newest.flatMap((step) => (step.event === event ? [[step.bookingId, step] as const] : [])));
}
