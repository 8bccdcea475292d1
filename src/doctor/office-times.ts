// Times in an office's profile that are right each for itself and contradict each other.
import { minuteOfDay } from '../booking/jst.ts';
import type { Office } from '../config/office.ts';

type Span = { from: string; until: string };

const lies = (span: Span, inside: Span): boolean => span.from >= inside.from && span.until <= inside.until;

/** Each names the fields of the profile; empty when all is well. Times are `HH:mm` and sort as text. */
export function clashesOf({ hours, consultation, requests }: Office): string[] {
  const { windows, grid, minutes } = consultation;
  const found: string[] = [];
  for (const { from, until } of [hours, ...windows]) {
    if (from >= until) found.push(`${from} is not before ${until}`);
  }
  for (const window of windows) {
    if (!lies(window, hours)) {
      found.push(
        `consultation.windows ${window.from}–${window.until} is not inside hours ${hours.from}–${hours.until}`,
      );
    }
  }
  for (const start of grid) {
    const fits = windows.some(
      ({ from, until }) => start >= from && minuteOfDay(start) + minutes <= minuteOfDay(until),
    );
    if (!fits) found.push(`consultation.grid ${start} leaves no ${minutes} minutes inside a window`);
  }
  if (requests.closesAt > requests.decideBy) found.push('requests.closesAt is after requests.decideBy');
  if (requests.decideBy > hours.until) found.push('requests.decideBy is after hours.until');
  return found;
}
