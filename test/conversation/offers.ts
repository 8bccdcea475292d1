// Other times that are proposed, for tests.
import type { Tx } from '../../src/db/client.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { endOffer } from '../../src/timers/offer-end.ts';
import type { RoomOffice } from './rooms.ts';
import { counter, office } from './with-rooms.ts';

/** Ten days ahead, so that no cut-off is near. */
export const later = 10 * 24 * 60;

export type Put = Awaited<ReturnType<RoomOffice['request']>>;

export const offerOf = (bookingId: string) =>
  counter.prisma.offer.findUniqueOrThrow({ where: { bookingId } });

/** 別の日時を提案, and the three that are shown; the card that answers. */
export async function sends({ id, now }: Put): Promise<string> {
  const { version } = await now();
  await office.first.taps({ event: 'offer.asked', booking: id, version: String(version) });
  return office.first.presses('この3つを送る');
}

/** And its person has been told. */
export async function proposed(booking: Put): Promise<void> {
  await sends(booking);
  await counter.minutePasses();
  await booking.person.news();
}

/** One of the times, by its place. */
export async function takes({ id, person }: Put, place = 0): Promise<string> {
  const { starts } = await offerOf(id);
  return person.taps({ event: 'offer.taken', booking: id, at: String(starts[place]?.getTime()) });
}

export const kindsFor = async (bookingId: string) =>
  (await counter.prisma.slotUse.findMany({ where: { bookingId } })).map(({ kind }) => kind).sort();

type At = { now: Date } & typeof counter.services;

/** As a timer does that fires at this moment. */
export async function fires(now: Date, act: (tx: Tx, at: At) => Promise<Outgoing[]>): Promise<void> {
  const { database, services } = counter;
  await database.queue.transaction(async (tx) => {
    const outgoing = await act(tx, { ...services, now });
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
  });
}

export const ends = ({ id }: Put, now: Date): Promise<void> => fires(now, (tx, at) => endOffer(tx, id, at));
