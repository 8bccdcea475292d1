// The bookings that a closure may hit, and dealing those of a day anew among the counsellors who are left.
import { type Deal, deal } from '../booking/deal.ts';
import { addDays, type Day, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, SlotUseKind } from '../db/generated/client.ts';
import { type NamedBooking, withName } from './booking-lists.ts';
import { holding, open } from './bookings.ts';
import { forgetTaken } from './known-calendar.ts';

const startsOn = (day: Day) => ({ gte: startOfDay(day), lt: startOfDay(addDays(day, 1)) });
const inOrder = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];

/** Of that day, not over yet, and agreed on or waiting for an answer. */
export const openOn = (tx: Tx, day: Day, now: Date): Promise<NamedBooking[]> =>
  tx.booking.findMany({
    where: { state: { in: [...open] }, startsAt: startsOn(day), endsAt: { gt: now } },
    orderBy: inOrder,
    include: withName,
  });

/** How its bookings lie with so many counsellors: nothing is changed. */
export async function dealOf(tx: Tx, day: Day, counsellors: number): Promise<Deal> {
  const bookings = await tx.booking.findMany({
    where: { state: { in: [...holding] }, startsAt: startsOn(day) },
    select: { id: true, startsAt: true, endsAt: true, counsellor: true, state: true },
  });
  const held = (await heldOn(tx, day)).map((hold) => ({ ...hold, isAgreed: hold.kind !== 'wish' }));
  return deal([...bookings.map(dealt), ...held], counsellors);
}

/** For a caller, for a wish, for a decision that can be taken back: whoever comes for such a slot must find it. */
const heldOn = (tx: Tx, day: Day) =>
  tx.slotUse.findMany({
    where: { kind: { not: 'booking' }, startsAt: startsOn(day) },
    select: { id: true, kind: true, bookingId: true, startsAt: true, endsAt: true, counsellor: true },
  });

const dealt = ({
  state,
  ...booking
}: Pick<Booking, 'id' | 'startsAt' | 'endsAt' | 'counsellor' | 'state'>) => ({
  ...booking,
  isAgreed: state === 'confirmed' || state === 'inProgress',
});

/** Beyond every counsellor that there can be: a place for a moment, one for each. */
const parking = 1_000_000;

/**
 * Deals the day's bookings anew. Two that change places would meet on the way, and the database refuses that at once: so each that
 * moves first goes to a number of its own where nobody is, and then to its place, which by then is free.
 */
export async function dealAnew(tx: Tx, day: Day, counsellors: number): Promise<void> {
  const until = addDays(day, 1);
  await tx.$queryRaw`
    SELECT id::text FROM "Booking" WHERE "startsAt" >= ${startOfDay(day)} AND "startsAt" < ${startOfDay(until)}
    ORDER BY id FOR UPDATE`;
  const before = await tx.booking.findMany({
    where: { state: { in: [...holding] }, startsAt: startsOn(day) },
    select: { id: true, counsellor: true },
  });
  const places = await dealOf(tx, day, counsellors);
  const elsewhere = <One extends { id: string; counsellor: number }>(one: One) => {
    const place = places.get(one.id);
    return place === undefined || place === one.counsellor ? [] : [{ ...one, place }];
  };
  const bookings = before.flatMap(elsewhere);
  const held = (await heldOn(tx, day)).flatMap(elsewhere);
  const put = (id: string, counsellor: number) => tx.booking.update({ where: { id }, data: { counsellor } });
  // One that was let go meanwhile is no matter.
  const putHeld = (id: string, counsellor: number) =>
    tx.slotUse.updateMany({ where: { id, kind: { not: 'booking' } }, data: { counsellor } });
  for (const [index, { id }] of bookings.entries()) await put(id, parking + index);
  for (const [index, { id }] of held.entries()) await putHeld(id, parking + bookings.length + index);
  for (const { id, place } of bookings) await put(id, place);
  for (const { id, place } of held) await putHeld(id, place);
  for (const { kind, bookingId, place } of held) await follow(tx, kind, bookingId, place);
  forgetTaken(tx);
}

/** What comes for the slot knows with whom it is. */
async function follow(
  tx: Tx,
  kind: SlotUseKind,
  bookingId: string | null,
  counsellor: number,
): Promise<void> {
  if (bookingId === null) return;
  const moved = { where: { bookingId }, data: { counsellor } };
  if (kind === 'undo') await tx.undo.updateMany(moved);
  if (kind === 'wish') await tx.moveWish.updateMany(moved);
}

/** Requests that wait, of consultations in these days, both inclusive. */
export const requestsBetween = (tx: Tx, from: Day, until: Day): Promise<Booking[]> =>
  tx.booking.findMany({
    where: {
      state: { in: ['requested', 'proposed'] },
      startsAt: { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) },
    },
  });
