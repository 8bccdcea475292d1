// What the words for staff need to know.
import type { BookingButton, BookingStateName } from '../../flows/booking-buttons.ts';
import type { Choices } from '../../flows/vocabulary.ts';
import type { ClosedBecause } from '../booking/calendar.ts';
import type { Hit } from '../booking/closures.ts';
import type { ConsultationPhase } from '../booking/consultation-phase.ts';
import type { PersonNotice } from '../booking/person-notices.ts';
import type { Moment, Slot } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { SameNumber } from '../records/same-number.ts';
import type { ClosureFacts } from './facts-closures.ts';
import type { OfferOnCard } from './facts-offers.ts';
import type { BookingOrigin } from './facts-phone.ts';
import type { Room } from './facts-rooms.ts';

/** Which booking is meant, without anything personal. */
export type Notice = { receipt: string; slot: Slot };
export type Brief = Notice & { id: string; version: number };
/** How its person hears of a decision: `blocked` and `noLine` by telephone. */
export type Reach = 'line' | 'blocked' | 'noLine';
/** Whose it is, for a card that asks what to decide. `noCall`: LINE does not reach that person, who must not be called either. */
export type Whose = Brief & {
  name: string | null;
  reach: Reach;
  noCall?: boolean | undefined;
  /** 利用見合わせ stands. `lastDay` null: without an end. */
  suspended?: { lastDay: string | null } | null;
};
/** `isOtherPasscode`: the room has another one. */
type MeetingShown = { meetingId: string; passcode: string; room: string | null; isOtherPasscode?: boolean };
/** What a confirmed booking has, and what it would get. */
export type NumbersCorrection = Whose & {
  before: MeetingShown | null;
  after: MeetingShown;
  isClose: boolean;
  mark: string;
  told?: TellsNumbers;
};
/** With what its person hears of other numbers: in a confirmation, or a new time, that nobody was told of yet. */
export type TellsNumbers = 'confirm' | 'reschedule' | 'renumber';
/** `room`: in which it is now. `isNamed`: the office names its counsellors. */
export type NumbersAsked = Whose & { room: string | null; isNamed?: boolean; told?: TellsNumbers };
/** Numbers as they were typed for a booking. `name`: whose it is. `mark`: what its button carries (records/numbers-draft.ts). */
export type NumbersCheck = Brief & {
  name: string | null;
  suspended?: Whose['suspended'];
  meetingId: string;
  passcode: string;
  /** Whose numbers they are, where they are a room's. */
  room?: string | null;
  /** That room has another one. */
  isOtherPasscode?: boolean;
  isClose?: boolean;
  mark: string;
  /** By a closure. */
  hit?: Hit | null;
};

/** Who is at it, when somebody cannot get in. `by`: null where LINE told no name. */
export type Helping = { by: string | null; at: Moment };

/**
 * One booking in a list. `promised`: by when its person was to hear. `notice`: what she told last of coming or not. `hit`: how a closure
 * hits it.
 */
export type ListRow = {
  id: string;
  slot: Slot;
  name: string | null;
  state: string;
  room: string | null;
  choices: Choices;
  promised: Moment;
  notice: { kind: PersonNotice; at: Moment } | null;
  helping?: Helping | null;
  /** The time that its person wishes for instead. */
  wish: Slot | null;
  /** Other times are proposed: until when one can be taken. */
  offered?: Moment | null;
  hit: Hit | null;
  /** Null where the office names none. */
  counsellor?: string | null;
  /** Left out: from LINE, and nothing to say of it. */
  origin?: Pick<BookingOrigin, 'source' | 'isUntold'>;
};

/** `hasMore`: there are others behind these. */
type ListPage = { page: number; count: number; rows: readonly ListRow[]; hasMore: boolean };
/** `offered`: those for which other times are proposed, the first of them; none of them waits for staff. */
export type PendingList = ListPage & { offered?: readonly ListRow[] };
/** `days`: so long ago. */
export type UnrecordedRow = ListRow & { days: number };
export type UnrecordedList = Omit<ListPage, 'rows'> & { rows: readonly UnrecordedRow[] };
/** JST days, both inclusive. `calls`: how many are open. */
export type DayList = ListPage & {
  from: Day;
  until: Day;
  pending: { count: number; overdue: number };
  calls: number;
  /** Of one day: why nobody works on it, by the calendar. */
  dayOff?: ClosedBecause | undefined;
  /** Those of these days that stand. */
  closures: readonly ClosureFacts[];
  /** Held for people on the telephone. */
  onPhone?: readonly Slot[];
  /** Held for those to whom they are proposed. */
  proposed?: readonly Slot[];
  /** Of earlier days, on the list of today: the first of them, and how many there are. */
  unrecorded?: { count: number; rows: readonly UnrecordedRow[] };
};

