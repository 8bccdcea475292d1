// Bookings as people see them, made from the rows.

import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import type { CompleteDetails, Details } from '../records/personal-data.ts';
import { numbersOfBooking } from '../records/zoom-numbers.ts';
import type { BookingView, ShownDetails } from './facts.ts';
import { maskJobNumber, maskName, maskPhone } from './mask.ts';
import { showPhone } from './show-phone.ts';

/** For its owner. */
export const bookingView = (booking: Booking, sealer: Sealer): BookingView => ({
  id: booking.id,
  version: booking.version,
  receipt: receiptOf(booking),
  state: booking.state,
  slot: slotOf(booking),
  promised: moment(booking.promisedBy),
  zoom: numbersOfBooking(sealer, booking),
  counsellor: booking.counsellor,
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
