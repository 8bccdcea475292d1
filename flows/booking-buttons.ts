// Which buttons staff have on the card of a booking, by its state. Beside the chart of its life, and held against it by a test.
import type { StateValueFrom } from 'xstate';
import type { BookingEvent, booking } from './booking.ts';

export type BookingStateName = StateValueFrom<typeof booking>;

/** `step`: the steps of the booking's life that it may lead to; null: it only shows something. */
export const buttonKinds = {
  confirm: { step: ['confirm'] },
  decline: { step: ['decline'] },
  cancel: { step: ['cancel'] },
  readmit: { step: ['readmit'] },
  move: { step: ['reschedule'] },
  /** The time that its person wishes for. */
  grant: { step: ['reschedule'] },
  keepAsItIs: { step: ['keep'] },
  /** Other times, of which its person may take one. */
  propose: { step: ['propose'] },
  recall: { step: ['recall'] },
  /** Other numbers, or another room. */
  numbers: { step: ['renumber'] },
  contact: { step: null },
  attended: { step: ['start', 'attend'] },
  byPhone: { step: ['phone'] },
  missed: { step: ['miss'] },
  absent: { step: ['absent'] },
  reopened: { step: ['resume', 'reopen'] },
  /** Instead of all others, while its person has not been told of the last decision. */
  undo: {
    step: ['undo', 'unconfirm', 'unmake', 'declineAgain', 'cancelAgain', 'expireAgain', 'repropose'],
  },
  /** What else can be recorded instead. */
  amend: { step: null },
  /** 利用見合わせ, of its person. */
  suspend: { step: null },
  /** A code, so that the person has the booking in LINE. */
  link: { step: null },
  /** The next one with the same person. */
  next: { step: null },
} as const satisfies Record<string, { step: readonly BookingEvent['type'][] | null }>;

export type BookingButton = keyof typeof buttonKinds;

/** At most five, in their order on the card. */
export const buttonsIn = {
  requested: ['confirm', 'propose', 'decline', 'contact'],
  proposed: ['recall', 'decline', 'contact'],
  confirmed: ['cancel', 'move', 'numbers', 'contact'],
  inProgress: ['next', 'amend', 'contact'],
  unrecorded: ['attended', 'byPhone', 'missed', 'absent', 'contact'],
  done: ['next', 'amend'],
  withdrawn: ['contact'],
  declined: ['readmit', 'contact'],
  expired: ['readmit', 'contact'],
  cancelled: ['next', 'readmit', 'contact'],
  noShow: ['attended', 'byPhone', 'next', 'suspend', 'amend'],
  absent: ['attended', 'byPhone', 'next', 'suspend', 'amend'],
  byPhone: ['next', 'amend'],
} as const satisfies Record<BookingStateName, readonly BookingButton[]>;

/**
 * While the last decision can be taken back. Who cancels on the telephone may take another time at once, and what was taken among
 * the requests again can be decided on.
 */
export function buttonsUntold(state: BookingStateName): readonly BookingButton[] {
  if (state === 'requested') return ['confirm', 'undo', 'decline', 'contact'];
  return state === 'cancelled' ? ['undo', 'next', 'contact'] : ['undo', 'contact'];
}

/** Of one that is confirmed and whose person wishes for another time; 日時を変える stands behind 別の日時を提案. */
export const buttonsWished = [
  'grant',
  'propose',
  'keepAsItIs',
  'cancel',
  'contact',
] as const satisfies readonly BookingButton[];

/** Of one that is confirmed and for which other times are proposed. */
export const buttonsOffered = [
  'recall',
  'move',
  'cancel',
  'contact',
] as const satisfies readonly BookingButton[];

/** Of one that is confirmed and that a closure hits. */
export const buttonsHit = [
  'propose',
  'cancel',
  'move',
  'numbers',
  'contact',
] as const satisfies readonly BookingButton[];

/** A card has five. */
const mostButtons = 5;

/**
 * Of one whose person LINE does not reach, or who perhaps has another LINE account. Where the card is full of the answers to a wish, any
 * other time waits until that is answered: a person who hears nothing does not.
 */
export const withLink = (buttons: readonly BookingButton[]): readonly BookingButton[] => {
  const kept = buttons.length < mostButtons ? buttons : buttons.filter((button) => button !== 'move');
  return kept.length < mostButtons ? [...kept, 'link'] : buttons;
};

/** Of one that is confirmed, from a quarter of an hour before its start: how it goes. `isOverdue`: ten minutes have passed. */
export const buttonsAtTheHour = (isOverdue: boolean): readonly BookingButton[] =>
  isOverdue
    ? ['attended', 'byPhone', 'missed', 'absent', 'contact']
    : ['attended', 'byPhone', 'absent', 'contact'];

export const outcomes = ['attended', 'byPhone', 'missed', 'absent', 'reopened'] as const;
/** What staff record of a consultation; `reopened`: that the record was wrong. */
export type ConsultationOutcome = (typeof outcomes)[number] & BookingButton;
