// The one way in and out for Zoom meeting IDs and passcodes: sealed in the database, opened only to be told.
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';

/** `meetingId`: 9–11 digits; `passcode`: at most 10 of Zoom's characters. */
export type ZoomNumbers = { meetingId: string; passcode: string };

type Sealed = { meetingId: Uint8Array<ArrayBuffer>; passcode: Uint8Array<ArrayBuffer> };

/** For the columns of a room. */
export const sealNumbers = (sealer: Sealer, { meetingId, passcode }: ZoomNumbers): Sealed => ({
  meetingId: sealer.seal('zoom.meetingId', meetingId),
  passcode: sealer.seal('zoom.passcode', passcode),
});

export const openNumbers = (
  sealer: Sealer,
  sealed: { meetingId: Uint8Array; passcode: Uint8Array },
): ZoomNumbers => ({
  meetingId: sealer.open('zoom.meetingId', sealed.meetingId),
  passcode: sealer.open('zoom.passcode', sealed.passcode),
});

/** For the columns of a booking. */
export function numbersForBooking(sealer: Sealer, numbers: ZoomNumbers) {
  const { meetingId, passcode } = sealNumbers(sealer, numbers);
  return { zoomMeetingId: meetingId, zoomPasscode: passcode };
}

/** Null while none have been given. */
export function numbersOfBooking(
  sealer: Sealer,
  { zoomMeetingId, zoomPasscode }: Pick<Booking, 'zoomMeetingId' | 'zoomPasscode'>,
): ZoomNumbers | null {
  if (zoomMeetingId === null || zoomPasscode === null) return null;
  return openNumbers(sealer, { meetingId: zoomMeetingId, passcode: zoomPasscode });
}
