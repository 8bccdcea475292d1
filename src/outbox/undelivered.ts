// Messages that did not arrive, kept for the office. What a person must hear stands as a call until staff have told
// her or sent it again (calls.ts); what staff should know waits for their next word (waiting-news.ts).

import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import { isForPerson, isForStaff, toPerson, toStaff } from '../messages/kinds.ts';
import { enrolmentOf } from '../records/admin-chats.ts';
import { bookingToShow, findBooking } from '../records/bookings.ts';
import { giveUpAdminChat, logGivenUp } from '../records/give-up.ts';
import { type AsksLine, isLost } from '../records/lost-chat.ts';
import { findPerson } from '../records/people.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import { isFollowedUp, keepUndelivered, showAgain } from '../records/undelivered.ts';
import { callCard } from './calls.ts';
import { createWayOut, notifyStaff } from './notify.ts';
import { outboxJobs } from './outbox.ts';
import type { TurnServices } from './turn-services.ts';

/** `madeAt`: epoch ms, as in `Outgoing`; `booking`: the one it spoke of. */
export type Undelivered = {
  id: string;
  chatId: string;
  about: string;
  reason: string;
  booking?: string;
  madeAt?: number;
};
type Parts = { database: Database; services: TurnServices; clock: Clock; log: Log; line: AsksLine };

/** Keeps it, once, and sees to it that staff hear of it where it matters. The same id may come twice. */
export async function recordUndelivered(undelivered: Undelivered, parts: Parts): Promise<void> {
  const { database, services, clock, log } = parts;
  const now = clock.now();
  // Asked before the transaction, which must not wait for LINE.
  const hasLostChat = undelivered.reason === 'refused' && (await isLost(undelivered.chatId, parts));
  const givenUp = await database.queue.transaction(async (tx) => {
    const { id, chatId, about, reason, madeAt } = undelivered;
    const isToStaff = await isStaffs(tx, about, chatId);
    // By its moment a new admin chat is found again (new-chats.ts), and who was there to hear it (waiting-news.ts).
    const at = isToStaff && madeAt !== undefined ? new Date(madeAt) : now;
    const bookingId = await bookingOf(tx, undelivered, isToStaff);
    const state = isToStaff
      ? stateForStaff(about, bookingId)
      : await stateForPerson(tx, undelivered, bookingId, services);
    // What is pushed to staff at once has been shown, unless that push is lost too.
    const isToldNow = state === 'open' && !waits.has(reason);
    const row = { id, chatId, about, reason, at, bookingId, state, ...(isToldNow && { shownAt: now }) };
    if (!(await keepUndelivered(tx, row))) return undefined;
    const lost = hasLostChat ? await giveUpAdminChat(tx, chatId, { ...services, now }) : undefined;
    if (isToStaff && madeAt !== undefined) await showAgain(tx, new Date(madeAt));
    if (!isToldNow) return lost;
    const messages = await callCard(id, { tx, ...services });
    const way = createWayOut(tx, now);
    await notifyStaff(way, { about: 'undelivered', cause: chatId, event: id, messages });
    await database.queue.put('outbox', outboxJobs(way.outgoing, services, now), tx);
    return lost;
  });
  if (givenUp) logGivenUp(log, givenUp);
}

/** Reasons for which an answer, too, becomes a call: it surely was not shown, and she cannot know that it exists. */
const surelyUnseen: ReadonlySet<string> = new Set(['quota', 'limit', 'reserve', 'gaveUp', 'refused']);

/** A push about these would be lost as well, or cost what is short: it waits for the next word of staff. */
const waits: ReadonlySet<string> = new Set(['quota', 'limit', 'reserve', 'blocked']);

/** The booking as a row that exists; of an answer to a person, the one that she has. */
async function bookingOf(
  tx: Tx,
  { chatId, booking }: Undelivered,
  isToStaff: boolean,
): Promise<string | null> {
  if (booking !== undefined) {
    return (await findBooking(tx, booking))?.id ?? null;
  }
  if (isToStaff) return null;
  const person = await findPerson(tx, chatId);
  return person && ((await bookingToShow(tx, person.id))?.id ?? null);
}

/**
 * Told to an admin chat as such. By its kind, for the account may be out of that chat by now; what both are told, by
 * whether it was ever an admin chat and is nobody's own now.
 */
async function isStaffs(tx: Tx, about: string, chatId: string): Promise<boolean> {
  if (!isForPerson(about)) return isForStaff(about);
  if (!isForStaff(about)) return false;
  const enrolment = await enrolmentOf(tx, chatId);
  if (enrolment === null || enrolment.leftAt === null) return enrolment !== null;
  return (await findPerson(tx, chatId)) === null;
}

function stateForStaff(about: string, bookingId: string | null): string {
  const becomes = isForStaff(about) ? toStaff[about] : 'kept';
  return becomes === 'waitsAlone' || (becomes === 'waits' && bookingId !== null) ? 'waiting' : 'kept';
}

async function stateForPerson(
  tx: Tx,
  { chatId, about, reason }: Undelivered,
  bookingId: string | null,
  { sealer }: TurnServices,
): Promise<string> {
  // A reminder that would have come after its start was not missed by anybody.
  if (about === 'reminder' && reason === 'dropped') return 'kept';
  const becomes = isForPerson(about) ? toPerson[about] : 'perhaps';
  if (becomes === 'kept') return 'kept';
  if (becomes === 'perhaps') {
    const canBeCalled = surelyUnseen.has(reason) && (await hasPhone(tx, chatId, sealer));
    if (!canBeCalled) return 'kept';
  }
  // Staff know already that LINE does not reach her for this booking.
  const isKnown = about === 'reminder' && reason === 'blocked';
  const isSame = isKnown
    ? await isFollowedUp(tx, { chatId, bookingId, reason }, ['open', 'told'])
    : await isFollowedUp(tx, { chatId, bookingId, about }, ['open']);
  return isSame ? 'kept' : 'open';
}

async function hasPhone(tx: Tx, chatId: string, sealer: TurnServices['sealer']): Promise<boolean> {
  const person = await findPerson(tx, chatId);
  return person !== null && complete(await readDetails(tx, sealer, person.id)) !== undefined;
}
