// What she lets staff know about her consultation: kept in its history with the time at which she did it, and told to
// staff once for each kind, never in her words.
import { type News, news } from '../../booking/bookings.ts';
import { type Hour, hourBegins, hourOf } from '../../booking/hour.ts';
import type { Booking } from '../../db/generated/client.ts';
import { ja } from '../../messages/ja/index.ts';
import type { Message } from '../../messages/message.ts';
import { adminChats } from '../../staff/admin-chats.ts';
import { complete, readDetails } from '../personal-data.ts';
import { wouldBeHeldBack } from '../push-limits.ts';
import { quiet, type Told, untold } from '../told.ts';
import type { Turn } from '../turn.ts';
import { moment, receiptOf, slotOf } from '../views.ts';
import { mustNotBeCalled, type PastNews, pastNewsOf, takenBackBy } from './past-news.ts';

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

/** What becomes of one of them: see `Told`. `isOnCard`: it stands on the card that goes to staff now. */
type Outcome = { kind: News; told: Told; isOnCard: boolean };

/**
 * Keeps it and puts a card for staff on its way, unless they have it already. 'nobody': there is no chat to tell, or its
 * card would wait for the next word of staff; 'overtaken': she has said otherwise since.
 */
export const tellNews = async (turn: Turn, booking: Booking, kind: News, past: PastNews[]): Promise<Told> =>
  (await tellEach(turn, booking, [kind], past)).get(kind) ?? 'before';

/** The same of what she said in one message, on one card. */
export async function tellEach(
  turn: Turn,
  booking: Booking,
  kinds: readonly News[],
  past: PastNews[],
): Promise<Map<News, Told>> {
  const outcomes: Outcome[] = [];
  for (const kind of kinds) outcomes.push(await keepOne(turn, booking, kind, past));
  const onCard = outcomes.filter(({ isOnCard }) => isOnCard).map(({ kind }) => kind);
  const [first, ...rest] = onCard;
  if (first !== undefined) {
    const messages = await cardFor(turn, booking, [first, ...rest], past);
    for (const to of await adminChats(turn.tx))
      turn.tell({ to, about: first, booking: booking.id, messages });
  }
  return new Map(outcomes.map(({ kind, told }) => [kind, told]));
}

async function keepOne(turn: Turn, booking: Booking, kind: News, past: PastNews[]): Promise<Outcome> {
  const told = past.filter((one) => one.told);
  if (isKnown(kind, booking, told)) return { kind, told: 'before', isOnCard: false };
  const others: readonly string[] = takenBackBy[kind] ?? [];
  const isOvertaken = told.some(({ event, at }) => others.includes(event) && at > turn.happenedAt);
  const isTooOften = told.filter(({ event }) => event === kind).length >= timesAtMost;
  const hasChat = !isOvertaken && !isTooOften && (await adminChats(turn.tx)).length > 0;
  const isRepeated = past.filter(({ event }) => event === kind).length >= 2 * timesAtMost;
  const because = isOvertaken || isTooOften ? quiet : untold;
  const isHeldBack = hasChat && (await wouldBeHeldBack(turn.tx, turn.chatId, turn.now));
  const isHeard = hasChat && !isHeldBack;
  if (!isRepeated) await keepNews(turn, booking, kind, isHeard ? null : because);
  if (isOvertaken) return { kind, told: 'overtaken', isOnCard: false };
  // What waits for staff already is not put there again for each message.
  const isWaiting = isHeldBack && (isRepeated || isKnown(kind, booking, past));
  return { kind, told: isHeard ? 'now' : 'nobody', isOnCard: hasChat && !isWaiting };
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
    const all = past.get(booking.id) ?? [];
    const newest = all.find(({ event }) => event !== 'active');
    const kind = newest?.told === false && news.find((one) => one === newest.event);
    return newest && kind ? [{ booking, kind, at: newest.at, all }] : [];
  });
  for (const { booking, kind, at, all } of unheard.slice(0, untoldAtOnce)) {
    const then = { ...turn, happenedAt: at };
    turn.say(...(await cardFor(then, booking, [kind], all, false)));
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
  kinds: readonly [News, ...News[]],
  past: readonly PastNews[],
  isDelayed = isLate(turn),
): Promise<Message[]> {
  const details = complete(await readDetails(turn.tx, turn.sealer, booking.personId));
  const person = {
    id: booking.id,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: details?.name ?? '',
  };
  const noCall = mustNotBeCalled([...kinds.map((event) => ({ event })), ...past]);
  const at = { hour: hourNow(booking, turn), isDelayed, noCall };
  return ja.newsForStaff(kinds, person, moment(turn.happenedAt), at);
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
