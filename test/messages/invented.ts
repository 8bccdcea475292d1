// Invented people, bookings and facts for the words.
import { buttonsIn } from '../../flows/booking-buttons.ts';
import {
  allChoices,
  choices,
  fields,
  mapTable,
  type PromptKey,
  type RemarkFacts,
} from '../../flows/vocabulary.ts';
import { readOffice } from '../../src/config/office.ts';
import type { BookingView, PromptFacts } from '../../src/messages/facts.ts';
import type { BookingCard, CardLead } from '../../src/messages/facts-staff.ts';

export const office = readOffice('hamamatsu', 'offices');

/** Words that must never stand where a lock screen shows them. */
export const secrets = {
  name: '浜名 はなこ',
  jobNumber: '99999-8765432',
  phone: '090-8888-7777',
  meetingId: '98765432101',
  passcode: 'Pw3cret',
};

export const slot = { day: '2026-12-01', time: '10:00', until: '10:45' };
export const now = new Date('2026-11-25T10:05:00+09:00');
export const moment = { day: '2026-11-24', time: '09:00' };
const details = { name: secrets.name, jobNumber: secrets.jobNumber, phone: secrets.phone };
export const brief = { id: '0190a6e0-0000-7000-8000-000000000001', version: 3, receipt: '2611-0042', slot };

/** In what ways somebody hears of a decision. */
export const reaches = ['line', 'blocked', 'noLine'] as const;

export const view = (state: string): BookingView => ({
  ...brief,
  state,
  promised: { day: '2026-11-26', time: '17:00' },
  zoom: { meetingId: secrets.meetingId, passcode: secrets.passcode },
});

/** A request as its news. */
export const card = (lead: CardLead = 'requested'): BookingCard => ({
  ...{ ...brief, state: 'requested', name: secrets.name, by: null, since: moment, step: 'request', lead },
  ...{ choices: allChoices(true), isNumberUnknown: true, isBlocked: false, isOverdue: false, noCall: false },
  ...{ notice: null, hit: null, wish: null, tellAt: null, told: null, reason: null, lastAt: null },
  promised: { day: '2026-11-30', time: '17:00' },
  ...{ meeting: null, oneRoom: null, person: brief.id, buttons: buttonsIn.requested },
  past: { done: 0, byPhone: 0, noShow: 0, absent: 0 },
  origin: {
    ...{
      source: 'line',
      hasLine: true,
      overrideReason: null,
      numbersBy: null,
      isUntold: false,
      toTell: null,
    },
  },
  sameNumber: [
    { receipt: '2612-0012', sameName: true },
    { receipt: '2612-0007', sameName: false },
  ],
});

const days = ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
export const times = ['10:00', '11:00', '14:00', '15:00'];

/** What a question's words are given. */
export const promptFacts: { [K in PromptKey]: PromptFacts[K] } = {
  menu: {},
  terms: {},
  eligibility: {},
  missingCondition: {},
  knownDetails: details,
  name: {},
  jobNumber: {},
  jobNumberDoubtful: { masked: secrets.jobNumber },
  phone: {},
  day: { days, more: true, back: true },
  time: { day: slot.day, times, moreTimes: true },
  wish: slot,
  ...mapTable(choices, () => ({})),
  review: { slot, choices: allChoices(true), details, moving: false, isWish: false },
  whichField: { fields },
  withdraw: brief,
};

/** What a remark's words are given. */
export const remarkFacts: RemarkFacts = {
  greeting: { again: false },
  unreadable: { kind: 'sticker' },
  notUnderstood: {},
  alreadyApplying: {},
  slotNoted: { day: '2026-12-04', time: '10:00' },
  withoutConsent: {},
  missingCondition: { condition: 'support' },
  nameRefused: { reason: 'notAName' },
  jobNumberRefused: { reason: 'notANumber' },
  phoneRefused: { reason: 'notANumber' },
  again: {},
  noBackFromHere: {},
  quit: {},
  draftExpired: {},
  takenUp: {},
  thanks: { how: 'noted' },
  slotRefused: { reason: 'taken' },
  wishUnclear: { reason: 'notUnderstood' },
  restNotKept: { kept: 'phone', later: true },
  notSentYet: { moving: false },
  oldButton: { staff: false },
  requestRefused: { reason: 'taken' },
  bookingGone: {},
  notWithdrawn: {},
  questions: {},
  answer: { topic: 'cost' },
  phone: {},
  preparation: {},
  why: {},
  terms: {},
  crisis: { kind: 'violence' },
  staffNotUnderstood: {},
};
