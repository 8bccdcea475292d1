// What she lets staff know about her consultation: kept in its history with the time at which she did it, and told to
// staff once for each kind, never in her words.
import { type News, news } from '../../booking/bookings.ts';
import { type Hour, hourBegins, hourOf } from '../../booking/hour.ts';
import type { Tx } from '../../db/client.ts';
import type { Booking } from '../../db/generated/client.ts';
import { ja } from '../../messages/ja/index.ts';
import type { Message } from '../../messages/message.ts';
import { adminChats } from '../../staff/admin-chats.ts';
import { complete, readDetails } from '../personal-data.ts';
import { wouldBeHeldBack } from '../push-limits.ts';
import { quiet, type Told, untold } from '../told.ts';
import type { Turn } from '../turn.ts';
import { moment, receiptOf, slotOf } from '../views.ts';

/** `told`: a message to staff was put on its way with it. */
export type PastNews = { event: string; at: Date; told: boolean };

/** What she has let us know about a booking so far, the newest first. */
export const pastNews = async ({ tx }: Pick<Turn, 'tx'>, bookingId: string): Promise<PastNews[]> =>
  (await pastNewsOf(tx, [bookingId])).get(bookingId) ?? [];

/** The same of several, by booking; one without any is missing. */
export async function pastNewsOf(tx: Tx, bookingIds: readonly string[]): Promise<Map<string, PastNews[]>> {
  const steps = await tx.bookingStep.findMany({
    where: { bookingId: { in: [...bookingIds] }, event: { in: [...news] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { bookingId: true, event: true, at: true, reason: true },
  });
  const told = steps.map(({ reason, ...step }) => ({ ...step, told: reason === null }));
  return Map.groupBy(told, ({ bookingId }) => bookingId);
}

/** Of two that take each other back, the newer one counts. */
const takenBackBy: Partial<Record<News, readonly News[]>> = {
  absence: ['coming', 'late', 'entered'],
  // The button says more than words do.
  absenceWritten: ['coming', 'late', 'entered'],
  coming: ['absence', 'absenceWritten'],
  late: ['absence', 'absenceWritten'],
  trouble: ['entered'],
  waiting: ['entered'],
  inside: ['entered'],
  callMe: ['entered'],
  entered: ['trouble', 'waiting', 'inside', 'callMe', 'numbers', 'absence', 'absenceWritten'],
};

/** Staff would call her, let her in or wait for her: that she got in is news to them. */
export function wouldHelp(past: readonly PastNews[]): boolean {
  const about: readonly string[] = [...(takenBackBy.entered ?? []), 'entered'];
  const newest = past.find(({ event, told }) => told && about.includes(event));
  return newest !== undefined && newest.event !== 'entered';
}

/** Who says one thing and takes it back again and again is asked to call. */
const timesAtMost = 3;

/** A sign of life adds nothing to what staff have heard at the hour already. */
const isSignOnly: ReadonlySet<News> = new Set(['contact', 'numbers']);

/** Whether it is what they were `told` last, the newest first. */
function isKnown(kind: News, booking: Booking, told: readonly PastNews[]): boolean {
  if (isSignOnly.has(kind)) return told.some(({ at }) => at >= hourBegins(booking));
  const same = kind === 'absenceWritten' ? [kind, 'absence'] : [kind];
  const others: readonly string[] = takenBackBy[kind] ?? [];
  const newest = told.find(({ event }) => same.includes(event) || others.includes(event));
  return newest !== undefined && same.includes(newest.event);
}

/**
 * Keeps it and puts a card for staff on its way, unless they have it already. 'nobody': there is no chat to tell, or its
 * card would wait for the next word of staff; 'overtaken': she has said otherwise since.
 */
export async function tellNews(turn: Turn, booking: Booking, kind: News, past: PastNews[]): Promise<Told> {
  const told = past.filter((one) => one.told);
  if (isKnown(kind, booking, told)) return 'before';
  const others: readonly string[] = takenBackBy[kind] ?? [];
  const isOvertaken = told.some(({ event, at }) => others.includes(event) && at > turn.happenedAt);
  const isTooOften = told.filter(({ event }) => event === kind).length >= timesAtMost;
  const chats = isOvertaken || isTooOften ? [] : await adminChats(turn.tx);
  const isRepeated = past.filter(({ event }) => event === kind).length >= 2 * timesAtMost;
  const because = isOvertaken || isTooOften ? quiet : untold;
  const isHeldBack = chats.length > 0 && (await wouldBeHeldBack(turn.tx, turn.chatId, turn.now));
  const isHeard = chats.length > 0 && !isHeldBack;
  if (!isRepeated) await keepNews(turn, booking, kind, isHeard ? null : because);
  if (isOvertaken) return 'overtaken';
  // What waits for staff already is not put there again for each message.
  const isWaiting = isHeldBack && (isRepeated || isKnown(kind, booking, past));
  if (chats.length === 0 || isWaiting) return 'nobody';
  const messages = await cardFor(turn, booking, kind);
  for (const to of chats) turn.tell({ to, about: kind, booking: booking.id, messages });
  return isHeard ? 'now' : 'nobody';
}

/** In the history, when it happened. `reason`: why it is told to nobody; null: it is told. */
export async function keepNews(
  turn: Turn,
  booking: Booking,
  kind: News,
  reason: typeof quiet | typeof untold | null = quiet,
): Promise<void> {
  await turn.tx.bookingStep.create({
    data: {
      bookingId: booking.id,
      event: kind,
      from: booking.state,
      to: booking.state,
      actor: 'person',
      at: turn.happenedAt,
      reason,
    },
  });
}

/** As many cards as go out with what else a new admin chat is told. */
const untoldAtOnce = 4;

/** For a new admin chat: the newest that people let us know of consultations still ahead while nobody was there to hear. */
export async function sayUntold(turn: Turn): Promise<void> {
  const bookings = await turn.tx.booking.findMany({
    where: {
      state: { in: ['confirmed', 'inProgress'] },
      endsAt: { gt: turn.now },
      steps: { some: { reason: untold, event: { in: [...news] } } },
    },
    orderBy: { startsAt: 'asc' },
  });
  const past = await pastNewsOf(
    turn.tx,
    bookings.map(({ id }) => id),
  );
  const unheard = bookings.flatMap((booking) => {
    const newest = past.get(booking.id)?.find(({ event }) => event !== 'active');
    const kind = newest?.told === false && news.find((one) => one === newest.event);
    return newest && kind ? [{ booking, kind, at: newest.at }] : [];
  });
  for (const { booking, kind, at } of unheard.slice(0, untoldAtOnce)) {
    const then = { ...turn, happenedAt: at };
    turn.say(...(await cardFor(then, booking, kind, false)));
    await keepNews(then, booking, kind, null);
  }
}

/** A message that was held for less is not late. */
const lateMs = 2 * 60_000;

const isLate = ({ now, happenedAt }: Turn): boolean => now.getTime() - happenedAt.getTime() >= lateMs;

/** `isDelayed`: LINE held it back. */
async function cardFor(
  turn: Turn,
  booking: Booking,
  kind: News,
  isDelayed = isLate(turn),
): Promise<Message[]> {
  const details = complete(await readDetails(turn.tx, turn.sealer, booking.personId));
  const person = {
    id: booking.id,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: details?.name ?? '',
  };
  return ja.newsForStaff(kind, person, moment(turn.happenedAt), { hour: hourNow(booking, turn), isDelayed });
}

/** By the clock as it is now, whatever it was when she wrote. */
const hourNow = (booking: Booking, { now }: Turn): Hour =>
  booking.state === 'confirmed' || booking.state === 'inProgress' ? hourOf(booking, now) : 'over';

/**
 * How near it is for what is said now. That ten minutes have passed is said only where they had passed when she wrote,
 * nobody was in touch before and no start was recorded.
 */
export function hourFor(booking: Booking, past: readonly PastNews[], turn: Turn): Hour {
  const hour = hourNow(booking, turn);
  if (hour !== 'overdue') return hour;
  return past.length === 0 && hourOf(booking, turn.happenedAt) === 'overdue' ? 'overdue' : 'begun';
}

const situations: ReadonlyMap<string, 'absent' | 'in' | 'out'> = new Map([
  ['absence', 'absent'],
  ['absenceWritten', 'absent'],
  ['entered', 'in'],
  ['waiting', 'in'],
  ['inside', 'in'],
  ['coming', 'out'],
  ['late', 'out'],
  ['trouble', 'out'],
]);

/** By the newest that says so: 'absent', she said that she cannot come; 'in', she is in the meeting or at its door. */
export function situationOf(past: readonly PastNews[]): 'absent' | 'in' | null {
  const newest = past.find(({ event }) => situations.has(event));
  const situation = situations.get(newest?.event ?? '');
  return situation === 'out' || situation === undefined ? null : situation;
}
