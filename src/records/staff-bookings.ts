// Requests that staff enter for somebody: on the telephone, in the slot that was held, or during a consultation.
import type { Office } from '../config/office.ts';
import { addMinutes, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, Prisma } from '../db/generated/client.ts';
import { type Author, writeHistory } from './booking-steps.ts';
import { getBooking } from './bookings.ts';
import { readCalendar } from './calendar.ts';
import { forgetTaken } from './known-calendar.ts';
import { freeHold, type Hold } from './phone-holds.ts';
import { freeCounsellor } from './slots.ts';

type Entered = Pick<Prisma.BookingUncheckedCreateInput, 'personId' | 'companion' | 'promisedBy' | 'source'> &
  Partial<Pick<Prisma.BookingUncheckedCreateInput, 'overrideReason' | 'numbersBy'>>;

/** In the slot that was held, which becomes the booking's own in the same transaction: nobody can come between. */
export async function bookHeld(tx: Tx, hold: Hold, entered: Entered, author: Author): Promise<Booking> {
  const { id, counsellor, startsAt, endsAt } = hold;
  await freeHold(tx, id);
  return write(tx, { ...entered, id, counsellor, startsAt, endsAt }, author);
}

/** Undefined: nobody is. */
export async function counsellorAt(tx: Tx, startsAt: Date, office: Office): Promise<number | undefined> {
  const day = dayOf(startsAt);
  const { taken, closures } = await readCalendar(tx, day, day);
  return freeCounsellor(startsAt, office, closures, taken);
}

/** Undefined: nobody is free then. A race for the slot breaks a constraint and the transaction: run again, it is seen as taken. */
export async function bookFree(
  tx: Tx,
  startsAt: Date,
  entered: Entered,
  { author, office }: { author: Author; office: Office },
): Promise<Booking | undefined> {
  const counsellor = await counsellorAt(tx, startsAt, office);
  if (counsellor === undefined) return undefined;
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  return write(tx, { ...entered, counsellor, startsAt, endsAt }, author);
}

type Row = Omit<Prisma.BookingUncheckedCreateInput, 'state' | 'version' | 'createdAt'>;

async function write(tx: Tx, row: Row, author: Author): Promise<Booking> {
  const data = { ...row, state: 'requested' as const, version: 1, createdAt: author.at };
  const { id } = await tx.booking.create({ data, select: { id: true } });
  forgetTaken(tx);
  await writeHistory(tx, id, 'request', null, 'requested', author);
  return getBooking(tx, id);
}
