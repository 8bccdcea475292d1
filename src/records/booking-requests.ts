// Asking for a booking, and moving one that is asked for.
import { type Choice, type Choices, choices, mapTable } from '../../flows/vocabulary.ts';
import type { Office } from '../config/office.ts';
import { addMinutes, type Day, instant, type Time } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { takeStep, writeHistory } from './booking-steps.ts';
import { getBooking, holdBooking, openBookingOf } from './bookings.ts';
import { closuresBetween, takenBetween } from './calendar.ts';
import { forgetClosures, forgetTaken } from './known-calendar.ts';
import { dropOffer } from './offers.ts';
import { freeCounsellor } from './slots.ts';

/** The answers to the questions with two buttons, as they are on record. */
export const choicesOf = (booking: Pick<Booking, Choice>): Choices =>
  mapTable(choices, (_, choice) => booking[choice]);

export type NewRequest = {
  personId: string;
  day: Day;
  time: Time;
  /** Each under the name of its column. */
  choices: Pick<Booking, Choice>;
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
  const { personId, day, time, choices, promisedBy, now, happenedAt = now } = request;
  const startsAt = instant(day, time);
  const endsAt = addMinutes(startsAt, office.consultation.minutes);
  const taken = await takenBetween(tx, day, day);
  for (;;) {
    if (await openBookingOf(tx, personId)) return { ok: false, because: 'openBooking' };
    const counsellor = freeCounsellor(startsAt, office, await closuresBetween(tx, day, day), taken);
    if (counsellor === undefined) return { ok: false, because: 'taken' };
    const data = {
      personId,
      startsAt,
      endsAt,
      ...choices,
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
      forgetTaken(tx);
      await writeHistory(tx, booking.id, 'request', null, 'requested', { actor: 'person', at: happenedAt });
      return { ok: true, booking };
    }
    // Somebody was quicker with this counsellor, or staff have dealt the day anew among fewer; perhaps another one is free. What was
    // read before does not show it.
    forgetTaken(tx);
    forgetClosures(tx);
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
): Promise<Requested | { ok: false; because: 'alreadyDecided' }> {
  const { booking: id, version } = moves;
  if (!(await holdBooking(tx, { id, version }))) return { ok: false, because: 'alreadyDecided' };
  const startsAt = instant(request.day, request.time);
  const taken = await takenBetween(tx, request.day, request.day, moves.booking);
  const closures = await closuresBetween(tx, request.day, request.day);
  const counsellor = freeCounsellor(startsAt, office, closures, taken);
  if (counsellor === undefined) return { ok: false, because: 'taken' };
  // With another time of the person's own what staff proposed is answered.
  await dropOffer(tx, id);
  const outcome = await takeStep(
    tx,
    { id, version },
    'move',
    { actor: 'person', at: request.happenedAt ?? request.now },
    {
      startsAt,
      endsAt: addMinutes(startsAt, office.consultation.minutes),
      counsellor,
      ...request.choices,
      promisedBy: request.promisedBy,
    },
  );
  if (outcome === 'alreadyDecided') return { ok: false, because: 'alreadyDecided' };
  return { ok: true, booking: await getBooking(tx, moves.booking) };
}
