// What she lets staff know about her consultation: kept in its history with the time at which she did it, and told to
// staff once for each kind, never in her words.

import { type ConsultationPhase, contactWindowBegins, phaseOf } from '../../booking/consultation-phase.ts';
import { type PersonNotice, personNotices } from '../../booking/person-notices.ts';
import { moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { notifyStaff, promiseToStaff } from '../../outbox/notify.ts';
import { isPushed } from '../../outbox/staff-pushes.ts';
import { nameOfNotice } from '../../outbox/waiting-news.ts';
import { holding } from '../../records/bookings.ts';
import { isRecorded } from '../../records/contact-window.ts';
import { bookingsWithUntold, recordNotice } from '../../records/notices.ts';
import {
  mustNotBeCalled,
  ofItself,
  type PastNotice,
  pastNoticesOf,
  situationOf,
  takenBackBy,
} from '../../records/past-notices.ts';
import { complete, readDetails } from '../../records/personal-data.ts';
import { quiet, type Told, untold } from '../../records/told.ts';
import type { Turn } from '../turn.ts';

/** Who says one thing and takes it back again and again is asked to call. */
const timesAtMost = 3;

/** A sign of life adds nothing to what staff have heard at the hour already. */
const isSignOnly: ReadonlySet<PersonNotice> = new Set(['contact', 'numbers']);

/** Whether it is what they were `told` last, the newest first. */
function isKnown(kind: PersonNotice, booking: Booking, told: readonly PastNotice[]): boolean {
  if (isSignOnly.has(kind)) return told.some(({ at }) => at >= contactWindowBegins(booking));
  const same = kind === 'absenceWritten' ? [kind, 'absence'] : [kind];
  const others: readonly string[] = takenBackBy[kind] ?? [];
  const newest = told.find(({ event }) => same.includes(event) || others.includes(event));
  return newest !== undefined && same.includes(newest.event);
}

/** What becomes of one of them: see `Told`. `isOnCard`: it stands on the card that goes to staff now. */
type Outcome = { kind: PersonNotice; told: Told; isOnCard: boolean };

/**
 * Keeps it and puts a card for staff on its way, unless they have it already. 'nobody': there is no chat to tell, or its
 * card would wait for the next word of staff; 'overtaken': she has said otherwise since.
 */
export const tellNotice = async (
  turn: Turn,
  booking: Booking,
  kind: PersonNotice,
  past: PastNotice[],
): Promise<Told> => (await tellEach(turn, booking, [kind], past)).get(kind) ?? 'before';

/** The same of what she said in one message, on one card. */
export async function tellEach(
  turn: Turn,
  booking: Booking,
  kinds: readonly PersonNotice[],
  past: PastNotice[],
): Promise<Map<PersonNotice, Told>> {
  const isAgainst = (kind: PersonNotice) => isAgainstRecordOf(booking, kind, past, turn.now);
  const unsettled = past.map((one) => ({ ...one, told: one.told && !one.isSettled }));
  const said = kinds.map((kind) => ({
    kind,
    openPrompt: standingOf(turn, booking, kind, isSignOnly.has(kind) && !isAgainst(kind) ? past : unsettled),
  }));
  const fresh = said.filter(({ openPrompt }) => openPrompt === 'fresh').map(({ kind }) => kind);
  const about = fresh.find((kind) => kind === 'noPhone') ?? fresh[0];
  const isAgainstRecord = fresh.some(isAgainst);
  const isUrgent = isAgainstRecord || fresh.some((kind) => needsSomebodyNow(kind, booking, turn.now));
  const when = { startsAt: booking.startsAt, ...(isAgainstRecord && { isAgainstRecord }) };
  // Of several that come together the one that is pushed decides for all.
  const isPushedNow = (kind: PersonNotice) => isPushed({ about: kind, ...when }, turn.now);
  const pushed = about === 'noPhone' ? about : (fresh.find(isPushedNow) ?? about);
  const promised =
    pushed === undefined ? 'no' : await promiseToStaff(turn, { about: pushed, ...when }, isUrgent);
  const isHeard = promised !== 'no';
  const outcomes: Outcome[] = [];
  for (const one of said) outcomes.push(await keepOne(turn, booking, one, { past, isHeard }));
  const onCard = outcomes.filter(({ isOnCard }) => isOnCard).map(({ kind }) => kind);
  const [first, ...rest] = onCard;
  if (first !== undefined) {
    const messages = await cardFor(turn, booking, [first, ...rest], past);
    const notice = {
      about: onCard.find((kind) => kind === pushed) ?? first,
      booking: booking.id,
      ...when,
      at: turn.happenedAt,
      messages,
    };
    // What waits is a line for each.
    const kindsTold = promised === 'waits' ? onCard : [notice.about];
    for (const kind of kindsTold)
      await notifyStaff(turn, { ...notice, about: kind, ...(promised === 'pushed' && { counted: true }) });
  }
  return new Map(outcomes.map(({ kind, told }) => [kind, told]));
}

/**
 * Staff recorded otherwise before its end, so that nobody waits for her, and this is news against it. A word from somebody who had
 * told us that she cannot come is none.
 */
const isAgainstRecordOf = (
  booking: Booking,
  kind: PersonNotice,
  past: readonly PastNotice[],
  now: Date,
): boolean => isRecorded(booking, now) && !(isSignOnly.has(kind) && situationOf(past) === 'absent');

/** On the day of her consultation these may use what is kept of the month's messages: nobody else can help her. */
const needsSomebody: ReadonlySet<PersonNotice> = new Set([
  'trouble',
  'waiting',
  'inside',
  'callMe',
  'absence',
  'absenceWritten',
]);
/** Staff may call somebody on any day. */
const needsSomebodyNow = (kind: PersonNotice, { startsAt }: Booking, now: Date): boolean =>
  kind === 'noPhone' || kind === 'inNeed' || (needsSomebody.has(kind) && dayOf(startsAt) === dayOf(now));

/** `fresh`: staff have to hear it. `known`: it is what they heard last. */
type Standing = 'fresh' | 'known' | 'overtaken' | 'tooOften';

function standingOf(turn: Turn, booking: Booking, kind: PersonNotice, past: readonly PastNotice[]): Standing {
  const told = past.filter((one) => one.told);
  // What they have not heard yet may say otherwise, and they would be left with that.
  const heardOrDue = kind === 'noPhone' ? past.filter(({ isQuiet }) => !isQuiet) : past;
  if (isKnown(kind, booking, told) && isKnown(kind, booking, heardOrDue)) return 'known';
  const others: readonly string[] = takenBackBy[kind] ?? [];
  if (told.some(({ event, at }) => others.includes(event) && at > turn.happenedAt)) return 'overtaken';
  // How often she asks for a call is limited already, and only that makes a ban on calls new again.
  if (kind === 'noPhone') return 'fresh';
  return told.filter(({ event }) => event === kind).length >= timesAtMost ? 'tooOften' : 'fresh';
}

/** `isHeard`: what is fresh goes to staff now. */
async function keepOne(
  turn: Turn,
  booking: Booking,
  { kind, openPrompt }: { kind: PersonNotice; openPrompt: Standing },
  { past, isHeard }: { past: PastNotice[]; isHeard: boolean },
): Promise<Outcome> {
  if (openPrompt === 'known') {
    // Staff were not told of the call that she asked for since, but it was the last that she said.
    // And what they heard of another booking is kept with this one, too.
    if (kind === 'noPhone' && !mustNotBeCalled(ofItself(past))) await keepNotice(turn, booking, kind);
    return { kind, told: 'before', isOnCard: false };
  }
  const isRepeated =
    kind !== 'noPhone' && past.filter(({ event }) => event === kind).length >= 2 * timesAtMost;
  const isTold = openPrompt === 'fresh' && isHeard;
  const because = openPrompt === 'fresh' ? untold : quiet;
  if (isTold || !isRepeated) await keepNotice(turn, booking, kind, isTold ? null : because);
  if (openPrompt === 'overtaken') return { kind, told: 'overtaken', isOnCard: false };
  // What waits for staff already is not put there again for each message.
  const isWaiting = isRepeated || isKnown(kind, booking, past);
  const isOnCard = openPrompt === 'fresh' && (isTold || !isWaiting);
  return { kind, told: isTold ? 'now' : 'nobody', isOnCard };
}

/** In the history, when it happened. `because`: why it is told to nobody; null: it is told. */
export const keepNotice = (
  { tx, happenedAt, message }: Turn,
  booking: Booking,
  kind: PersonNotice,
  because: typeof quiet | typeof untold | null = quiet,
): Promise<void> => recordNotice(tx, booking, { kind, at: happenedAt, message, ...(because && { because }) });

/** As many cards as go out with what else a new admin chat is told. */
const untoldAtOnce = 3;

/**
 * For a new admin chat: the newest that people let us know of consultations still ahead while nobody was there to hear.
 * Answers with what was said, by `nameOfNotice`.
 */
export async function sayUntold(turn: Turn): Promise<string[]> {
  const bookings = await bookingsWithUntold(turn.tx, turn.now);
  const past = await pastNoticesOf(
    turn.tx,
    bookings.map(({ id }) => id),
  );
  const unheard = bookings.flatMap((booking) => {
    const all = past.get(booking.id) ?? [];
    const newest = ofItself(all).find(({ event }) => event !== 'active');
    const kind = newest?.told === false && personNotices.find((one) => one === newest.event);
    return newest && kind ? [{ booking, kind, at: newest.at, all }] : [];
  });
  const said = unheard.slice(0, untoldAtOnce);
  for (const { booking, kind, at, all } of said) {
    const then = { ...turn, happenedAt: at };
    turn.reply(...(await cardFor(then, booking, [kind], all, false)));
    await keepNotice(then, booking, kind, null);
  }
  return said.map(({ booking, kind }) => nameOfNotice(kind, booking.id));
}

/** A message that was held for less is not late. */
const lateMs = 2 * 60_000;

const isLate = ({ now, happenedAt }: Turn): boolean => now.getTime() - happenedAt.getTime() >= lateMs;

const mayBeReadmitted: ReadonlySet<string> = new Set(['cancelled', 'declined']);

/** `isDelayed`: LINE held it back. */
async function cardFor(
  turn: Turn,
  booking: Booking,
  kinds: readonly [PersonNotice, ...PersonNotice[]],
  past: readonly PastNotice[],
  isDelayed = isLate(turn),
): Promise<Message[]> {
  const details = complete(await readDetails(turn.tx, turn.sealer, booking.personId));
  // Before its end: 連絡なし, or that it was cancelled.
  const isOpen = holding.some((state) => state === booking.state);
  const recorded = !isOpen && turn.now < booking.endsAt ? booking.state : null;
  const person = {
    id: booking.id,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: details?.name ?? '',
    confirmed: booking.state === 'confirmed' || isRecorded(booking, turn.now) ? booking.version : null,
    ended: mayBeReadmitted.has(booking.state) && turn.now < booking.startsAt ? booking.version : null,
  };
  const noCall = mustNotBeCalled([...kinds.map((event) => ({ event })), ...past]);
  const at = { hour: phaseOf(booking, turn.now), isDelayed, noCall, recorded };
  return turn.words.newsForStaff(kinds, person, moment(turn.happenedAt), at);
}

/** By the clock as it is now, whatever it was when she wrote. */
const phaseNow = (booking: Booking, { now }: Turn): ConsultationPhase =>
  booking.state === 'confirmed' || booking.state === 'inProgress' || isRecorded(booking, now)
    ? phaseOf(booking, now)
    : 'over';

/**
 * How near it is for what is said now. That ten minutes have passed is said only where they had passed when she wrote,
 * nobody was in touch before and no start was recorded.
 */
export function phaseFor(booking: Booking, past: readonly PastNotice[], turn: Turn): ConsultationPhase {
  const hour = phaseNow(booking, turn);
  if (hour !== 'overdue') return hour;
  return ofItself(past).length === 0 && phaseOf(booking, turn.happenedAt) === 'overdue' ? 'overdue' : 'begun';
}
