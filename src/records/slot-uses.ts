// Slots that are held beside the bookings that hold their own. A booking's row is kept by the database itself (a trigger); no
// two rows of one counsellor overlap, whoever writes them.
import { addDays, type Day, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { forgetTaken } from './known-calendar.ts';
import type { Taken } from './slots.ts';

/** The slot that a booking had, kept free until then. `slot`: what of it nobody else holds. */
export async function holdForUndo(tx: Tx, bookingId: string, slot: Taken, until: Date): Promise<void> {
  const { counsellor, startsAt, endsAt } = slot;
  await tx.slotUse.create({ data: { kind: 'undo', bookingId, counsellor, startsAt, endsAt, until } });
  forgetTaken(tx);
}

type HeldKind = 'call' | 'wish' | 'offer';
type Held = Taken & { kind: HeldKind; person: { id: string; name: Uint8Array | null } | null };

/** Of that day, what somebody on the telephone may get (`call`), wishes to move to (`wish`) or was offered (`offer`), with whose it is; the name is sealed. */
export async function heldOn(tx: Tx, day: Day, now: Date): Promise<Held[]> {
  const uses = await tx.slotUse.findMany({
    where: {
      kind: { in: ['call', 'wish', 'offer'] },
      until: { gt: now },
      startsAt: { gte: startOfDay(day), lt: startOfDay(addDays(day, 1)) },
    },
    orderBy: { startsAt: 'asc' },
    take: 20,
    include: { booking: { select: { person: { select: { id: true, name: true } } } } },
  });
  return uses.map(({ kind, booking, ...slot }) => ({
    ...slot,
    kind: kind === 'call' || kind === 'offer' ? kind : 'wish',
    person: booking?.person ?? null,
  }));
}

export async function releaseUndo(tx: Tx, bookingId: string): Promise<void> {
  await tx.slotUse.deleteMany({ where: { kind: 'undo', bookingId } });
  forgetTaken(tx);
}

/** A hold is in the way of others until its row is gone, for no constraint can read the clock; a timer takes it away. What one left. */
export const sweepHolds = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'SlotUse', 'id', '"until" <= $1', [now]);

/** The first counsellor, from 0, whose time nobody else holds then; the booking's own one where that is free. It may lie beyond those of the office. */
export async function placeFor(
  tx: Tx,
  { id, counsellor, startsAt, endsAt }: Taken & { id: string },
): Promise<number> {
  const others = await tx.slotUse.findMany({
    where: {
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
      OR: [{ bookingId: null }, { bookingId: { not: id } }],
    },
    select: { counsellor: true },
  });
  const busy = new Set(others.map((one) => one.counsellor));
  let place = counsellor;
  for (let next = 0; busy.has(place); next += 1) place = next;
  return place;
}

/** The part of `old` that `taken` does not cover; undefined: none. Both last equally long. */
export function remainderOf(old: Taken, taken: Taken): Taken | undefined {
  const isApart =
    old.counsellor !== taken.counsellor || taken.endsAt <= old.startsAt || old.endsAt <= taken.startsAt;
  if (isApart) return old;
  if (taken.startsAt > old.startsAt) return { ...old, endsAt: taken.startsAt };
  if (taken.endsAt < old.endsAt) return { ...old, startsAt: taken.endsAt };
  return undefined;
}
