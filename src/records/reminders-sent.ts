// Which reminders have been put on their way: each once for a booking, its kind and the start it spoke of.
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
  const isDecidedSince = {
    steps: { some: { event: { in: ['confirm', 'reschedule'] }, at: { gte: since } } },
  };
  const found = await tx.booking.findMany({
    where: {
      id: { in: [...bookingIds] },
      OR: [{ person: { wantsEarlyReminder: false } }, isDecidedSince],
    },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}
