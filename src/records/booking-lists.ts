// What staff look up in their chat: the bookings of some days, the requests that wait, and what is known of one booking's person.

import { addDays, type Day, startOfDay } from '../core/jst.ts';
import type { Prisma, Tx } from '../db/client.ts';
import type { BookingState } from '../db/generated/client.ts';

/** Agreed on, whatever became of it: what stands in the calendar of a day. */
const inCalendar = [
  ...['confirmed', 'inProgress', 'unrecorded'],
  ...['done', 'byPhone', 'noShow', 'absent'],
] as const satisfies BookingState[];

/** With whose it is, and in which room; the name is sealed (personal-data.ts). */
export const withName = {
  person: {
    select: {
      ...{ id: true, name: true, chatId: true, blockedAt: true },
      ...{ suspendedReason: true, suspendedUntil: true },
    },
  },
  room: { select: { name: true, removedAt: true } },
  moveWish: { select: { startsAt: true, endsAt: true, until: true } },
  offer: { select: { until: true } },
} as const;
export type NamedBooking = Prisma.BookingGetPayload<{ include: typeof withName }>;

export const namedBooking = (tx: Tx, id: string): Promise<NamedBooking | null> =>
  tx.booking.findUnique({ where: { id }, include: withName });

/** Of JST days, both inclusive, in their order. `take` of them after `skip`, and how many there are. */
export async function calendarOf(
  tx: Tx,
  { from, until }: { from: Day; until: Day },
  { skip, take }: { skip: number; take: number },
): Promise<{ bookings: NamedBooking[]; count: number }> {
  const where = {
    state: { in: [...inCalendar] },
    startsAt: { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) },
  };
  const orderBy = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];
  const bookings = await tx.booking.findMany({ where, orderBy, skip, take, include: withName });
  return { bookings, count: await tx.booking.count({ where }) };
}

/** What waits for staff: requests, and wishes to move what is agreed on. */
const waits = {
  OR: [{ state: 'requested' as const }, { state: 'confirmed' as const, moveWish: { isNot: null } }],
};

/** The oldest promise first. */
export async function pendingPage(
  tx: Tx,
  { skip, take }: { skip: number; take: number },
): Promise<{ bookings: NamedBooking[]; count: number }> {
  const where = waits;
  const orderBy = [{ promisedBy: 'asc' as const }, { id: 'asc' as const }];
  const bookings = await tx.booking.findMany({ where, orderBy, skip, take, include: withName });
  return { bookings, count: await tx.booking.count({ where }) };
}

/** Those of which the person is to take one of other times, the first end first. */
export const offeredBookings = (tx: Tx, take: number): Promise<NamedBooking[]> =>
  tx.booking.findMany({
    where: { offer: { isNot: null }, state: { in: ['proposed', 'confirmed'] } },
    orderBy: [{ offer: { until: 'asc' as const } }, { id: 'asc' as const }],
    take,
    include: withName,
  });

/** Whose time is over and nobody has recorded it, the newest first. `before`: of earlier days than that. */
export async function unrecordedPage(
  tx: Tx,
  { skip = 0, take, before }: { skip?: number; take: number; before?: Day },
): Promise<{ bookings: NamedBooking[]; count: number }> {
  const where = {
    state: 'unrecorded' as const,
    ...(before !== undefined && { startsAt: { lt: startOfDay(before) } }),
  };
  const orderBy = [{ startsAt: 'desc' as const }, { id: 'desc' as const }];
  const bookings = await tx.booking.findMany({ where, orderBy, skip, take, include: withName });
  return { bookings, count: await tx.booking.count({ where }) };
}

/** How many wait, and of how many the promise is broken. */
export async function countPending(tx: Tx, now: Date): Promise<{ count: number; overdue: number }> {
  const count = await tx.booking.count({ where: waits });
  const overdue = await tx.booking.count({ where: { state: 'requested', promisedBy: { lte: now } } });
  return { count, overdue };
}

/** What became of somebody's consultations before: how many of each, and when the last one was. */
export async function pastOf(
  tx: Tx,
  personId: string,
  except?: string,
): Promise<{ counts: ReadonlyMap<BookingState, number>; lastAt: Date | null }> {
  const groups = await tx.booking.groupBy({
    by: ['state'],
    where: {
      personId,
      ...(except !== undefined && { id: { not: except } }),
      state: { in: ['done', 'byPhone', 'noShow', 'absent'] },
    },
    _count: true,
    _max: { startsAt: true },
  });
  const starts = groups.flatMap(({ _max }) => _max.startsAt ?? []);
  return {
    counts: new Map(groups.map(({ state, _count }) => [state, _count])),
    lastAt: starts.length === 0 ? null : new Date(Math.max(...starts.map((at) => at.getTime()))),
  };
}
