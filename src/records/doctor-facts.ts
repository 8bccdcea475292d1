// What the doctor reads out of the database: counts, the ids of admin chats, and which keys sealed what is there.
import type { Tx } from '../db/client.ts';
import { readSealedWith, type SealedWith } from '../db/sealed-with.ts';
import { adminChats } from './admin-chats.ts';
import { nobody } from './forget.ts';
import { listRooms } from './zoom-rooms.ts';

export type Records = {
  adminChats: string[];
  rooms: number;
  sealedWith: SealedWith[];
  /** `all`: whoever has ever written and was not forgotten. */
  people: { all: number; named: number; askedToBeDeleted: number };
};

export async function readRecords(tx: Tx): Promise<Records> {
  const chats = await adminChats(tx);
  const rooms = await listRooms(tx);
  return {
    adminChats: chats,
    rooms: rooms.length,
    people: await countPeople(tx),
    sealedWith: await readSealedWith((sql) => tx.$queryRawUnsafe(sql)),
  };
}

async function countPeople(tx: Tx): Promise<Records['people']> {
  const somebody = { id: { not: nobody.id } };
  return {
    all: await tx.person.count({ where: somebody }),
    named: await tx.person.count({ where: { ...somebody, name: { not: null } } }),
    askedToBeDeleted: await tx.person.count({ where: { ...somebody, deletionAskedAt: { not: null } } }),
  };
}
