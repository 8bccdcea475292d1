// What is said to staff beside questions and remarks.
import type { DeclineReason } from '../../flows/vocabulary.ts';
import type { PersonNotice } from '../booking/person-notices.ts';
import type { Moment } from '../booking/shown.ts';
import type { Office } from '../config/office.ts';
import type { AdminChatView } from '../records/chat-views.ts';
import type {
  AlreadyDecided,
  BookingCard,
  Brief,
  CallFacts,
  CallList,
  CallOutcome,
  CannotSend,
  Consultee,
  DayList,
  DeletionCard,
  Notice,
  NoticeTime,
  NumbersCheck,
  PendingList,
  RequestCard,
  Room,
  WaitingFacts,
} from './facts-staff.ts';
import type { Message } from './message.ts';

type Say<Facts extends readonly unknown[]> = (...facts: Facts) => Message[];
type OfNotice = Say<[notice: Notice]>;
type OfChat = Say<[chat: AdminChatView]>;
type Plain = Say<[]>;
/** At the head of the cards that follow. */
type Head = Say<[count: number, shown: number]>;

export interface StaffWords {
  // Requests.
  readonly requestCard: Say<[card: RequestCard]>;
  readonly answerDue: Say<[request: Brief & { promised: Moment }]>;
  readonly whichRoom: Say<[rooms: readonly Room[], brief: Brief]>;
  readonly whyDecline: Say<[brief: Brief]>;
  readonly dayList: Say<[days: DayList, today: Moment]>;
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
  readonly confirmedForStaff: Say<
    [request: Notice & { id: string; by: string | null; reachable: boolean; noCall?: boolean }]
  >;
  readonly declinedForStaff: Say<[request: Notice & { by: string | null; reason: DeclineReason }]>;
  readonly withdrawnForStaff: OfNotice;
  readonly expiredForStaff: Say<[request: Notice & { id: string; noCall?: boolean }]>;

  // What persons let staff know, and what did not arrive.
  readonly newsForStaff: Say<
    [kinds: readonly [PersonNotice, ...PersonNotice[]], person: Consultee, at: Moment, now: NoticeTime]
  >;
  readonly unreachable: Say<[booking: Notice & { id: string; noCall?: boolean }]>;
  readonly deletionForStaff: Say<[card: DeletionCard, office: Office]>;
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

  readonly staffHelp: Plain;

  // Rooms, invitations and the admin chats themselves.
  readonly roomList: Say<[rooms: readonly Room[]]>;
  readonly roomAdded: Say<[name: string]>;
  readonly roomUnclear: Say<[reason: string]>;
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
