// Other times that staff have proposed (DECISIONS 54). The booking keeps its own slot meanwhile; the first of them is held, under the
// same constraint as bookings, the others are whoever's comes first.
import { startsOn } from '../booking/starts.ts';
import type { Office } from '../config/office.ts';
import { addDays, addMinutes, type Day, dayOf, startOfDay, timeOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Offer, SlotUse } from '../db/generated/client.ts';
import { readCalendar } from './calendar.ts';
import { forgetTaken } from './known-calendar.ts';
import { freeCounsellor } from './slots.ts';

const kind = 'offer' as const;

export const findOffer = (tx: Tx, bookingId: string): Promise<Offer | null> =>
  tx.offer.findUnique({ where: { bookingId } });

/** With who of the staff has proposed it. */
export const offerByStaff = (tx: Tx, bookingId: string) =>
  tx.offer.findUnique({ where: { bookingId }, include: { staff: true } });

/** In place of an earlier one. A race for the first slot breaks the exclusion constraint and with it the transaction: run the turn again. */
export async function keepOffer(tx: Tx, offer: Offer, office: Office): Promise<void> {
  await dropOffer(tx, offer.bookingId);
  await tx.offer.create({ data: offer });
  await holdOfferedSlot(tx, offer, office);
}

/** With its hold. Whether there was one: of several who try exactly one is told so. */
export async function dropOffer(tx: Tx, bookingId: string): Promise<boolean> {
  const { count } = await tx.offer.deleteMany({ where: { bookingId } });
  await releaseOfferedSlot(tx, bookingId);
  return count > 0;
}

/** The offer stands, its slot can go to the booking. */
export async function releaseOfferedSlot(tx: Tx, bookingId: string): Promise<void> {
  await tx.slotUse.deleteMany({ where: { kind, bookingId } });
  forgetTaken(tx);
}

/** Where it is free, and not held already, as after a decision that was taken back. */
export async function holdOfferedSlot(tx: Tx, offer: Offer, office: Office): Promise<void> {
  const { bookingId, until } = offer;
  const [startsAt] = offer.starts;
  if (startsAt === undefined || (await tx.slotUse.count({ where: { kind, bookingId } })) > 0) return;
  const day = dayOf(startsAt);
  const { closures, taken } = await readCalendar(tx, day, day);
  const counsellor = freeCounsellor(startsAt, office, closures, taken);
  if (counsellor === undefined) return;
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  await tx.slotUse.create({ data: { kind, bookingId, counsellor, startsAt, endsAt, until } });
  forgetTaken(tx);
}

/** The counsellor who is free for this booking at a time that was offered to it, whose own hold is in nobody's way; undefined: nobody. */
export async function counsellorForOffered(
  tx: Tx,
  bookingId: string,
  startsAt: Date,
  office: Office,
): Promise<number | undefined> {
  const day = dayOf(startsAt);
  const { closures, taken } = await readCalendar(tx, day, day, bookingId);
  const isOpen = startsOn(day, office, closures, { fine: true }).includes(timeOf(startsAt));
  return isOpen ? freeCounsellor(startsAt, office, closures, taken) : undefined;
}

/** Those of an offer that its person can take still. */
export async function startsLeft(tx: Tx, { bookingId, starts }: Offer, office: Office): Promise<Date[]> {
  const left: Date[] = [];
  for (const start of starts)
    if ((await counsellorForOffered(tx, bookingId, start, office)) !== undefined) left.push(start);
  return left;
}

/** Held on JST days, both inclusive, in their order. */
export const offeredOn = (
  tx: Tx,
  { from, until }: { from: Day; until: Day },
  now: Date,
): Promise<Pick<SlotUse, 'startsAt' | 'endsAt'>[]> =>
  tx.slotUse.findMany({
    where: {
      ...{ kind, until: { gt: now } },
      startsAt: { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) },
    },
    orderBy: { startsAt: 'asc' },
    take: 20,
  });
