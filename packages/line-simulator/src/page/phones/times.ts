// Times as people in Japan read them, wherever the browser is.
const ZONE = 'Asia/Tokyo';
const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat('ja-JP', {
  timeZone: ZONE,
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const shortDay = new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, month: 'numeric', day: 'numeric' });
// Sweden writes dates as ISO does.
const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/** `9:05` */
export const timeOf = (at: number): string => clock.format(at);

/** `12月1日(火)` */
export const dayOf = (at: number): string => day.format(at);

/** The time if it was on the day of `now`, or the day: `12/1`. */
export const timeOrDayOf = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? timeOf(at) : shortDay.format(at);

/** `2026-12-01T09:05`, as date inputs want it. */
export const inputValueOf = (at: number): string => iso.format(at).replace(' ', 'T');
