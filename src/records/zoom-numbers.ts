// The one way in and out for Zoom meeting IDs and passcodes: sealed in the database, opened only to be told.
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';

/** `meetingId`: 9–11 digits; `passcode`: at most 10 of Zoom's characters. */
export type ZoomNumbers = { meetingId: string; passcode: string };

type Sealed = { meetingId: Uint8Array<ArrayBuffer>; passcode: Uint8Array<ArrayBuffer> };

/** Whose they are: the id of a room or of a booking. */
const purposes = (row: string) => ({
  meetingId: { of: 'zoom.meetingId', row },
  passcode: { of: 'zoom.passcode', row },
});

/** For the columns of the room or the booking with the id `row`. */
export const sealNumbers = (sealer: Sealer, row: string, { meetingId, passcode }: ZoomNumbers): Sealed => ({
  meetingId: sealer.seal(purposes(row).meetingId, meetingId),
  passcode: sealer.seal(purposes(row).passcode, passcode),
});

export const openNumbers = (
  sealer: Sealer,
  sealed: { id: string; meetingId: Uint8Array; passcode: Uint8Array },
): ZoomNumbers => ({
  meetingId: sealer.open(purposes(sealed.id).meetingId, sealed.meetingId),
  passcode: sealer.open(purposes(sealed.id).passcode, sealed.passcode),
});

/** For the columns of a booking. */
export function numbersForBooking(sealer: Sealer, bookingId: string, numbers: ZoomNumbers) {
  const { meetingId, passcode } = sealNumbers(sealer, bookingId, numbers);
  return { zoomMeetingId: meetingId, zoomPasscode: passcode };
}

/** What finds a booking by its meeting ID. */
const hashPurpose = 'zoom.meetingId';

/** For the columns of a booking that is agreed on: in this room, or in a meeting of its own (null). */
export const meetingColumns = (
  sealer: Sealer,
  bookingId: string,
  numbers: ZoomNumbers,
  roomId: string | null,
) => ({
  ...numbersForBooking(sealer, bookingId, numbers),
  zoomHash: sealer.hash(hashPurpose, numbers.meetingId),
  roomId,
});

/** Whether this booking has that meeting ID, under whichever key. Of one without a hash the numbers themselves are opened. */
export const hasMeetingId = (
  sealer: Sealer,
  booking: Pick<Booking, 'id' | 'zoomHash' | 'zoomMeetingId' | 'zoomPasscode'>,
  meetingId: string,
): boolean =>
  booking.zoomHash === null
    ? numbersOfBooking(sealer, booking)?.meetingId === meetingId
    : sealer.hashes(hashPurpose, meetingId).includes(booking.zoomHash);

export const sameNumbersAs = (one: ZoomNumbers | null, other: ZoomNumbers): boolean =>
  one?.meetingId === other.meetingId && one.passcode === other.passcode;

/** Null while none have been given. */
export function numbersOfBooking(
  sealer: Sealer,
  { id, zoomMeetingId, zoomPasscode }: Pick<Booking, 'id' | 'zoomMeetingId' | 'zoomPasscode'>,
): ZoomNumbers | null {
  if (zoomMeetingId === null || zoomPasscode === null) return null;
  return openNumbers(sealer, { id, meetingId: zoomMeetingId, passcode: zoomPasscode });
}
