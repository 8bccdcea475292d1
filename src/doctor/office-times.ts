// Times in an office's profile that the server can work with, and that are most likely not meant.
import type { OfficeTimes } from '../config/office-times.ts';

/** Each names the fields of the profile; empty when all is well. Times are `HH:mm` and sort as text. */
export function oddTimesOf({ hours, consultation, requests }: OfficeTimes): string[] {
  const outside = consultation.windows
    .filter(({ from, until }) => from < hours.from || until > hours.until)
    .map(
      ({ from, until }) =>
        `consultation.windows ${from}–${until} is not inside hours ${hours.from}–${hours.until}`,
    );
  const late = `requests.decideBy ${requests.decideBy} is outside hours ${hours.from}–${hours.until}`;
  return requests.decideBy < hours.from || requests.decideBy > hours.until ? [...outside, late] : outside;
}
