// What the doctor reads out of the database: counts, the ids of admin chats, and a few sealed values.
import type { Tx } from '../db/client.ts';
import { adminChats } from '../staff/admin-chats.ts';
import { listRooms } from '../zoom/rooms.ts';

/** `purpose` as it was sealed for (db/seal.ts). */
export type SealedValue = { purpose: string; bytes: Uint8Array };

export type Records = { adminChats: string[]; rooms: number; sealed: SealedValue[] };

/** Of each kind: enough to meet a key that was changed, few enough to be quick. */
const take = 20;

export async function readRecords(tx: Tx): Promise<Records> {
  const chats = await adminChats(tx);
  const rooms = await listRooms(tx);
  return { adminChats: chats, rooms: rooms.length, sealed: await sampleSealed(tx) };
}

/** The newest of each kind and the oldest: a key taken away too early is missed by the oldest. */
async function sampleSealed(tx: Tx): Promise<SealedValue[]> {
  const found: SealedValue[] = [];
  for (const order of ['asc', 'desc'] as const) {
    const people = await tx.person.findMany({
      select: { name: true },
      where: { name: { not: null } },
      orderBy: { createdAt: order },
      take,
    });
    const staff = await tx.staffMember.findMany({ select: { name: true }, orderBy: { seenAt: order }, take });
    const rooms = await tx.zoomRoom.findMany({
      select: { meetingId: true },
      orderBy: { createdAt: order },
      take,
    });
    found.push(
      ...people.flatMap(({ name }) => (name === null ? [] : [{ purpose: 'person.name', bytes: name }])),
      ...staff.map(({ name }) => ({ purpose: 'staff.name', bytes: name })),
      ...rooms.map(({ meetingId }) => ({ purpose: 'zoom.meetingId', bytes: meetingId })),
    );
  }
  return found;
}
