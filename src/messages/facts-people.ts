// What the words about people need to know.
import type { SuspensionReason, SuspensionTerm } from '../../flows/vocabulary.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { SameNumber } from '../records/same-number.ts';
import type { BookingCard, Notice } from './facts-staff.ts';

type Open = { slot: Slot; state: string };
/** `current`: under way now. `next`: without an answer yet, or agreed on. */
export type PersonRow = {
  id: string;
  name: string | null;
  last: Slot | null;
  current: Open | null;
  next: Open | null;
};

/** `found`: the row that keeps them for the pages behind; null where all stand here. `isCut`: there are people who were not looked at. */
export type PeopleList = {
  page: number;
  count: number;
  rows: readonly PersonRow[];
  hasMore: boolean;
  found: string | null;
  isCut: boolean;
};

/** `since`: the row of history that began it. `by`, `at`: who decided it and when; null where that is not known any more. */
export type SuspensionFacts = {
  since: string | null;
  reason: string;
  lastDay: string | null;
  by: string | null;
  at: Moment | null;
};

export type BookingRow = { id: string; receipt: string; slot: Slot; state: string };

/** What is said above the card. `suspended`, `lifted`: just now. `before`: it stood already. `notNow`: it does not stand as the button says. */
export type PersonLead = 'suspended' | 'lifted' | 'before' | 'notNow';

/** `bookings`: the last of `count`. `open`: of them that wait or are agreed on. */
export type PersonCard = {
  id: string;
  name: string | null;
  past: BookingCard['past'];
  lastAt: Moment | null;
  isNumberUnknown: boolean;
  sameNumber: readonly SameNumber[];
  isBlocked: boolean;
  noCall: boolean;
  suspension: SuspensionFacts | null;
  bookings: readonly BookingRow[];
  count: number;
  open: readonly Notice[];
  lead: PersonLead | null;
  /** Whose counsellor can be changed: the next one that has not begun, where the office names its counsellors. */
  changeable?: { id: string; version: number } | null;
};

/** Before it is decided: why, until when, and once more. `open`: what stays as it is. */
export type SuspensionAsked = {
  person: string;
  name: string | null;
  reason?: SuspensionReason;
  term?: SuspensionTerm;
  lastDay?: string | null;
  open?: readonly Notice[];
};

/** One of those who are there on that day. `counsellor` counts from 0. */
export type CounsellorChoice = { counsellor: number; name: string; isTaken: boolean };
