// Everything the product says, as a value that is handed in. `ja` is one; whoever adds a second one is told by the compiler
// what is missing.
import type { Detail } from '../../flows/vocabulary.ts';
import type { Moment } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { Prompts, Remarks } from './facts.ts';
import type { CallOutcome, CallPageFacts } from './facts-calls.ts';
import type { Opinions, RegisterRow } from './facts-register.ts';
import type { ContactDetails, ContactFact } from './facts-staff.ts';
import type { Button } from './message.ts';
import type { BookingPageWords } from './words-booking-page.ts';
import type { PersonWords } from './words-person.ts';
import type { StaffWords } from './words-staff.ts';

export interface Words extends PersonWords, StaffWords {
  /** Words on buttons that the records keep, too. */
  readonly labels: { readonly agree: string };
  readonly prompts: Prompts;
  readonly remarks: Remarks;
  readonly richMenu: RichMenuWords;
  readonly contactPage: ContactPageWords;
  readonly callPage: CallPageWords;
  readonly registerPage: RegisterPageWords;
  readonly calendarPage: CalendarPageWords;
  readonly bookingPage: BookingPageWords;
}

/** A large label, and a small line below it. */
type MenuWords = { button: Button; subLine: string };
type DayMenuKey = 'preparation' | 'questions' | 'trouble' | 'booking' | 'call';

type RichMenuWords = {
  /** On the bar that opens and closes the menu. */
  readonly chatBarText: string;
  readonly usual: (office: Office) => Record<DayMenuKey | 'apply', MenuWords>;
  /** On the day of a confirmed consultation. */
  readonly day: (office: Office) => Record<DayMenuKey, MenuWords>;
};

/** A page that staff open from their chat. */
export type LinkedPageWords = {
  readonly language: string;
  readonly title: string;
  readonly button: string;
  /** With the button. Who only opens the address learns nothing of anybody. */
  readonly before: readonly string[];
  /** For an address that is too old, or was never given. */
  readonly gone: readonly string[];
};

/** With a person's contact. */
type ContactPageWords = LinkedPageWords & {
  readonly facts: (contact: ContactDetails) => ContactFact[];
  readonly note: (minutes: number) => string[];
  readonly form: DetailsFormWords;
};

/** In which a person's details are put right. */
export type DetailsFormWords = {
  readonly correct: string;
  /** Instead, where the jobseeker number is not known. */
  readonly recordNumber: string;
  readonly labels: Readonly<Record<Detail, string>>;
  readonly hints: Readonly<Partial<Record<Detail, string>>>;
  readonly save: string;
  readonly problems: string;
  readonly refused: (field: Detail, reason: string) => string;
  readonly saved: (fields: readonly Detail[]) => string[];
  readonly asBefore: readonly string[];
  readonly changedSince: readonly string[];
};

/** Whom to call and what to say. */
type CallPageWords = LinkedPageWords & {
  readonly facts: (call: CallPageFacts) => ContactFact[];
  /** What has to be known before the call, such as that there must be none. */
  readonly warnings: (call: CallPageFacts) => string[];
  /** What the clerk reads aloud, below its heading; nothing where it is not so any more. */
  readonly aloud: (call: CallPageFacts) => { heading: string; lines: string[] } | null;
  readonly buttons: { readonly told: string; readonly away: string };
  readonly note: (minutes: number) => string[];
  readonly told: readonly string[];
  readonly putOff: (again: Moment, now: Moment) => string[];
  readonly actedBefore: (outcome: CallOutcome | null, now: Moment) => string[];
};

/** The file of a booking, for the person's own calendar. */
type CalendarPageWords = LinkedPageWords & { readonly fileName: string; readonly summary: string };

/** The bookings of a month, whose first day is `month`. */
type RegisterPageWords = LinkedPageWords & {
  readonly caption: (month: string, count: number) => string;
  readonly columns: readonly string[];
  readonly cells: (row: RegisterRow) => string[];
  readonly sumsCaption: (month: string) => string;
  readonly sums: (rows: readonly RegisterRow[], opinions: Opinions) => { head: string[]; rows: string[][] };
  readonly download: string;
  readonly fileName: (month: string) => string;
  readonly note: (minutes: number) => string[];
};
