// Everything the product says, as a value that is handed in. `ja` is one; whoever adds a second one is told by the compiler
// what is missing.
import type { Office } from '../config/office.ts';
import type { Prompts, Remarks } from './facts.ts';
import type { ContactDetails, ContactFact } from './facts-staff.ts';
import type { Button } from './message.ts';
import type { PersonWords } from './words-person.ts';
import type { StaffWords } from './words-staff.ts';

export interface Words extends PersonWords, StaffWords {
  /** Words on buttons that the records keep, too. */
  readonly labels: { readonly agree: string };
  readonly prompts: Prompts;
  readonly remarks: Remarks;
  readonly richMenu: RichMenuWords;
  readonly contactPage: ContactPageWords;
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

/** The page with a person's contact, which staff open from their chat. */
type ContactPageWords = {
  readonly language: string;
  readonly title: string;
  readonly facts: (contact: ContactDetails) => ContactFact[];
  readonly button: string;
  /** With the button. Who only opens the address learns nothing of anybody. */
  readonly before: readonly string[];
  readonly note: (minutes: number) => string[];
  /** For an address that is too old, or was never given. */
  readonly gone: readonly string[];
};
