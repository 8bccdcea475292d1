// Words about a meeting's numbers that stand on several cards.
/** Zoom's own are longer. */
const shortPasscode = 4;
export const isShortPasscode = (passcode: string): boolean => passcode.length < shortPasscode;
export const shortPasscodeText = 'パスコードが短いようです。\nZoomの画面で、もう一度お確かめください。';

export const waitingRoomOn = 'Zoomの待機室をオンにしてください。';
/** Less than a quarter of an hour between two bookings of one room. */
export const closeBooking = `前後の予約と15分あいていません。\n${waitingRoomOn}`;
