// What is on record of a chat, without personal data: of what was typed only which fields there are.
import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { enrolmentOf } from './admin-chats.ts';
import { bookingToShow, findBooking, open, pendingRequests } from './bookings.ts';
import { newestConsent } from './consents.ts';
import { findConversation, type SavedConversation } from './conversations.ts';
import { readDraft } from './draft.ts';
import { findPerson } from './people.ts';
import { readNumbersDraft } from './zoom-draft.ts';

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
  /** Hers, or the one staff are dealing with. */
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
    const typed = Object.keys(await readNumbersDraft(tx, sealer, chatId, now));
    const pending = (await pendingRequests(tx)).length;
    const booking = await bookingInHand(tx, saved);
    const { enrolledAt } = admin;
    return { saved, enrolledAt, terms: undefined, isBlocked: false, typed, booking, pending };
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

const adminContext = z.object({ about: z.object({ booking: z.uuid() }).nullable() });

/** The one whose numbers are being typed, else the newest that is still open. */
async function bookingInHand(tx: Tx, saved: SavedConversation | undefined): Promise<Booking | null> {
  const about = adminContext.safeParse(saved?.conversation.context).data?.about;
  if (about) return findBooking(tx, about.booking);
  return tx.booking.findFirst({ where: { state: { in: [...open] } }, orderBy: { createdAt: 'desc' } });
}
