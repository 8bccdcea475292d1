// The words of the page on which staff enter a booking for somebody on the telephone.
import type { Choice, NumbersBy, OverrideReason } from '../../flows/vocabulary.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { ContactFact } from './facts-staff.ts';
import type { LinkedPageWords } from './words.ts';

/** Somebody on record with the same number. `last`: the day of the newest booking; `isAhead`: it is open. `isSuspended`: 利用見合わせ stands. */
export type Match = {
  name: string | null;
  hasLine: boolean;
  last: string | null;
  isAhead: boolean;
  isSuspended?: boolean;
};

export type EntryField =
  | 'name'
  | 'phone'
  | 'jobNumber'
  | 'terms'
  | 'conditions'
  | 'numbersBy'
  | 'reason'
  | 'who';
/** `missing`: nothing was typed or chosen; `openBooking`: that person has one; else the reason of a reader. */
export type EntryProblem = { field: EntryField | Choice; because: string };

export type BookingPageWords = LinkedPageWords & {
  readonly facts: (slot: Slot, until: Moment) => ContactFact[];
  readonly labels: Readonly<Record<EntryField | 'jobNumberUnknown', string>>;
  readonly hints: Readonly<Record<'name' | 'phone' | 'jobNumber', string>>;
  readonly choice: (choice: Choice) => { label: string; no: string; yes: string };
  readonly numbersBy: Readonly<Record<NumbersBy, string>>;
  readonly reasons: Readonly<Record<OverrideReason, string>>;
  readonly problem: (problem: EntryProblem) => string;
  readonly problems: string;
  readonly buttons: { readonly check: string; readonly save: string };
  readonly match: (match: Match) => string;
  readonly somebodyElse: string;
  readonly nobodyElse: readonly string[];
  readonly isLate: readonly string[];
  /** Since the slot was held. */
  readonly isClosed: readonly string[];
  /** What is explained by telephone. */
  readonly explained: (office: Office) => { heading: string; lines: string[] }[];
  readonly saved: (receipt: string, slot: Slot, isClosed: boolean) => string[];
  readonly savedBefore: (receipt: string, by: string | null, at: Moment | null) => string[];
  readonly over: readonly string[];
};
