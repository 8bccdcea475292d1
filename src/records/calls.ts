// What people must hear and LINE did not bring, until somebody has told them or it was sent again: one call each.
import { addHours } from 'date-fns/addHours';
import { dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { withPerson } from './bookings.ts';
import { type CallAuthor, lastAct, type PastAct, writeCallStep } from './call-steps.ts';

/** After nobody answered. */
const hoursAway = 2;

const isOpen = { state: 'open' } as const;
const isDue = (now: Date) => ({ ...isOpen, dueAt: { lte: now } });

/** With whose it is; the name is sealed (personal-data.ts). */
const shown = {
  person: { select: { id: true, name: true, chatId: true, blockedAt: true } },
  booking: { include: withPerson },
} as const;
export type Call = Prisma.CallGetPayload<{ include: typeof shown }>;

const oldestDueFirst = [{ dueAt: 'asc' as const }, { id: 'asc' as const }];

/** Those that are due, `take` of them after `skip`, and how many there are. */
export async function dueCalls(
  tx: Tx,
  now: Date,
  { skip, take }: { skip: number; take: number },
): Promise<{ calls: Call[]; count: number }> {
  const where = isDue(now);
  const calls = await tx.call.findMany({ where, orderBy: oldestDueFirst, skip, take, include: shown });
  // Asked anew, the number might be of one more than stands in the list.
  const isEnd = calls.length < take && (calls.length > 0 || skip === 0);
  return { calls, count: isEnd ? skip + calls.length : await countDueCalls(tx, now) };
}

export const countDueCalls = (tx: Tx, now: Date): Promise<number> => tx.call.count({ where: isDue(now) });

/** How many come back later, for nobody answered, and when the first of them does. */
export async function callsAway(tx: Tx, now: Date): Promise<{ count: number; from: Date | null }> {
  const { _count, _min } = await tx.call.aggregate({
    where: { ...isOpen, dueAt: { gt: now } },
    _count: true,
    _min: { dueAt: true },
  });
  return { count: _count, from: _min.dueAt };
}

/** Those that staff were not shown today, at most so many: each day begins with all that are open. */
export const callsToShow = (tx: Tx, now: Date, take: number): Promise<Call[]> =>
  tx.call.findMany({
    where: { ...isDue(now), OR: [{ shownAt: null }, { shownAt: { lt: startOfDay(dayOf(now)) } }] },
    orderBy: oldestDueFirst,
    take,
    include: shown,
  });

/** One that comes back later is new then. */
export async function noteCallsShown(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.call.updateMany({ where: { id: { in: [...ids] }, ...isDue(now) }, data: { shownAt: now } });
}

/** Of a list that can be turned over all of them are shown. */
export async function noteDueCallsShown(tx: Tx, now: Date): Promise<void> {
  await tx.call.updateMany({ where: isDue(now), data: { shownAt: now } });
}

/** Null: there is none, such as for a forged button. */
export const findCall = (tx: Tx, id: string): Promise<Call | null> =>
  tx.call.findUnique({ where: { id }, include: shown });

/** `id`: of the message that did not arrive. `shownAt`: staff are told at once. */
type NewCall = Pick<Call, 'personId' | 'bookingId' | 'about' | 'reason'> & { id?: string; shownAt?: Date };

/** False: this one is on record already, or one that is open says the same. */
export async function openCall(tx: Tx, call: NewCall, now: Date): Promise<boolean> {
  const row = { ...call, createdAt: now, dueAt: now };
  const { count } = await tx.call.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}

/** Whether staff have one like this to follow up, or (`told`) have followed it up. */
export async function isCalled(
  tx: Tx,
  like: Pick<Call, 'personId' | 'bookingId'> & ({ about: string } | { reason: string }),
  states: readonly ('open' | 'told')[],
): Promise<boolean> {
  return (await tx.call.findFirst({ where: { ...like, state: { in: [...states] } } })) !== null;
}

/** Whether nobody has told its person yet that it is over. */
export async function isEndUntold(tx: Tx, bookingId: string): Promise<boolean> {
  const about = { in: ['declined', 'cancelled', 'expired'] };
  return (await tx.call.findFirst({ where: { bookingId, about, ...isOpen } })) !== null;
}

/** The person has it in LINE by now: nobody has to be called about the numbers of this booking. */
export async function closeAsRead(tx: Tx, bookingId: string, now: Date): Promise<void> {
  const about = { in: ['confirmed', 'numbersChanged'] };
  await tx.call.updateMany({
    where: { bookingId, about, reason: 'noLine', ...isOpen },
    data: { state: 'linked', closedAt: now },
  });
}

/** What they say of a booking is said anew, or is not so any more: a newer message, or call, takes their place. */
const ofDecisions = [
  'confirmed',
  'declined',
  'cancelled',
  'moved',
  'numbersChanged',
  'wishRefused',
  'wishLapsed',
  'expired',
  'readmitted',
  'offered',
  'offerRecalled',
  'offerLapsed',
];

/** Nobody is to read out what was decided before the last decision. */
export async function closeOutdated(tx: Tx, bookingId: string, now: Date): Promise<void> {
  await tx.call.updateMany({
    where: { bookingId, about: { in: ofDecisions }, ...isOpen },
    data: { state: 'outdated', closedAt: now },
  });
}

export type Closing = 'told' | 'resent';

/** `before`: who was faster, and how; null: there is no such call. */
export type Pressed = { isFirst: true; dueAt: Date } | { isFirst: false; before: PastAct | null };

/** Of several who press at once one wins. */
export async function closeCall(tx: Tx, id: string, how: Closing, author: CallAuthor): Promise<Pressed> {
  const { count } = await tx.call.updateMany({
    where: { id, ...isOpen },
    data: { state: how, closedAt: author.at },
  });
  if (count === 0) return { isFirst: false, before: await pastAct(tx, id) };
  await writeCallStep(tx, id, how, author);
  return { isFirst: true, dueAt: author.at };
}

/** Nobody answered: again in two hours. `tries`: as the card or page showed it, so that one press counts once. */
export async function putOffCall(
  tx: Tx,
  { id, tries }: { id: string; tries: number },
  author: CallAuthor,
): Promise<Pressed> {
  const dueAt = addHours(author.at, hoursAway);
  const { count } = await tx.call.updateMany({
    where: { id, tries, ...isOpen },
    data: { tries: tries + 1, dueAt, shownAt: null },
  });
  if (count === 0) return { isFirst: false, before: await pastAct(tx, id) };
  await writeCallStep(tx, id, 'away', author);
  return { isFirst: true, dueAt };
}

/** What somebody did with it last, and how it stands; null: there is no such call. */
export async function pastAct(tx: Tx, id: string): Promise<PastAct | null> {
  const call = await tx.call.findUnique({ where: { id } });
  if (call === null) return null;
  const act = await lastAct(tx, id);
  // Closed before its steps were kept.
  if (call.state !== 'open' && act?.how !== call.state)
    return { how: call.state, at: call.closedAt, staff: null, dueAt: null };
  const dueAt = act?.how === 'away' ? call.dueAt : null;
  return { ...(act ?? { how: 'open', at: null, staff: null }), dueAt };
}
