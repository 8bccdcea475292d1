// For the second of two staff who press: who was first, and when.
import { moment, receiptOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { AlreadyDecided } from '../messages/facts-staff.ts';
import { openMemberName } from '../records/admin-chats.ts';
import { lastStep } from '../records/bookings.ts';

/** Steps after which it is confirmed as before, but not as the card showed it. */
const changes: ReadonlySet<string> = new Set([
  ...['renumber', 'reschedule', 'undo', 'keep'],
  ...['propose', 'recall', 'refuse'],
]);

/** Who decided about a booking first, and when. */
export async function alreadyDecided(tx: Tx, sealer: Sealer, booking: Booking): Promise<AlreadyDecided> {
  const step = await lastStep(tx, booking.id);
  return {
    receipt: receiptOf(booking),
    state: settledBy(booking, step),
    by: step?.staff ? openMemberName(sealer, step.staff) : null,
    at: moment(step?.at ?? booking.createdAt),
  };
}

function settledBy({ state }: Booking, step: { event: string; actor: string } | null): string {
  if (state !== 'confirmed' || step === null) return state;
  // A time that was proposed is confirmed by its person's own press.
  const isPicked = step.actor === 'person' && (step.event === 'confirm' || step.event === 'reschedule');
  if (isPicked) return 'picked';
  return changes.has(step.event) ? step.event : state;
}
