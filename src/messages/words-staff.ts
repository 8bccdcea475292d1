// What is said to staff beside questions and remarks.
import type { ConsultationOutcome } from '../../flows/booking-buttons.ts';
import type { Hit } from '../booking/closures.ts';
import type { PersonNotice } from '../booking/person-notices.ts';
import type { Moment } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { Day } from '../core/jst.ts';
import type { AdminChatView } from '../records/chat-views.ts';
import type { CallFacts, CallList, CallOutcome, CannotSend } from './facts-calls.ts';
import type {
  ClosureAsked,
  ClosureFacts,
  ClosureLifted,
  ClosureList,
  Hits,
  NoClosure,
  UnclearClosure,
} from './facts-closures.ts';
import type { MoveCheck, MoveDays, MoveReason, MoveTimes } from './facts-moves.ts';
import type { OfferAsked, OfferDays, OffersAsked, OffersMade, OfferTimes } from './facts-offers.ts';
import type { CounsellorChoice, PeopleList, PersonCard, SuspensionAsked } from './facts-people.ts';
import type { AnswerDue, MorningFacts, NoSign, WaitingFacts } from './facts-quiet.ts';
import type {
  ResendUndone,
  Room,
  RoomCard,
  RoomChoice,
  RoomLeft,
  RoomList,
  RoomResend,
  RoomResent,
  RoomRow,
} from './facts-rooms.ts';
import type {
  AlreadyDecided,
  BookingCard,
  Brief,
  Consultee,
  DayList,
  Notice,
  NoticeTime,
  NumbersAsked,
  NumbersCheck,
  NumbersCorrection,
  PendingList,
  UnrecordedList,
  Whose,
} from './facts-staff.ts';
import type { Message } from './message.ts';
import type { PhoneWords } from './words-phone.ts';

type Say<Facts extends readonly unknown[]> = (...facts: Facts) => Message[];
type OfNotice = Say<[notice: Notice]>;
type OfChat = Say<[chat: AdminChatView]>;
type Plain = Say<[]>;
type Named = Brief & { name: string | null };
/** At the head of the cards that follow. */
type Head = Say<[count: number, shown: number]>;

export interface StaffWords extends PhoneWords {
  // Requests.
  readonly answerDue: Say<
    [request: Named & Pick<Whose, 'suspended'> & { promised: Moment; oneRoom: Room | null }]
  >;
  readonly answersDue: Say<[rows: readonly AnswerDue[], count: number]>;
  readonly morning: Say<[facts: MorningFacts]>;
  readonly helping: Say<[help: Named & { by: string | null; at: Moment }]>;
  readonly noSign: Say<[booking: NoSign]>;
  /** `hit`: by a closure. */
  readonly whichRoom: Say<
    [rooms: readonly RoomChoice[], brief: Named & Pick<Whose, 'suspended'> & { hit?: Hit | null }]
  >;
  readonly meetingInUse: Say<[other: Notice & { room: string | null }]>;
  readonly whyDecline: Say<[whose: Whose]>;
  readonly dayList: Say<[days: DayList, today: Moment]>;
  readonly unrecordedList: Say<[list: UnrecordedList]>;
  readonly pendingList: Say<[pending: PendingList, now: Moment]>;
  readonly bookingCard: Say<[card: BookingCard, now: Moment]>;
  readonly contactLink: Say<[notice: Notice, link: string, how: { minutes: number; noCall: boolean }]>;
  readonly contactOver: Say<[days: number]>;
  readonly contactWithoutPage: Plain;
  readonly alreadyDecided: Say<[decided: AlreadyDecided, now: Date]>;
  readonly requestMoved: OfNotice;
  readonly requestUnknown: Plain;
  readonly receiptUnknown: Plain;
  readonly numbersGone: Say<[brief: Brief]>;
  readonly numbersReplaced: Plain;
  readonly numbersTakenBack: Plain;
  readonly numbersCheck: Say<[numbers: NumbersCheck]>;
  readonly numbersUnclear: Say<[reason: string]>;
  readonly whyCancel: Say<[whose: Whose]>;
  readonly whyCorrect: Say<[whose: Named, outcome: ConsultationOutcome]>;
  readonly moveDays: Say<[move: MoveDays]>;
  readonly moveReason: Say<[move: MoveReason]>;
  readonly moveTimes: Say<[move: MoveTimes]>;
  readonly moveCheck: Say<[move: MoveCheck]>;
  readonly offerAsked: Say<[asked: OfferAsked]>;
  readonly offersAsked: Say<[asked: OffersAsked]>;
  readonly offersMade: Say<[made: OffersMade]>;
  readonly offerDays: Say<[offer: OfferDays]>;
  readonly offerTimes: Say<[offer: OfferTimes]>;
  readonly moveSlotGone: Say<[isClosed: boolean]>;
  readonly notReadmitted: Say<[because: 'past' | 'closed' | 'taken' | 'openBooking']>;
  readonly whichNumbers: Say<[rooms: readonly RoomChoice[], asked: NumbersAsked]>;
  readonly numbersCorrection: Say<[numbers: NumbersCorrection]>;
  readonly numbersAsBefore: Say<[brief: Brief]>;
  readonly numbersTooLate: Say<[brief: Brief]>;

