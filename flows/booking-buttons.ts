// Which buttons staff have on the card of a booking, by its state. Beside the chart of its life, and held against it by a test.
import type { StateValueFrom } from 'xstate';
import type { BookingEvent, booking } from './booking.ts';

export type BookingStateName = StateValueFrom<typeof booking>;

/** `step`: the step of the booking's life that it leads to; without one it only shows something. */
export const buttonKinds = {
  confirm: { step: 'confirm' },
  decline: { step: 'decline' },
  contact: { step: null },
} as const satisfies Record<string, { step: BookingEvent['type'] | null }>;

export type BookingButton = keyof typeof buttonKinds;

/** At most five, in their order on the card. */
export const buttonsIn = {
  requested: ['confirm', 'decline', 'contact'],
  proposed: ['decline', 'contact'],
  confirmed: ['contact'],
  inProgress: ['contact'],
  done: [],
  withdrawn: ['contact'],
  declined: ['contact'],
  expired: ['contact'],
  cancelled: ['contact'],
  noShow: ['contact'],
  byPhone: [],
} as const satisfies Record<BookingStateName, readonly BookingButton[]>;
