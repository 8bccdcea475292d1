// What the words of the register need to know.
import type { Choices, Opinion } from '../../flows/vocabulary.ts';
import type { Moment, Slot } from '../booking/shown.ts';

/** One booking of the month. `decidedBy`: who of the staff acted last, but for entering it; null where LINE told no name, or nobody has. */
export type RegisterRow = {
  slot: Slot;
  receipt: string;
  name: string | null;
  jobNumber: string | null;
  choices: Choices;
  state: string;
  counsellor: string;
  decidedBy: string | null;
  history: readonly { event: string; at: Moment; by: string | null }[];
};

/** How many have answered what, of the month's consultations. */
export type Opinions = Readonly<Record<Opinion, number>>;
