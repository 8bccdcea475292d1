// How consultations were, as those who took part say: asked once, after the next thing that person writes.
import { addDays } from 'date-fns/addDays';
import type { Opinion } from '../../flows/vocabulary.ts';
import { type Day, firstOfNext, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, BookingState } from '../db/generated/client.ts';

/** Later than that nobody remembers, and is not asked. */
const daysAfter = 14;

const tookPlace: readonly BookingState[] = ['done', 'byPhone'];

/** Staff have recorded that it takes place, or that it does not. */
export async function askLater(tx: Tx, { id, personId }: Booking, isThere: boolean): Promise<void> {
  await tx.person.updateMany({
    where: { id: personId, ...(isThere ? {} : { askAbout: id }) },
    data: { askAbout: isThere ? id : null },
  });
}

export async function askNever(tx: Tx, personId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { askAbout: null } });
}

/**
 * The booking of which that person is asked now, and never again; null: it is not over yet at `at`, too long ago, or did not take
 * place after all.
 */
export async function takeToAsk(
  tx: Tx,
  { id: personId, askAbout }: { id: string; askAbout: string },
  at: Date,
): Promise<Booking | null> {
  const booking = await tx.booking.findUnique({ where: { id: askAbout } });
  if (booking !== null && booking.endsAt > at) return null;
  await tx.person.updateMany({ where: { id: personId, askAbout }, data: { askAbout: null } });
  if (booking === null || booking.personId !== personId || !tookPlace.includes(booking.state)) return null;
  if (addDays(booking.endsAt, daysAfter) < at) return null;
  const { count } = await tx.opinion.createMany({
    data: { bookingId: booking.id, askedAt: at },
    skipDuplicates: true,
  });
  return count === 0 ? null : booking;
}

/** The last answer counts. Whether that person was asked about it. */
export async function keepOpinion(
  tx: Tx,
  personId: string,
  bookingId: string,
  opinion: Opinion,
): Promise<boolean> {
  const where = { bookingId, booking: { personId, state: { in: [...tookPlace] } } };
  return (await tx.opinion.updateMany({ where, data: { opinion } })).count > 0;
}

/** Of the consultations of a month. `month`: its first day. */
export async function countOpinions(tx: Tx, month: Day): Promise<Readonly<Record<Opinion, number>>> {
  const startsAt = { gte: startOfDay(month), lt: startOfDay(firstOfNext(month)) };
  const groups = await tx.opinion.groupBy({
    by: ['opinion'],
    where: { booking: { startsAt, state: { in: [...tookPlace] } } },
    _count: true,
  });
  const count = (opinion: Opinion): number => groups.find((group) => group.opinion === opinion)?._count ?? 0;
  return { useful: count('useful'), more: count('more') };
}
