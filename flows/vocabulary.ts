// The words the flows share: what can happen, what a flow may want done, which questions can stand.
// Buttons, typed words and rich-menu taps all become one of these events before a flow sees them.

import type { RemarkKey } from './vocabulary-keys.ts';
import type { CallEffect, ChatEffect, StaffAct } from './vocabulary-staff.ts';
import type { BookingIntent, SmallTalk } from './vocabulary-words.ts';

export type { PromptKey, RemarkKey } from './vocabulary-keys.ts';

/** A JST day `YYYY-MM-DD`. */
type Day = string;
/** A JST time `HH:mm`. */
type Time = string;

/** The four conditions of 第2条 that she can judge herself. */
export const conditions = ['registration', 'support', 'myPage', 'device'] as const;
export type Condition = (typeof conditions)[number];

/** What the last look lets her change. */
export const fields = ['name', 'jobNumber', 'phone', 'date', 'companion'] as const;
export type Field = (typeof fields)[number];
/** What she types of herself. */
export type Detail = Extract<Field, 'name' | 'jobNumber' | 'phone'>;

/** Questions that people ask in between. */
export const topics = [
  'eligibility',
  'jobNumber',
  'zoom',
  'place',
  'recording',
  'cost',
  'cancel',
  'children',
  'privacy',
] as const;
export type Topic = (typeof topics)[number];

