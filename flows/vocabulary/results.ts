// What an effect may be answered with.
import type { Choices } from './choices.ts';
import type { Day, Time } from './events.ts';
import type { Detail, Topic } from './lists.ts';
import type { WishFacts, WishReason } from './wish-reasons.ts';

export type Consent = 'missing' | 'changed' | 'given';

/** The first question that is still open where she left a form half filled in; `slot`: her details are whole. */
export type Resume = 'jobNumber' | 'phone' | 'slot';

/** What an effect came to, within the same turn. `facts` are for the words only. */
export type Result =
  | { type: 'kept' }
  | { type: 'kept.doubtfully' }
  | { type: 'not.kept'; reason: string }
  | {
      type: 'apply.possible';
      consent: Consent;
      known: boolean;
      resume: Resume | null;
      /** As they were answered for the booking before; null: there is none. */
      choices: Choices | null;
      /** With which day and time it begins; null: these are asked. */
      wish: { day: Day; time: Time } | null;
    }
  | { type: 'apply.blocked' }
  /** The person cannot ask for a consultation here, and has been told whom to call. */
  | { type: 'apply.suspended' }
  | { type: 'rechoose.possible'; choices: Choices }
  | { type: 'booking.open' }
  | { type: 'booking.alreadyDecided' }
  | { type: 'booking.withdrawn' }
  /** It is the hour of her consultation: what she sent has been answered and passed on as a sign of life. */
  | { type: 'contact.kept' }
  /** `kind`: what was sent, null for words; `topic`: what these seemed to be about. */
  | { type: 'contact.none'; kind: string | null; topic: Topic | null }
  | { type: 'wish.day'; day: Day }
  | { type: 'wish.slot'; day: Day; time: Time }
  | { type: 'wish.unclear'; reason: WishReason; facts: WishFacts }
  | { type: 'day.open' }
  | { type: 'slot.free' }
  /** `day`: the one that was judged, where she named it in her own words. */
  | { type: 'slot.refused'; dayOpen: boolean; day?: Day; reason: WishReason; facts: WishFacts }
  /** Taken back with its message: it is asked again. `known`: what is asked now lies in the draft still. */
  | { type: 'detail.gone'; field: Detail }
  | { type: 'detail.known' }
  | { type: 'request.accepted' }
  | {
      type: 'request.refused';
      because: 'slot' | 'details' | 'booking' | 'other';
      reason: WishReason;
      facts: WishFacts;
    }
  /**
   * Details that her conversation rests on are gone; told before her next message is handled. `known`: those on
   * record are whole.
   */
  | { type: 'draft.expired'; known: boolean };
