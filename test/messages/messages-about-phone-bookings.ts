// What staff are told of bookings by telephone and of people without LINE.
import type { BookingOrigin } from '../../src/messages/facts-phone.ts';

export const bookingOrigin: BookingOrigin = {
  ...{ source: 'line', hasLine: true, overrideReason: null, numbersBy: null, isUntold: false, toTell: null },
};
export const withoutLine: BookingOrigin = { ...bookingOrigin, source: 'phone', hasLine: false };
