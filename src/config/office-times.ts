// Times of an office's profile that are right each for itself and contradict each other.
import { minuteOfDay } from '../core/jst.ts';
import type { Office } from './office.ts';

export type OfficeTimes = Pick<Office, 'hours' | 'consultation' | 'requests'>;

/** What is wrong with the field at `path`. */
export type Clash = { path: string; problem: string };

/** Empty when all is well. Times are `HH:mm` and sort as text. */
export const clashesOf = (times: OfficeTimes): Clash[] => [
  ...emptySpans(times),
  ...startsThatNobodyGets(times.consultation),
  ...closingTooLate(times.requests),
  ...oddNames(times.consultation),
];

const emptySpans = ({ hours, consultation }: OfficeTimes): Clash[] =>
  [
    { path: 'hours', ...hours },
    ...consultation.windows.map((window, at) => ({ path: `consultation.windows.${at}`, ...window })),
  ]
    .filter(({ from, until }) => from >= until)
    .map(({ path, from, until }) => ({ path, problem: `${from} must be before ${until}` }));

const startsThatNobodyGets = ({ windows, grid, minutes }: Office['consultation']): Clash[] =>
  grid.flatMap((start, at) => {
    const fits = windows.some(
      ({ from, until }) => start >= from && minuteOfDay(start) + minutes <= minuteOfDay(until),
    );
    const problem = `${start} leaves no ${minutes} minutes inside a window`;
    return fits ? [] : [{ path: `consultation.grid.${at}`, problem }];
  });

/** As many names as counsellors, no two alike: nobody could tell them apart. */
function oddNames({ counsellors, counsellorNames: names }: Office['consultation']): Clash[] {
  if (names === undefined) return [];
  const path = 'consultation.counsellorNames';
  if (names.length !== counsellors)
    return [{ path, problem: `there must be as many as counsellors, ${counsellors}` }];
  return new Set(names).size < names.length ? [{ path, problem: 'no two may be the same' }] : [];
}

/** What comes in later could not be decided in time. */
const closingTooLate = ({ closesAt, decideBy }: Office['requests']): Clash[] =>
  closesAt > decideBy
    ? [{ path: 'requests.closesAt', problem: `${closesAt} must not be after decideBy, ${decideBy}` }]
    : [];
