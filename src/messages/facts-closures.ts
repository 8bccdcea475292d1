// What the words about closures need to know.
import type { ClosedBecause } from '../booking/calendar.ts';
import type { PartName } from '../booking/closures.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { ListRow } from './facts-staff.ts';

/** `from`, `until`: of a part. `counsellors`: how many stay, null where it is closed. */
export type ClosedPart = {
  day: Day;
  name: PartName;
  from: string | null;
  until: string | null;
  counsellors: number | null;
  reason: string | null;
};

/** One on record. `by`: null where nobody is known. */
export type ClosureFacts = ClosedPart & { id: string; by: string | null; at: Moment };

/**
 * The bookings it meets: the first of them, and how many there are. `confirmed`: of how many the person has been told. `calls`, `wishes`: times
 * that are held for somebody on the telephone, or wished for instead of another, with whose wish it is.
 */
type HeldTime = Slot & { name: string | null };
export type Hits = {
  rows: readonly ListRow[];
  confirmed: number;
  requests: number;
  calls: readonly HeldTime[];
  wishes: readonly HeldTime[];
  /** Held for somebody to whom staff have proposed it. */
  offers?: readonly HeldTime[];
};

/** `part`, `mark`: as the button carries them. `isNew`: the card was shown before, and something has changed since. */
export type ClosureAsked = { closure: ClosedPart; hits: Hits; part: string; mark: string; isNew: boolean };

/** `stillHit`: confirmed bookings of that day that another closure hits. */
export type ClosureLifted = { closure: ClosureFacts; by: string | null; stillHit: number };

export type ClosureList = {
  page: number;
  count: number;
  closures: readonly ClosureFacts[];
  hasMore: boolean;
};

/** Why a line about them cannot be read. `weekday`: another one stands beside the date. `form`, `lift`: it is shown how it is written. */
export type UnclearClosure = 'form' | 'lift' | 'weekday' | 'reason';

/** Why a line about closures changes nothing. */
export type NoClosure =
  | { why: 'needless'; day: Day; because: ClosedBecause | { why: 'past' } }
  | { why: 'outside' }
  | { why: 'none'; day: Day }
  | { why: 'counsellors'; most: number }
  | { why: 'noCounsellors'; day: Day }
  | { why: 'allThere'; day: Day; most: number }
  | { why: 'gone' };
