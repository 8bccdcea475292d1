// Words about a meeting's numbers that stand on several cards.
/** Zoom's own are longer. */
const shortPasscode = 4;

/** What may be wrong with a typed passcode. It can be meant all the same. */
export function passcodeWarnings(
  passcode: string,
  { room, isOtherPasscode }: { room: string | null; isOtherPasscode?: boolean | undefined },
): string[] {
  const doubts = [
    ...(passcode.length < shortPasscode ? ['パスコードが短いようです。'] : []),
    ...(isOtherPasscode === true ? [`${room ?? '会議室'}のパスコードとちがいます。`] : []),
  ];
  return doubts.length === 0 ? [] : [...doubts, 'Zoomの画面で、もう一度お確かめください。'];
}

export const waitingRoomOn = 'Zoomの待機室をオンにしてください。';
/** Less than a quarter of an hour between two bookings of one room. */
export const closeBooking = `前後の予約と15分あいていません。\n${waitingRoomOn}`;
