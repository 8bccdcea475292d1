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

/**
 * `request`: the first row of its history. `wish`: to move what is agreed on; nothing of it changes. `picked`, `pickedInstead`: a time that
 * staff proposed is taken, by a request or instead of what is agreed on, and a room is free then: it is confirmed at once.
 */
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
  propose: { person: 'offered', staff: null, after: undoSeconds },
  recall: { person: 'offerRecalled', staff: null, after: undoSeconds },
  // No room is free then: staff confirm it.
  pick: { person: 'receipt', staff: 'request' },
  picked: { person: 'confirmed', staff: 'offerTaken' },
  pickedInstead: { person: 'moved', staff: 'offerTaken' },
  refuse: { person: null, staff: 'offerRefused' },
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
  repropose: nothing,
  // No way leads to it yet.
  finish: nothing,
} as const satisfies Record<BookingEvent['type'] | 'request' | 'wish' | 'picked' | 'pickedInstead', Heard>;

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
  offerEnd: { person: 'offerLapsed', staff: 'offerLapsed' },
  // What the decision says: see the steps.
  tell: nothing,
  // A slot that was held for a caller is free again.
  hold: nothing,
} as const satisfies Record<string, Heard>;
