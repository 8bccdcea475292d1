// What the words need to know of calls.
import type { Moment, Slot } from '../booking/shown.ts';
import type { Notice } from './facts-staff.ts';

/** Why LINE cannot bring it now either. `outdated`: its booking is not so any more. `noBooking`: it was an answer in the chat. */
export type CannotSend = 'noLine' | 'blocked' | 'quota' | 'outdated' | 'noBooking';

/** What LINE did not bring. `tries`: how often nobody answered the telephone. */
export type CallFacts = {
  call: string;
  about: string;
  reason: string;
  tries: number;
  booking: (Notice & { id: string }) | null;
  name: string | null;
  maskedPhone: string | null;
  /** Null: it may be sent again. */
  cannotSend: CannotSend | null;
  /** She asked not to be called. */
  noCall?: boolean;
};

export type CallRow = Pick<CallFacts, 'about' | 'reason' | 'tries' | 'name'> & {
  id: string;
  slot: Slot | null;
};

/** `count`: of all that are due. `next`: the page behind these. `away`: come back later, for nobody answered. */
export type CallList = {
  count: number;
  rows: readonly CallRow[];
  next: number | null;
  away: { count: number; from: Moment } | null;
};

/** For the second of two staff. `again`: when it comes back. `open`: nobody has done anything with it. `linked`: its person has it in LINE by now. */
export type CallOutcome = {
  how: 'told' | 'resent' | 'away' | 'open' | 'outdated' | 'linked';
  by: string | null;
  at: Moment | null;
  again: Moment | null;
};

/** On the page of a call, in full. */
export type CallPageFacts = Pick<CallFacts, 'about' | 'reason' | 'tries'> & {
  name: string | null;
  phone: string | null;
  jobNumber: string | null;
  booking: (Notice & { zoom: { meetingId: string; passcode: string } | null }) | null;
  isOutdated: boolean;
  noCall: boolean;
};
