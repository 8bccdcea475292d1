// Wishes to move a confirmed booking. Nothing of the booking changes by one; its slot is held until staff decide, or the time for that is over.
import type { Tx } from '../db/client.ts';
import type { Booking, MoveWish } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { newestFirst } from './bookings.ts';
import { forgetTaken } from './known-calendar.ts';
import type { Taken } from './slots.ts';

export const findWish = (tx: Tx, bookingId: string): Promise<MoveWish | null> =>
  tx.moveWish.findUnique({ where: { bookingId } });

type Wished = { slot: Taken; until: Date; now: Date; happenedAt: Date };

/** In place of an earlier one. A race for the slot breaks the exclusion constraint and with it the transaction: run the turn again. */
export async function keepWish(
  tx: Tx,
  { id: bookingId, state }: Booking,
  { slot: { counsellor, startsAt, endsAt }, until, now, happenedAt }: Wished,
): Promise<void> {
  await dropWish(tx, bookingId);
  const slot = { bookingId, counsellor, startsAt, endsAt, until };
  await tx.moveWish.create({ data: { ...slot, createdAt: now } });
  await tx.slotUse.create({ data: { kind: 'wish', ...slot } });
  forgetTaken(tx);
  await writeHistory(tx, bookingId, 'wish', state, state, { actor: 'person', at: happenedAt });
}

/** With its hold. Whether there was one: of several who try exactly one is told so. */
export async function dropWish(tx: Tx, bookingId: string): Promise<boolean> {
  const { count } = await tx.moveWish.deleteMany({ where: { bookingId } });
  await releaseWishedSlot(tx, bookingId);
  return count > 0;
}

/** Nobody decided in time: in the history of its booking, for whoever is called about it. */
export async function noteUnanswered(
  tx: Tx,
  { id, state }: Pick<Booking, 'id' | 'state'>,
  at: Date,
): Promise<void> {
  await writeHistory(tx, id, 'wishUnanswered', state, state, { actor: 'system', at });
}

/** When that was; null where there is a newer wish, or another time, since. */
export async function unansweredSince(tx: Tx, bookingId: string): Promise<Date | null> {
  const where = { bookingId, event: { in: ['wish', 'wishUnanswered', 'reschedule'] } };
  const newest = await tx.bookingStep.findFirst({ where, orderBy: newestFirst });
  return newest?.event === 'wishUnanswered' ? newest.at : null;
}

/** The wish stands, its slot goes to the booking. */
export async function releaseWishedSlot(tx: Tx, bookingId: string): Promise<void> {
  await tx.slotUse.deleteMany({ where: { kind: 'wish', bookingId } });
  forgetTaken(tx);
}

/** After a decision was taken back: the wish waits again, with its slot where that is still free. */
export async function holdWishedSlot(tx: Tx, { bookingId, ...wish }: MoveWish): Promise<void> {
  const { counsellor, startsAt, endsAt, until } = wish;
  const others = { counsellor, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
  if ((await tx.slotUse.count({ where: others })) > 0) return;
  await tx.slotUse.create({ data: { kind: 'wish', bookingId, counsellor, startsAt, endsAt, until } });
  forgetTaken(tx);
}
