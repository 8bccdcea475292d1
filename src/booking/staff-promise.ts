// By when staff decide about what they took themselves, however late it is.
import { addMinutes } from '../core/jst.ts';

const leastMinutes = 60;

/** `usual`: as for a request in the chat. An hour at least, and not after the start. */
export function promiseByStaff(usual: Date, startsAt: Date, now: Date): Date {
  const atLeast = addMinutes(now, leastMinutes);
  const soon = atLeast < startsAt ? atLeast : startsAt;
  return usual > soon ? usual : soon;
}
