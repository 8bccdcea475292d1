// What can happen to a person's conversation. Buttons, typed words and rich-menu taps all become one of these
// events before a flow sees them.
import type { ChoiceEvent } from './choices.ts';
import type { BookingIntent, Condition, Crisis, Detail, Field, SmallTalk, Topic } from './lists.ts';
import type { PersonAct } from './person-acts.ts';
import type { Result } from './results.ts';
import type { StaffAct } from './staff-events.ts';

/** A JST day `YYYY-MM-DD`. */
export type Day = string;
/** A JST time `HH:mm`. */
export type Time = string;

/** What a person did. */
type Act =
  | { type: 'followed'; again: boolean }
  | { type: 'said'; text: string }
  | { type: 'sent.unreadable'; kind: string }
  | { type: 'apply.asked' }
  /** A free time that was offered beside bad news: a consultation then. */
  | { type: 'slot.wanted'; day: Day; time: Time }
  | { type: 'questions.asked' }
  /** `guessed`: from a word in a sentence that asks nothing. */
  | { type: 'question.picked'; topic: Topic; guessed?: true }
  | { type: 'phone.asked' }
  /** What to have ready for a consultation. */
  | { type: 'preparation.asked' }
  /** She cannot get in, and named no booking: the rich menu and typed words know none. */
  | { type: 'trouble.asked' }
  /** Words of violence at home, of not wanting to live, or of having no strength left (D13). */
  | { type: 'crisis.told'; kind: Crisis }
  | { type: 'intent.written'; intent: BookingIntent; besides?: readonly BookingIntent[] }
  | { type: 'thanked'; how: SmallTalk }
  | { type: 'menu.asked' }
  | { type: 'why.asked' }
  | { type: 'repeat.asked' }
  | { type: 'back' }
  | { type: 'quit' }
  | { type: 'terms.asked' }
  /** `terms`: the version on the card whose button was pressed; words carry none. */
  | { type: 'terms.agreed'; wording: string; terms?: string }
  | { type: 'terms.refused' }
  | { type: 'eligible' }
  | { type: 'ineligible' }
  | { type: 'condition.picked'; condition: Condition }
  | { type: 'jobNumber.unknown' }
  | { type: 'yes' }
  | { type: 'no' }
  /** `time`: the one she had typed with it. */
  | { type: 'day.picked'; day: Day; time?: Time }
  | { type: 'days.more' }
  | { type: 'time.picked'; time: Time }
  | { type: 'times.more' }
  | ChoiceEvent
  | { type: 'details.reused' }
  | { type: 'details.retyped' }
  /** A day or time in her own words, where another question stands. */
  | { type: 'wish.typed'; text: string }
  /** Of a question that is answered already, while another stands; `text` null: only that it is wrong. */
  | { type: 'detail.corrected'; field: Detail; text: string | null }
  | { type: 'submitted' }
  | { type: 'edit.asked' }
  | { type: 'field.picked'; field: Field }
  | { type: 'rechoose.asked'; booking: string; version: number }
  /** A confirmed booking shall be at another time. */
  | { type: 'moveWish.asked'; booking: string; version: number }
  | { type: 'withdraw.asked'; booking: string; version: number }
  | { type: 'trouble.told'; booking: string }
  | { type: 'absence.told'; booking: string }
  | { type: 'late.told'; booking: string };

export type FlowEvent = Act | PersonAct | StaffAct | Result;
