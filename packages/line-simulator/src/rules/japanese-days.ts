// Days and months as LINE counts them: its statistics use Japanese time.

// Intl and not date-fns-tz, whose import costs every test file a second.
const dayFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `20261201`. `now` in ms. */
export const dayInJapan = (now: number): string => dayFormat.format(now).replaceAll('-', '');

/** `202612`. `now` in ms. */
export const monthInJapan = (now: number): string => dayInJapan(now).slice(0, 6);