/** Why staff cannot take a request: a code, never free text. */
export const declineReasons = ['timeUnavailable', 'notEligible', 'visitInstead', 'duplicate'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What somebody in need writes about. `child`: harm to a child; `weary`: 「もう無理」 and no more. */
export const crises = ['violence', 'child', 'life', 'weary'] as const;
export type Crisis = (typeof crises)[number];

/** What a person did. */
type Act =
  | { type: 'followed'; again: boolean }
  | { type: 'said'; text: string }
  | { type: 'sent.unreadable'; kind: string }
  | { type: 'apply.asked' }
  | { type: 'booking.asked' }
  | { type: 'questions.asked' }
  /** `guessed`: from a word in a sentence that asks nothing. */
  | { type: 'question.picked'; topic: Topic; guessed?: true }
  | { type: 'phone.asked' }
  /** What to have ready for a consultation. */
  | { type: 'preparation.asked' }
  /** What is on record of her shall be deleted. */
  | { type: 'deletion.asked' }
  /** She cannot get in, and named no booking: the rich menu and typed words know none. */
  | { type: 'trouble.asked' }
  /** Words of violence at home, of not wanting to live, or of having no strength left (D13). */
  | { type: 'crisis.told'; kind: Crisis }
  | { type: 'intent.written'; intent: BookingIntent; besides?: BookingIntent }
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
  | { type: 'companion.answered'; companion: boolean }
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
  | { type: 'withdraw.asked'; booking: string; version: number }
  | { type: 'trouble.told'; booking: string }
  | { type: 'absence.told'; booking: string }
  | { type: 'late.told'; booking: string };

/** What the world answered to an effect, within the same turn. `facts` are for the words only. */
type Answer =
  | { type: 'kept' }
  | { type: 'kept.doubtfully' }
  | { type: 'not.kept'; reason: string }
  | {
      type: 'apply.possible';
      consent: Consent;
      known: boolean;
      resume: Resume | null;
      companion: boolean | null;
    }
  | { type: 'apply.blocked' }
  | { type: 'rechoose.possible'; companion: boolean }
  | { type: 'booking.open' }
  | { type: 'booking.settled' }
  | { type: 'booking.withdrawn' }
  /** It is the hour of her consultation: what she sent has been answered and passed on as a sign of life. */
  | { type: 'hour.hers' }
  /** `kind`: what was sent, null for words; `topic`: what these seemed to be about. */
  | { type: 'hour.others'; kind: string | null; topic: Topic | null }
  | { type: 'wish.day'; day: Day }
  | { type: 'wish.slot'; day: Day; time: Time }
  | { type: 'wish.unclear'; reason: string; facts: Facts }
  | { type: 'day.open' }
  | { type: 'slot.free' }
  /** `day`: the one that was judged, where she named it in her own words. */
  | { type: 'slot.refused'; dayOpen: boolean; day?: Day; reason: string; facts: Facts }
  /** Taken back with its message: it is asked again. `known`: what is asked now lies in the draft still. */
  | { type: 'detail.gone'; field: Detail }
  | { type: 'detail.known' }
  | { type: 'request.accepted' }
  | { type: 'request.refused'; because: 'slot' | 'details' | 'other'; reason: string; facts: Facts }
  | { type: 'numbers.read'; complete: boolean }
  | { type: 'numbers.unclear'; reason: string }
  /** Staff were talking to each other. */
  | { type: 'numbers.absent' }
  /**
   * Details that her conversation rests on are gone; told before her next message is handled. `known`: those on
   * record are whole.
   */
  | { type: 'draft.expired'; known: boolean };

export type FlowEvent = Act | StaffAct | Answer;

export type Consent = 'missing' | 'changed' | 'given';

/** The first question that is still open where she left a form half filled in; `slot`: her details are whole. */
export type Resume = 'jobNumber' | 'phone' | 'slot';

/** Flat facts that a sentence needs: days, times, reasons. Never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a flow wants done. The shell carries these out, in order, inside the turn's transaction. */
export type Effect =
  | { type: 'remark'; key: RemarkKey; facts?: Facts }
  | {
      type: 'begin';
      consent: Consent;
      known: boolean;
      resume: Resume | null;
      companion: boolean | null;
      moves: BookingRef | null;
    }
  | { type: 'recordConsent'; wording: string }
  | { type: 'recordEligibility' }
  | { type: 'keepName'; text: string }
  | { type: 'keepJobNumber'; text: string }
  | { type: 'keepNoJobNumber' }
  | { type: 'keepPhone'; text: string }
  | { type: 'correctDetail'; field: Detail; text: string | null }
  | { type: 'dropDraft' }
  | { type: 'readWish'; text: string; day: Day | null; moves: BookingRef | null }
  | { type: 'checkDay'; day: Day; moves: BookingRef | null }
  | { type: 'checkSlot'; day: Day; time: Time; moves: BookingRef | null }
  | { type: 'submitRequest'; day: Day; time: Time; companion: boolean; moves: BookingRef | null }
  | { type: 'lookBeforeApplying' }
  | { type: 'lookBeforeRechoosing'; booking: string; version: number }
  | { type: 'lookBeforeWithdrawing'; booking: string; version: number }
  | { type: 'withdrawRequest'; booking: string; version: number }
  | { type: 'showBooking' }
  | { type: 'askDeletion' }
  /** `booking` null: the consultation that she has now. */
  | { type: 'tellStaff'; news: 'trouble' | 'absence' | 'late'; booking: string | null }
  /** `inForm`: she is asking for a consultation, and has none yet as a rule. */
  | { type: 'answerIntent'; intent: BookingIntent; besides: BookingIntent | null; inForm?: true }
  /** Something came that nobody can read for sure: `kind`, null for words; `topic`: what they may be about. */
  | { type: 'lookAtContactWindow'; kind: string | null; topic: Topic | null }
  | { type: 'askRoom'; booking: string; version: number }
  | { type: 'askDeclineReason'; booking: string; version: number }
  | { type: 'confirmInRoom'; booking: string; version: number; room: string }
  | { type: 'confirmWithNumbers'; booking: string; version: number }
  | { type: 'declineRequest'; booking: string; version: number; reason: DeclineReason }
  | { type: 'showContact'; booking: string }
  | { type: 'lookBeforeTyping'; booking: string; version: number }
  | { type: 'readNumbers'; text: string; only: 'any' | 'passcode' }
  | { type: 'addRoom'; text: string }
  | { type: 'listRooms' }
  | { type: 'listPending' }
  | { type: 'invite' }
  | ChatEffect
  | CallEffect;

/** The request that is moved to another time instead of making a new one. */
export type BookingRef = { booking: string; version: number };
