// What the words need to know, key by key. Days are JST `YYYY-MM-DD`, times JST `HH:mm`.

import type { PlainRemark, PromptFacts, PromptKey, RemarkFacts, RemarkKey } from '../../flows/vocabulary.ts';
import type { Slot } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { SameNumber } from '../records/same-number.ts';
import type { Message } from './message.ts';

export type { PromptFacts, ShownDetails } from '../../flows/vocabulary.ts';

/** The open question, and how often in a row its answer was not understood (0, 1, 2 …). */
export type Prompts = {
  [K in PromptKey]: (facts: PromptFacts[K], office: Office, misses: number) => Message[];
};

/** Where a remark is said: before which question, and after how many answers that were not understood. */
export type RemarkPlace = { openPrompt: PromptKey | null; misses: number };
export type RemarkContext<K extends RemarkKey = PlainRemark> = RemarkPlace & { facts: RemarkFacts[K] };
export type Remarks = { [K in RemarkKey]: (context: RemarkContext<K>, office: Office) => Message[] };

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
