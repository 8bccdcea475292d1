// What staff see of people: in lines, who found them and when they come; on a card, their last bookings.
import type { Prisma, Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { open, unmade } from './bookings.ts';
import { nobody } from './forget.ts';

/** With what a card names of somebody; null: nobody on record, or somebody who was forgotten. */
export const findShownPerson = (tx: Tx, id: string): Promise<ShownPerson | null> =>
  tx.person.findFirst({ where: { id, chatId: { not: nobody.chatId } }, select: shown });

const shown = {
  id: true,
  name: true,
  blockedAt: true,
  suspendedReason: true,
  suspendedUntil: true,
} as const;
export type ShownPerson = Prisma.PersonGetPayload<{ select: typeof shown }>;

/** `last`: the newest that has begun. `current`: under way now. `next`: asked for or agreed on, and ahead. */
export type PersonLine = {
  id: string;
  name: Uint8Array | null;
  last: Booking | null;
  current: Booking | null;
  next: Booking | null;
};

/** In the order of the ids; who is not there any more is left out. */
export async function personLines(tx: Tx, ids: readonly string[], now: Date): Promise<PersonLine[]> {
  const people = await tx.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, bookings: { where: { NOT: unmade }, orderBy: { startsAt: 'desc' } } },
  });
  const found = new Map(people.map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = found.get(id);
    if (person === undefined) return [];
    const begun = person.bookings.filter(({ startsAt }) => startsAt <= now);
    const current = begun.find((one) => isOpen(one, now)) ?? null;
    const next = person.bookings.findLast((one) => one.startsAt > now && isOpen(one, now)) ?? null;
    const last = begun.find((one) => one !== current) ?? null;
    return [{ id, name: person.name, last, current, next }];
  });
}

const isOpen = ({ state, endsAt }: Booking, now: Date): boolean =>
  ([...open, 'inProgress'] as string[]).includes(state) && endsAt > now;

/** The newest first, and how many there are. */
export async function bookingsOfPerson(
  tx: Tx,
  personId: string,
  take: number,
): Promise<{ bookings: Booking[]; count: number }> {
  const where = { personId, NOT: unmade };
  const bookings = await tx.booking.findMany({ where, orderBy: { startsAt: 'desc' }, take });
  return { bookings, count: await tx.booking.count({ where }) };
}

/** Waiting for an answer, or agreed on and not over. */
export const openBookingsOf = (tx: Tx, personId: string): Promise<Booking[]> =>
  tx.booking.findMany({ where: { personId, state: { in: [...open] } }, orderBy: { startsAt: 'asc' } });
