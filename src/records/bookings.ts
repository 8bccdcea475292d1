// The bookings on record, and finding them: one function for each question that is asked.

import { changes, looks, personNotices } from '../booking/person-notices.ts';
import type { ReceiptWanted } from '../booking/receipt.ts';
import { receiptOf } from '../booking/shown.ts';
import type { Prisma, Tx } from '../db/client.ts';
import type { Booking, BookingState } from '../db/generated/client.ts';

/** The states that hold a slot; the exclusion constraint in the database names the same. */
export const holding = ['requested', 'proposed', 'confirmed', 'inProgress'] as const satisfies BookingState[];

/** The states of which a person may have one. */
export const open = ['requested', 'proposed', 'confirmed'] as const satisfies BookingState[];

/** Null: it was never on record, or a button is forged. */
export const findBooking = (tx: Tx, id: string): Promise<Booking | null> =>
  tx.booking.findUnique({ where: { id } });

/** Until this transaction ends nobody else changes it. False: it is not as the asker saw it any more. */
export async function holdBooking(
  tx: Tx,
  { id, version }: Pick<Booking, 'id' | 'version'>,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS held FROM "Booking" WHERE id = ${id}::uuid AND version = ${version} FOR UPDATE`;
  return rows.length > 0;
}

/** The same, however it is by now. */
export async function lockBooking(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Booking" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** By its receipt number, or by its running number alone. Null: there is none. */
export async function findBookingByReceipt(
  tx: Tx,
  { number, yearMonth }: ReceiptWanted,
): Promise<Booking | null> {
  const booking = await tx.booking.findUnique({ where: { number } });
  if (booking === null || yearMonth === undefined) return booking;
  return receiptOf(booking).startsWith(`${yearMonth}-`) ? booking : null;
}

/** One that must be on record. */
export const getBooking = (tx: Tx, id: string): Promise<Booking> => onRecord(findBooking(tx, id));

async function onRecord<B extends Booking>(asked: Promise<B | null>): Promise<B> {
  const booking = await asked;
  if (booking === null) throw new Error('This booking must be on record');
  return booking;
}

/** With what it takes to tell the person whose it is. */
export const withPerson = {
  person: { select: { chatId: true, blockedAt: true, suspendedReason: true, suspendedUntil: true } },
} as const;
export type BookingOfPerson = Prisma.BookingGetPayload<{ include: typeof withPerson }>;

/** Of those ids that are on record. */
export const bookingsOfPeople = (tx: Tx, ids: readonly string[]): Promise<BookingOfPerson[]> =>
  tx.booking.findMany({ where: { id: { in: [...ids] } }, include: withPerson });

export async function findBookingOfPerson(tx: Tx, id: string): Promise<BookingOfPerson | null> {
  const [booking] = await bookingsOfPeople(tx, [id]);
  return booking ?? null;
}

export const getBookingOfPerson = (tx: Tx, id: string): Promise<BookingOfPerson> =>
  onRecord(findBookingOfPerson(tx, id));

/** Those that wait for a decision of staff, the most urgent first. */
export const pendingRequests = (tx: Tx): Promise<Booking[]> =>
  tx.booking.findMany({ where: { state: 'requested' }, orderBy: [{ promisedBy: 'asc' }, { id: 'asc' }] });

/** The one request or booking she has open. */
export const openBookingOf = (tx: Tx, personId: string): Promise<Booking | null> =>
  tx.booking.findFirst({ where: { personId, state: { in: [...open] } } });

/** Made by staff and taken back before its person heard of it: that person knows of none. */
export const unmade: Prisma.BookingWhereInput = { steps: { some: { event: 'unmake' } } };

export const newestBookingOf = (tx: Tx, personId: string): Promise<Booking | null> =>
  tx.booking.findFirst({ where: { personId, NOT: unmade }, orderBy: { createdAt: 'desc' } });

/** What to show the person: the open one, else the newest. */
export const bookingToShow = async (tx: Tx, personId: string): Promise<Booking | null> =>
  (await openBookingOf(tx, personId)) ?? newestBookingOf(tx, personId);

/** The person's, as the button saw it and not yet confirmed. */
export const findUnconfirmed = (
  tx: Tx,
  { id, version, personId }: Pick<Booking, 'id' | 'version' | 'personId'>,
): Promise<Booking | null> =>
  tx.booking.findFirst({ where: { id, version, personId, state: { in: ['requested', 'proposed'] } } });

/** Of one person, by row or by chat: the first consultation in one of these states that was not over at that moment. */
export const nextConsultationOf = (
  tx: Tx,
  whose: { personId: string } | { person: { chatId: string } },
  at: Date,
  states: readonly BookingState[] = ['confirmed', 'inProgress'],
): Promise<Booking | null> =>
  tx.booking.findFirst({
    where: { ...whose, state: { in: [...states] }, endsAt: { gt: at } },
    orderBy: { startsAt: 'asc' },
  });

/** Of a booking's history the steps of its life. */
const ofItsLife = { event: { notIn: [...personNotices, ...looks, ...changes] } };
export const newestFirst = [{ at: 'desc' as const }, { id: 'desc' as const }];

/** To be read with a booking: its last step. */
export const withLastStep = { steps: { where: ofItsLife, orderBy: newestFirst, take: 1 } };

/** Who asked for it, and when. */
export const firstStep = (tx: Tx, bookingId: string) =>
  tx.bookingStep.findFirst({ where: { bookingId, event: 'request' }, include: { staff: true } });

const asks = ['request', 'move', 'pick'];
export const isAsking = (event: string): boolean => asks.includes(event);

/** Who asked for the time that it has, and when: whatever staff have done since and taken back. */
export const lastAsked = (tx: Tx, bookingId: string) =>
  tx.bookingStep.findFirst({
    where: { bookingId, event: { in: asks } },
    orderBy: newestFirst,
    include: { staff: true },
  });

/** Whether it was over once, and staff have taken it among the requests again. */
export const wasReadmitted = async (tx: Tx, bookingId: string): Promise<boolean> =>
  (await tx.bookingStep.findFirst({ where: { bookingId, event: 'readmit' } })) !== null;

/** When staff agreed on the time that it has. */
export async function agreedAt(tx: Tx, { id: bookingId, createdAt }: Booking): Promise<Date> {
  const where = { bookingId, event: { in: ['confirm', 'reschedule'] } };
  return (await tx.bookingStep.findFirst({ where, orderBy: newestFirst }))?.at ?? createdAt;
}

/** As what it was over before staff took it among the requests again; null: it never was. */
export async function endedAs(tx: Tx, bookingId: string): Promise<BookingState | null> {
  const where = { bookingId, event: 'readmit' };
  return (await tx.bookingStep.findFirst({ where, orderBy: newestFirst }))?.from ?? null;
}

/** Why it came to that end last: a code. */
export async function reasonOfEnd(tx: Tx, bookingId: string, to: BookingState): Promise<string | null> {
  const where = { bookingId, to, ...ofItsLife };
  return (await tx.bookingStep.findFirst({ where, orderBy: newestFirst }))?.reason ?? null;
}

/** Who took the last step, and when: for the second of two staff. */
export const lastStep = (tx: Tx, bookingId: string) =>
  tx.bookingStep.findFirst({
    where: { bookingId, ...ofItsLife },
    orderBy: newestFirst,
    include: { staff: true },
  });
