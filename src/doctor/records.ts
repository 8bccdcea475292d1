// What the doctor reads out of the database: counts, the ids of admin chats, and which keys sealed what is there.
import type { Tx } from '../db/client.ts';
import { readSealedWith, type SealedWith } from '../db/sealed-with.ts';
import { adminChats } from '../staff/admin-chats.ts';
import { listRooms } from '../zoom/rooms.ts';

export type Records = { adminChats: string[]; rooms: number; sealedWith: SealedWith[] };

export async function readRecords(tx: Tx): Promise<Records> {
  const chats = await adminChats(tx);
  const rooms = await listRooms(tx);
  return {
    adminChats: chats,
    rooms: rooms.length,
    sealedWith: await readSealedWith((sql) => tx.$queryRawUnsafe(sql)),
  };
}
