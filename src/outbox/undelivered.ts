// Messages that did not arrive, kept for the office. What a person must hear stands as a call until staff have told
// her or sent it again (calls.ts); what staff should know waits for their next word (waiting-news.ts).

import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import { isForPerson, isForStaff, toPerson, toStaff } from '../messages/kinds.ts';
import { enrolmentOf } from '../records/admin-chats.ts';
import { bookingToShow, findBooking } from '../records/bookings.ts';
import { type Call, findCall, isCalled, noteCallsShown, openCall } from '../records/calls.ts';
import { nobody } from '../records/forget.ts';
import { giveUpAdminChat, logGivenUp } from '../records/give-up.ts';
import { type AsksLine, isLost } from '../records/lost-chat.ts';
import { giveMorningAgain } from '../records/mornings.ts';
import { findPerson } from '../records/people.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import { isRecorded, keepUndelivered, showAgain } from '../records/undelivered.ts';
import { callCard } from './calls.ts';
import { morning } from './morning.ts';
import { alertedBy, createWayOut, leaveForStaff, notifyStaff } from './notify.ts';
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
    if (await isRecorded(tx, undelivered.id)) return undefined;
    const isToStaff = await isStaffs(tx, undelivered.about, undelivered.chatId);
    const call = isToStaff ? undefined : await recordToPerson(tx, undelivered, { ...services, now });
    if (isToStaff) await recordToStaff(tx, undelivered, now);
    const lost = hasLostChat
      ? await giveUpAdminChat(tx, undelivered.chatId, { ...services, now })
      : undefined;
    if (lost !== undefined) await leaveForStaff({ tx, now }, { about: 'chatLeft', booking: undefined });
    if (call === undefined || waits.has(undelivered.reason)) return lost;
    // Where nobody is alerted it is shown with the next word.
    if ((await alertedBy({ tx, now, office: services.office }, { about: 'undelivered' })).length === 0)
      return lost;
    await noteCallsShown(tx, [call.id], now);
    // A message was refused, so that nobody knows of any shortage.
    const messages = await callCard(call, { tx, now, ...services, hasQuota: () => true });
    const way = createWayOut(tx, now);
    await notifyStaff(
      { ...way, office: services.office },
      {
        about: 'undelivered',
        cause: undelivered.chatId,
        event: undelivered.id,
        messages,
      },
    );
    await database.queue.put('outbox', outboxJobs(way.outgoing, services, now), tx);
    return lost;
  });
  if (givenUp) logGivenUp(log, givenUp);
}

async function recordToStaff(
  tx: Tx,
  { id, chatId, about, reason, madeAt, booking }: Undelivered,
  now: Date,
): Promise<void> {
  // By its moment a new admin chat is found again (new-chats.ts), and who was there to hear it (waiting-news.ts).
  const at = madeAt === undefined ? now : new Date(madeAt);
  const bookingId = booking === undefined ? null : ((await findBooking(tx, booking))?.id ?? null);
  const state = stateForStaff(about, bookingId);
  await keepUndelivered(tx, { id, chatId, about, reason, at, bookingId, state });
  if (madeAt !== undefined) await showAgain(tx, at);
  if (about === morning) await giveMorningAgain(tx, chatId, at);
}

/** The call that it has become, or undefined: it is on record only. */
async function recordToPerson(
  tx: Tx,
  undelivered: Undelivered,
  { sealer, now }: Pick<TurnServices, 'sealer'> & { now: Date },
): Promise<Call | undefined> {
  const { id, chatId, about, reason } = undelivered;
  const { bookingId, personId } = await whose(tx, undelivered);
  if (personId !== null && (await isToBeCalled(tx, { about, reason, bookingId, personId }, sealer))) {
    if (await openCall(tx, { id, personId, bookingId, about, reason }, now))
      return (await findCall(tx, id)) ?? undefined;
  }
  await keepUndelivered(tx, { id, chatId, about, reason, at: now, bookingId, state: 'kept' });
  return undefined;
}

/** Reasons for which an answer, too, becomes a call: it surely was not shown, and she cannot know that it exists. */
const surelyUnseen: ReadonlySet<string> = new Set(['quota', 'limit', 'reserve', 'gaveUp', 'refused']);

/** A push about these would be lost as well, or cost what is short: it waits for the next word of staff. */
const waits: ReadonlySet<string> = new Set(['quota', 'limit', 'reserve', 'blocked']);

/** The booking as a row that exists, of an answer the one that the person has; and whom to call, which is nobody who was forgotten. */
async function whose(
  tx: Tx,
  { chatId, booking: named }: Undelivered,
): Promise<{ bookingId: string | null; personId: string | null }> {
  const person = await findPerson(tx, chatId);
  const shown = person && (await bookingToShow(tx, person.id));
  const booking = named === undefined ? shown : await findBooking(tx, named);
  const personId = booking?.personId ?? person?.id ?? null;
  return { bookingId: booking?.id ?? null, personId: personId === nobody.id ? null : personId };
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

type Missed = Pick<Call, 'about' | 'reason' | 'bookingId' | 'personId'>;

async function isToBeCalled(tx: Tx, missed: Missed, sealer: TurnServices['sealer']): Promise<boolean> {
  const { about, reason, bookingId, personId } = missed;
  // A reminder that would have come after its start was not missed by anybody.
  if (about === 'reminder' && reason === 'dropped') return false;
  const becomes = isForPerson(about) ? toPerson[about] : 'perhaps';
  if (becomes === 'kept') return false;
  if (becomes === 'perhaps' && !(surelyUnseen.has(reason) && (await hasPhone(tx, personId, sealer))))
    return false;
  // Staff know already that LINE does not reach the person for this booking.
  const isKnown = about === 'reminder' && reason === 'blocked';
  return isKnown
    ? !(await isCalled(tx, { personId, bookingId, reason }, ['open', 'told']))
    : !(await isCalled(tx, { personId, bookingId, about }, ['open']));
}

const hasPhone = async (tx: Tx, personId: string, sealer: TurnServices['sealer']): Promise<boolean> =>
  complete(await readDetails(tx, sealer, personId)) !== undefined;
