// What is on record of a chat, without personal data: of what was typed only which fields there are.
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { enrolmentOf } from './admin-chats.ts';
import { bookingToShow, open, pendingRequests } from './bookings.ts';
import { newestConsent } from './consents.ts';
import { findConversation, type SavedConversation } from './conversations.ts';
import { readDraft } from './draft.ts';
import { findPerson } from './people.ts';

export type Known = {
  /** Undefined: nothing was said yet that had to be remembered. */
  saved: SavedConversation | undefined;
  /** Since when it is an admin chat; undefined: it is none. */
  enrolledAt: Date | undefined;
  /** Which version of the terms was agreed to last. */
  terms: string | undefined;
  isBlocked: boolean;
  /** Names of the fields that were typed and are not yet handed in. */
  typed: string[];
  /** Hers; in the admin chat the newest that is open. */
  booking: Booking | null;
  /** Requests that wait for staff; undefined outside the admin chat. */
  pending: number | undefined;
};

/** Undefined where nothing is on record. */
export async function readKnown(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  now: Date,
): Promise<Known | undefined> {
  const saved = await findConversation(tx, chatId);
  const admin = await enrolmentOf(tx, chatId);
  if (admin && admin.leftAt === null) {
    const pending = (await pendingRequests(tx)).length;
    const booking = await newestOpenBooking(tx);
    const { enrolledAt } = admin;
    return { saved, enrolledAt, terms: undefined, isBlocked: false, typed: [], booking, pending };
  }
  const person = await findPerson(tx, chatId);
  if (person === null) return undefined;
  return {
    saved,
    enrolledAt: undefined,
    terms: (await newestConsent(tx, person.id))?.termsVersion,
    isBlocked: person.blockedAt !== null,
    typed: Object.keys((await readDraft({ tx, sealer, chatId, now })) ?? {}),
    booking: await bookingToShow(tx, person.id),
    pending: undefined,
  };
}

const newestOpenBooking = (tx: Tx): Promise<Booking | null> =>
  tx.booking.findFirst({ where: { state: { in: [...open] } }, orderBy: { createdAt: 'desc' } });
