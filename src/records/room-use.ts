// Which bookings are in which room. The database refuses two in one room, or with one meeting ID, at the same time; asked here
// first, staff are told which other one it is.
import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, BookingState } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { type NamedBooking, withName } from './booking-lists.ts';
import { withPerson } from './bookings.ts';
import { hasMeetingId } from './zoom-numbers.ts';
import { roomsWithNumbers } from './zoom-rooms.ts';

/** Those that have a room; the exclusion constraints in the database name the same. */
const inRooms = ['confirmed', 'inProgress'] as const satisfies BookingState[];

/** With less between two bookings of a room the next person may come in while the one before is there. */
const restMinutes = 15;

/** Without `id`: not on record yet. */
export type Timed = Pick<Booking, 'startsAt' | 'endsAt'> & Partial<Pick<Booking, 'id'>>;

/** Agreed on, at the time of this one or close before or after it. */
export const neighboursOf = (tx: Tx, { id, startsAt, endsAt }: Timed): Promise<NamedBooking[]> =>
  tx.booking.findMany({
    where: {
      ...(id !== undefined && { id: { not: id } }),
      state: { in: [...inRooms] },
      startsAt: { lt: addMinutes(endsAt, restMinutes) },
      endsAt: { gt: addMinutes(startsAt, -restMinutes) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: withName,
  });

/** `roomId` null: a meeting of its own. */
export type Meeting = { roomId: string | null; meetingId: string };
/** `inUse`: by whom at the same time. `beside`: close before or after. */
export type MeetingUse = { inUse: NamedBooking | null; beside: NamedBooking | null };

/** What a meeting is used for around the time of a booking. Pure. */
export function useOf(
  sealer: Sealer,
  { startsAt, endsAt }: Timed,
  { roomId, meetingId }: Meeting,
  neighbours: readonly NamedBooking[],
): MeetingUse {
  const there = neighbours.filter(
    (one) => (roomId !== null && one.roomId === roomId) || hasMeetingId(sealer, one, meetingId),
  );
  const isAtOnce = (one: NamedBooking): boolean => one.startsAt < endsAt && startsAt < one.endsAt;
  return { inUse: there.find(isAtOnce) ?? null, beside: there.find((one) => !isAtOnce(one)) ?? null };
}

/** The office's one room, where nobody else is in it at that time or close to it: one press is enough. */
export async function oneFreeRoom(
  tx: Tx,
  sealer: Sealer,
  booking: Timed,
): Promise<{ id: string; name: string } | null> {
  const [room, ...others] = await roomsWithNumbers(tx, sealer);
  if (room === undefined || others.length > 0) return null;
  const meeting = { roomId: room.id, meetingId: room.numbers.meetingId };
  const { inUse, beside } = useOf(sealer, booking, meeting, await neighboursOf(tx, booking));
  return inUse === null && beside === null ? { id: room.id, name: room.name } : null;
}

/** Of one that begins although it was recorded as not come: what another booking has at its time by now is not its own any more. */
export async function withoutWhatIsInUse(
  tx: Tx,
  booking: Booking,
): Promise<{ roomId?: null; zoomHash?: null }> {
  const { roomId, zoomHash } = booking;
  const others = (await neighboursOf(tx, booking)).filter(
    ({ startsAt, endsAt }) => startsAt < booking.endsAt && booking.startsAt < endsAt,
  );
  return {
    ...(roomId !== null && others.some((one) => one.roomId === roomId) && { roomId: null }),
    ...(zoomHash !== null && others.some((one) => one.zoomHash === zoomHash) && { zoomHash: null }),
  };
}

/** Of each room: how many bookings are agreed on in it and not over, and when the next one begins. */
export async function comingInRooms(
  tx: Tx,
  now: Date,
): Promise<ReadonlyMap<string, { count: number; next: Date | null }>> {
  const groups = await tx.booking.groupBy({
    by: ['roomId'],
    where: { roomId: { not: null }, state: { in: [...inRooms] }, endsAt: { gt: now } },
    _count: true,
    _min: { startsAt: true },
  });
  return new Map(
    groups.map(({ roomId, _count, _min }) => [roomId ?? '', { count: _count, next: _min.startsAt }]),
  );
}

/** Confirmed in this room and not over by then, in order. */
export const confirmedIn = (tx: Tx, roomId: string, now: Date) =>
  tx.booking.findMany({
    where: { roomId, state: 'confirmed', endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: withPerson,
  });
