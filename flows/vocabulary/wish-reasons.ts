// Why a wish for a day and time, or a whole request, is not simply taken; and the facts that tell it.

/**
 * `refused`: it cannot be had. `unclear`: it was not understood, or says too little. `offered`: it left a choice, and
 * what is free is offered in place of the question.
 */
export const wishReasons = {
  past: 'refused',
  closedDay: 'refused',
  sameDay: 'refused',
  notOpenYet: 'refused',
  tooLate: 'refused',
  arrivedLate: 'refused',
  outsideHours: 'refused',
  offGrid: 'refused',
  closedThen: 'refused',
  dayFull: 'refused',
  halfFull: 'refused',
  noDays: 'refused',
  taken: 'refused',
  detailsGone: 'refused',
  openBooking: 'refused',
  alreadyDecided: 'refused',
  sameSlot: 'refused',
  suspended: 'refused',
  noSuchDay: 'unclear',
  noSuchTime: 'unclear',
  timeOnly: 'unclear',
  unsuited: 'unclear',
  notUnderstood: 'unclear',
  twoDays: 'offered',
  someDays: 'offered',
  someTimes: 'offered',
} as const;
export type WishReason = keyof typeof wishReasons;

export const isOffer = (reason: WishReason): boolean => wishReasons[reason] === 'offered';

/** Flat, and nothing personal. Days and times are JST. */
export type WishFacts = {
  readonly day?: string;
  readonly time?: string;
  /** Open days near the one that was asked for. */
  readonly near?: readonly string[];
  /** What may be chosen. */
  readonly days?: readonly string[];
  readonly times?: readonly string[];
  /** There are other times to show. */
  readonly more?: boolean;
  /** Why the day is closed, and the name of a holiday. */
  readonly why?: string;
  readonly holiday?: string;
  readonly opensOn?: string;
  readonly cutOffDay?: string;
  readonly cutOffTime?: string;
  /** 来週, or a span that begins or ends on a day. */
  readonly dateRange?: string;
  readonly begins?: string;
  readonly ends?: string;
  readonly half?: string;
  /** By when it has to be over. */
  readonly until?: string;
  readonly earliest?: boolean;
  /** Days were named that do not suit. */
  readonly without?: boolean;
};
