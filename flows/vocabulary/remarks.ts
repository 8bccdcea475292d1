// Every sentence that is said once and leaves the question open: what becomes of that question, and which facts the
// sentence needs. The words stand in `src/messages`.
import type { Condition, Crisis, SmallTalk, Topic } from './lists.ts';
import { isOffer, type WishFacts, type WishReason } from './wish-reasons.ts';

/**
 * What becomes of the open question. `then`: it is asked after it. `missed`: its answer was not understood, and it is asked
 * again in other words. `aside`: something else was answered, and it comes again in few words. `alone`: nothing is asked in
 * the same breath.
 */
export type RemarkKind = 'then' | 'missed' | 'aside' | 'alone';

type NoFacts = Readonly<Record<never, never>>;
type Declared<Facts> = { readonly kind: RemarkKind; readonly facts?: Facts };

const remark = <Facts extends object = NoFacts>(kind: RemarkKind): Declared<Facts> => ({ kind });

type Refused = { reason: string };
type WishRefused = WishFacts & { readonly reason: WishReason };

export const remarks = {
  greeting: remark<{ again: boolean }>('then'),
  /** `kind`: what was sent. */
  unreadable: remark<{ kind: string }>('missed'),
  notUnderstood: remark('missed'),
  alreadyApplying: remark('then'),
  /** A time that was offered beside bad news, pressed before the day is asked. */
  slotNoted: remark<{ day: string; time: string }>('then'),
  withoutConsent: remark('then'),
  missingCondition: remark<{ condition: Condition }>('then'),
  nameRefused: remark<Refused>('missed'),
  jobNumberRefused: remark<Refused>('missed'),
  phoneRefused: remark<Refused>('missed'),
  again: remark('then'),
  noBackFromHere: remark('then'),
  quit: remark('then'),
  draftExpired: remark('then'),
  takenUp: remark('then'),
  thanks: remark<{ how: SmallTalk }>('then'),
  slotRefused: remark<WishRefused>('then'),
  wishUnclear: remark<WishRefused>('missed'),
  /** `kept`: what was taken down; `later`: the rest is asked for later. */
  restNotKept: remark<{ kept: string; later: boolean }>('then'),
  notSentYet: remark<{ moving: boolean }>('then'),
  /** `staff`: in the admin chat. */
  oldButton: remark<{ staff: boolean }>('then'),
  requestRefused: remark<WishRefused>('then'),
  bookingGone: remark('then'),
  notWithdrawn: remark('then'),
  questions: remark('aside'),
  answer: remark<{ topic: Topic }>('aside'),
  phone: remark('aside'),
  preparation: remark('aside'),
  why: remark('aside'),
  terms: remark('aside'),
  /** D13: whoever is in need is not asked for a date in the next breath. */
  crisis: remark<{ kind: Crisis }>('alone'),
  /** In a one-to-one chat, where nobody else can be meant. */
  staffNotUnderstood: remark('then'),
} as const;

export type RemarkKey = keyof typeof remarks;
export type RemarkFacts = { [K in RemarkKey]: NonNullable<(typeof remarks)[K]['facts']> };

/** Those that need no facts. */
export type PlainRemark = {
  [K in RemarkKey]: keyof RemarkFacts[K] extends never ? K : never;
}[RemarkKey];

/** A remark with its facts, where it has some. */
export type Remark = {
  [K in RemarkKey]: K extends PlainRemark ? { key: K } : { key: K; facts: RemarkFacts[K] };
}[RemarkKey];

/** What is free is offered in place of the question. */
export const standsForQuestion = (remark: Remark): boolean =>
  (remark.key === 'slotRefused' || remark.key === 'wishUnclear') && isOffer(remark.facts.reason);
