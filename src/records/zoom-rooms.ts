// The office's own Zoom rooms, by name. One that is removed stays on record as long as a booking has its numbers.
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { openNumbers, sameNumbersAs, sealNumbers, type ZoomNumbers } from './zoom-numbers.ts';

export type RoomWithNumbers = { id: string; name: string; numbers: ZoomNumbers };

/** Who of the staff, where LINE told, and when. */
type Author = { now: Date; by?: string | null };

/** Those that can be chosen. */
const present = { removedAt: null };

export const listRooms = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.zoomRoom.findMany({ where: present, select: { id: true, name: true }, orderBy: { name: 'asc' } });

export async function roomsWithNumbers(tx: Tx, sealer: Sealer): Promise<RoomWithNumbers[]> {
  const rooms = await tx.zoomRoom.findMany({ where: present, orderBy: { name: 'asc' } });
  return rooms.map((room) => ({ id: room.id, name: room.name, numbers: openNumbers(sealer, room) }));
}

/**
 * As they are now, and nobody changes one of them before this transaction is over: whoever changes a room's numbers sees every
 * booking that has the old ones.
 */
export async function holdRooms(tx: Tx, sealer: Sealer): Promise<RoomWithNumbers[]> {
  await tx.$queryRaw`SELECT 1 AS held FROM "ZoomRoom" ORDER BY id FOR SHARE`;
  return roomsWithNumbers(tx, sealer);
}

/** The same of one; undefined when the room is not there any more. */
export async function holdRoom(tx: Tx, sealer: Sealer, id: string): Promise<RoomWithNumbers | undefined> {
  return (await holdRooms(tx, sealer)).find((room) => room.id === id);
}

/** Until this transaction is over nobody confirms in it, changes or removes it. */
export async function lockRoom(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "ZoomRoom" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Who added or changed it last; null: it is not there any more. */
export const findRoom = (tx: Tx, id: string) =>
  tx.zoomRoom.findFirst({ where: { id, ...present }, include: { changedBy: true } });

/** Of one that was removed, too, as long as it is on record. */
export const nameOfRoom = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.zoomRoom.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;

export type Put = { id: string; what: 'added' | 'changed' | 'same' };

/** Adds a room under `newId`; the same name again replaces its numbers, and brings back one that was removed. */
export async function putRoom(
  tx: Tx,
  sealer: Sealer,
  { name, numbers, newId }: { name: string; numbers: ZoomNumbers; newId: string },
  now: Date,
  by: string | null = null,
): Promise<Put> {
  const found = await tx.zoomRoom.findUnique({ where: { name } });
  const id = found?.id ?? newId;
  const changed = { ...sealNumbers(sealer, id, numbers), changedAt: now, changedById: by };
  if (found === null) {
    await tx.zoomRoom.create({ data: { id, name, ...changed, createdAt: now } });
    return { id, what: 'added' };
  }
  if (found.removedAt === null && sameNumbersAs(openNumbers(sealer, found), numbers))
    return { id, what: 'same' };
  await tx.zoomRoom.update({ where: { id }, data: { ...changed, removedAt: null } });
  return { id, what: found.removedAt === null ? 'changed' : 'added' };
}

/** It can be chosen no more. Its bookings keep it, and their numbers. Whether it was there. */
export async function removeRoom(tx: Tx, id: string, { now, by = null }: Author): Promise<boolean> {
  const { count } = await tx.zoomRoom.updateMany({
    where: { id, ...present },
    data: { removedAt: now, changedAt: now, changedById: by },
  });
  return count > 0;
}

/** D6: of a removed room the numbers go when those of its last booking are gone. */
export const sweepRooms = (ask: Ask, until: Date): Promise<number> =>
  deleteUnlocked(
    ask,
    'ZoomRoom',
    'id',
    `"removedAt" <= $1 AND NOT EXISTS
       (SELECT 1 FROM "Booking" WHERE "roomId" = "ZoomRoom".id AND "zoomMeetingId" IS NOT NULL)`,
    [until],
  );
