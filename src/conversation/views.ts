// Bookings as people see them, made from the rows.

import { lastStep } from '../booking/bookings.ts';
import { dayOf, timeOf } from '../booking/jst.ts';
import { receiptNumber } from '../booking/receipt.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { BookingView, RequestCard, SameNumber, Settled, ShownDetails, Slot } from '../messages/facts.ts';
import { openMemberName } from '../staff/admin-chats.ts';
import { numbersOfBooking } from '../zoom/numbers.ts';
import type { CompleteDetails, Details } from './personal-data.ts';
import { maskJobNumber, maskName, maskPhone } from './reading/mask.ts';
import { showPhone } from './reading/phone.ts';

export const moment = (date: Date) => ({ day: dayOf(date), time: timeOf(date) });

export const slotOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): Slot => ({
  day: dayOf(startsAt),
  time: timeOf(startsAt),
  until: timeOf(endsAt),
});

export const receiptOf = ({ number, createdAt }: Pick<Booking, 'number' | 'createdAt'>): string =>
  receiptNumber(number, createdAt);

/** For its owner. */
export const bookingView = (booking: Booking, sealer: Sealer): BookingView => ({
  id: booking.id,
  version: booking.version,
  receipt: receiptOf(booking),
  state: booking.state,
  slot: slotOf(booking),
  promised: moment(booking.promisedBy),
  zoom: numbersOfBooking(sealer, booking),
});

/** For staff: phone and number masked (D7). */
export const requestCard = (
  booking: Booking,
  details: CompleteDetails,
  sameNumber: readonly SameNumber[],
  moved: boolean,
): RequestCard => ({
  id: booking.id,
  version: booking.version,
  receipt: receiptOf(booking),
  slot: slotOf(booking),
  name: details.name,
  maskedJobNumber: details.jobNumber === null ? null : maskJobNumber(details.jobNumber),
  maskedPhone: maskPhone(details.phone),
  companion: booking.companion,
  decideBy: moment(booking.promisedBy),
  moved,
  sameNumber,
});

/** Details from the record: somebody else may hold her phone (D11). */
export const maskedDetails = ({ name, jobNumber, phone }: CompleteDetails): ShownDetails => ({
  name: maskName(name),
  jobNumber: jobNumber === null ? null : maskJobNumber(jobNumber),
  phone: maskPhone(phone),
});

/** Field by field: in full what she has just typed in this very chat, to be looked over; the rest masked. */
export function shownDetails(details: CompleteDetails, typed: Details): ShownDetails {
  const masked = maskedDetails(details);
  return {
    name: typed.name === undefined ? masked.name : details.name,
    jobNumber: typed.jobNumber === undefined ? masked.jobNumber : details.jobNumber,
    phone: typed.phone === undefined ? masked.phone : showPhone(details.phone),
  };
}

/** Who settled a booking, and when. */
export async function settled(tx: Tx, sealer: Sealer, booking: Booking): Promise<Settled> {
  const step = await lastStep(tx, booking.id);
  return {
    receipt: receiptOf(booking),
    state: booking.state,
    by: step?.staff ? openMemberName(sealer, step.staff) : null,
    at: moment(step?.at ?? booking.createdAt),
  };
}
