// The office's own Zoom rooms, by name.
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { openNumbers, sealNumbers, type ZoomNumbers } from './zoom-numbers.ts';

export const listRooms = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.zoomRoom.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });

/** Undefined when the room is not there any more. */
export async function numbersOfRoom(
  tx: Tx,
  sealer: Sealer,
  roomId: string,
): Promise<ZoomNumbers | undefined> {
  const room = await tx.zoomRoom.findUnique({ where: { id: roomId } });
  return room === null ? undefined : openNumbers(sealer, room);
}

/** Adds a room under `newId`; the same name again replaces its numbers. */
export async function putRoom(
  tx: Tx,
  sealer: Sealer,
  { name, numbers, newId }: { name: string; numbers: ZoomNumbers; newId: string },
  now: Date,
): Promise<void> {
  const found = await tx.zoomRoom.findUnique({ where: { name }, select: { id: true } });
  const id = found?.id ?? newId;
  const sealed = sealNumbers(sealer, id, numbers);
  if (found === null) await tx.zoomRoom.create({ data: { id, name, ...sealed, createdAt: now } });
  else await tx.zoomRoom.update({ where: { id }, data: sealed });
}
