// The bookings on record: asking for one, moving one, finding one.

import type { Closure } from '../booking/calendar.ts';
import type { Office } from '../config/office.ts';
import {
  addDays,
  addMinutes,
  asDateColumn,
  asTime,
  type Day,
  fromDateColumn,
  instant,
  startOfDay,
  type Time,
} from '../core/jst.ts';
import type { Prisma, Tx } from '../db/client.ts';
import type { Booking, BookingState } from '../db/generated/client.ts';
import { takeStep, writeHistory } from './booking-steps.ts';
import { freeCounsellor, type Taken } from './slots.ts';

/** The states that hold a slot; the exclusion constraint in the database names the same. */
export const holding = ['requested', 'proposed', 'confirmed', 'inProgress'] as const satisfies BookingState[];

/** The states of which a person may have one. */
export const open = ['requested', 'proposed', 'confirmed'] as const satisfies BookingState[];

export type Calendar = { taken: Taken[]; closures: Closure[] };

/** What holds slots and what is closed from `from` to `until` (JST days, both inclusive). `except`: a booking that is about to move. */
export async function readCalendar(
  tx: Tx,
  from: Day,
  until: Day,
  except: string | null = null,
): Promise<Calendar> {
  const range = { gte: startOfDay(from), lt: startOfDay(addDays(until, 1)) };
  const taken = await tx.booking.findMany({
    where: { state: { in: [...holding] }, startsAt: range, ...(except && { id: { not: except } }) },
    select: { startsAt: true, endsAt: true, counsellor: true },
  });
  const closures = await tx.closure.findMany({
    where: { day: { gte: asDateColumn(from), lte: asDateColumn(until) } },
  });
  return {
    taken,
    closures: closures.map(({ day, from: start, until: end }) => ({
      day: fromDateColumn(day),
      ...(start !== null && { from: asTime(start) }),
      ...(end !== null && { until: asTime(end) }),
    })),
  };
}

export type NewRequest = {
  personId: string;
  day: Day;
  time: Time;
  companion: boolean;
  promisedBy: Date;
  now: Date;
  /** When she pressed the button, for the history; left out: just now. */
  happenedAt?: Date;
};

export type Requested = { ok: true; booking: Booking } | { ok: false; because: 'taken' | 'openBooking' };

/**
 * Holds the slot for her, or says why not. The code asks first; where two ask at the same moment the
 * database lets one through and the other gets 'taken' (ON CONFLICT DO NOTHING waits for the first).
 */
export async function requestBooking(tx: Tx, request: NewRequest, office: Office): Promise<Requested> {
  const { personId, day, time, companion, promisedBy, now, happenedAt = now } = request;
  if (await openBookingOf(tx, personId)) return { ok: false, because: 'openBooking' };
  const startsAt = instant(day, time);
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  const { taken } = await readCalendar(tx, day, day);
  for (;;) {
    const counsellor = freeCounsellor(startsAt, office, taken);
    if (counsellor === undefined) return { ok: false, because: 'taken' };
    const data = {
      personId,
      startsAt,
      endsAt,
      companion,
      promisedBy,
      counsellor,
      version: 1,
      createdAt: now,
    };
    const [booking] = await tx.booking.createManyAndReturn({
      data: [{ ...data, state: 'requested' }],
      skipDuplicates: true,
    });
    if (booking !== undefined) {
      await writeHistory(tx, booking.id, 'request', null, 'requested', { actor: 'person', at: happenedAt });
      return { ok: true, booking };
    }
    // Somebody was quicker with this counsellor; perhaps another one is free.
    taken.push({ startsAt, endsAt, counsellor });
  }
}

/**
 * Moves an unconfirmed request to another slot; it keeps its number. A race for the slot breaks the
 * exclusion constraint and with it the transaction: run the turn again and the slot is seen as taken.
 */
export async function moveBooking(
  tx: Tx,
  moves: { booking: string; version: number },
  request: NewRequest,
  office: Office,
): Promise<Requested | { ok: false; because: 'settled' }> {
  const startsAt = instant(request.day, request.time);
  const { taken } = await readCalendar(tx, request.day, request.day, moves.booking);
  const counsellor = freeCounsellor(startsAt, office, taken);
  if (counsellor === undefined) return { ok: false, because: 'taken' };
  const outcome = await takeStep(
    tx,
    { id: moves.booking, version: moves.version },
    'move',
    { actor: 'person', at: request.happenedAt ?? request.now },
    {
      startsAt,
      endsAt: addMinutes(startsAt, office.consultation.minutes),
      counsellor,
      companion: request.companion,
      promisedBy: request.promisedBy,
    },
  );
  if (outcome === 'settledBefore') return { ok: false, because: 'settled' };
  return { ok: true, booking: await getBooking(tx, moves.booking) };
}

/** Null: it was never on record, or a button is forged. */
export const findBooking = (tx: Tx, id: string): Promise<Booking | null> =>
  tx.booking.findUnique({ where: { id } });

/** One that must be on record. */
export const getBooking = (tx: Tx, id: string): Promise<Booking> =>
  tx.booking.findUniqueOrThrow({ where: { id } });

/** With what it takes to tell the person whose it is. */
export type BookingOfPerson = Booking & { person: { chatId: string; blockedAt: Date | null } };

/** The one request or booking she has open. */
export const openBookingOf = (tx: Tx, personId: string): Promise<Booking | null> =>
  tx.booking.findFirst({ where: { personId, state: { in: [...open] } } });

/** What to show her: the open one, else the newest. */
export async function bookingToShow(tx: Tx, personId: string): Promise<Booking | null> {
  const newestFirst: Prisma.BookingOrderByWithRelationInput = { createdAt: 'desc' };
  return (
    (await openBookingOf(tx, personId)) ?? tx.booking.findFirst({ where: { personId }, orderBy: newestFirst })
  );
}

/** What she tells us about a booking is kept in its history too, but it is no step of its life. */
export const news = [
  /** She cannot get into the meeting. */
  'trouble',
  'absence',
  'late',
  /** She can come after all. */
  'coming',
  /** A sign of life around the time of the consultation, whatever it was. */
  'contact',
  /** The same: she only looked something up. Never told to staff. */
  'active',
  /** She waits to be let in, or finds nobody there. */
  'waiting',
  /** Sound, picture or line. */
  'inside',
  'callMe',
  'numbers',
  /** Words that say so; she has not pressed the button. */
  'absenceWritten',
  /** She got in after all. */
  'entered',
  'newPhone',
  /** She must not be called, or cannot take a call: from then on nobody is asked to. */
  'noPhone',
  /** After that: she may be called. */
  'mayCall',
  /** She wrote of calls to her, and it can be read both ways. */
  'aboutCalls',
] as const;
export type PersonNotice = (typeof news)[number];

/** Nor is it that staff looked up how to reach her, or that she has blocked the account. */
export const looks = ['contactAsked', 'contactSeen', 'unreachable'] as const;

/** Who took the last step, and when: for the second of two staff. */
export const lastStep = (tx: Tx, bookingId: string) =>
  tx.bookingStep.findFirst({
    where: { bookingId, event: { notIn: [...news, ...looks] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { staff: true },
  });