  // What persons let staff know, and what did not arrive.
  readonly newsForStaff: Say<
    [kinds: readonly [PersonNotice, ...PersonNotice[]], person: Consultee, at: Moment, now: NoticeTime]
  >;
  readonly callCard: Say<[call: CallFacts]>;
  readonly callList: Say<[calls: CallList, now: Moment]>;
  readonly callPageLink: Say<
    [notice: Notice | null, link: string, how: { minutes: number; noCall: boolean }]
  >;
  readonly callClosed: Say<[how: 'told' | 'resent']>;
  readonly callPutOff: Say<[again: Moment, now: Moment]>;
  /** Null: there is no such call. */
  readonly callActedBefore: Say<[outcome: CallOutcome | null, now: Moment]>;
  readonly callNotSent: Say<[why: CannotSend, noCall?: boolean]>;
  readonly waitingNews: Say<[waiting: WaitingFacts, today: string]>;

  /** `anybody`: some chat is alerted. */
  readonly pushesSet: Say<[on: boolean, anybody: boolean]>;
  /** `today`: a JST day. */
  readonly staffHelp: Say<[today: Day]>;

  // Closures, and days with fewer counsellors.
  readonly closureAsked: Say<[asked: ClosureAsked]>;
  /** `mayOffer`: other times can be proposed to some whom it hits. */
  readonly closureCard: Say<
    [card: { closure: ClosureFacts; hits: Hits; lead: 'made' | null; mayOffer?: boolean }, now: Moment]
  >;
  readonly closureList: Say<[list: ClosureList]>;
  readonly whichClosure: Say<[day: string, closures: readonly ClosureFacts[]]>;
  readonly closureLifted: Say<[lifted: ClosureLifted]>;
  readonly closureDropped: Say<[day: string]>;
  readonly closedAlready: Say<[closure: ClosureFacts, now: Moment]>;
  readonly liftedBefore: Say<[closure: ClosureFacts, lifted: { by: string | null; at: Moment }, now: Moment]>;
  readonly closureUnclear: Say<[because: UnclearClosure, day?: string]>;
  readonly noClosure: Say<[no: NoClosure]>;

  // People, and who of them is to call instead.
  readonly peopleList: Say<[people: PeopleList]>;
  readonly searchUnclear: Plain;
  readonly searchOver: Plain;
  readonly personCard: Say<[card: PersonCard, now: Moment]>;
  readonly personGone: Plain;
  readonly whySuspend: Say<[asked: SuspensionAsked]>;
  readonly suspendUntilWhen: Say<[asked: SuspensionAsked]>;
  readonly suspendAgain: Say<[asked: SuspensionAsked]>;
  readonly whichCounsellor: Say<
    [choices: readonly CounsellorChoice[], brief: Named & { now: string | null }]
  >;
  readonly counsellorTaken: Say<[name: string]>;
  readonly counsellorAway: Plain;
  readonly registerLink: Say<[month: string, link: string, minutes: number]>;
  readonly registerUnclear: Plain;
  readonly registerWithoutPage: Plain;

  // Rooms, invitations and the admin chats themselves.
  readonly roomList: Say<[rooms: RoomList]>;
  readonly roomCard: Say<[room: RoomCard, now: Moment]>;
  readonly roomAdded: Say<[name: string]>;
  readonly roomUnclear: Say<[reason: string]>;
  readonly roomChanged: Say<[name: string, isChanged: boolean, left: readonly RoomLeft[]]>;
  readonly roomResendAsked: Say<[room: RoomResend]>;
  readonly roomResent: Say<[sent: RoomResent]>;
  readonly resendUndone: Say<[outcome: ResendUndone]>;
  readonly roomKept: Say<[name: string, count: number, left: readonly RoomLeft[]]>;
  readonly roomNotFound: Say<[reason: string]>;
  readonly roomGone: Plain;
  readonly roomRemovalAsked: Say<[room: RoomRow]>;
  readonly roomRemoved: Say<[name: string, coming: number, by: string | null]>;
  readonly invitation: Say<[code: string, until: Moment]>;
  readonly joinedGroup: Plain;
  readonly enrolled: Say<[isPerson?: boolean, others?: boolean]>;
  readonly wrongCode: Plain;
  readonly wrongCodeAlone: Say<[office: Office]>;
  readonly enrolmentStopped: Plain;
  readonly staffApology: Plain;
  readonly chatEnrolled: OfChat;
  readonly chatList: Head;
  readonly chatCard: OfChat;
  readonly endChatAsked: OfChat;
  readonly chatEnded: Say<[chat: AdminChatView, by: string | null]>;
  readonly chatNotThere: Plain;
  readonly endChatTooSoon: Say<[chat: AdminChatView, until: Moment]>;
  readonly chatFarewell: Plain;
  readonly memberJoined: Say<[names: readonly string[], count: number]>;
}
