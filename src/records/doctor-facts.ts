// What the doctor reads out of the database: counts, the ids of admin chats, and which keys sealed what is there.
import type { Tx } from '../db/client.ts';
import { readSealedWith, type SealedWith } from '../db/sealed-with.ts';
import { adminChats } from './admin-chats.ts';
import { nobody } from './forget.ts';
import { listRooms } from './zoom-rooms.ts';

export type Records = {
  adminChats: string[];
  rooms: number;
  /** Asked for within the last 31 days. */
  bookingsOfMonth: number;
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
    bookingsOfMonth: await countBookings(tx),
    people: await countPeople(tx),
    sealedWith: await readSealedWith((sql) => tx.$queryRawUnsafe(sql)),
  };
}

/** By the clock of the database: the doctor has none of its own there. */
async function countBookings(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Booking" WHERE "createdAt" > now() - interval '31 days'`;
  return row?.count ?? 0;
}

async function countPeople(tx: Tx): Promise<Records['people']> {
  const somebody = { id: { not: nobody.id } };
  return {
    all: await tx.person.count({ where: somebody }),
    named: await tx.person.count({ where: { ...somebody, name: { not: null } } }),
    askedToBeDeleted: await tx.person.count({ where: { ...somebody, deletionAskedAt: { not: null } } }),
  };
}
