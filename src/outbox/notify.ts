// The one door to everybody but the chat that speaks: a person, or staff in all their chats. Nothing is sent here: what is
// told is collected, and goes on the outbox in the transaction that caused it.
import type { Office } from '../config/office.ts';
import type { Tx } from '../db/client.ts';
import { type About, isForPerson, toPerson, toStaff } from '../messages/kinds.ts';
import type { Message } from '../messages/message.ts';
import { adminChats, staffChats } from '../records/admin-chats.ts';
import type { BookingOfPerson } from '../records/bookings.ts';
import { openCall } from '../records/calls.ts';
import { waitForStaff } from '../records/waiting-for-staff.ts';
import type { Outgoing } from './outgoing.ts';
import type { PushQuota } from './promised-push.ts';
import { isOfficeOpen, isPushed, type StaffNews, type WaitingOnly } from './staff-pushes.ts';

/** What is told, to whomever. */
type Told = {
  about: About;
  /** The booking it speaks of. */
  booking?: string;
  messages: Message[];
  dropAfter?: Date;
  important?: true;
  /** Of what somebody does to the office itself: never too many because of that person. */
  isWarning?: true;
  /** `promiseToStaff` has said that it goes out. */
  counted?: true;
} & Cause;

/** Because of whom, and of what, as in `Outgoing`. A turn knows it by itself. */
type Cause = { cause?: string; event?: string };

/** A message for a chat that is not the one that speaks. */
export type Notification = Told & { to: string };

/** Where it is collected: a turn, or `createWayOut` where there is none. */
export type WayOut = { tx: Tx; now: Date; notify(notification: Notification): void };

/** For what happens outside a turn, in this transaction: `outgoing` has to be put on the outbox in it. */
export function createWayOut(tx: Tx, now: Date): WayOut & { outgoing: Outgoing[] } {
  const outgoing: Outgoing[] = [];
  return { tx, now, outgoing, notify: (one) => void outgoing.push(outgoingOf(one, now)) };
}

/** `because`: of the turn in which it is told. */
export const outgoingOf = (
  { dropAfter, isWarning, ...told }: Notification,
  now: Date,
  because: Cause = {},
): Outgoing => ({
  ...told,
  madeAt: now.getTime(),
  ...(!isWarning && because),
  ...(dropAfter && { dropAfter: dropAfter.getTime() }),
});

/** `blocked`: it is recorded when it cannot be sent, and staff are asked to call. `withoutLine`: it is a call at once. */
export type Reached = 'reached' | 'blocked' | 'withoutLine';

type Reachable = { person: Pick<BookingOfPerson['person'], 'chatId' | 'blockedAt'> };

/** Tells the person whose booking it is; the answer says what staff can expect of it. */
export async function notifyPerson(
  way: WayOut,
  { id: booking, personId, person }: Pick<BookingOfPerson, 'id' | 'personId'> & Reachable,
  told: Omit<Told, 'booking'>,
): Promise<Reached> {
  if (person.chatId === null) {
    const { about } = told;
    if (isCalledWithoutLine(about))
      await openCall(way.tx, { personId, bookingId: booking, about, reason: 'noLine' }, way.now);
    return 'withoutLine';
  }
  way.notify({ to: person.chatId, booking, ...told });
  return person.blockedAt === null ? 'reached' : 'blocked';
}

/** Nobody is called to be reminded: a person who books by telephone is told then that no reminder comes. */
const isCalledWithoutLine = (about: About): boolean =>
  isForPerson(about) && toPerson[about] === 'call' && about !== 'reminder';

/** News of a booking counts for the chat of its person; without LINE it is nobody's in particular. */
export const causeOf = ({ person: { chatId } }: Reachable): Cause =>
  chatId === null ? {} : { cause: chatId };

/** Who tells staff something knows the office's hours too. */
type StaffWay = WayOut & { office: Office };
/** `startsAt`: of the consultation that it is about. `except`: a chat that knows. `at`: when it happened, if not now. */
type ToldToStaff = Omit<Told, 'about'> & StaffNews & { except?: string; at?: Date };

/**
 * Tells every admin chat, by a push or with its next word (staff-pushes.ts); how many there are to hear it. What stands by itself,
 * such as a call, waits nowhere else.
 */
export async function notifyStaff(
  way: StaffWay,
  { except, startsAt, isAgainstRecord, at = way.now, ...told }: ToldToStaff,
): Promise<number> {
  const chats = (await staffChats(way.tx)).filter(({ chatId }) => chatId !== except);
  const news = {
    about: told.about,
    ...(startsAt && { startsAt }),
    ...(isAgainstRecord && { isAgainstRecord }),
  };
  const alerted = new Set(await alertedBy(way, news));
  const waits = toStaff[told.about] !== 'kept';
  for (const { chatId } of chats) {
    if (alerted.has(chatId)) way.notify({ to: chatId, ...told });
    else if (waits) await waitForStaff(way.tx, { chatId, about: told.about, booking: told.booking }, at);
  }
  return chats.length;
}

/** Leaves for every admin chat, with its next word, what is never pushed. */
export async function leaveForStaff(
  { tx, now }: Pick<WayOut, 'tx' | 'now'>,
  told: { about: WaitingOnly; booking: string | undefined },
): Promise<void> {
  for (const { chatId } of await staffChats(tx)) await waitForStaff(tx, { chatId, ...told }, now);
}

/** Where anything is pushed at all. */
export const chatsWithPushes = async (tx: Tx): Promise<string[]> =>
  (await staffChats(tx)).filter(({ pushes }) => pushes).map(({ chatId }) => chatId);

/** The chats in which it is pushed now. */
export async function alertedBy(
  { tx, now, office }: Pick<StaffWay, 'tx' | 'now' | 'office'>,
  news: StaffNews,
): Promise<string[]> {
  const chats = await chatsWithPushes(tx);
  if (chats.length === 0 || !isPushed(news, now)) return [];
  return (await isOfficeOpen(tx, office, now)) ? chats : [];
}

/** Tells a chat that it decides nothing any more, or is nobody's who has a booking. */
export const notifyFormerChat = (way: WayOut, to: string, told: Told): void => way.notify({ to, ...told });

/** Whether there is anybody to hear it. */
export const hasStaff = async ({ tx }: Pick<WayOut, 'tx'>): Promise<boolean> =>
  (await staffChats(tx)).length > 0;

/** As `promise` of a turn, for all admin chats; false where there is none. */
type Promising = Pick<StaffWay, 'tx' | 'now' | 'office'> & {
  promise(chats: readonly string[], about: About, urgent: boolean): Promise<boolean>;
};

/**
 * Whether staff hear this, as far as anybody knows: `pushed` now, and counted then, or it `waits` for the next word there. `no`: nobody
 * would be alerted by what should be pushed, or there is no chat at all.
 */
export async function promiseToStaff(way: Promising, news: StaffNews, urgent: boolean): Promise<Promised> {
  if (!(await hasStaff(way))) return 'no';
  const alerted = await alertedBy(way, news);
  if (alerted.length > 0) return (await way.promise(alerted, news.about, urgent)) ? 'pushed' : 'no';
  const isMissed = isPushed(news, way.now) && (await isOfficeOpen(way.tx, way.office, way.now));
  return isMissed ? 'no' : 'waits';
}
export type Promised = 'pushed' | 'waits' | 'no';

/** Before the transaction in which something may be promised to staff. */
export const prepareToTellStaff = (quota: PushQuota, tx: Tx): Promise<void> =>
  quota.prepare(() => adminChats(tx));
