// Every kind of message that goes out, by the name that stands in logs and records. Whoever adds one says here what
// becomes of it when it does not arrive: the compiler asks for it.
import type { PersonNotice } from '../booking/person-notices.ts';

/**
 * To a person. `call`: staff are to tell her by telephone. `perhaps`: where she surely has not seen it and can be
 * called. `kept`: on record only.
 */
export const toPerson = {
  confirmed: 'call',
  numbersChanged: 'call',
  declined: 'call',
  cancelled: 'call',
  moved: 'call',
  wishRefused: 'call',
  wishLapsed: 'call',
  expired: 'call',
  readmitted: 'call',
  offered: 'call',
  offerRecalled: 'call',
  offerLapsed: 'call',
  // Staff are asked to decide, not to call.
  answerLate: 'kept',
  reminder: 'call',
  // The next one says the same.
  reminderEarly: 'kept',
  receipt: 'call',
  // The chat that the person had before; nobody is called at the number of the other one.
  linkedElsewhere: 'kept',
  answer: 'perhaps',
  apology: 'perhaps',
  unreadable: 'perhaps',
  // Told with the next word there.
  chatEnded: 'kept',
} as const satisfies Record<string, 'call' | 'perhaps' | 'kept'>;

type Called = { [Kind in keyof typeof toPerson]: (typeof toPerson)[Kind] extends 'call' ? Kind : never };
/** What staff tell by telephone where it could not be sent. */
export type CalledKind = Called[keyof Called];

/** Decisions of staff: once LINE has taken one, its booking's card says so. */
export const toldKinds: ReadonlySet<string> = new Set<CalledKind>([
  'confirmed',
  'numbersChanged',
  'declined',
  'cancelled',
  'moved',
  'wishRefused',
  'readmitted',
  'offered',
  'offerRecalled',
]);

/** What she lets staff know. */
const ofNews = {
  aboutCalls: 'waits',
  absence: 'waits',
  absenceWritten: 'waits',
  // Never told.
  active: 'kept',
  callMe: 'waits',
  coming: 'waits',
  contact: 'waits',
  entered: 'waits',
  inNeed: 'waits',
  inside: 'waits',
  late: 'waits',
  mayCall: 'waits',
  newPhone: 'waits',
  noPhone: 'waits',
  numbers: 'waits',
  trouble: 'waits',
  waiting: 'waits',
} as const satisfies Record<PersonNotice, 'waits' | 'kept'>;

/**
 * To an admin chat. `waits`: for the next word of staff there, as long as its booking is on record. `waitsAlone`: the
 * same, and it needs no booking. `aside`: for the next answer to a command or button; no other word brings it. `kept`: on record only.
 */
export const toStaff = {
  ...ofNews,
  /** LINE has taken what they decided. */
  told: 'aside',
  request: 'waits',
  moveWish: 'waits',
  withdrawn: 'waits',
  nudge: 'waits',
  /** Ten minutes after the start nobody has recorded anything. */
  noSign: 'waits',
  expired: 'waits',
  /** Nobody decided on a wish to move in time. */
  wishUnanswered: 'waits',
  /** What became of other times that they proposed: one was taken and is confirmed, none suits, none was taken in time. */
  offerTaken: 'waits',
  offerRefused: 'waits',
  /** Nobody has taken one, and none can be taken any more. */
  offerGone: 'waits',
  offerLapsed: 'waits',
  unreachable: 'waits',
  deletion: 'waitsAlone',
  chatEnrolled: 'waitsAlone',
  chatLeft: 'waitsAlone',
  linkRefused: 'waitsAlone',
  /** Nobody can say what it was, so it may have been any of these. */
  unreadable: 'waitsAlone',
  // The call that it speaks of stands by itself until somebody closes it.
  undelivered: 'kept',
  // It is given again with the next word.
  morning: 'kept',
  // Whoever asked asks again.
  answer: 'kept',
  apology: 'kept',
  // Told with the next word there.
  chatEnded: 'kept',
} as const satisfies Record<string, 'waits' | 'waitsAlone' | 'aside' | 'kept'>;

export type About = keyof typeof toPerson | keyof typeof toStaff;

export const isForStaff = (kind: string): kind is keyof typeof toStaff => Object.hasOwn(toStaff, kind);
export const isForPerson = (kind: string): kind is keyof typeof toPerson => Object.hasOwn(toPerson, kind);

type Waiting = {
  [Kind in keyof typeof toStaff]: (typeof toStaff)[Kind] extends 'kept' | 'aside' ? never : Kind;
};
/** What staff are told later where it could not be sent. */
export type WaitingKind = Waiting[keyof Waiting];

const isWaiting = (kind: string): kind is WaitingKind =>
  isForStaff(kind) && toStaff[kind] !== 'kept' && toStaff[kind] !== 'aside';
export const waitingKinds: readonly WaitingKind[] = Object.keys(toStaff).filter(isWaiting);
