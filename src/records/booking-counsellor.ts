// Another counsellor for a booking: no step of its life, but a row of its history, and its cards are old ones from then on.
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { type Author, writeHistory } from './booking-steps.ts';
import { forgetTaken } from './known-calendar.ts';

/**
 * Whether it still was at its version. A race for the counsellor breaks the exclusion constraint and with it the transaction:
 * run the turn again and the counsellor is seen as taken. The reason is the counsellor's number, from 1.
 */
export async function changeCounsellorOf(
  tx: Tx,
  { id, version, state }: Booking,
  counsellor: number,
  author: Author,
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({
    where: { id, version },
    data: { counsellor, version: version + 1 },
  });
  if (count === 0) return false;
  forgetTaken(tx);
  await writeHistory(tx, id, 'counsellor', state, state, { ...author, reason: String(counsellor + 1) });
  return true;
}
