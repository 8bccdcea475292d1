// Which reminders have been put on their way: each once for a booking, its kind and the start it spoke of.
import type { BookingEvent } from '../../flows/booking.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';

/** Those of them that had not been recorded before. */
export async function recordReminders(
  tx: Tx,
  reminders: readonly { booking: Pick<Booking, 'id' | 'startsAt'>; kind: string }[],
  sentAt: Date,
): Promise<{ bookingId: string; kind: string }[]> {
  return tx.reminderSent.createManyAndReturn({
    data: reminders.map(({ booking: { id: bookingId, startsAt }, kind }) => ({
      bookingId,
      kind,
      startsAt,
      sentAt,
    })),
    skipDuplicates: true,
  });
}

/** Of which bookings nobody is to be reminded days before: it was turned off, or their date was decided since then. */
export async function withoutEarlyReminder(
  tx: Tx,
  bookingIds: readonly string[],
  since: Date,
): Promise<Set<string>> {
  if (bookingIds.length === 0) return new Set();
  const ids = { in: [...bookingIds] };
  const off = await tx.booking.findMany({
    where: { id: ids, person: { wantsEarlyReminder: false } },
    select: { id: true },
  });
  const steps = await tx.bookingStep.findMany({
    where: { bookingId: ids, event: { in: [...decides, ...takesBack] }, at: { gte: since } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { bookingId: true, event: true },
  });
  const decided = [...Map.groupBy(steps, ({ bookingId }) => bookingId)].flatMap(([id, ofBooking]) =>
    notTakenBack(ofBooking).some((event) => ofTheDate.has(event)) ? [id] : [],
  );
  return new Set([...off.map(({ id }) => id), ...decided]);
}

const ofTheDate: ReadonlySet<string> = new Set<BookingEvent['type']>(['confirm', 'reschedule']);
/** Steps that can be taken back, and those that take the last of them back. */
const decides: ReadonlySet<string> = new Set<BookingEvent['type']>([
  'confirm',
  'reschedule',
  'renumber',
  'keep',
  'cancel',
]);
const takesBack: ReadonlySet<string> = new Set<BookingEvent['type']>(['undo', 'unconfirm']);

/** What was decided and not taken back: of a move that was, its person has heard nothing. */
function notTakenBack(steps: readonly { event: string }[]): string[] {
  const decided: string[] = [];
  for (const { event } of steps) {
    if (takesBack.has(event)) decided.pop();
    else decided.push(event);
  }
  return decided;
}
