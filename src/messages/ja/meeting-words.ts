// Words about a meeting's numbers that stand on several cards.
import type { MeetingDecided } from '../facts-staff.ts';

/** Zoom's own are longer. */
const shortPasscode = 4;
export const isShortPasscode = (passcode: string): boolean => passcode.length < shortPasscode;
export const shortPasscodeText = 'パスコードが短いようです。\nZoomの画面で、もう一度お確かめください。';

export const waitingRoomOn = 'Zoomの待機室をオンにしてください。';
/** Less than a quarter of an hour between two bookings of one room. */
export const closeBooking = `前後の予約と15分あいていません。\n${waitingRoomOn}`;

/** In which room, and whether the next booking there is near. */
export const meetingLines = ({ room, isClose }: Required<Pick<MeetingDecided, 'room' | 'isClose'>>): string =>
  `${room === null ? '' : `\n会議室 ${room}`}${isClose ? `\n${closeBooking}` : ''}`;
