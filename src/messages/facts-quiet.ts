// What is told to staff without anybody having asked: what waited, the morning, a start without a sign, a promise that ends.
import type { Moment, Slot } from '../booking/shown.ts';
import type { ClosureFacts } from './facts-closures.ts';
import type { Brief, ListRow } from './facts-staff.ts';

/** `booking` null: it is about none. `noCall`: its person must not be called. */
type WaitingItem = {
  about: string;
  at: Moment;
  booking: { id: string; receipt: string; slot: Slot; name: string | null; noCall: boolean } | null;
};

/** What was not sent to this chat before. */
export type WaitingFacts = {
  isQuotaUsedUp: boolean;
  items: readonly WaitingItem[];
  more: number;
  /** Of which bookings LINE has taken what staff decided, and when. */
  told: readonly { receipt: string; at: Moment }[];
};

type MorningRow = Pick<ListRow, 'id' | 'slot' | 'name' | 'state' | 'room' | 'hit'>;
/** `dueToday`: promised until the end of this day. `days`: so long ago. `left`: messages of the month, where known. */
export type MorningFacts = {
  today: Moment;
  count: number;
  rows: readonly MorningRow[];
  closures: readonly ClosureFacts[];
  waiting: WaitingFacts;
  pending: { count: number; overdue: number };
  dueToday: number;
  calls: number;
  unrecorded: { count: number; rows: readonly (MorningRow & { days: number })[] };
  left: number | undefined;
};

/** Of a promise that ends soon. */
export type AnswerDue = Pick<ListRow, 'id' | 'slot' | 'name' | 'promised' | 'wish'>;
/** Ten minutes after its start nothing is recorded. */
export type NoSign = Brief & { name: string | null; noCall: boolean };