/**
 * What is said above a booking's card. `requested`, `requestMoved`, `picked`, `bookedByPhone`, `wished`: news. `recorded`, `recordTakenBack`: just now. `amend`: what else could be recorded. `decided`: just now, and its person is told in
 * a minute; `AtOnce`: told already, as far as LINE takes it; `Unreachable`: LINE does not reach that person. `undoneLast`: what was decided before it
 * is told at once. `undoneLate`: a wish whose time is over is answered at once. `atTheHour`: it is too late
 * for what was pressed. `meetingTaken`: another booking has its room by now, so that nothing can be taken back. `otherBooking`: nor
 * where its person has another one by now. `backOntoClosed`: it would come back to a day that is closed. `changedSince`: the card that was pressed is an old one.
 */
export type CardLead =
  | 'requested'
  | 'requestMoved'
  | 'picked'
  | 'bookedByPhone'
  | 'wished'
  | 'recorded'
  | 'recordTakenBack'
  | 'amend'
  | 'decided'
  | 'decidedAtOnce'
  | 'decidedUnreachable'
  | 'undone'
  | 'undoneLast'
  | 'undoneLate'
  | 'toldAlready'
  | 'changedSince'
  | 'atTheHour'
  | 'meetingTaken'
  | 'otherBooking'
  | 'backOntoClosed'
  | 'readmitted'
  | 'counsellorChanged';

/** All that staff see of one booking in their chat. `step`, `by`, `since`: the last one of its life, who took it, and when; of a request, who asked. */
export type BookingCard = Brief & {
  state: BookingStateName;
  name: string | null;
  by: string | null;
  since: Moment;
  step: string;
  choices: Choices;
  isNumberUnknown: boolean;
  sameNumber: readonly SameNumber[];
  isBlocked: boolean;
  promised: Moment | null;
  isOverdue: boolean;
  notice: ListRow['notice'];
  helping?: Helping | null;
  hit: ListRow['hit'];
  noCall: boolean;
  /** The time that its person wishes for instead. */
  wish: Slot | null;
  /** Other times that are proposed. */
  offer?: OfferOnCard | null;
  /** The last decision is told then; null: it was. */
  tellAt: Moment | null;
  /** What became of telling it; null: nobody knows yet, or it was no decision. */
  told: { how: 'sent' | 'byPhone' | 'lost'; at: Moment } | null;
  /** Why it was declined or cancelled, a code; null: neither. */
  reason: string | null;
  /** `room` null: numbers of its own. `isClose`: the booking before or after it there is near. */
  meeting: { room: string | null; isRemoved: boolean; isClose: boolean } | null;
  /** In which one press confirms it. */
  oneRoom: Room | null;
  /** How many consultations became what, and when the last of them was. */
  past: { done: number; byPhone: number; noShow: number; absent: number };
  lastAt: Moment | null;
  /** When a wish to move it ended without an answer; nothing has come of it since. */
  wishLapsed?: Moment | null;
  origin: BookingOrigin;
  buttons: readonly BookingButton[];
  lead: CardLead | null;
  person: string;
  /** 利用見合わせ stands: its last day, null without an end. */
  suspended?: { lastDay: string | null } | null;
  counsellor?: string | null;
};

/** Who decided about a request first, for the second of two staff. `by`: null where LINE told no name. */
export type AlreadyDecided = {
  receipt: string;
  state: string;
  by: string | null;
  at: { day: string; time: string };
};

/**
 * Whose consultation a notice is about. `confirmed`: its version while it is agreed on, for buttons that decide; else null. `ended`: the
 * same of one that staff have cancelled or declined and can take again.
 */
export type Consultee = Notice & {
  id: string;
  name: string;
  confirmed: number | null;
  ended?: number | null;
};

/**
 * `hour`: how near it is now. `isDelayed`: LINE delivered it late. `noCall`: she must not be called. `recorded`: the state that staff
 * recorded before its end.
 */
export type NoticeTime = {
  hour: ConsultationPhase;
  isDelayed: boolean;
  noCall: boolean;
  recorded?: string | null;
};

/** What there is of a person. `open`: a request or a booking that is not over. */
export type OnRecord = 'nothing' | 'open' | 'over';

/** In full, on the page that staff open from their chat. */
export type ContactDetails = Notice & { name: string; jobNumber: string | null; phone: string };
/** `isSpelt`: read letter by letter. */
export type ContactFact = { label: string; value: string; isPhone?: true; isSpelt?: true };
