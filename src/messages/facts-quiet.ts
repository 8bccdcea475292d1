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

/** Of the month's messages: records/quota-note.ts. */
type QuotaNews = 'usedUp' | 'short' | 'most' | 'much';

/** What was not sent to this chat before. */
export type WaitingFacts = {
  quota: readonly QuotaNews[];
  items: readonly WaitingItem[];
  more: number;
  /** Of which bookings LINE has taken what staff decided, and when. */
  told: readonly { receipt: string; at: Moment }[];
};

type MorningRow = Pick<ListRow, 'id' | 'slot' | 'name' | 'state' | 'room' | 'hit'>;
/**
 * `dueToday`: promised until the end of this day. `days`: so long ago. `month`: its messages, where known; `needed`: by what is booked, so
 * many will go to people until its end.
 */
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
  /** Of the last days; `free`: what can be asked for until the day `until`. */
  supply: { free: number; until: string; full: number; expired: number };
  month: { left: number; needed: number } | undefined;
};

/** Of a promise that ends soon. */
export type AnswerDue = Pick<ListRow, 'id' | 'slot' | 'name' | 'promised' | 'wish'>;
/** Ten minutes after its start nothing is recorded. */
export type NoSign = Brief & { name: string | null; noCall: boolean };
