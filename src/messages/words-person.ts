// What is said to a person beside questions and remarks. `opensAt`: when staff see it; null while the office is open.
import type { BookingIntent, Field, Opinion } from '../../flows/vocabulary.ts';
import type { ConsultationPhase } from '../booking/consultation-phase.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type {
  Absence,
  BookingShownAt,
  BookingView,
  CallsWish,
  HowItWas,
  InContactWindow,
  Unchanged,
} from './facts.ts';
import type { Offered, OfferLapsed, OfferOver, OfferShown } from './facts-offers.ts';
import type { OnRecord } from './facts-staff.ts';
import type { Message } from './message.ts';

type Say<Facts extends readonly unknown[]> = (...facts: Facts) => Message[];
type OfBooking = Say<[view: BookingView, office: Office]>;
type OfOffice = Say<[office: Office]>;
type Heard = Say<[office: Office, opensAt: Moment | null]>;

export interface PersonWords {
  readonly privacyNotice: OfOffice;
  readonly restarted: Say<[office: Office, typed?: boolean]>;
  readonly apology: OfOffice;
  readonly perhapsAgain: Say<[]>;
  readonly takenBack: Say<[fields: readonly Field[]]>;
  readonly corrected: Say<[field: Field, isKept: boolean]>;
  readonly detailUnchanged: Say<[field: Unchanged, office: Office]>;

  // A request and a booking.
  readonly receipt: Say<
    [view: BookingView, staffSeeItAt: Moment | null, office: Office, moved?: boolean, isUnseen?: boolean]
  >;
  readonly answerLate: OfBooking;
  readonly alreadyReceived: OfBooking;
  /** A free time that was offered was pressed while a booking is open; that one is shown with it. */
  readonly timeNotAskedFor: Say<[]>;
  readonly withdrawn: OfBooking;
  /** `isSuspended`: the person cannot ask for a consultation here. */
  readonly noBooking: Say<[office: Office, isSuspended?: boolean]>;
  /** The person cannot ask for a consultation here. */
  readonly callInstead: OfOffice;
  readonly bookingShown: Say<[view: BookingView, office: Office, at?: BookingShownAt]>;
  readonly confirmed: OfBooking;
  readonly numbersChanged: OfBooking;
  readonly calendarLink: Say<[slot: Slot, link: string, minutes: number]>;
  /** No page can be reached. */
  readonly calendarByHand: Say<[slot: Slot]>;
  readonly earlyReminderSet: Say<[wanted: boolean]>;
  readonly reminderDaysBefore: Say<[view: BookingView, office: Office, today: string]>;
  readonly reminderDayBefore: Say<[view: BookingView, office: Office, today?: string]>;
  readonly reminderSoon: OfBooking;
  /** `free`: times that can be asked for instead. */
  readonly declined: Say<[view: BookingView, reason: string | null, office: Office, free?: readonly Slot[]]>;
  readonly moved: OfBooking;
  readonly wishReceived: Say<
    [view: BookingView, wish: { to: Slot; until: Moment; isUnseen: boolean }, office: Office]
  >;
  readonly wishRefused: OfBooking;
  readonly wishLapsed: OfBooking;
  /** Other times, as buttons: pushed, and shown with the booking. */
  readonly offered: Say<[view: BookingView, offer: Offered, office: Office]>;
  readonly offerRecalled: OfBooking;
  readonly offerLapsed: Say<[view: BookingView, lapsed: OfferLapsed, office: Office, free?: readonly Slot[]]>;
  /** Before the confirmation, or the new time. */
  readonly offerTaken: Say<[]>;
  /** `offer`: with the times that are left. */
  readonly offerGone: Say<[view: BookingView, offer: OfferShown, office: Office]>;
  readonly offerRefused: Say<[view: BookingView, refused: OfferLapsed, office: Office]>;
  readonly offerOver: Say<[over: OfferOver, office: Office]>;
  readonly cancelled: Say<[view: BookingView, reason: string | null, office: Office, free?: readonly Slot[]]>;
  readonly expired: Say<[view: BookingView, office: Office, free?: readonly Slot[]]>;
  /** `was`: the state in which it was over; null where nobody knows any more. */
  readonly readmitted: Say<[view: BookingView, was: string | null, office: Office]>;

  // Around a consultation.
  /** It took place, and that person says thanks. */
  readonly thanksForComing: Say<
    [office: Office, isSuspended?: boolean, next?: { state: string; slot: Slot } | null]
  >;
  /** Asked once, beside another answer. */
  readonly howItWas: Say<[facts: HowItWas]>;
  readonly opinionKept: Say<[opinion: Opinion, office: Office]>;
  /** That person was not asked about it. */
  readonly opinionUnknown: Say<[]>;
  readonly dayAhead: Say<[intent: BookingIntent, office: Office]>;
  readonly troubleTold: Heard;
  readonly troubleNotYet: Say<[view: BookingView, office: Office, noCall?: boolean]>;
  /** On the evening before: staff hear of it by then. */
  readonly lateKept: Say<[view: BookingView, office: Office, noCall?: boolean]>;
  /** A wish for a call on the day of the consultation, before its hour. */
  readonly callWishTold: OfOffice;
  readonly lateNotYet: Say<[view: BookingView, office: Office, noCall?: boolean]>;
  /** While one runs. */
  readonly noNextYet: OfOffice;
  readonly troubleWithoutBooking: OfOffice;
  readonly toldAlready: OfOffice;
  readonly nobodyHears: Heard;
  readonly absenceTold: Say<[office: Office, opensAt: Moment | null, noCall?: boolean]>;
  readonly inContactWindow: Say<[view: BookingView, facts: InContactWindow, office: Office]>;
  readonly phoneBusy: Say<[view: BookingView, office: Office, opensAt: Moment | null]>;
  readonly lateOffered: Say<[view: BookingView, office: Office, noCall?: boolean]>;
  readonly lateTold: Say<[hour: ConsultationPhase, office: Office, opensAt: Moment | null]>;
  readonly absenceOffered: Say<[view: BookingView, facts: Absence, office: Office]>;
  readonly comingTold: Say<[view: BookingView, office: Office, opensAt: Moment | null]>;
  readonly comingExpected: OfBooking;
  readonly comingAfterEnding: Say<
    [view: BookingView, office: Office, how: { isNew: boolean; opens: Moment | null }]
  >;
  readonly ofCallsTold: Say<[view: BookingView, office: Office, wish: CallsWish]>;
  readonly numbersAgain: Say<[view: BookingView, office: Office, isAbsent?: boolean]>;

  // A chat that becomes the one of somebody who booked by telephone.
  readonly linked: Say<[]>;
  readonly linkedAlready: Say<[]>;
  /** In the chat that the person had before. */
  readonly linkedElsewhere: OfOffice;
  readonly linkWrong: OfOffice;
  readonly linkUnclear: Say<[]>;
  readonly linkStopped: OfOffice;
  readonly linkNotJoined: OfOffice;

  /** Beside the answer to words of danger: what staff hear of them. */
  readonly inNeedTold: Say<[]>;

  // What is on record.
  readonly deletionAsked: Say<[office: Office, onRecord: OnRecord, opensAt: Moment | null, noCall?: boolean]>;
  readonly deletionAskedAlready: OfOffice;
  readonly deletionByPhone: OfOffice;
}
