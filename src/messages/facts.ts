// What the words need to know, key by key. Days are JST `YYYY-MM-DD`, times JST `HH:mm`.

import type { Facts, Field, PromptKey, RemarkKey } from '../../flows/vocabulary.ts';
import type { Slot } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { SameNumber } from '../records/same-number.ts';
import type { Message } from './message.ts';

/** How her details are shown back: in full what she has just typed, masked what was on record. `jobNumber` null: she does not know it. */
export type ShownDetails = { name: string; jobNumber: string | null; phone: string };

/** Whose meeting's numbers staff are typing. */
type Typed = { id: string; version: number; receipt: string };

export type PromptFacts = {
  menu: Record<never, never>;
  terms: Record<never, never>;
  eligibility: Record<never, never>;
  missingCondition: Record<never, never>;
  knownDetails: ShownDetails;
  name: Record<never, never>;
  jobNumber: Record<never, never>;
  /** The number as it was read, masked. */
  jobNumberDoubtful: { masked: string };
  phone: Record<never, never>;
  /** A handful of open days; `more`: there are others to show. `back`: a question comes before this one. */
  day: { days: readonly string[]; more: boolean; back: boolean };
  time: { day: string; times: readonly string[]; moreTimes: boolean };
  wish: Slot;
  companion: Record<never, never>;
  /** `isUnseen`: no chat of the staff is enrolled. */
  review: { slot: Slot; companion: boolean; details: ShownDetails; moving: boolean; isUnseen?: boolean };
  whichField: { fields: readonly Field[] };
  withdraw: { receipt: string; slot: Slot };
  meetingId: Typed & { slot: Slot };
  passcode: Typed & { meetingId: string };
  numbers: Typed & { slot: Slot; meetingId: string; passcode: string };
};

/** The open question, and how often in a row its answer was not understood (0, 1, 2 …). */
export type Prompts = {
  [K in PromptKey]: (facts: PromptFacts[K], office: Office, misses: number) => Message[];
};

export type RemarkContext = { facts: Facts; openPrompt: PromptKey | null; misses: number };
export type Remarks = { [K in RemarkKey]: (context: RemarkContext, office: Office) => Message[] };

/** A booking as its owner sees it. */
export type BookingView = {
  id: string;
  version: number;
  receipt: string;
  state: string;
  slot: Slot;
  /** By when she hears from the office. JST. */
  promised: { day: string; time: string };
  zoom: { meetingId: string; passcode: string } | null;
};

/** A booking as staff see it: phone and number masked. */
export type RequestCard = {
  id: string;
  version: number;
  receipt: string;
  slot: Slot;
  name: string;
  maskedJobNumber: string | null;
  maskedPhone: string;
  companion: boolean;
  decideBy: { day: string; time: string };
  /** An existing request that was moved to this slot. */
  moved: boolean;
  sameNumber: readonly SameNumber[];
};

/** Who decided about a request first, for the second of two staff. `by`: null where LINE told no name. */
export type AlreadyDecided = {
  receipt: string;
  state: string;
  by: string | null;
  at: { day: string; time: string };
};
