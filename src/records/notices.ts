// What a person lets us know about a booking: kept in its history, with the time at which it was done.

import { type PersonNotice, personNotices } from '../booking/person-notices.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { holding } from './bookings.ts';
import { markedStepId } from './past-notices.ts';
import { type quiet, untold } from './told.ts';

/** `message`: LINE's id of the one that says so. `because`: why it is told to nobody; left out: it is told. */
export type NewNotice = {
  kind: PersonNotice;
  at: Date;
  message?: string | undefined;
  because?: typeof quiet | typeof untold;
};

export async function recordNotice(
  tx: Tx,
  { id, state }: Pick<Booking, 'id' | 'state'>,
  { kind, at, message, because }: NewNotice,
): Promise<void> {
  const author = { actor: 'person', at, ...(because && { reason: because }) } as const;
  // A call that was asked for is found again by its message, which may be taken back.
  const mark = kind === 'callMe' && message !== undefined ? markedStepId(id, message) : undefined;
  await writeHistory(tx, id, kind, state, state, author, mark);
}

/** Bookings still ahead of whose notices some came while there was no chat to hear them, the next one first. */
export const bookingsWithUntold = (tx: Tx, now: Date): Promise<Booking[]> =>
  tx.booking.findMany({
    where: {
      state: { in: [...holding] },
      endsAt: { gt: now },
      steps: { some: { reason: untold, event: { in: [...personNotices] } } },
    },
    orderBy: { startsAt: 'asc' },
  });
