// Everything a flow may want done, once each: what it needs to know, and what it may be answered with. The shell carries
// effects out in order, inside the turn's transaction; `src/conversation/effects/` has a handler for each.

import type { Choices } from './choices.ts';
import type { Day, FlowEvent, Time } from './events.ts';
import type { BookingIntent, Detail, SmallTalk, Topic } from './lists.ts';
import { type PersonEffects, personActs } from './person-acts.ts';
import type { Remark } from './remarks.ts';
import type { Consent, Result, Resume } from './results.ts';
import { type StaffEffects, staffActs } from './staff-events.ts';

/** The request that is moved to another time instead of making a new one. */
export type BookingRef = { booking: string; version: number };

type Nothing = Record<never, never>;
type ResultType = Result['type'];

type Declared<Params, Answers extends readonly ResultType[]> = ((_: unknown, params: Params) => void) & {
  /** An answer of its own: the open question comes again in few words. */
  readonly isAside: boolean;
  /** One of these comes back within the turn; none: nobody waits. */
  readonly answers: Answers;
};

/** An effect is only named by a flow: to XState it is an action that does nothing. */
const declare = <Params, const Answers extends readonly ResultType[]>(
  isAside: boolean,
  answers: Answers,
): Declared<Params, Answers> =>
  Object.assign((_: unknown, _params: Params): void => {}, { isAside, answers });

const effect = <Params extends object = Nothing>() => declare<Params, []>(false, []);
const aside = <Params extends object = Nothing>() => declare<Params, []>(true, []);
/** The state that names it waits for one of these answers. */
const question =
  <Params extends object = Nothing>() =>
  <const Answers extends readonly ResultType[]>(...answers: Answers) =>
    declare<Params, Answers>(false, answers);

/** Those of what staff do: nobody waits for them. */
const ofStaffActs = Object.fromEntries(
  Object.values(staffActs).flatMap(({ does }) => (does === null ? [] : [[does, effect()]])),
) as unknown as { [Name in keyof StaffEffects]: Declared<StaffEffects[Name], []> };

/** Those of what a person does wherever the conversation stands. */
const ofPersonActs = Object.fromEntries(
  Object.values(personActs).map(({ does }) => [does, aside()]),
) as unknown as { [Name in keyof PersonEffects]: Declared<PersonEffects[Name], []> };

export const effects = {
  // The engine itself does these two.
  remark: effect<Remark>(),
  begin: effect<{
    consent: Consent;
    known: boolean;
    resume: Resume | null;
    choices: Choices | null;
    moves: BookingRef | null;
    wish: { day: Day; time: Time } | null;
  }>(),

  recordConsent: effect<{ wording: string }>(),
  recordEligibility: effect(),
  keepName: question<{ text: string }>()('kept', 'not.kept'),
  keepJobNumber: question<{ text: string }>()('kept', 'kept.doubtfully', 'not.kept'),
  keepNoJobNumber: effect(),
  keepPhone: question<{ text: string }>()('kept', 'not.kept'),
  correctDetail: effect<{ field: Detail; text: string | null }>(),
  dropDraft: effect(),
  readWish: question<{ text: string; day: Day | null; moves: BookingRef | null }>()(
    'wish.day',
    'wish.slot',
    'wish.unclear',
    'slot.refused',
  ),
  checkDay: question<{ day: Day; moves: BookingRef | null }>()('day.open', 'slot.refused'),
  checkSlot: question<{ day: Day; time: Time; moves: BookingRef | null }>()('slot.free', 'slot.refused'),
  submitRequest: question<{ day: Day; time: Time; choices: Choices; moves: BookingRef | null }>()(
    'request.accepted',
    'request.refused',
  ),
  checkCanApply: question<{ wish: { day: Day; time: Time } | null }>()(
    'apply.possible',
    'apply.blocked',
    'apply.suspended',
  ),
  checkCanMove: question<BookingRef>()('rechoose.possible', 'booking.alreadyDecided', 'apply.suspended'),
  checkCanWish: question<BookingRef>()('rechoose.possible', 'booking.alreadyDecided', 'apply.suspended'),
  checkCanWithdraw: question<BookingRef>()('booking.open', 'booking.alreadyDecided'),
  withdrawRequest: question<BookingRef>()('booking.withdrawn', 'booking.alreadyDecided'),
  /** At the counter, where it may be for a consultation. */
  answerThanks: effect<{ how: SmallTalk }>(),
  /** `booking` null: the consultation that she has now. */
  tellStaff: aside<{ notice: 'trouble' | 'absence' | 'late'; booking: string | null }>(),
  /** `inForm`: she is asking for a consultation, and has none yet as a rule. */
  answerIntent: aside<{ intent: BookingIntent; besides: readonly BookingIntent[]; inForm?: true }>(),
  /** Something came that nobody can read for sure: `kind`, null for words; `topic`: what they may be about. */
  lookAtContactWindow: question<{ kind: string | null; topic: Topic | null }>()(
    'contact.kept',
    'contact.none',
  ),

  ...ofPersonActs,
  ...ofStaffActs,
} as const;

export type EffectName = keyof typeof effects;
export type EffectParams<T extends EffectName> = Parameters<(typeof effects)[T]>[1];

/** An effect as the shell gets it. */
export type Effect = { [T in EffectName]: { type: T } & EffectParams<T> }[EffectName];

/** What must come back from it; undefined where nobody waits. */
export type EffectAnswer<T extends EffectName> = (typeof effects)[T]['answers'] extends readonly []
  ? undefined
  : Extract<FlowEvent, { type: (typeof effects)[T]['answers'][number] }>;
