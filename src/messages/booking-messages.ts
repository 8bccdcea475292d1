// What goes out at each step of a booking's life, and by which timer: to the person, and to every chat of the staff. Nothing
// else does but the answer in the chat in which somebody acted. Whoever adds a step says it here: the compiler asks for it, and
// test/conversation/booking-messages.test.ts holds it against what is sent.
import type { BookingEvent } from '../../flows/booking.ts';
import { undoSeconds } from '../booking/undo-time.ts';
import type { About } from './kinds.ts';

/**
 * By the names of `kinds.ts`; null: that side hears nothing, or what it did itself is answered in its chat. `after`: so many
 * seconds later, for until then staff can take it back (booking/undo-time.ts).
 */
type Heard = { person: About | null; staff: About | null; after?: number };

const nothing: Heard = { person: null, staff: null };

/** `request`: the first row of its history. `wish`: to move what is agreed on; nothing of it changes. */
export const messagesOfSteps = {
  request: { person: 'receipt', staff: 'request' },
  move: { person: 'receipt', staff: 'request' },
  withdraw: { person: null, staff: 'withdrawn' },
  confirm: { person: 'confirmed', staff: null, after: undoSeconds },
  decline: { person: 'declined', staff: null, after: undoSeconds },
  cancel: { person: 'cancelled', staff: null, after: undoSeconds },
  wish: { person: 'receipt', staff: 'moveWish' },
  keep: { person: 'wishRefused', staff: null, after: undoSeconds },
  reschedule: { person: 'moved', staff: null, after: undoSeconds },
  renumber: { person: 'numbersChanged', staff: null, after: undoSeconds },
  expire: { person: 'expired', staff: 'expired' },
  // Its time is over: whoever was there knows it.
  close: nothing,
  // What staff record of a consultation is never sent.
  start: nothing,
  attend: nothing,
  phone: nothing,
  miss: nothing,
  absent: nothing,
  reopen: nothing,
  resume: nothing,
  // Its person was told that it is over. Where that was not told either, nothing is.
  readmit: { person: 'readmitted', staff: null, after: undoSeconds },
  // Taken back before anybody was told.
  undo: nothing,
  unconfirm: nothing,
  unmake: nothing,
  declineAgain: nothing,
  cancelAgain: nothing,
  expireAgain: nothing,
  // No way leads to these yet.
  propose: nothing,
  pick: nothing,
  finish: nothing,
} as const satisfies Record<BookingEvent['type'] | 'request' | 'wish', Heard>;

/** Of timers that take no step. `nudge`, `wishNudge`: an hour before the promise; `promise`: it was not kept. */
export const messagesOfTimers = {
  nudge: { person: null, staff: 'nudge' },
  wishNudge: { person: null, staff: 'nudge' },
  promise: { person: 'answerLate', staff: null },
  daysBefore: { person: 'reminderEarly', staff: null },
  dayBefore: { person: 'reminder', staff: null },
  soon: { person: 'reminder', staff: null },
  dayMenu: nothing,
  wishEnd: { person: 'wishLapsed', staff: 'wishUnanswered' },
  // What the decision says: see the steps.
  tell: nothing,
  // A slot that was held for a caller is free again.
  hold: nothing,
} as const satisfies Record<string, Heard>;
